/**
 * The defined groups and terms of the clinical brief (evidence.md §1.0), as named conditions.
 * Rules use them by name; the printed protocol shows them in full. Data only.
 */
import { all, any, atLeast, is, maybe, not, term, ticked, yes } from '../condition.ts'
import type { Condition } from '../types.ts'

/** By flag: what makes it new whatever was said of its start. It is getting worse, or it is not sure which (ruling 8). */
export const asNew: Readonly<Record<string, Condition>> = {
  A2: is('A2.kind', 'notSure'),
  A6: ticked('A6.signs', 'worsening', 'cannotStand', 'notSure'),
  A7: is('A7.fast', 'yes', 'notSure'),
  A8: is('A8.trend', 'spreading', 'notSure'),
}
/** New means: in the last two weeks, worse in the last two weeks, or not sure; or as new (evidence.md §2.4, ruling 8). */
export const isNew = (flag: string): Condition => {
  const started = is(`${flag}.when`, 'new', 'worse', 'notSure')
  const worse = asNew[flag]
  return worse ? any(started, worse) : started
}
/** Earlier, unchanged and already checked for this very problem: recorded, not counted. */
export const checkedOld = (flag: string): Condition => {
  const checked = all(is(`${flag}.when`, 'old'), yes(`${flag}.checked`))
  const worse = asNew[flag]
  return worse ? all(checked, not(worse)) : checked
}

/** A named condition. What it means in words is in `term-meanings.ts`. */
export interface Term {
  readonly when: Condition
}

/** Places that may be the main pain where the mid-back is ticked too. */
const besideMidBack = ['lowBack', 'buttock', 'neck', 'shoulder', 'leg', 'tailbone', 'side', 'notSure']

