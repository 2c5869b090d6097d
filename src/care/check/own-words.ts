/**
 * The pain and the body as they were told: it is back pain only where the back was ticked, so that nobody with a sore neck
 * reads of "your back pain", and no woman of her prostate.
 * Pure. Never: decides anything.
 */
import { answerText } from './answer-text.ts'
import { questionById } from './questions/all.ts'
import type { Answers } from './types.ts'

/** Places that anybody calls the back. */
const inTheBack = ['lowBack', 'midBack', 'tailbone', 'notSure']

/** Places whose pain has a name of its own. */
const named: Readonly<Record<string, string>> = {
  neck: 'neck pain',
  shoulder: 'shoulder pain',
  side: 'side pain',
  buttock: 'buttock pain',
  leg: 'leg pain',
}

/** Not told yet where, or in the back: then it is called back pain. */
const isOfTheBack = ({ place }: Answers): boolean =>
  typeof place !== 'object' || place.length === 0 || inTheBack.some((one) => place.includes(one))

/** As it is said aloud: back pain, unless every place that was ticked is another. */
export function painTold(answers: Answers): string {
  const { place } = answers
  if (typeof place !== 'object' || isOfTheBack(answers)) return 'back pain'
  const others = place.filter((one) => one !== 'elsewhere')
  const question = questionById.get('place')
  if (others.length === 0 || !question) return 'pain that is not in the back'
  const [first = ''] = others
  if (others.length === 1) return named[first] ?? `pain in a ${answerText(question, others, 'short')}`
  return `pain in these places: ${answerText(question, others, 'short')}`
}

/** Of two parts or times that a sentence names because the question does, the one that can be this person's. */
const ownPart: readonly {
  readonly of: (answers: Answers) => boolean
  readonly words: Readonly<Record<string, string>>
}[] = [
  {
    of: ({ sex }) => sex === 'female',
    words: {
      'low on one side or in a testicle': 'low on one side',
      'A fever, and discharge or pain at the back of a testicle': 'A fever with discharge',
      'twisted ovary or testicle': 'twisted ovary',
      'pelvic infection or prostatitis': 'pelvic infection',
      'a leak or prostate trouble': 'a leak',
    },
  },
  {
    of: ({ sex }) => sex === 'male',
    words: { 'twisted ovary or testicle': 'twisted testicle', 'pelvic infection or prostatitis': 'prostatitis' },
  },
  {
    of: ({ pregnancy }) => pregnancy === 'pregnant',
    words: { 'in pregnancy or soon after birth': 'in pregnancy', 'in pregnancy or after birth': 'in pregnancy' },
  },
  {
    of: ({ pregnancy }) => pregnancy === 'birth6w',
    words: { 'in pregnancy or soon after birth': 'soon after birth', 'in pregnancy or after birth': 'after birth' },
  },
]

/**
 * A sentence of ours as it fits this person: it calls the pain what they called it, and names no part that they cannot have,
 * nor a pregnancy where there was a birth.
 */
export function inOwnWords(text: string, answers: Answers): string {
  const parts = ownPart.filter(({ of }) => of(answers)).flatMap(({ words }) => Object.entries(words))
  return parts.reduce((said, [both, own]) => said.replaceAll(both, own), withOwnPain(text, answers))
}

/**
 * A sentence of ours that names the back as what hurts, as it fits this person: their neck, side, buttock or leg, or, of several places
 * of which none is the back, their pain.
 */
export function ofOwnPart(text: string, answers: Answers): string {
  if (isOfTheBack(answers)) return text
  const only = typeof answers.place === 'object' && answers.place.length === 1 ? answers.place[0] : undefined
  const part = (only !== undefined && named[only]?.replace(' pain', '')) || undefined
  const said = part ?? 'pain'
  return text
    .replace(/\b(my|your|their) back has (?:gone again|just gone)\b/gi, `$1 ${said} is bad again`)
    .replace(/\bHas (your|their) back gone again\b/g, `Is $1 ${said} bad again`)
    .replace(/\bdamage (your|their) back\b/g, `damage $1 ${part ?? 'body'}`)
    .replace(/\bHow sore is (your|their) back\b/g, part ? `How sore is $1 ${part}` : 'How bad is $1 pain')
    .replace(/\b(my|your|their) back\b/gi, `$1 ${said}`)
}

/** "Back pain" only of whoever has it in the back. */
function withOwnPain(text: string, answers: Answers): string {
  if (isOfTheBack(answers)) return text
  const only = typeof answers.place === 'object' && answers.place.length === 1 ? answers.place[0] : undefined
  const pain = (only !== undefined && named[only]) || 'pain'
  return text
    .replace(/\bback pain\b/g, pain)
    .replace(/\bBack pain\b/g, `${pain.charAt(0).toUpperCase()}${pain.slice(1)}`)
    .replace(/\bback or bone pain\b/g, pain === 'pain' ? pain : pain.replace(' pain', ' or bone pain'))
}
