/**
 * What the clinical brief says a single flag forces by itself ("Alone?" in evidence.md §1), and the combinations its
 * rules name. Typed from the brief, row by row, not from the rules: that is what makes it a check of them.
 * "Not sure" counts as the brief's §2.3 says. Every row leaves all other answers free.
 *
 * Base answers that gate a question (age, pregnancy, duration) need not be named: a condition on a question holds only
 * where that question is asked.
 */
import { all, any, atLeast, below, count, is, maybe, not, ticked, yes } from '../condition.ts'
import type { Condition } from '../types.ts'
import type { MustForce } from './claims.proof.ts'

/** New means: last two weeks, worse in the last two weeks, or not sure (§1.0, "New"). */
const isNew = (flag: string): Condition => is(`${flag}.when`, 'new', 'worse', 'notSure')
const old = (flag: string): Condition => is(`${flag}.when`, 'old')
/** Not cleared by its clarifier: no, or not sure. */
const notYes = (clarifier: string): Condition => is(clarifier, 'no', 'notSure')
const unchecked = (flag: string): Condition => all(old(flag), notYes(`${flag}.checked`))

// Flags with their own clarifiers not clearing, as the brief words them.
const saddle = all(maybe('A1'), notYes('A1.seat'))
const bladder = all(maybe('A2'), is('A2.kind', 'cannotGo', 'changed', 'notSure'))
const bowel = all(maybe('A3'), is('A3.kind', 'leak', 'notSure'))
const sex = maybe('A4')
const bothLegs = all(maybe('A5'), is('A5.pattern', 'painOrTingling', 'weakOrNumb', 'notSure'))
const weakness = all(maybe('A6'), is('A6.test', 'weaker', 'cannotTry', 'notSure'))
const unsteady = all(maybe('A7'), is('A7.kind', 'real', 'notSure'))
const fever = all(maybe('B2'), is('B2.kind', 'fever', 'notSure'))
const unwell = all(maybe('F5'), is('F5.kind', 'unwell', 'notSure'))
const cancer = all(maybe('F1'), notYes('F1.skin'))
const bigInjury = all(maybe('E1'), is('E1.kind', 'serious', 'notSure'))
const sharpBreath = all(maybe('C3'), ticked('C3.kind', 'sharp'))

const newA1toA7 = any(
  all(saddle, isNew('A1')),
  all(bladder, isNew('A2')),
  all(bowel, isNew('A3')),
  all(sex, isNew('A4')),
  all(bothLegs, isNew('A5')),
  all(weakness, isNew('A6')),
  all(unsteady, isNew('A7')),
)
const newA8 = all(maybe('A8'), isNew('A8'))
const steroids = all(yes('steroids'), is('steroids.long', 'long', 'short', 'notSure'))
const longSteroids = all(yes('steroids'), is('steroids.long', 'long', 'notSure'))
const strongInfection = any(
  ticked('infRisk', 'injects', 'immune', 'implant', 'line', 'blood'),
  steroids,
  all(maybe('B5'), is('B5.when', 'weeks6', 'older', 'notSure')),
)
const otherInfection = any(
  ticked('infRisk', 'diabetes', 'drinking', 'liver', 'infection', 'operation', 'valve', 'tb', 'notSure'),
  maybe('I11'),
  is('steroids', 'notSure'),
)
const strongFracture = any(ticked('fxRisk', 'osteoporosis'), longSteroids, atLeast('age', 70))
const severe = any(atLeast('painNow', 7), is('stand10', 'cannot', 'notSure'))
const sudden = is('startHow', 'sudden', 'notSure')
const onTheBones = is('centre', 'middle')
const pregnantPossible = is('pregnancy', 'pregnant', 'maybe', 'notSure')