/** The terms by name, with every switch off. */
export const baseTerms: Readonly<Record<string, Term>> = {
  OTHER_THAN_A1: { when: any(...['A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map(maybe), is('A4', 'preferNot')) },
  OTHER_THAN_A5: {
    when: any(
      term('A1_COUNTED'),
      term('A1_SEAT'),
      term('A2_COUNTED'),
      term('A3_COUNTED'),
      term('A4_COUNTED'),
      term('A6_COUNTED'),
      term('A7_COUNTED'),
      all(maybe('A8'), not(checkedOld('A8'))),
      all(maybe('A9'), not(checkedOld('A9'))),
    ),
  },
  A1_SEAT: { when: all(maybe('A1'), yes('A1.seat'), not(term('OTHER_THAN_A1')), not(checkedOld('A1'))) },
  A1_COUNTED: { when: all(maybe('A1'), not(term('A1_SEAT')), not(checkedOld('A1'))) },
  A2_COUNTED: {
    when: all(
      maybe('A2'),
      not(is('A2.kind', 'stinging')),
      not(all(is('A2.kind', 'usual'), is('A2.when', 'old'))),
      any(is('A2.kind', 'cannotGo'), not(checkedOld('A2'))),
    ),
  },
  A3_COUNTED: {
    when: any(
      all(maybe('A3'), not(is('A3.kind', 'constipated')), not(checkedOld('A3'))),
      all(is('A3.kind', 'constipated'), maybe('A3.again')),
    ),
  },
  A4_COUNTED: { when: any(all(maybe('A4'), not(checkedOld('A4'))), all(is('A4', 'preferNot'), maybe('A4.again'))) },
  A5_WALKING: { when: all(maybe('A5'), is('A5.pattern', 'walking'), is('A5.when', 'old'), not(term('OTHER_THAN_A5'))) },
  A5_ASLEEP: { when: all(maybe('A5'), is('A5.pattern', 'asleep'), not(term('OTHER_THAN_A5'))) },
  A5_ACHES: { when: all(maybe('A5'), is('A5.pattern', 'aches'), not(term('OTHER_THAN_A5'))) },
  A5_COUNTED: {
    when: all(
      maybe('A5'),
      not(term('A5_WALKING')),
      not(term('A5_ASLEEP')),
      not(term('A5_ACHES')),
      not(checkedOld('A5')),
    ),
  },
  A6_STRONG: { when: any(is('A6.test', 'canBoth'), all(is('A6.test', 'knee'), yes('A6.chair'))) },
  A6_SIGNS: {
    when: any(
      ticked('A6.signs', 'sudden', 'noMovement', 'worsening', 'bothLegs', 'cannotStand'),
      all(yes('A6'), ticked('A6.signs', 'notSure'), not(term('A6_STRONG'))),
    ),
  },
  A6_CLEAR: {
    when: all(
      term('A6_STRONG'),
      not(ticked('A6.signs', 'sudden', 'noMovement', 'worsening', 'bothLegs', 'cannotStand', 'notSure')),
    ),
  },
  A6_COUNTED: { when: all(maybe('A6'), not(term('A6_CLEAR')), not(checkedOld('A6'))) },
  A7_COUNTED: { when: all(maybe('A7'), not(is('A7.kind', 'painOnly')), not(checkedOld('A7'))) },
  A8_NEW: { when: all(maybe('A8'), isNew('A8')) },
  NEURO7: { when: any(...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((flag) => term(`${flag}_COUNTED`))) },
  NEURO: { when: any(term('NEURO7'), term('A8_NEW')) },
  B2_CLEARED: {
    when: any(
      all(is('B2.kind', 'hot'), yes('B2.flushes')),
      all(is('B2.kind', 'bath'), not(any(term('WEAK_IMMUNE'), is('steroids', 'notSure'), term('PAINKILLER_TOLD')))),
    ),
  },
  PAINKILLER_TOLD: {
    when: any(is('I2', 'overParacetamol', 'overOther', 'onPurpose', 'notSure'), maybe('I5.medicine')),
  },
  FEVER: { when: any(all(maybe('B2'), not(term('B2_CLEARED'))), all(maybe('D7'), is('D7.kind', 'fever'))) },
  F5_COUNTED: {
    when: all(maybe('F5'), not(all(is('F5.kind', 'plain'), not(maybe('F2')), not(term('FEVER'))))),
  },
  INFRISK_STRONG: { when: any(term('INFRISK_BEYOND_IMMUNE'), term('WEAK_IMMUNE')) },
  INFRISK_BEYOND_IMMUNE: {
    when: any(ticked('infRisk', 'injects', 'implant', 'line', 'blood'), yes('D4.catheter'), maybe('B5')),
  },
  STEROIDS: { when: all(yes('steroids'), not(is('steroids.long', 'past'))) },
  LONG_STEROIDS: { when: all(yes('steroids'), is('steroids.long', 'long', 'notSure')) },
  RECENT_PROCEDURE: { when: all(maybe('B5'), not(is('B5.when', 'older'))) },
  WEAK_IMMUNE: { when: any(ticked('infRisk', 'immune'), term('STEROIDS')) },
  INFRISK_OTHER: {
    when: any(
      ticked('infRisk', 'diabetes', 'drinking', 'liver', 'infection', 'operation', 'valve', 'tb', 'notSure'),
      maybe('I11'),
      is('steroids', 'notSure'),
      is('D4.catheter', 'notSure'),
    ),
  },
  FXRISK_STRONG: { when: any(ticked('fxRisk', 'osteoporosis'), term('LONG_STEROIDS'), atLeast('age', 70)) },
  FXRISK_OTHER: {
    when: any(
      ticked('fxRisk', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', 'notSure'),
      atLeast('age', 65),
      ticked('infRisk', 'drinking'),
      is('steroids', 'notSure'),
    ),
  },
  FXRISK: { when: any(term('FXRISK_STRONG'), term('FXRISK_OTHER')) },
  FXRISK_BEYOND_AGE: {
    when: any(
      ticked('fxRisk', 'osteoporosis', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', 'notSure'),
      term('LONG_STEROIDS'),
      is('steroids', 'notSure'),
      ticked('infRisk', 'drinking'),
    ),
  },
  STIFFSPINE: { when: maybe('E7') },
  CAHX: { when: all(maybe('F1'), not(yes('F1.skin'))) },
  CANCER_TOLD: { when: any(term('CAHX'), ticked('fxRisk', 'hormoneBlock')) },
  BLOODTHIN: { when: maybe('I1') },
  SEVERE: { when: any(atLeast('painNow', 7), is('stand10', 'cannot', 'notSure'), is('walk', 'cannot')) },
  SEVERE_REST: { when: atLeast('painEasiest', 7) },
  NON_MOVEMENT: {
    when: any(
      is('changes', 'ownWaves', 'night', 'constant'),
      all(is('changes', 'notSure'), is('changes.try', 'no', 'notSure')),
    ),
  },
  NIGHT_CONSTANT: { when: any(is('F3', 'nothing'), is('changes', 'night')) },
  WORSE_FOR_WEEKS: { when: all(term('OVER_2_WEEKS'), is('sinceDay1', 'worse')) },
  CONSTANT: { when: any(is('changes', 'constant'), all(is('changes', 'notSure'), is('changes.try', 'no', 'notSure'))) },
  CENTRAL: {
    when: any(
      is('centre', 'middle'),
      all(
        is('centre', 'notSure'),
        any(term('FXRISK'), term('CAHX'), is('startAfter', 'fall', 'jolt', 'notSure'), maybe('E1')),
      ),
    ),
  },
  // Pain told of nowhere else is the main pain: a "no" to F6 then contradicts the tick, and the worse counts (§2.3).
  MID_BACK: { when: any(maybe('F6'), all(ticked('place', 'midBack'), not(ticked('place', ...besideMidBack)))) },
  UNDER_4_WEEKS: { when: is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3') },
  OVER_4_WEEKS: { when: is('duration', 'weeks4', 'weeks6', 'months3', 'notSure') },
  PLAIN_START: {
    when: all(
      any(is('startAfter', 'strain', 'activity'), is('history', 'same')),
      not(term('CENTRAL')),
      is('trend', 'better', 'same'),
      term('UNDER_4_WEEKS'),
    ),
  },
  PLAIN: { when: all(term('PLAIN_START'), not(term('NON_MOVEMENT'))) },
  EARLY_STEADY: { when: all(term('CONSTANT'), term('PLAIN_START'), is('duration', 'days0', 'days2')) },
  OVER_2_WEEKS: { when: is('duration', 'weeks2', 'weeks3', 'weeks4', 'weeks6', 'months3', 'notSure') },
  LONG: { when: any(is('duration', 'months3'), maybe('G1.onOff')) },
  SUDDEN: { when: is('startHow', 'sudden', 'notSure') },
  FALL: { when: is('startAfter', 'fall', 'notSure') },
  FALL_OR_JOLT: { when: is('startAfter', 'fall', 'jolt', 'notSure') },
  RECENT_INJURY: { when: is('injuryWhen', 'last7', 'notSure') },
  SMALL_INJURY: {
    when: any(is('startAfter', 'strain', 'fall', 'jolt', 'notSure'), all(is('startAfter', 'activity'), term('SUDDEN'))),
  },
  BIG_INJURY: {
    when: all(
      maybe('E1'),
      not(
        all(
          is('E1.kind', 'slow'),
          not(any(...['CENTRAL', 'FXRISK', 'STIFFSPINE', 'NEURO', 'CANNOT_WALK'].map(term), maybe('E5'))),
        ),
      ),
    ),
  },
  CANNOT_WALK: { when: is('walk', 'cannot', 'notSure') },
  // "Checked, and the same" is not so of what is worse, or unlike anything before: two answers, and the worse counts (§2.3).
  CHECKED_SAME: {
    when: all(
      is('history', 'checked'),
      not(any(is('trend', 'worse', 'notSure'), is('sinceDay1', 'worse', 'notSure'), yes('I10'))),
    ),
  },
  NEVER_LIKE_THIS: { when: any(is('history', 'first'), yes('I10')) },
  RECENT_PAIN: { when: any(not(is('duration', 'months3')), not(term('CHECKED_SAME'))) },
  PREGNANT_POSSIBLE: { when: is('pregnancy', 'pregnant', 'maybe', 'notSure') },
  PREGNANT: { when: is('pregnancy', 'pregnant') },
  AFTER_BIRTH: { when: is('pregnancy', 'birth6w') },
  C3_SHARP: {
    when: any(
      all(maybe('C3'), ticked('C3.kind', 'sharp'), not(ticked('C3.kind', 'breathless', 'blood', 'notSure'))),
      all(maybe('C1'), is('C1.kind', 'breath')),
    ),
  },
  C3_DANGER: {
    when: all(maybe('C3'), any(ticked('C3.kind', 'breathless', 'blood', 'notSure'), not(ticked('C3.kind', 'sharp')))),
  },
  CLOTRISK: {
    when: any(
      ticked('clotRisk', 'clotBefore', 'stillness', 'journey', 'pregnant', 'hormones', 'activeCancer', 'notSure'),
      maybe('C4'),
      is('pregnancy', 'pregnant', 'maybe', 'notSure', 'birth6w'),
      // Cancer that is being treated, or is in the bones, is there now.
      ticked('fxRisk', 'hormoneBlock'),
      ticked('capain', 'knownBone'),
    ),
  },
  C1_COUNTED: { when: all(maybe('C1'), not(is('C1.kind', 'breath', 'skin', 'kidney'))) },
  TUMMY_TOLD: { when: any(maybe('D1'), maybe('D5'), ticked('D6', 'mild'), ticked('place', 'band')) },
  STINGING: { when: any(maybe('D4'), all(maybe('A2'), is('A2.kind', 'stinging'))) },
  KIDNEY: { when: any(maybe('D3'), all(maybe('C1'), is('C1.kind', 'kidney'))) },
  CAPAIN: {
    when: any(
      term('CONSTANT'),
      ticked('capain', 'weekly', 'wakes', 'lying', 'oneBone', 'bones', 'unwell', 'knownBone', 'notSure'),
      term('NIGHT_CONSTANT'),
      yes('F3.weekly'),
      term('WORSE_FOR_WEEKS'),
      ticked('place', 'band', 'midBack'),
      maybe('F2'),
      term('F5_COUNTED'),
      maybe('F7'),
    ),
  },
  OVERDOSE_RISK: {
    when: any(
      maybe('I2.perKg'),
      ticked('I2.risk', 'days', 'liver', 'light', 'medicines', 'unwell', 'drowsy', 'notSure'),
      term('PREGNANT_POSSIBLE'),
      ticked('infRisk', 'liver', 'drinking'),
      ticked('fxRisk', 'thin'),
      maybe('D1'),
      is('C1.kind', 'kidney'),
      ticked('kidney', 'noFluids'),
    ),
  },
  A1_TO_A4_TWO: {
    when: any(
      { count: 2, of: ['A1', 'A2', 'A3', 'A4'].map((flag) => term(`${flag}_COUNTED`)) },
      all(
        any(...['A1', 'A2', 'A3', 'A4'].map((flag) => term(`${flag}_COUNTED`))),
        any(term('A5_COUNTED'), term('A6_COUNTED')),
      ),
    ),
  },
}
