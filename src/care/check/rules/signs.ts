/**
 * Rules that several signs can fire: the sentence, and the words of each sign, so that a reason names only what was told
 * (`reasons.ts`). Their `because` in the other files is the general form, for the printed protocol. Data only.
 */
import { all, any, atLeast, is, maybe, not, term, ticked, yes } from '../condition.ts'
import type { Condition } from '../types.ts'

/** One sign of a rule, as it is named when it was told. */
export interface Sign {
  readonly when: Condition
  readonly words: string
}
/** `says: a; b.` with the signs that hold. */
export interface Named {
  readonly says: string
  readonly signs: readonly Sign[]
}

const sign = (when: Condition, words: string): Sign => ({ when, words })

const saddle = sign(term('A1_COUNTED'), 'a numb or odd feeling between the legs')
const pee = sign(term('A2_COUNTED'), 'a change in how you pee')
const poo = sign(term('A3_COUNTED'), 'leaking poo, or not feeling it')
const sex = sign(all(maybe('A4'), term('A4_COUNTED')), 'a change in how sex feels or works')
const unsaid = sign(all(is('A4', 'preferNot'), maybe('A4.again')), 'a change in feeling, pee or poo')
const bothLegs = sign(term('A5_COUNTED'), 'signs in both legs')
const weak = sign(term('A6_COUNTED'), 'a weak leg or foot')
const unsteady = sign(term('A7_COUNTED'), 'trouble with balance, hands or arms')
const numbLeg = sign(term('A8_NEW'), 'a numb or tingly leg')
const nerves7 = [saddle, pee, poo, sex, unsaid, bothLegs, weak, unsteady]
const nerves = [...nerves7, numbLeg]
const hot = all(maybe('B2'), not(term('B2_CLEARED')))
const fevers = [sign(hot, 'a fever, shivers or sweats'), sign(all(term('FEVER'), not(hot)), 'a fever')]
const chest = sign(maybe('C1'), 'chest pain or tightness')
const breathing = [
  sign(all(maybe('C3'), ticked('C3.kind', 'breathless')), 'being short of breath'),
  sign(all(maybe('C3'), ticked('C3.kind', 'blood')), 'coughing up blood'),
]
const breathingUnclear = sign(
  all(maybe('C3'), not(ticked('C3.kind', 'breathless', 'blood', 'sharp'))),
  'trouble with breathing',
)
const calf = sign(maybe('C4'), 'a swollen, hot or sore calf')
const weightLoss = sign(maybe('F2'), 'weight loss')
const cancer = sign(term('CANCER_TOLD'), 'cancer in the past')
const newShape = sign(all(maybe('E6'), is('E6.kind', 'new', 'notSure')), 'a new lump or change of shape')
const severe = sign(term('SEVERE'), 'bad pain')
const old = (flag: string, { when, words }: Sign): Sign => sign(all(when, is(`${flag}.when`, 'old')), words)
const fall = sign(term('FALL'), 'a fall or knock')
const jolt = sign(is('startAfter', 'jolt'), 'a jolt, or sitting down hard')
const lift = sign(is('startAfter', 'strain'), 'a lift, bend, twist, cough or awkward position')
const effort = sign(all(is('startAfter', 'activity'), term('SUDDEN')), 'more work, sport or sitting than usual')
const nightOnly = sign(is('changes', 'night'), 'pain that comes only at night')
const constant = sign(term('CONSTANT'), 'pain that is there all the time')