/** The rows of "Alone?": YES-E forces EMERGENCY, YES-U URGENT, YES-S at least SOON. */
export const aloneTable: readonly MustForce[] = [
  { flag: 'A1 saddle, new', answers: all(saddle, isNew('A1')), level: 'emergency' },
  { flag: 'A2 bladder, new', answers: all(bladder, isNew('A2')), level: 'emergency' },
  { flag: 'A2 cannot pass urine at all', answers: all(maybe('A2'), is('A2.kind', 'cannotGo')), level: 'emergency' },
  { flag: 'A3 bowel, new', answers: all(bowel, isNew('A3')), level: 'emergency' },
  { flag: 'A4 sex, new', answers: all(sex, isNew('A4')), level: 'emergency' },
  {
    flag: 'A4 rather not say, some change',
    answers: all(is('A4', 'preferNot'), maybe('A4.again')),
    level: 'emergency',
  },
  { flag: 'A5 both legs, new', answers: all(bothLegs, isNew('A5')), level: 'emergency' },
  { flag: 'A6 weakness, new', answers: all(weakness, isNew('A6')), level: 'urgent' },
  {
    flag: 'A6 weakness, new, with a listed sign',
    answers: all(
      maybe('A6'),
      isNew('A6'),
      ticked('A6.signs', 'sudden', 'noMovement', 'worsening', 'bothLegs', 'cannotStand'),
    ),
    level: 'emergency',
  },
  {
    flag: 'A6 yes, not sure which sign',
    answers: all(
      yes('A6'),
      isNew('A6'),
      is('A6.test', 'weaker', 'cannotTry', 'notSure'),
      ticked('A6.signs', 'notSure'),
    ),
    level: 'emergency',
  },
  {
    flag: 'A6 getting worse or cannot stand, however old and checked (ruling 8)',
    answers: all(maybe('A6'), ticked('A6.signs', 'worsening', 'cannotStand')),
    level: 'emergency',
  },
  {
    flag: 'A6 the knee gives way, cannot stand up from a chair, new (ruling 11a)',
    answers: all(maybe('A6'), isNew('A6'), is('A6.test', 'knee'), notYes('A6.chair')),
    level: 'urgent',
  },
  {
    flag: 'A7 over hours to days, however old and checked (ruling 8)',
    answers: all(unsteady, yes('A7.fast')),
    level: 'emergency',
  },
  {
    flag: 'A2 not sure which kind, however old and checked (ruling 8)',
    answers: all(maybe('A2'), is('A2.kind', 'notSure')),
    level: 'emergency',
  },
  {
    flag: 'A3 constipated, and feeling or pee has changed when asked again',
    answers: all(maybe('A3'), is('A3.kind', 'constipated'), maybe('A3.again')),
    level: 'emergency',
  },
  { flag: 'A7 walking or hands, new', answers: all(unsteady, isNew('A7')), level: 'urgent' },
  { flag: 'A7 over hours to days', answers: all(unsteady, isNew('A7'), yes('A7.fast')), level: 'emergency' },
  { flag: 'A8 numb leg', answers: all(maybe('A8'), any(isNew('A8'), unchecked('A8'))), level: 'soon' },
  { flag: 'A8 spreading', answers: all(yes('A8'), is('A8.trend', 'spreading', 'notSure')), level: 'urgent' },
  { flag: 'A9 one arm', answers: all(maybe('A9'), any(isNew('A9'), unchecked('A9'))), level: 'soon' },
  { flag: 'A9 arm newly weak', answers: all(maybe('A9'), isNew('A9'), maybe('A9.weak')), level: 'urgent' },
  { flag: 'A10 stroke', answers: maybe('A10'), level: 'emergency' },
  { flag: 'A11 neck', answers: maybe('A11'), level: 'emergency' },
  { flag: 'B1 sepsis', answers: maybe('B1'), level: 'emergency' },
  { flag: 'B2 fever', answers: fever, level: 'urgent' },
  { flag: 'B5 procedure, pain new or worse', answers: all(maybe('B5'), is('B5.how', 'worse')), level: 'urgent' },
  {
    flag: 'B5 procedure, leaking wound, fever or not sure',
    answers: all(maybe('B5'), is('B5.how', 'wound', 'notSure')),
    level: 'emergency',
  },
  { flag: 'C1 chest', answers: all(maybe('C1'), is('C1.kind', 'tight', 'other', 'notSure')), level: 'emergency' },
  { flag: 'C2 tearing', answers: maybe('C2'), level: 'emergency' },
  {
    flag: 'C3 breathless or blood',
    answers: all(maybe('C3'), ticked('C3.kind', 'breathless', 'blood', 'notSure')),
    level: 'emergency',
  },
  { flag: 'C4 calf', answers: maybe('C4'), level: 'urgent' },
  { flag: 'C5 known aneurysm, new pain', answers: all(maybe('C5.known'), maybe('C5.new')), level: 'emergency' },
  { flag: 'C5 collapse', answers: all(maybe('C5.collapse'), not(is('C5.kind', 'moment'))), level: 'emergency' },
  {
    flag: 'C5 a faint or a collapse, at any age (ruling 6)',
    answers: all(maybe('C5.collapse'), is('C5.kind', 'faint', 'clammy', 'notSure')),
    level: 'emergency',
  },
  { flag: 'C5 collapse at 50 or over', answers: all(maybe('C5.collapse'), not(below('age', 50))), level: 'emergency' },
  { flag: 'C5 beating lump', answers: maybe('C5.lump'), level: 'urgent' },
  { flag: 'C5 beating lump at 50 or over', answers: all(maybe('C5.lump'), atLeast('age', 50)), level: 'emergency' },
  { flag: 'C6 cold leg', answers: maybe('C6'), level: 'emergency' },
  { flag: 'C7 walking calf', answers: maybe('C7'), level: 'soon' },
  { flag: 'D1 tummy', answers: maybe('D1'), level: 'urgent' },
  {
    flag: 'D1 severe, vomiting or steroid crisis',
    answers: all(maybe('D1'), ticked('D1.kind', 'severe', 'cantStop', 'steroidSick', 'notSure')),
    level: 'emergency',
  },
  { flag: 'D2 bleeding gut', answers: maybe('D2'), level: 'emergency' },
  { flag: 'D3 kidney infection', answers: maybe('D3'), level: 'urgent' },
  { flag: 'D4 urine only', answers: maybe('D4'), level: 'soon' },
  { flag: 'D5 colic', answers: maybe('D5'), level: 'urgent' },
  {
    flag: 'D6 early pregnancy, danger sign',
    answers: ticked('D6', 'faint', 'shoulderTip', 'severeLow', 'heavyBleed', 'notSure'),
    level: 'emergency',
  },
  { flag: 'D6 early pregnancy, milder pain or bleeding', answers: ticked('D6', 'mild'), level: 'urgent' },
  { flag: 'D7 sudden', answers: all(maybe('D7'), is('D7.kind', 'sudden', 'notSure')), level: 'emergency' },
  { flag: 'D7 fever or discharge', answers: maybe('D7'), level: 'urgent' },
  { flag: 'D8 dark pee', answers: maybe('D8'), level: 'emergency' },
  {
    flag: 'E1 big injury in the last 7 days',
    answers: all(bigInjury, is('injuryWhen', 'last7', 'notSure')),
    level: 'emergency',
  },
  { flag: 'E5 bruise over the spine', answers: maybe('E5'), level: 'urgent' },
  { flag: 'E6 new lump or shape', answers: all(maybe('E6'), is('E6.kind', 'new', 'notSure')), level: 'urgent' },
  { flag: 'E6 slow loss of height', answers: maybe('E6'), level: 'soon' },
  {
    flag: 'E7 stiff spine, injury or sudden pain',
    answers: all(maybe('E7'), is('E7.what', 'injury', 'sudden', 'notSure')),
    level: 'emergency',
  },
  { flag: 'E7 stiff spine, other new pain', answers: all(maybe('E7'), is('E7.what', 'newPain')), level: 'urgent' },
  { flag: 'E8 teen sport', answers: maybe('E8'), level: 'soon' },
  { flag: 'F1 cancer ever', answers: cancer, level: 'soon' },
  { flag: 'F2 weight', answers: yes('F2'), level: 'urgent' },
  { flag: 'F2 weight, not sure', answers: is('F2', 'notSure'), level: 'soon' },
  { flag: 'F3 night pain that nothing eases', answers: is('F3', 'nothing', 'notSure'), level: 'soon' },
  {
    flag: 'F4 first ever at 50 or over, not easing at 4 weeks',
    answers: all(
      atLeast('age', 50),
      is('history', 'first'),
      is('trend', 'same', 'worse', 'notSure'),
      is('duration', 'weeks4', 'weeks6', 'months3'),
    ),
    level: 'soon',
  },
  {
    flag: 'F4 60 or over with 4 weeks or more',
    answers: all(
      atLeast('age', 60),
      is('history', 'first', 'same', 'different', 'notSure'),
      is('duration', 'weeks4', 'weeks6', 'months3'),
    ),
    level: 'soon',
  },
  { flag: 'F5 unwell', answers: unwell, level: 'soon' },
  {
    flag: 'G1 three features',
    answers: count(
      3,
      ...['before35', 'secondHalf', 'buttock', 'moving', 'nsaid', 'relative', 'arthritis', 'tendon', 'psoriasis'].map(
        (feature) => ticked('G1', feature),
      ),
    ),
    level: 'soon',
  },
  { flag: "G1 Crohn's, colitis or past uveitis", answers: ticked('G1', 'gut', 'uveitis', 'notSure'), level: 'soon' },
  { flag: 'G2 red eye', answers: maybe('G2'), level: 'urgent' },
  { flag: 'G3 head, scalp or jaw', answers: ticked('G3', 'head'), level: 'urgent' },
  { flag: 'G3 sight', answers: ticked('G3', 'sight'), level: 'emergency' },
  { flag: 'G3 girdle', answers: ticked('G3', 'girdle'), level: 'soon' },
  { flag: 'G4 rash', answers: maybe('G4'), level: 'urgent' },
  {
    flag: 'H1 danger in pregnancy',
    answers: ticked('H1', 'bleeding', 'tightenings', 'babyLess', 'headSight', 'swelling', 'ribs', 'notSure'),
    level: 'urgent',
  },
  { flag: 'H1 fever in pregnancy', answers: all(fever, is('pregnancy', 'pregnant')), level: 'urgent' },
  {
    flag: 'H1 heavy bleeding, severe pain, fit or collapse',
    answers: ticked('H1', 'collapse', 'heavyBleed', 'severeTummy'),
    level: 'emergency',
  },
  { flag: 'H2 waves or tightenings', answers: maybe('H2.waves'), level: 'urgent' },
  { flag: 'H2 new, not discussed', answers: is('H2', 'newNot', 'notSure'), level: 'urgent' },
  { flag: 'H2 long-standing, not discussed', answers: is('H2', 'oldNot'), level: 'soon' },
  {
    flag: 'H4 after birth, bleeding or headache',
    answers: ticked('H4', 'heavyBleed', 'badHeadache', 'notSure'),
    level: 'urgent',
  },
  {
    flag: 'H4 after birth, fever, chest or calf',
    answers: all(is('pregnancy', 'birth6w'), any(fever, maybe('C1'), maybe('C3'), maybe('C4'))),
    level: 'urgent',
  },
  {
    flag: 'H4 after birth, any of A1–A8',
    answers: all(is('pregnancy', 'birth6w'), any(newA1toA7, newA8)),
    level: 'emergency',
  },
  { flag: 'I2 too much on purpose', answers: is('I2', 'onPurpose'), level: 'emergency' },
  { flag: 'I2 over the limit', answers: is('I2', 'overParacetamol', 'overOther'), level: 'urgent' },
  {
    flag: 'I2 75 mg per kg or more, or not known',
    answers: all(is('I2', 'overParacetamol'), maybe('I2.perKg')),
    level: 'emergency',
  },
  {
    flag: 'I2 over, with a risk',
    answers: all(
      is('I2', 'overParacetamol'),
      ticked('I2.risk', 'days', 'liver', 'medicines', 'unwell', 'drowsy', 'notSure'),
    ),
    level: 'emergency',
  },
  {
    flag: 'I2 over, with drinking, liver disease or pregnancy',
    answers: all(is('I2', 'overParacetamol'), any(ticked('infRisk', 'liver', 'drinking'), pregnantPossible)),
    level: 'emergency',
  },
  {
    flag: 'I2 amount not known, may be over',
    answers: all(is('I2', 'notSure'), maybe('I2.maybe')),
    level: 'emergency',
  },
  {
    flag: 'I2 ibuprofen or codeine, drowsy',
    answers: all(is('I2', 'overOther'), ticked('I2.risk', 'drowsy')),
    level: 'emergency',
  },
  { flag: 'I3 thoughts', answers: is('I3', 'thoughts', 'notSure'), level: 'urgent' },
  { flag: 'I3 plan, or acted', answers: is('I3', 'plan', 'acted'), level: 'emergency' },
  { flag: 'I4 in danger', answers: is('I4', 'danger'), level: 'emergency' },
  { flag: "I5 can't cope", answers: is('I5', 'no', 'notSure'), level: 'urgent' },
  { flag: 'I5 alone and stuck on the floor', answers: yes('I5.stuck'), level: 'emergency' },
  { flag: 'I5 not easing after 24 hours of medicine', answers: maybe('I5.medicine'), level: 'urgent' },
  {
    flag: 'I6 steady and eased by no position, from day 3 (ruling 11)',
    answers: all(
      is('changes', 'constant'),
      is('duration', 'days3', 'weeks1', 'weeks2', 'weeks3', 'weeks4', 'weeks6', 'notSure'),
    ),
    level: 'urgent',
  },
  {
    flag: 'H2 talked over and unchanged for over 2 weeks (ruling 3)',
    answers: all(
      is('H2', 'discussedSame'),
      is('duration', 'weeks2', 'weeks3', 'weeks4', 'weeks6', 'months3'),
      is('sinceDay1', 'bitBetter', 'same', 'worse', 'notSure'),
    ),
    level: 'soon',
  },
  { flag: 'H4 a sore womb or smelly bleeding (ruling 1)', answers: ticked('H4', 'womb'), level: 'urgent' },
  { flag: 'I7 under 16', answers: below('age', 16), level: 'soon' },
  { flag: 'I7 under 10', answers: not(atLeast('age', 10)), level: 'urgent' },
  { flag: 'I11 sickle cell', answers: maybe('I11'), level: 'urgent' },
]

