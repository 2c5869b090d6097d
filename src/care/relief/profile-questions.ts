/**
 * The profile: its fields, and the questions that fill them.
 * Read by `profile.ts`, the plan pages and the proofs. Every field is a question here, so the space of all profiles is the
 * product of the answers: finite, and small enough to prove things about (relief.proof.test.ts).
 * Never: asks for a name, a place or anything the plan does not use.
 */
import { is, ticked } from '../check/condition.ts'
import { notSure, type Question } from '../check/types.ts'

/** Yes, no, or not known. */
export type Reply = 'yes' | 'no' | 'notSure'
/** Ticked values; `[]` means none of these, `['notSure']` not known. */
export type Ticks = readonly string[]
/** A whole number, or not known. */
export type NumberOrNot = number | 'notSure'

/**
 * One person, right now. Every field is filled; `notSure` stands for anything not answered. A type and no interface, so that
 * a condition may look up a field by its name.
 */
export type ReliefProfile = {
  /** 0 to 10, now. */
  readonly painNow: NumberOrNot
  /** Years, 0 to 120. */
  readonly age: NumberOrNot
  readonly pregnancy: 'no' | 'maybe' | 'pregnant' | 'birth6w' | 'birth6m' | 'notSure'
  /** Whole weeks, 0 to 45. 15 weeks and 6 days is 15. 0 when not pregnant. */
  readonly weeks: NumberOrNot
  /** The check-up at 6 to 8 weeks after a birth has been done. Not sure counts as not done. */
  readonly birthCheck: Reply
  readonly legPain: 'none' | 'aboveKnee' | 'belowKnee' | 'notSure'
  readonly legSide: 'left' | 'right' | 'both' | 'notSure'
  /** A leg or foot is numb or tingly (A8). */
  readonly legTingle: Reply
  readonly eases: Ticks
  readonly worsens: Ticks
  /** Main pain in the mid-back (F6). */
  readonly midBack: Reply
  /** Pain at the back dimples or the front of the pelvis. */
  readonly pelvic: Reply
  /** Heavy legs on standing or walking, gone within minutes of sitting. */
  readonly heavyLegs: Reply
  /** This pain has lasted over 3 months. */
  readonly overThreeMonths: Reply
  /** Can stand and take a few steps. */
  readonly walk: 'can' | 'help' | 'cannot' | 'notSure'
  /** Can get down to the floor and up again alone. */
  readonly floor: Reply
  /** A foot that drops or drags (an old, checked one; a new one ends in a call for help). */
  readonly footDrop: Reply
  /** Osteoporosis, a past break from a minor fall, or steroid tablets for 3 months or more. */
  readonly thinBones: Reply
  /** Blood thinner or bleeding disorder (I1). */
  readonly bloodThinner: Reply
  readonly health: Ticks
  readonly illness: Ticks
  readonly skin: Ticks
  /** Alcohol, or a medicine that makes sleepy. */
  readonly drowsy: Reply
  readonly warmOrCold: 'warm' | 'cold' | 'either' | 'notSure'
  readonly have: Ticks
  /** What the 5-minute direction test showed (direction-test.ts). */
  readonly direction:
    | 'notDone'
    | 'back'
    | 'forward'
    | 'either'
    | 'backOnly'
    | 'forwardOnly'
    | 'stopBack'
    | 'stopForward'
    | 'stopBoth'
    | 'notSure'
}
/** The name of one field of the profile: the id of its question too. */
export type ProfileField = keyof ReliefProfile

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const usual = { sources: ['professional'], tag: 'K' } as const
const maybePregnant = is('pregnancy', 'pregnant', 'maybe', 'birth6w', 'birth6m', 'notSure')