/** By the id of the rule. */
export const namedSigns: Readonly<Record<string, Named>> = {
  'A-old-urgent': {
    says: 'It is not new, but not checked as far as we know. It should be looked at today',
    signs: [
      ...[old('A1', saddle), old('A2', pee), old('A3', poo), old('A4', sex), old('A6', weak), old('A7', unsteady)],
    ],
  },
  'A-two-emergency': {
    says: 'Together these can mean pressed nerves, however long you have had them',
    signs: [saddle, pee, poo, sex, unsaid, bothLegs, weak],
  },
  'A5-old-emergency': {
    says: 'Have this checked now, even if it is not new',
    signs: [
      sign(is('A5.pattern', 'weakOrNumb'), 'both legs numb, heavy or weak'),
      sign(not(is('A5.pattern', 'weakOrNumb')), 'signs in both legs'),
      ...[saddle, pee, poo, sex, unsaid, weak, unsteady],
      sign(term('A1_SEAT'), 'a numb or odd feeling between the legs'),
      sign(all(maybe('A8'), not(all(is('A8.when', 'old'), yes('A8.checked')))), 'a numb or tingly leg'),
      sign(all(maybe('A9'), not(all(is('A9.when', 'old'), yes('A9.checked')))), 'pins and needles in an arm'),
    ],
  },
  'A7-emergency': {
    says: 'This can mean a pressed spinal cord',
    signs: [
      unsteady,
      sign(is('A7.fast', 'yes', 'notSure'), 'it came on over hours or days'),
      ...[saddle, pee, poo, weak],
      sign(all(term('SEVERE'), ticked('place', 'neck')), 'bad pain with neck pain'),
      sign(all(term('SEVERE'), any(ticked('place', 'midBack'), term('MID_BACK'))), 'bad pain in the mid-back'),
    ],
  },
  'A9-emergency': {
    says: 'Pins and needles in an arm together with this can come from the heart',
    signs: [chest, ...breathing, breathingUnclear],
  },
  'B2-emergency': {
    says: 'Fever with back pain can mean an infection in the spine. For you it is more likely',
    signs: [
      sign(any(term('INFRISK_STRONG'), term('INFRISK_OTHER')), 'more risk of infection'),
      ...nerves,
      sign(all(term('SEVERE_REST'), term('CONSTANT')), 'bad pain that is there all the time, even at rest'),
    ],
  },
  'B3-emergency': { says: 'A high risk of infection together with this needs A&E now', signs: nerves7 },
  'B3-soon': {
    says: 'With this, even a plain strain should be looked at within days',
    signs: [
      sign(ticked('infRisk', 'immune'), 'a weak immune system'),
      sign(term('STEROIDS'), 'steroid tablets'),
      sign(ticked('infRisk', 'injects'), 'injecting drugs'),
      sign(ticked('infRisk', 'line'), 'dialysis, a long-term line or a catheter'),
      sign(yes('D4.catheter'), 'a catheter'),
      sign(ticked('infRisk', 'implant'), 'an implant or pump in the spine'),
      sign(ticked('infRisk', 'blood'), 'an infection of the blood or of a heart valve'),
      sign(maybe('B5'), 'back surgery, an epidural or a spinal injection'),
    ],
  },
  'B4-emergency': { says: 'Signs of TB together with this need A&E now', signs: [...nerves, newShape] },
  'B4-urgent': {
    says: 'With a risk of TB, this should be checked today',
    signs: [
      sign(any(ticked('B4', 'weight'), maybe('F2')), 'weight loss'),
      sign(ticked('B4', 'cough'), 'a long cough'),
      sign(ticked('B4', 'notSure'), 'signs of TB'),
      ...fevers,
    ],
  },
  'B5-emergency': {
    says: 'After back surgery, an epidural or a spinal injection, this needs A&E now',
    signs: [sign(is('B5.how', 'wound', 'notSure'), 'a wound that leaks, or a fever'), ...fevers, ...nerves],
  },
  'C2-emergency': {
    says: 'This can mean a tear in the main blood vessel',
    signs: [
      sign(maybe('C2'), 'a sudden tearing pain, or one at its worst within seconds'),
      sign(all(maybe('aortic'), term('SUDDEN'), term('SEVERE')), 'sudden bad pain, with a blood vessel illness'),
    ],
  },
  'C3-emergency': {
    says: 'This can be a blood clot on the lung',
    signs: [
      ...breathing,
      breathingUnclear,
      sign(term('C3_SHARP'), 'a sharp pain on breathing in'),
      sign(all(term('C3_SHARP'), term('CLOTRISK')), 'a higher risk of a clot'),
      calf,
    ],
  },
  'C5-urgent': {
    says: 'This should be checked today',
    signs: [
      sign(maybe('C5.lump'), 'a beating lump in the tummy'),
      sign(term('NON_MOVEMENT'), 'pain that moving does not change'),
    ],
  },
  'D1-emergency': {
    says: 'This needs help now',
    signs: [
      sign(ticked('D1.kind', 'severe'), 'severe tummy pain'),
      sign(ticked('D1.kind', 'cantStop'), 'being sick and not able to stop'),
      sign(ticked('D1.kind', 'steroidSick'), 'being sick or drowsy on steroid tablets'),
      sign(ticked('D1.kind', 'notSure'), 'bad tummy pain or being sick'),
      sign(all(term('STEROIDS'), ticked('kidney', 'noFluids')), 'not keeping drinks down on steroid tablets'),
    ],
  },
  'D1-urgent': {
    says: 'This should be checked today',
    signs: [
      sign(ticked('D1.kind', 'yellow'), 'yellow skin or eyes'),
      sign(ticked('D1.kind', 'mild'), 'tummy pain that goes through to the back'),
      sign(not(ticked('D1.kind', 'yellow', 'mild')), 'tummy pain, or being sick'),
    ],
  },
  'D5-emergency': {
    says: 'Waves of side pain together with this need A&E now',
    signs: [
      ...fevers,
      sign(ticked('D5.signs', 'unbearable'), 'pain you cannot bear'),
      sign(ticked('D5.signs', 'noPee'), 'not passing pee'),
      sign(ticked('D5.signs', 'notSure'), 'one more sign'),
      sign(term('PREGNANT_POSSIBLE'), 'pregnancy'),
      sign(ticked('kidney', 'oneKidney', 'notSure'), 'only one kidney'),
      sign(all(atLeast('age', 50), term('SUDDEN'), term('SEVERE')), 'sudden bad pain at your age'),
    ],
  },
  'D6-emergency': {
    says: 'Early on, this can mean that a pregnancy is outside the womb',
    signs: [
      sign(ticked('D6', 'faint'), 'a faint or collapse'),
      sign(ticked('D6', 'shoulderTip'), 'pain at the tip of a shoulder'),
      sign(ticked('D6', 'severeLow'), 'severe or one-sided low tummy pain'),
      sign(ticked('D6', 'heavyBleed'), 'heavy bleeding'),
      sign(ticked('D6', 'notSure'), 'one of these signs'),
    ],
  },
  'E2-emergency': {
    says: 'A small injury can break a thin bone. With this it needs A&E now',
    signs: [sign(term('CANNOT_WALK'), 'not being able to stand or walk'), ...nerves],
  },
  'E2-urgent': {
    says: 'Pain on the bones after this can be a broken bone',
    signs: [fall, jolt, lift, effort],
  },
  'E2-soon': {
    says: 'This should be looked at within days',
    signs: [
      ...[fall, jolt, lift, effort],
      sign(term('CENTRAL'), 'pain over the bones'),
      sign(term('FXRISK'), 'bones that may break more easily'),
    ],
  },
  'F1-emergency': { says: 'Cancer in the past together with this can mean a pressed spinal cord', signs: nerves },
  'F1-urgent': {
    says: 'Cancer in the past together with this needs a same-day call',
    signs: [
      constant,
      sign(any(ticked('capain', 'weekly'), yes('F3.weekly')), 'pain that gets worse week by week'),
      sign(term('WORSE_FOR_WEEKS'), 'pain that is worse than at first, after 2 weeks or more'),
      sign(any(ticked('capain', 'wakes'), is('F3', 'nothing')), 'pain that wakes you, and nothing eases it'),
      nightOnly,
      sign(ticked('place', 'band'), 'a band of pain round the chest or tummy'),
      sign(ticked('place', 'midBack'), 'pain between or below the shoulder blades'),
      sign(ticked('capain', 'lying'), 'pain that is worse lying flat'),
      sign(maybe('F7'), 'pain that is worse when you cough, sneeze or strain'),
      sign(ticked('capain', 'oneBone'), 'one sore bone'),
      sign(ticked('capain', 'bones'), 'pain in several bones'),
      sign(any(ticked('capain', 'unwell'), term('F5_COUNTED')), 'feeling unwell, tired or off your food'),
      weightLoss,
      sign(ticked('capain', 'knownBone'), 'cancer known to be in the bones'),
      sign(ticked('capain', 'notSure'), 'one more sign of this kind'),
      sign(maybe('A8'), 'a numb or tingly leg'),
    ],
  },
  'F3-urgent': {
    says: 'No position eases the pain at night. Have it checked today, also because of this',
    signs: [
      sign(atLeast('age', 50), 'your age'),
      ...[cancer, weightLoss, ...fevers],
      sign(maybe('F3.weekly'), 'it gets worse week by week'),
      sign(term('WORSE_FOR_WEEKS'), 'it is worse than at first, after 2 weeks or more'),
      sign(term('MID_BACK'), 'pain between or below the shoulder blades'),
    ],
  },
  'F6-urgent': {
    says: 'The pain is between or below the shoulder blades. Have it checked today, also because of this',
    signs: [
      sign(all(atLeast('age', 50), not(term('PLAIN'))), 'your age'),
      cancer,
      sign(term('BROKEN_OR_INFECTED'), 'a risk of a break or an infection'),
      sign(ticked('place', 'band'), 'a band of pain round the chest or tummy'),
      constant,
      ...nerves,
    ],
  },
  'H1-emergency': {
    says: 'In pregnancy this needs help right now, for you and the baby',
    signs: [
      sign(ticked('H1', 'collapse'), 'a fit or collapse'),
      sign(ticked('H1', 'heavyBleed'), 'heavy bleeding'),
      sign(ticked('H1', 'severeTummy'), 'severe tummy pain all the time'),
    ],
  },
  'H1-urgent': {
    says: 'In pregnancy, ring the maternity unit now for this',
    signs: [
      sign(ticked('H1', 'bleeding'), 'bleeding, or waters that leak'),
      sign(ticked('H1', 'tightenings'), 'regular tightenings'),
      sign(ticked('H1', 'babyLess'), 'the baby moves less'),
      sign(ticked('H1', 'headSight'), 'a bad headache or a change in sight'),
      sign(ticked('H1', 'swelling'), 'sudden swelling of the face or hands'),
      sign(any(ticked('H1', 'ribs'), ticked('place', 'side')), 'pain under the ribs'),
      sign(ticked('H1', 'notSure'), 'one of these signs'),
      sign(maybe('H2.waves'), 'back pain in waves or tightenings'),
    ],
  },
  'H4-emergency': {
    says: 'After birth this is not normal. It needs A&E now',
    signs: [
      ...nerves7,
      sign(term('A1_SEAT'), 'a numb or odd feeling between the legs'),
      sign(all(maybe('A8'), not(all(is('A8.when', 'old'), yes('A8.checked')))), 'a numb or tingly leg'),
    ],
  },
  'H4-urgent': {
    says: 'Soon after a birth, this needs a call today',
    signs: [
      sign(ticked('H4', 'heavyBleed'), 'heavy bleeding'),
      sign(ticked('H4', 'womb'), 'a sore womb, or bleeding that smells bad'),
      sign(ticked('H4', 'badHeadache'), 'a bad headache'),
      sign(ticked('H4', 'notSure'), 'one of these signs'),
      chest,
      ...breathing,
      breathingUnclear,
      sign(all(maybe('C3'), ticked('C3.kind', 'sharp')), 'a sharp pain on breathing in'),
      calf,
    ],
  },
  'I1-emergency': {
    says: 'On a blood thinner, this needs A&E now',
    signs: [
      ...nerves7,
      sign(ticked('I1.signs', 'faint'), 'feeling faint'),
      sign(ticked('I1.signs', 'head'), 'a knock to the head'),
      sign(maybe('C5.collapse'), 'a collapse, a faint or going clammy'),
    ],
  },
  'I1-urgent': {
    says: 'On a blood thinner, this should be checked today',
    signs: [
      sign(all(term('FALL'), term('RECENT_INJURY')), 'a fall or knock'),
      sign(all(is('startAfter', 'jolt'), term('RECENT_INJURY')), 'a jolt, or sitting down hard'),
      sign(all(maybe('E1'), term('RECENT_INJURY')), 'an accident'),
      sign(all(term('SUDDEN'), term('SEVERE')), 'sudden bad pain'),
      sign(ticked('I1.signs', 'bigBruise'), 'a big new bruise'),
      sign(ticked('I1.signs', 'notSure'), 'a bleed'),
      numbLeg,
    ],
  },
  'I5-urgent': {
    says: 'This needs help today',
    signs: [
      sign(is('I5', 'no', 'notSure'), 'not getting to the toilet or a drink'),
      sign(is('walk', 'cannot'), 'not being able to stand'),
      sign(maybe('I5.medicine'), 'pain that does not ease with medicine'),
    ],
  },
  'I6-urgent': {
    says: 'After 3 days, bad pain should be checked today with this',
    signs: [sign(is('sinceDay1', 'worse', 'notSure'), 'pain that is worse than on the first day')],
  },
  'I7-soon': {
    says: 'Back pain is one for the GP, with a parent, because of this',
    signs: [sign({ q: 'age', below: 16 }, 'an age under 16')],
  },
  'I7-urgent': {
    says: 'In a child, back pain should be checked today together with this',
    signs: [
      sign(all({ q: 'age', below: 10 }, not(atLeast('age', 10))), 'an age under 10'),
      sign(any(is('F3', 'rolling', 'eases', 'nothing', 'notSure'), is('changes', 'night')), 'pain at night'),
      ...fevers,
      sign(maybe('I7.limp'), 'a limp'),
      sign(is('A7.kind', 'painOnly'), 'limping or slow because of pain'),
      weightLoss,
      ...nerves,
    ],
  },
  'I9-emergency': {
    says: 'With this nerve trouble before, or a big disc bulge, any new sign needs A&E',
    signs: [...nerves7, sign(term('A1_SEAT'), 'a numb or odd feeling between the legs')],
  },
  'I11-emergency': {
    says: 'With sickle cell disease, this needs A&E now',
    signs: [
      ...fevers,
      severe,
      ...nerves,
      chest,
      ...breathing,
      breathingUnclear,
      sign(all(maybe('C3'), ticked('C3.kind', 'sharp')), 'a sharp pain on breathing in'),
      sign(ticked('place', 'band'), 'a band of pain round the chest or tummy'),
    ],
  },
  'I12-urgent': {
    says: 'Warning signs can be hidden here. This should be checked today',
    signs: [
      sign(ticked('I12.how', 'change', 'notSure'), 'a change from how you always are'),
      sign(is('A8', 'notSure'), 'a numb or tingly leg'),
    ],
  },
}