/** The combinations that the brief's rules name. */
export const combinationTable: readonly MustForce[] = [
  {
    flag: 'A1–A4, A6, A7 old, never checked',
    answers: any(
      all(saddle, unchecked('A1')),
      all(bladder, unchecked('A2')),
      all(bowel, unchecked('A3')),
      all(sex, unchecked('A4')),
      all(weakness, unchecked('A6')),
      all(unsteady, unchecked('A7')),
    ),
    level: 'urgent',
  },
  {
    flag: 'two of A1–A4, old, never checked',
    answers: count(
      2,
      all(saddle, unchecked('A1')),
      all(bladder, unchecked('A2')),
      all(bowel, unchecked('A3')),
      all(sex, unchecked('A4')),
    ),
    level: 'emergency',
  },
  {
    flag: 'one of A1–A4 with A5 or A6, old, never checked',
    answers: all(
      any(
        all(saddle, unchecked('A1')),
        all(bladder, unchecked('A2')),
        all(bowel, unchecked('A3')),
        all(sex, unchecked('A4')),
      ),
      any(all(bothLegs, unchecked('A5')), all(weakness, unchecked('A6'))),
    ),
    level: 'emergency',
  },
  {
    flag: 'A5 old, numb or weak, never checked',
    answers: all(maybe('A5'), is('A5.pattern', 'weakOrNumb', 'notSure'), unchecked('A5')),
    level: 'emergency',
  },
  { flag: 'A5 old, never checked', answers: all(bothLegs, unchecked('A5')), level: 'urgent' },
  {
    flag: 'A5 only on walking',
    answers: all(maybe('A5'), is('A5.pattern', 'walking'), unchecked('A5')),
    level: 'soon',
  },
  {
    flag: 'A5 only on walking, past cancer',
    answers: all(maybe('A5'), is('A5.pattern', 'walking'), old('A5'), cancer),
    level: 'urgent',
  },
  {
    flag: 'A7 with A6 or A1–A3',
    answers: all(
      unsteady,
      isNew('A7'),
      any(all(weakness, isNew('A6')), all(saddle, isNew('A1')), all(bladder, isNew('A2')), all(bowel, isNew('A3'))),
    ),
    level: 'emergency',
  },
  {
    flag: 'A7 with severe mid-back or neck pain',
    answers: all(unsteady, isNew('A7'), severe, ticked('place', 'midBack', 'neck')),
    level: 'emergency',
  },
  {
    flag: 'A9 with chest signs',
    answers: all(
      maybe('A9'),
      any(
        all(maybe('C1'), is('C1.kind', 'tight', 'other', 'notSure')),
        all(maybe('C3'), ticked('C3.kind', 'breathless')),
      ),
    ),
    level: 'emergency',
  },
  {
    flag: 'two not sure in block A',
    answers: count(
      2,
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11'].map((flag) => is(flag, 'notSure')),
    ),
    level: 'urgent',
  },
  { flag: 'fever with strong infection risk', answers: all(fever, strongInfection), level: 'emergency' },
  {
    flag: 'fever with other infection risk, no kidney picture',
    answers: all(fever, otherInfection, is('D3', 'no')),
    level: 'emergency',
  },
  { flag: 'fever with a new nerve sign', answers: all(fever, any(newA1toA7, newA8)), level: 'emergency' },
  {
    flag: 'fever with severe constant pain at rest',
    answers: all(fever, atLeast('painEasiest', 7), is('changes', 'constant')),
    level: 'emergency',
  },
  {
    flag: 'strong infection risk, pain under 3 months',
    answers: all(
      strongInfection,
      is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3', 'weeks4', 'weeks6'),
    ),
    level: 'soon',
  },
  {
    flag: 'strong infection risk beyond a weak immune system',
    answers: all(
      any(ticked('infRisk', 'injects', 'implant', 'line', 'blood'), maybe('B5')),
      is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3', 'weeks4', 'weeks6'),
    ),
    level: 'urgent',
  },
  {
    flag: 'strong infection risk with a new nerve sign',
    answers: all(
      strongInfection,
      is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3', 'weeks4', 'weeks6'),
      newA1toA7,
    ),
    level: 'emergency',
  },
  { flag: 'TB contact, cough', answers: ticked('B4', 'cough'), level: 'soon' },
  {
    flag: 'TB contact with drenching sweats, whatever else is told (ruling 1)',
    answers: ticked('B4', 'sweats'),
    level: 'emergency',
  },
  { flag: 'TB contact, sweats or weight loss', answers: ticked('B4', 'sweats', 'weight', 'notSure'), level: 'urgent' },
  {
    flag: 'TB pattern with a nerve sign or new hump',
    answers: all(
      ticked('B4', 'cough', 'sweats', 'weight', 'notSure'),
      any(newA1toA7, newA8, all(maybe('E6'), is('E6.kind', 'new', 'notSure'))),
    ),
    level: 'emergency',
  },
  {
    flag: 'procedure with fever or nerve sign',
    answers: all(maybe('B5'), is('B5.when', 'weeks6', 'notSure'), any(fever, newA1toA7, newA8)),
    level: 'emergency',
  },
  { flag: 'aortic disease with sudden severe pain', answers: all(maybe('aortic'), sudden, severe), level: 'emergency' },
  {
    flag: 'sharp on breathing in, clot risk',
    answers: all(
      sharpBreath,
      any(
        ticked('clotRisk', 'clotBefore', 'stillness', 'journey', 'pregnant', 'hormones', 'activeCancer', 'notSure'),
        maybe('C4'),
        is('pregnancy', 'pregnant', 'maybe', 'notSure', 'birth6w'),
      ),
    ),
    level: 'emergency',
  },
  { flag: 'sharp on breathing in, not sore to press', answers: all(sharpBreath, notYes('C3.press')), level: 'urgent' },
  { flag: 'calf with C3', answers: all(maybe('C4'), maybe('C3')), level: 'emergency' },
  {
    flag: '50 or over, sudden severe, not changed by movement',
    answers: all(atLeast('age', 50), sudden, severe, is('changes', 'constant', 'ownWaves')),
    level: 'emergency',
  },
  {
    flag: '50 or over, not changed by movement',
    answers: all(
      atLeast('age', 50),
      is('changes', 'constant', 'ownWaves'),
      is('history', 'first', 'same', 'different', 'notSure'),
    ),
    level: 'urgent',
  },
  {
    flag: 'first kidney stone at 60 or over',
    answers: all(maybe('D5'), atLeast('age', 60), ticked('D5.signs', 'firstStone', 'notSure')),
    level: 'emergency',
  },
  {
    flag: 'kidney picture with fever and strong risk',
    answers: all(maybe('D3'), fever, strongInfection),
    level: 'emergency',
  },
  {
    flag: 'urine in pregnancy, a man, catheter, diabetes or weak immune system',
    answers: all(
      maybe('D4'),
      any(pregnantPossible, is('sex', 'male'), maybe('D4.catheter'), ticked('infRisk', 'diabetes', 'immune'), steroids),
    ),
    level: 'urgent',
  },
  {
    flag: 'colic with fever, unbearable, no pee, pregnant or one kidney',
    answers: all(
      maybe('D5'),
      any(fever, ticked('D5.signs', 'unbearable', 'noPee'), pregnantPossible, ticked('kidney', 'oneKidney')),
    ),
    level: 'emergency',
  },
  {
    flag: 'colic at 50 or over, sudden and severe',
    answers: all(maybe('D5'), atLeast('age', 50), sudden, severe),
    level: 'emergency',
  },
  {
    flag: 'big injury, older, never checked, on the bones',
    answers: all(bigInjury, is('injuryWhen', 'older'), notYes('E1.checked'), onTheBones),
    level: 'urgent',
  },
  {
    flag: 'slow bump, but on the bones, a bruise or a stiff spine',
    answers: all(maybe('E1'), is('injuryWhen', 'last7'), any(onTheBones, maybe('E5'), maybe('E7'))),
    level: 'emergency',
  },
  {
    flag: 'small injury, strong fracture risk, on the bones',
    answers: all(is('startAfter', 'strain', 'fall', 'jolt'), strongFracture, onTheBones),
    level: 'urgent',
  },
  {
    flag: 'the same, cannot walk or nerve sign',
    answers: all(
      is('startAfter', 'strain', 'fall', 'jolt'),
      strongFracture,
      onTheBones,
      any(is('walk', 'cannot', 'notSure'), newA1toA7, newA8),
    ),
    level: 'emergency',
  },
  {
    flag: 'small injury, other fracture risk, on the bones',
    answers: all(
      is('startAfter', 'strain', 'fall', 'jolt'),
      onTheBones,
      any(
        ticked('fxRisk', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', 'notSure'),
        atLeast('age', 65),
        ticked('infRisk', 'drinking'),
      ),
    ),
    level: 'soon',
  },
  {
    flag: 'fall in the last 7 days, on the bones',
    answers: all(is('startAfter', 'fall'), is('injuryWhen', 'last7'), onTheBones),
    level: 'soon',
  },
  {
    flag: 'fall in the last 7 days, on the bones, severe',
    answers: all(is('startAfter', 'fall'), is('injuryWhen', 'last7'), onTheBones, severe),
    level: 'urgent',
  },
  {
    flag: 'no cause, sudden, on the bones, strong fracture risk, severe',
    answers: all(is('startAfter', 'nothing'), sudden, onTheBones, strongFracture, severe),
    level: 'urgent',
  },
  {
    flag: 'no cause, sudden, on the bones, fracture risk',
    answers: all(
      is('startAfter', 'nothing'),
      sudden,
      onTheBones,
      any(
        strongFracture,
        ticked('fxRisk', 'menopause', 'hormoneBlock', 'thin', 'ra', 'parentHip', 'notSure'),
        atLeast('age', 65),
      ),
    ),
    level: 'soon',
  },
  { flag: 'long steroids', answers: longSteroids, level: 'soon' },
  {
    flag: 'steroids, new pain on the bones or severe at rest',
    answers: all(
      longSteroids,
      is('duration', 'days0', 'days2', 'days3', 'weeks1', 'weeks2', 'weeks3', 'weeks4', 'weeks6'),
      any(onTheBones, atLeast('painEasiest', 7)),
    ),
    level: 'urgent',
  },
  { flag: 'bruise over the spine after a big injury', answers: all(maybe('E5'), maybe('E1')), level: 'emergency' },
  { flag: 'cancer with a new nerve sign', answers: all(cancer, any(newA1toA7, newA8)), level: 'emergency' },
  { flag: 'cancer with a numb leg, however old', answers: all(cancer, maybe('A8')), level: 'urgent' },
  {
    flag: 'cancer with a pain feature',
    answers: all(
      cancer,
      any(
        ticked('capain', 'weekly', 'wakes', 'lying', 'oneBone', 'bones', 'unwell', 'knownBone', 'notSure'),
        is('changes', 'constant'),
        is('F3', 'nothing'),
        ticked('place', 'band', 'midBack'),
        yes('F2'),
        unwell,
        yes('F7'),
      ),
    ),
    level: 'urgent',
  },
  {
    flag: 'night pain with a second sign',
    answers: all(is('F3', 'nothing'), any(atLeast('age', 50), cancer, yes('F2'), fever, yes('F3.weekly'), yes('F6'))),
    level: 'urgent',
  },
  { flag: 'unwell with weight loss or fever', answers: all(maybe('F5'), any(yes('F2'), fever)), level: 'urgent' },
  {
    flag: 'mid-back with a second sign',
    answers: all(
      yes('F6'),
      any(cancer, ticked('place', 'band'), is('changes', 'constant'), newA1toA7, newA8, fever, maybe('E5')),
    ),
    level: 'urgent',
  },
  { flag: 'mid-back at 50 or over', answers: all(yes('F6'), atLeast('age', 50)), level: 'soon' },
  { flag: 'blood thinner with a new nerve sign', answers: all(maybe('I1'), newA1toA7), level: 'emergency' },
  {
    flag: 'blood thinner with a faint or head injury',
    answers: all(maybe('I1'), ticked('I1.signs', 'faint', 'head')),
    level: 'emergency',
  },
  {
    flag: 'blood thinner with a recent fall, big bruise or numb leg',
    answers: all(
      maybe('I1'),
      any(all(is('startAfter', 'fall', 'jolt'), is('injuryWhen', 'last7')), ticked('I1.signs', 'bigBruise'), newA8),
    ),
    level: 'urgent',
  },
  { flag: 'blood thinner with sudden severe pain', answers: all(yes('I1'), sudden, severe), level: 'urgent' },
  { flag: 'from day 3: severe and worse than day 1', answers: all(severe, is('sinceDay1', 'worse')), level: 'urgent' },
  {
    flag: 'under 16 with night pain, fever, limp, weight loss or nerve sign',
    answers: all(
      not(atLeast('age', 16)),
      any(is('F3', 'eases', 'nothing'), fever, maybe('I7.limp'), yes('F2'), newA1toA7, newA8),
    ),
    level: 'urgent',
  },
  {
    flag: 'earlier cauda equina syndrome or big disc bulge, any new A1–A7',
    answers: all(maybe('I9'), newA1toA7),
    level: 'emergency',
  },
  {
    flag: 'earlier cauda equina syndrome or big disc bulge, new A8',
    answers: all(maybe('I9'), newA8),
    level: 'urgent',
  },
  {
    flag: '50 or over, severe, unlike anything, not changed by movement',
    answers: all(maybe('I10'), severe, is('changes', 'constant', 'ownWaves')),
    level: 'urgent',
  },
  {
    flag: 'sickle cell with fever, severe pain, nerve or chest sign',
    answers: all(maybe('I11'), any(fever, severe, newA1toA7, newA8, maybe('C1'), maybe('C3'))),
    level: 'emergency',
  },
  {
    flag: 'hidden signs, changed from usual',
    answers: all(maybe('I12'), ticked('I12.how', 'change', 'notSure')),
    level: 'urgent',
  },
  { flag: 'cord injury, pounding headache', answers: all(maybe('I12'), ticked('I12.how', 'cord')), level: 'emergency' },
]
