/**
 * The defined groups and terms of the clinical brief (evidence.md §1.0), as named conditions.
 * Rules use them by name; the printed protocol shows them in full. Data only.
 */
import { all, any, atLeast, is, maybe, not, term, ticked, yes } from '../condition.ts'
import type { Condition } from '../types.ts'

/** New means: in the last two weeks, worse in the last two weeks, or not sure. */
export const isNew = (flag: string): Condition => is(`${flag}.when`, 'new', 'worse', 'notSure')
/** Earlier, unchanged and already checked for this very problem: recorded, not counted. */
const checkedOld = (flag: string): Condition => all(is(`${flag}.when`, 'old'), yes(`${flag}.checked`))

/** What a term means, in the words of the printed protocol. */
export interface Term {
  readonly means: string
  readonly when: Condition
}

export const baseTerms: Readonly<Record<string, Term>> = {
  OTHER_THAN_A1: {
    means: 'any flag of A2–A9 ticked (for the A1 seat clarifier)',
    when: any(...['A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].map(maybe), is('A4', 'preferNot')),
  },
  OTHER_THAN_A5: {
    means: 'any flag of A1–A4 or A6–A9 counted (for the exceptions of A5)',
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
  A1_SEAT: {
    means: 'A1 only on a seat, gone within an hour, no other A-flag, not checked and unchanged',
    when: all(maybe('A1'), yes('A1.seat'), not(term('OTHER_THAN_A1')), not(checkedOld('A1'))),
  },
  A1_COUNTED: {
    means: 'A1 yes or not sure, not cleared by the seat clarifier, not checked and unchanged',
    when: all(maybe('A1'), not(term('A1_SEAT')), not(checkedOld('A1'))),
  },
  A2_COUNTED: {
    means:
      'A2 yes or not sure; not usual trouble from before, not only stinging with normal flow, not checked and unchanged',
    when: all(
      maybe('A2'),
      not(is('A2.kind', 'stinging')),
      not(all(is('A2.kind', 'usual'), is('A2.when', 'old'))),
      any(is('A2.kind', 'cannotGo'), not(checkedOld('A2'))),
    ),
  },
  A3_COUNTED: {
    means: 'A3 yes or not sure; not constipation alone, not checked and unchanged',
    when: all(maybe('A3'), not(is('A3.kind', 'constipated')), not(checkedOld('A3'))),
  },
  A4_COUNTED: {
    means: 'A4 yes or not sure and not checked and unchanged; or "rather not say" and a change when asked again',
    when: any(all(maybe('A4'), not(checkedOld('A4'))), all(is('A4', 'preferNot'), maybe('A4.again'))),
  },
  A5_WALKING: {
    means: 'A5 exception (a): only on walking or standing, 6+ weeks, unchanged, no other A-flag',
    when: all(maybe('A5'), is('A5.pattern', 'walking'), is('A5.when', 'old'), not(term('OTHER_THAN_A5'))),
  },
  A5_ASLEEP: {
    means: 'A5 exception (c): feet go to sleep in one posture and recover in minutes, no other A-flag',
    when: all(maybe('A5'), is('A5.pattern', 'asleep'), not(term('OTHER_THAN_A5'))),
  },
  A5_COUNTED: {
    means: 'A5 yes or not sure, none of its exceptions (a) and (c), not checked and unchanged',
    when: all(maybe('A5'), not(term('A5_WALKING')), not(term('A5_ASLEEP')), not(checkedOld('A5'))),
  },
  A6_SIGNS: {
    means: 'sudden, no movement at all, getting worse, both legs, or cannot stand because of the leg',
    when: any(
      ticked('A6.signs', 'sudden', 'noMovement', 'worsening', 'bothLegs', 'cannotStand'),
      all(yes('A6'), ticked('A6.signs', 'notSure'), not(is('A6.test', 'canBoth'))),
    ),
  },
  A6_CLEAR: {
    means: 'feels weak because it hurts: stands on heels and toes of each foot, and none of the signs',
    when: all(
      is('A6.test', 'canBoth'),
      not(ticked('A6.signs', 'sudden', 'noMovement', 'worsening', 'bothLegs', 'cannotStand', 'notSure')),
    ),
  },
  A6_COUNTED: {
    means: 'A6 yes or not sure, not cleared by the heel and toe test, not checked and unchanged',
    when: all(maybe('A6'), not(term('A6_CLEAR')), not(checkedOld('A6'))),
  },
  A7_COUNTED: {
    means: 'A7 yes or not sure, not only limping from pain, not checked and unchanged',
    when: all(maybe('A7'), not(is('A7.kind', 'painOnly')), not(checkedOld('A7'))),
  },
  A8_NEW: { means: 'A8 yes or not sure, and new', when: all(maybe('A8'), isNew('A8')) },
  NEURO7: {
    means: 'any counted yes in A1–A7',
    when: any(...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((flag) => term(`${flag}_COUNTED`))),
  },
  NEURO: { means: 'any counted yes in A1–A7, or A8 that is new', when: any(term('NEURO7'), term('A8_NEW')) },
  FEVER: {
    means: 'B2 yes or not sure, and not only usual menopause flushes',
    when: all(maybe('B2'), not(yes('B2.flushes'))),
  },
  INFRISK_STRONG: {
    means: 'strong infection risk',
    when: any(term('INFRISK_BEYOND_IMMUNE'), term('WEAK_IMMUNE')),
  },
  INFRISK_BEYOND_IMMUNE: {
    means: 'strong infection risk other than a weak immune system',
    when: any(ticked('infRisk', 'injects', 'procedure', 'implant', 'line', 'blood'), maybe('B5')),
  },
  WEAK_IMMUNE: {
    means: 'weak immune system, steroid tablets included',
    when: any(ticked('infRisk', 'immune'), ticked('fxRisk', 'steroids')),
  },
  INFRISK_OTHER: {
    means: 'other infection risk (not sure counts here)',
    when: any(
      ticked('infRisk', 'diabetes', 'drinking', 'liver', 'infection', 'operation', 'valve', 'tb', 'notSure'),
      maybe('I11'),
    ),
  },
  FXRISK_STRONG: {
    means: 'strong fracture risk: thin bones, long steroid use, or age 70 or over',
    when: any(ticked('fxRisk', 'osteoporosis', 'steroids'), atLeast('age', 70)),
  },
  FXRISK_OTHER: {
    means: 'other fracture risk, age 65 or over, heavy drinking (not sure counts here)',
    when: any(
      ticked('fxRisk', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', 'notSure'),
      atLeast('age', 65),
      ticked('infRisk', 'drinking'),
    ),
  },
  FXRISK: { means: 'any fracture risk', when: any(term('FXRISK_STRONG'), term('FXRISK_OTHER')) },
  STIFFSPINE: { means: 'stiff or fused spine (not sure counts)', when: maybe('E7') },
  CAHX: {
    means: 'any cancer ever except a removed basal-cell or simple squamous skin cancer (not sure counts)',
    when: all(maybe('F1'), not(yes('F1.skin'))),
  },
  BLOODTHIN: { means: 'blood thinner or bleeding disorder (not sure counts)', when: maybe('I1') },
  SEVERE: {
    means: '7/10 or more now, or cannot stand 10 minutes for pain',
    when: any(atLeast('painNow', 7), is('stand10', 'cannot', 'notSure')),
  },
  SEVERE_REST: { means: '7/10 or more in the easiest position', when: atLeast('painEasiest', 7) },
  NON_MOVEMENT: {
    means: 'not changed by moving',
    when: any(is('changes', 'ownWaves', 'constant'), all(is('changes', 'notSure'), is('changes.try', 'no', 'notSure'))),
  },
  CONSTANT: {
    means: 'there all the time and no movement or position changes it',
    when: any(is('changes', 'constant'), all(is('changes', 'notSure'), is('changes.try', 'no', 'notSure'))),
  },
  CENTRAL: {
    means: 'sorest on the bones down the middle; not sure counts with a fracture risk, past cancer, a fall or a knock',
    when: any(
      is('centre', 'middle'),
      all(
        is('centre', 'notSure'),
        any(term('FXRISK'), term('CAHX'), is('startAfter', 'fall', 'jolt', 'notSure'), maybe('E1')),
      ),
    ),
  },
  MID_BACK: { means: 'main pain between or below the shoulder blades', when: maybe('F6') },
  UNDER_4_WEEKS: {
    means: 'this episode under 4 weeks',
    when: is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3'),
  },
  OVER_4_WEEKS: {
    means: 'this episode 4 weeks or more',
    when: is('duration', 'weeks4', 'weeks6', 'months3', 'notSure'),
  },
  PLAIN: {
    means:
      'plain strain: after a strain or unusual activity, or just like earlier spasms; not CENTRAL; changes with movement; not worse; under 4 weeks',
    when: all(
      any(is('startAfter', 'strain', 'activity'), is('history', 'same')),
      not(term('CENTRAL')),
      not(term('NON_MOVEMENT')),
      is('trend', 'better', 'same'),
      term('UNDER_4_WEEKS'),
    ),
  },
  SUDDEN: { means: 'sudden start (not sure counts)', when: is('startHow', 'sudden', 'notSure') },
  FALL: { means: 'a fall or knock (not sure counts)', when: is('startAfter', 'fall', 'notSure') },
  RECENT_INJURY: { means: 'injury in the last 7 days (not sure counts)', when: is('injuryWhen', 'last7', 'notSure') },
  SMALL_INJURY: {
    means: 'trip, jolt, sitting down hard, lift, cough, fall, or sudden after unusual activity',
    when: any(is('startAfter', 'strain', 'fall', 'jolt', 'notSure'), all(is('startAfter', 'activity'), term('SUDDEN'))),
  },
  BIG_INJURY: {
    means: 'E1, unless a slow bump with no central pain, no E5, no fracture risk, no stiff spine and no nerve flag',
    when: all(
      maybe('E1'),
      not(
        all(
          is('E1.kind', 'slow'),
          not(any(term('CENTRAL'), maybe('E5'), term('FXRISK'), term('STIFFSPINE'), term('NEURO'))),
        ),
      ),
    ),
  },
  CANNOT_WALK: {
    means: 'cannot stand or take a few steps even with help (not sure counts)',
    when: is('walk', 'cannot', 'notSure'),
  },
  RECENT_PAIN: {
    means:
      'spine pain that began or got worse in the last 3 months (counted, unless long-standing, unchanged and checked)',
    when: any(
      not(is('duration', 'months3')),
      not(is('history', 'checked')),
      is('trend', 'worse', 'notSure'),
      is('sinceDay1', 'worse', 'notSure'),
    ),
  },
  PREGNANT_POSSIBLE: {
    means: 'pregnant or possibly pregnant (not sure counts)',
    when: is('pregnancy', 'pregnant', 'maybe', 'notSure'),
  },
  PREGNANT: { means: 'pregnant', when: is('pregnancy', 'pregnant') },
  AFTER_BIRTH: { means: 'within 6 weeks of birth', when: is('pregnancy', 'birth6w') },
  C3_SHARP: {
    means: 'sharp pain only on breathing in, breathing easily',
    when: any(
      all(maybe('C3'), ticked('C3.kind', 'sharp'), not(ticked('C3.kind', 'breathless', 'blood', 'notSure'))),
      all(maybe('C1'), is('C1.kind', 'breath')),
    ),
  },
  C3_DANGER: {
    means: 'breathless, coughing blood, or not sure which',
    when: all(maybe('C3'), any(ticked('C3.kind', 'breathless', 'blood', 'notSure'), not(ticked('C3.kind', 'sharp')))),
  },
  CLOTRISK: {
    means: 'any clot risk (not sure counts), a swollen calf, pregnant or within 6 weeks of birth',
    when: any(
      ticked('clotRisk', 'clotBefore', 'stillness', 'journey', 'pregnant', 'hormones', 'activeCancer', 'notSure'),
      maybe('C4'),
      is('pregnancy', 'pregnant', 'maybe', 'notSure', 'birth6w'),
    ),
  },
  C1_COUNTED: {
    means: 'C1 yes or not sure, not cleared by its own clarifiers',
    when: all(maybe('C1'), not(is('C1.kind', 'breath', 'skin', 'kidney'))),
  },
  STINGING: {
    means: 'D4, or the stinging answer of A2',
    when: any(maybe('D4'), all(maybe('A2'), is('A2.kind', 'stinging'))),
  },
  KIDNEY: {
    means: 'a kidney infection picture (D3, or the kidney answers of C1 and B2)',
    when: any(maybe('D3'), all(maybe('C1'), is('C1.kind', 'kidney'))),
  },
  CAPAIN: {
    means: 'pain features that matter with past cancer',
    when: any(
      term('CONSTANT'),
      ticked('capain', 'weekly', 'wakes', 'lying', 'oneBone', 'bones', 'unwell', 'knownBone', 'notSure'),
      is('F3', 'nothing'),
      yes('F3.weekly'),
      ticked('place', 'band', 'midBack'),
      maybe('F2'),
      maybe('F5'),
      maybe('F7'),
    ),
  },
  OVERDOSE_RISK: {
    means: '75 mg/kg or more (not known counts), more than one day, liver risk, or unwell',
    when: any(
      maybe('I2.perKg'),
      ticked('I2.risk', 'days', 'liver', 'medicines', 'unwell', 'drowsy', 'notSure'),
      term('PREGNANT_POSSIBLE'),
      ticked('infRisk', 'liver', 'drinking'),
    ),
  },
  A1_TO_A4_TWO: {
    means: 'two or more of A1–A4 counted, or one of them with A5 or A6 counted',
    when: any(
      { count: 2, of: ['A1', 'A2', 'A3', 'A4'].map((flag) => term(`${flag}_COUNTED`)) },
      all(
        any(...['A1', 'A2', 'A3', 'A4'].map((flag) => term(`${flag}_COUNTED`))),
        any(term('A5_COUNTED'), term('A6_COUNTED')),
      ),
    ),
  },
}
