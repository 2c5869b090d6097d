/**
 * What anybody may read or say of a result, for each place, each sex with and without a pregnancy or a birth, whoever answers,
 * and each answer: it names no part and no state that this person has not, or cannot have.
 */
import { describe, expect, test } from 'vitest'
import { uk } from '../region.ts'
import { checkState } from './check.ts'
import { inOwnWords } from './own-words.ts'
import { questions } from './questions/all.ts'
import { personOf, spokenTo } from './questions/third-person.ts'
import { clinicianSummary } from './summary.ts'
import { answersWith, toldOf } from './told.fixtures.ts'
import type { Answers } from './types.ts'

/** Every sentence that the result of these answers shows, and what it gives to say. */
function sentences(answers: Answers): { readonly shown: readonly string[]; readonly said: readonly string[] } {
  const state = checkState(answers)
  if (!state.complete) return { shown: [], said: [] }
  const person = personOf(answers)
  const summary = clinicianSummary(answers, state)
  return {
    shown: [
      ...state.reasons.flatMap(({ because, advice = '' }) => [because, advice]),
      ...state.notes.map(({ text }) => text),
      ...state.routes.flatMap((route) => [uk.routes[route].name, inOwnWords(uk.routes[route].how, answers)]),
    ].map((text) => spokenTo(person, text)),
    said: [summary.say, ...summary.alsoSay, ...summary.couldMean],
  }
}

const bodies: readonly Answers[] = [
  { sex: 'male' },
  { sex: 'female' },
  { sex: 'female', pregnancy: 'pregnant', weeks: 10 },
  { sex: 'female', pregnancy: 'pregnant', weeks: 30, H2: 'newNot' },
  { sex: 'female', pregnancy: 'maybe' },
  { sex: 'female', pregnancy: 'birth6w' },
  { sex: 'female', age: 68 },
]
const places = [['lowBack'], ['midBack'], ['neck'], ['side'], ['buttock'], ['neck', 'side']]
const people = ['me', 'other']
/** Each body with each place and whoever answers. */
const all = bodies.flatMap((body) => places.flatMap((place) => people.map((who) => ({ ...body, place, who }))))
/** What the check asks of nobody else. */
const ofPregnancy = /^(?:weeks|D6|H1|H2|H4)\b/
const told = questions.flatMap(toldOf)
/** How many of them each answer is tried with: another part with each, so that every pair comes. */
const step = 5
const tried = told.flatMap(({ name, said }, turn) =>
  all
    .filter((person, at) => (at + turn) % step === 0 && ('pregnancy' in person || !ofPregnancy.test(name)))
    .map((person) => {
      const answers: Answers = answersWith({ ...person, ...said })
      return { name: `${name} of ${JSON.stringify(person)}`, answers, ...sentences(answers) }
    }),
)

interface Wrong {
  readonly what: string
  readonly of: (answers: Answers) => boolean
  readonly words: RegExp
  /** In what is shown alone: aloud the reader speaks. */
  readonly shownOnly?: true
}

const ticks = ({ place }: Answers): readonly string[] => (typeof place === 'object' ? place : [])
const backs = ['lowBack', 'midBack', 'tailbone', 'notSure']
const hasTold = (answers: Answers, id: string, value: string) => {
  const answer = answers[id]
  return answer === value || (typeof answer === 'object' && answer.includes(value))
}
const mayBePregnant = (answers: Answers) =>
  ['pregnant', 'maybe', 'notSure'].includes(String(answers.pregnancy)) || hasTold(answers, 'clotRisk', 'pregnant')
const gaveBirth = (answers: Answers) =>
  ['birth6w', 'birth6m', 'notSure'].includes(String(answers.pregnancy)) || hasTold(answers, 'clotRisk', 'pregnant')

const wrongs: readonly Wrong[] = [
  {
    what: 'back pain where the back was not ticked',
    of: (answers) => ticks(answers).length > 0 && !ticks(answers).some((one) => backs.includes(one)),
    words: /\bback pain\b/i,
  },
  { what: 'a part of men to a woman', of: ({ sex }) => sex === 'female', words: /prostat|testicle/i },
  { what: 'a part of women to a man', of: ({ sex }) => sex === 'male', words: /\bovary|\bwomb\b|midwife|maternity/i },
  {
    what: 'a pregnancy where there is none',
    of: (answers) => !mayBePregnant(answers) && !hasTold(answers, 'I2.risk', 'liver'),
    words: /pregnan(?!cy or soon after birth)/i,
  },
  { what: 'a birth where there was none', of: (answers) => !gaveBirth(answers), words: /\bbirth\b/i },
  {
    what: '“you” to whoever answers for another',
    of: ({ who }) => who === 'other',
    words: /\b(?:your|yours|yourself|me|my)\b|\byou\b(?! (?:cannot get through|do not know where|told us))/i,
    shownOnly: true,
  },
]

describe('what is read and said of a result', () => {
  test('is tried with every answer, every place, every body and both who answer', () => {
    expect(tried.filter(({ said }) => said.length > 0).length).toBeGreaterThan(3000)
  })

  test.each(wrongs)('never: $what', ({ of, words, shownOnly }) => {
    const concerned = tried.filter(({ answers }) => of(answers))
    expect(concerned.length).toBeGreaterThan(1000)
    const found = concerned.flatMap(({ name, shown, said }) =>
      (shownOnly ? shown : [...shown, ...said])
        .filter((text) => words.test(text.replace(/\byou told us\b|with you\./gi, '')))
        .map((text) => `${text} (${name})`),
    )
    const kinds = new Map(found.map((line) => [line.replace(/ \(.*$/, ''), line]))
    expect([...kinds.values()]).toEqual([])
  })
})