/** All questions of the profile, in order. `questionsToAsk` leaves out what the check has answered. */
export const profileQuestions = [
  {
    id: 'painNow',
    kind: 'number',
    min: 0,
    max: 10,
    unit: 'out of 10',
    ...ours,
    ask: 'How bad is the pain right now, from 0 (none) to 10 (worst you can think of)?',
    short: 'Pain now (0–10)',
  },
  {
    id: 'eases',
    kind: 'ticks',
    ...ours,
    ask: 'What makes it easier?',
    short: 'Easier with',
    why: 'We start with what your back likes.',
    options: [
      { value: 'sitting', text: 'Sitting' },
      { value: 'curling', text: 'Bending forward or curling up' },
      { value: 'standing', text: 'Standing' },
      { value: 'walking', text: 'Walking' },
      { value: 'lyingBack', text: 'Lying on my back' },
      { value: 'lyingFront', text: 'Lying on my front' },
      { value: 'lyingSide', text: 'Lying on my side' },
    ],
  },
  {
    id: 'worsens',
    kind: 'ticks',
    ...ours,
    ask: 'What makes it worse?',
    short: 'Worse with',
    why: 'We leave that out of your plan for now.',
    options: [
      { value: 'sitting', text: 'Sitting' },
      { value: 'bending', text: 'Bending forward' },
      { value: 'standing', text: 'Standing' },
      { value: 'arching', text: 'Leaning or arching back' },
      { value: 'walking', text: 'Walking' },
      { value: 'lyingBack', text: 'Lying on my back' },
      { value: 'lyingFront', text: 'Lying on my front' },
      { value: 'lyingSide', text: 'Lying on my side' },
      { value: 'cough', text: 'Coughing or sneezing' },
    ],
  },
  {
    id: 'legPain',
    kind: 'choice',
    ...ours,
    ask: 'Does the pain go into a leg?',
    short: 'Leg pain',
    help: 'A leg starts below the crease of your buttock.',
    options: [
      { value: 'none', text: 'No' },
      { value: 'aboveKnee', text: 'Yes, but not past the knee' },
      { value: 'belowKnee', text: 'Yes, below the knee' },
    ],
  },
  {
    id: 'legSide',
    kind: 'choice',
    ...ours,
    askWhen: is('legPain', 'aboveKnee', 'belowKnee', notSure),
    ask: 'Which leg?',
    short: 'Side',
    options: [
      { value: 'left', text: 'Left' },
      { value: 'right', text: 'Right' },
      { value: 'both', text: 'Both' },
    ],
  },
  {
    id: 'warmOrCold',
    kind: 'choice',
    ...ours,
    certain: true,
    ask: 'Which would feel nicer now?',
    short: 'Warm or cold',
    options: [
      { value: 'warm', text: 'Something warm' },
      { value: 'cold', text: 'Something cold' },
      { value: 'either', text: 'Either' },
      { value: notSure, text: 'Not sure' },
    ],
  },
  {
    id: 'have',
    kind: 'ticks',
    ...ours,
    ask: 'What do you have near you?',
    short: 'At hand',
    options: [
      { value: 'bed', text: 'A bed or sofa' },
      { value: 'chair', text: 'A firm chair' },
      { value: 'heatPack', text: 'A heat pack' },
      { value: 'bottle', text: 'A hot-water bottle with a cover, under 2 years old' },
      { value: 'bath', text: 'A bath' },
      { value: 'shower', text: 'A shower' },
      { value: 'ice', text: 'An ice pack or frozen peas' },
      { value: 'ball', text: 'A soft ball' },
      { value: 'roller', text: 'A foam roller' },
    ],
  },
  {
    id: 'floor',
    kind: 'yesNo',
    ...ours,
    ask: 'Can you get down to the floor and up again on your own?',
    tick: 'I can get to the floor and up again',
    short: 'Can get to the floor and up',
  },
  {
    id: 'drowsy',
    kind: 'yesNo',
    ...ours,
    ask: 'Have you had alcohol in the last few hours? Or a medicine that makes you sleepy?',
    tick: 'I have had alcohol, or a medicine that makes me sleepy',
    short: 'Alcohol or sleepy medicine',
    why: 'You may not feel a burn from heat.',
  },
  {
    id: 'skin',
    kind: 'ticks',
    ...usual,
    ask: 'On your back, where warm or cold would go, is any of this true?',
    short: 'Skin and blood flow',
    why: 'Heat and cold can burn skin that has less feeling or heals badly.',
    options: [
      { value: 'numb', text: 'The skin is numb, or I cannot feel hot and cold well' },
      { value: 'broken', text: 'The skin is broken, has an infection, or has had X-ray treatment for cancer' },
      { value: 'newBruise', text: 'A knock or bruise there less than 48 hours old' },
      { value: 'rub', text: 'I have put a heat rub or gel on it' },
      { value: 'sore', text: 'It is too sore to touch' },
      { value: 'circulation', text: 'I have poor blood flow (circulation)' },
      { value: 'diabeticNerves', text: 'I have nerve damage from diabetes' },
      { value: 'coldAllergy', text: "I have Raynaud's (white, painful fingers in the cold) or an allergy to cold" },
      { value: 'bruiseEasily', text: 'I bruise easily' },
    ],
  },
  {
    id: 'health',
    kind: 'ticks',
    ...usual,
    ask: 'Do you have any of these?',
    short: 'Health',
    why: 'Each of these changes which movements are right for you.',
    options: [
      { value: 'surgery', text: 'Back or tummy surgery in the last 12 weeks (a caesarean counts)' },
      { value: 'hernia', text: 'A hernia in the tummy or groin' },
      { value: 'pressure', text: 'High blood pressure that is not controlled' },
      { value: 'heart', text: 'Heart disease' },
      { value: 'eyes', text: 'Glaucoma, or trouble with the back of the eye' },
      { value: 'lungs', text: 'Asthma, COPD or some other trouble with breathing' },
      { value: 'arm', text: 'A sore wrist or shoulder' },
      { value: 'knee', text: 'A sore knee' },
      { value: 'hip', text: 'A hip replacement' },
      { value: 'vertigo', text: 'Dizziness or vertigo' },
      { value: 'falls', text: 'A fall in the last year' },
      { value: 'slip', text: 'Spondylolisthesis (a slipped bone), or a stress fracture of the back' },
      { value: 'stenosis', text: 'Spinal stenosis (a narrow spine canal)' },
      { value: 'fusion', text: 'A fused or stiff spine (such as ankylosing spondylitis), or a past broken spine bone' },
    ],
  },
  {
    id: 'pelvic',
    kind: 'yesNo',
    ...ours,
    askWhen: maybePregnant,
    ask: 'Is the pain at the dimples of your back or at the front of your pelvis? Does it come on the stairs, say, or when you turn in bed?',
    tick: 'Pain at the back dimples or front of the pelvis',
    short: 'Pelvic pain',
  },
  {
    id: 'heavyLegs',
    kind: 'yesNo',
    ...ours,
    askWhen: ticked('worsens', 'standing', 'walking', notSure),
    ask: 'Do your legs ache, or get heavy or numb, when you stand or walk? And do they ease within minutes when you sit?',
    tick: 'Heavy legs on standing or walking that ease on sitting',
    short: 'Heavy legs, eased by sitting',
  },
  // From here on, the check has the answers. They are asked again only when it had no need of them.
  {
    id: 'age',
    kind: 'number',
    min: 0,
    max: 120,
    unit: 'years',
    ...ours,
    ask: 'How old are you?',
    short: 'Age',
  },
  {
    id: 'pregnancy',
    kind: 'choice',
    ...usual,
    ask: 'Are you pregnant, or could you be?',
    short: 'Pregnancy',
    options: [
      { value: 'no', text: 'No' },
      { value: 'maybe', text: 'I could be' },
      { value: 'pregnant', text: 'Yes, pregnant' },
      { value: 'birth6w', text: 'I gave birth in the last 6 weeks' },
      { value: 'birth6m', text: 'I gave birth 6 weeks to 6 months ago' },
    ],
  },
  {
    id: 'weeks',
    kind: 'number',
    min: 0,
    max: 45,
    unit: 'weeks',
    ...usual,
    askWhen: is('pregnancy', 'pregnant', 'maybe', notSure),
    ask: 'How many full weeks pregnant are you?',
    short: 'Weeks pregnant',
  },
  {
    id: 'birthCheck',
    kind: 'yesNo',
    ...ours,
    askWhen: is('pregnancy', 'birth6m'),
    ask: 'Have you had the check-up that comes 6 to 8 weeks after a birth?',
    tick: 'I have had my check-up after the birth',
    short: 'Check-up after the birth',
    why: 'Until it is done, planks and dead bugs wait.',
  },
  {
    id: 'thinBones',
    kind: 'yesNo',
    sources: ['brooke-wavell-2022'],
    tag: 'V',
    ask: 'Do you have osteoporosis or a past break from a minor fall, or steroid tablets for 3 months or more?',
    tick: 'Thin bones, or steroid tablets for 3 months or more',
    short: 'Thin bones or long steroid use',
  },
  {
    id: 'bloodThinner',
    kind: 'yesNo',
    ...usual,
    ask: 'Do you take a medicine to thin your blood, or do you bleed very easily?',
    tick: 'A blood thinner or a bleeding disorder',
    short: 'Blood thinner',
  },
  {
    id: 'illness',
    kind: 'ticks',
    ...usual,
    ask: 'Is any of this true now?',
    short: 'Illness',
    options: [
      { value: 'fever', text: 'A fever, or hot and shivery' },
      { value: 'rash', text: 'A rash' },
      { value: 'legClot', text: 'A clot in a leg, or one calf swollen, hot or sore' },
      { value: 'boneCancer', text: 'Cancer in a bone' },
      { value: 'newInjury', text: 'A fall or knock in the last 7 days' },
      { value: 'sickle', text: 'Sickle cell disease' },
    ],
  },
  {
    id: 'walk',
    kind: 'choice',
    ...ours,
    ask: 'Can you stand and take a few steps?',
    short: 'Standing and walking',
    options: [
      { value: 'can', text: 'Yes, even if slowly' },
      { value: 'help', text: 'Only with help' },
      { value: 'cannot', text: 'No' },
    ],
  },
  {
    id: 'footDrop',
    kind: 'yesNo',
    ...ours,
    ask: 'Does a foot drop, slap or drag when you walk?',
    tick: 'A foot drops, slaps or drags',
    short: 'Foot drop',
  },
  {
    id: 'midBack',
    kind: 'yesNo',
    ...ours,
    ask: 'Is the main pain between or below the shoulder blades (not the low back or neck)?',
    tick: 'Main pain between or below the shoulder blades',
    short: 'Main pain in the mid-back',
  },
  {
    id: 'overThreeMonths',
    kind: 'yesNo',
    ...ours,
    ask: 'Has this pain lasted over 3 months?',
    tick: 'Over 3 months',
    short: 'Over 3 months',
  },
  {
    id: 'legTingle',
    kind: 'yesNo',
    ...ours,
    ask: 'Is one leg or foot numb or tingly?',
    tick: 'One leg or foot is numb or tingly',
    short: 'Leg numb or tingly',
  },
  {
    id: 'direction',
    kind: 'choice',
    ...ours,
    certain: true,
    askWhen: { any: [] },
    ask: 'What did the 5-minute test show?',
    short: 'Direction test',
    options: [
      { value: 'notDone', text: 'Not done' },
      { value: 'back', text: 'Leaning back helped' },
      { value: 'forward', text: 'Leaning forward helped' },
      { value: 'either', text: 'No difference' },
      { value: 'backOnly', text: 'Leaning back helped; leaning forward sent it further down the leg' },
      { value: 'forwardOnly', text: 'Leaning forward helped; leaning back sent it further down the leg' },
      { value: 'stopBack', text: 'Leaning back sent it further down the leg' },
      { value: 'stopForward', text: 'Leaning forward sent it further down the leg' },
      { value: 'stopBoth', text: 'Both sent it further down the leg' },
      { value: notSure, text: 'Not sure' },
    ],
  },
] as const satisfies readonly (Question & { readonly id: ProfileField })[]

/** The values one field can take, besides numbers. Tick-lists: the items that can be ticked, `notSure` included. */
export function profileValues(question: Question): readonly string[] {
  switch (question.kind) {
    case 'yesNo':
      return ['yes', 'no', notSure]
    case 'choice':
    case 'ticks':
      return [...new Set([...question.options.map(({ value }) => value), notSure])]
    case 'number':
      return [notSure]
    case 'text':
      return []
    default:
      throw new Error(`unhandled ${question satisfies never}`)
  }
}
