/**
 * What a clinician reads of each answer, as a table that a person reviews: summary-tables.txt beside this test. A man of 35
 * with a plain strain, and a woman, answer everything; one answer is another, or two of one question's follow-ups are. A line
 * says what the summary has more (`+`) or fewer (`-`) by it, part by part; of two answers only what is said aloud.
 */
import { afterAll, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { checkState } from './check.ts'
import { questionById, questions } from './questions/all.ts'
import { clinicianSummary } from './summary.ts'
import { answersWith, type Told, toldOf } from './told.fixtures.ts'
import type { Answers, Question } from './types.ts'

const reviewed = reviewedOutlines(new URL('./summary-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

/** The summary in short lines, each with the part that it stands in. */
function read(said: Answers): readonly string[] {
  const answers = answersWith({ injuryWhen: 'last7', weeks: 20, ...said })
  const state = checkState(answers)
  if (!state.complete) throw new Error(`still asks ${state.ask.join(' ')}`)
  const { say, alsoSay, flags, importantNoes, timeline, background, couldMean } = clinicianSummary(answers, state)
  return [
    `say ${say}`,
    ...alsoSay.map((text) => `also ${text}`),
    ...flags.map(({ label, answer }) => `flag ${label}: ${answer}`),
    ...importantNoes.map((text) => `no ${text}`),
    ...timeline.map(({ label, answer }) => `when ${label}: ${answer}`),
    ...background.map(({ label, answer }) => `about ${label}: ${answer}`),
    ...couldMean.map((text) => `could be ${text}`),
  ]
}

/** How nearly everybody's begins. */
const plainly = 'I have back pain (today or yesterday). '

/** What is more, then what is fewer; the first line, which is said aloud, only where it is another. */
function changed(before: readonly string[], now: readonly string[]): string {
  const more = now.filter((line) => !before.includes(line)).map((line) => `+${line.replace(plainly, '')}`)
  const fewer = before.filter((line) => !now.includes(line) && !line.startsWith('say ')).map((line) => `-${line}`)
  return [...more, ...fewer].join(' | ')
}

/** By each answer, what changes for this person. */
function byOneAnswer(person: Answers): readonly string[] {
  const before = read(person)
  return questions.flatMap(toldOf).flatMap(({ name, said }) => {
    const change = changed(before, read({ ...person, ...said }))
    return change === '' ? [] : [`${name}: ${change}`]
  })
}

test('what is read by one answer, of a man, and where it is something else of a woman', () => {
  const [man, woman] = [{ age: 35 }, { age: 35, sex: 'female', H2: 'no' }] as const
  const ofMan = byOneAnswer(man)
  expect(ofMan.length).toBeGreaterThan(150)
  reviewed.checkLines('man, one answer', [...read(man), '', ...ofMan])
  reviewed.checkLines('woman, where she differs', [
    changed(read(man), read(woman)),
    ...byOneAnswer(woman).filter((line) => !ofMan.includes(line)),
  ])
})

/** The question that this one stands under, or itself. */
const above = (question: Question): string => {
  const parent = question.under === undefined ? undefined : questionById.get(question.under)
  return parent === undefined ? question.id : above(parent)
}
/** Both at once: of one list of ticks both are ticked; of one choice only one can be. */
function both(one: Told, other: Told): Answers | undefined {
  const said: Record<string, Answers[string]> = { ...one.said, ...other.said }
  for (const [id, answer] of Object.entries(one.said)) {
    const second = other.said[id]
    if (second === undefined || second === answer) continue
    if (typeof answer !== 'object' || typeof second !== 'object') return undefined
    said[id] = [...answer, ...second]
  }
  return said
}

test('what is said aloud by two answers of one question and its follow-ups', () => {
  const families = Map.groupBy(questions, above)
  const lines = [...families.values()].flatMap((family) => {
    const told = family.filter(({ under }) => under !== undefined).flatMap(toldOf)
    return told.flatMap((one, at) =>
      told.slice(at + 1).flatMap((other) => {
        const said = both(one, other)
        const [first = ''] = said ? read({ age: 35, ...said }) : []
        const known = [one, other].some((each) => read({ age: 35, ...each.said })[0] === first)
        return said === undefined || known ? [] : [`${one.name}, ${other.name}: ${first.replace(`say ${plainly}`, '')}`]
      }),
    )
  })
  expect(lines.length).toBeGreaterThan(20)
  reviewed.checkLines('two answers', lines)
})
