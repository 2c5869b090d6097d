/** Somebody who answers for another is never asked about themselves. */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { allQuestions } from '../protocol.ts'
import { rules } from '../rules/all.ts'
import { notes } from '../rules/notes.ts'
import type { Question } from '../types.ts'
import { uk } from '../../region.ts'
import { limits } from '../../relief/limits.ts'
import { allReviews, bookACheckIf, stopEverything, tingleGrows, whatToExpect } from '../../relief/reviews.ts'
import { lockedPlan } from '../../relief/locked.ts'
import { safetyNet } from '../safety-net.ts'
import { ladder } from './ladder.ts'
import { screens } from './screens.ts'
import { inThirdPerson, personOf, spokenTo, wordedFor } from './third-person.ts'

const reviewed = reviewedOutlines(new URL('./third-person-tables.txt', import.meta.url))

/** Every text of a question that a person reads. */
function textsOf(question: Question): readonly string[] {
  const options =
    question.kind === 'choice' || question.kind === 'ticks'
      ? question.options
      : question.kind === 'yesNo'
        ? (question.extra ?? [])
        : []
  const own = question.kind === 'yesNo' ? [question.tick, question.note] : []
  return [question.ask, question.why, question.help, question.tip, ...own, ...options.map(({ text }) => text)].flatMap(
    (text) => text ?? [],
  )
}
const titles = screens.flatMap(({ title, intro, groups }) => [
  title,
  intro,
  ...groups.map((group) => ('heading' in group ? group.heading : undefined)),
])
const asked = [...allQuestions.filter(({ id }) => id !== 'who'), ladder]
const reader = /\b(?:you|your|yours|yourself|you're|I|I'm|my|mine|me|myself)\b/i
const left = (texts: readonly (string | undefined)[]) =>
  texts.filter((text) => text !== undefined && reader.test(inThirdPerson(text)))

const reader3 = /\b(?:frightens|hurts?|judge|in|for|drive|sees|saw) they\b|\bthey (?:am|is|was|has)\b/i

describe('a result for somebody else', () => {
  test('no reason, advice or note speaks to the reader, and all of them are grammar', () => {
    const texts = [...rules.flatMap(({ because, advice }) => [because, advice ?? '']), ...notes.map(({ text }) => text)]
    expect(texts.length).toBeGreaterThan(120)
    // Who told us is the reader.
    expect(left(texts).filter((text) => !text?.startsWith('You told us about'))).toEqual([])
    expect(texts.map(inThirdPerson).filter((text) => reader3.test(text))).toEqual([])
  })

  test('what stands in place of a plan speaks of them; who worries, rings and told us is the reader', () => {
    const closed = (['emergency', 'urgent', 'unfinished', 'expired', 'seen', 'due', 'red'] as const).flatMap((why) =>
      [lockedPlan(why), lockedPlan(why, undefined, true)].flatMap(({ because, instead }) => [
        because,
        ...instead.map(({ text }) => text),
      ]),
    )
    expect([...new Set(left(closed))]).toEqual([
      'Take your medicines, or a list of them, with you.',
      'If you cannot get through, go to A&E.',
      'If you cannot finish it and you are worried, call 111.',
      'If you are worried, call 111.',
      'You told us about something after your last check. Leave your movements until a new check is clear.',
    ])
    expect(inThirdPerson('Do not drive yourself.')).toBe('They must not drive.')
    expect(inThirdPerson('If no one sees you by the end of today, go to A&E.')).toContain('sees them')
    expect(closed.map(inThirdPerson).filter((text) => reader3.test(text))).toEqual([])
  })

  test('what stands beside the steps of a plan speaks of them', () => {
    expect(besideSteps.length).toBeGreaterThan(50)
    expect(left(besideSteps)).toEqual([])
    expect(besideSteps.map(inThirdPerson).filter((text) => reader3.test(text))).toEqual([])
  })

  test('what to watch for and where to go speak of them; who rings, drives and takes the page there is the reader', () => {
    expect(left(watched)).toEqual([])
    expect(watched.map(inThirdPerson).filter((text) => reader3.test(text))).toEqual([])
    expect(left(whereToGo).map((text) => inThirdPerson(text ?? ''))).toEqual([
      'Drive them, or ask someone to. They must not drive if their legs are weak or numb. Take this summary with you.',
      'Say: “I am ringing for someone with back pain. They need to speak to someone today.” When the surgery is shut, call 111.',
      'Ring or use the surgery’s app. Take this summary with you.',
      'If you do not know where it is, call 111 and ask.',
      'Ring now. If you cannot get through, go to A&E.',
    ])
  })
})
const { goNow, sameDay, expect: expected, bookIf } = safetyNet
const watched = [goNow, sameDay, expected, bookIf].flatMap(({ items }): readonly string[] => items)
/** Of a plan, beside its steps: lists that are read by whoever answers. */
const besideSteps = [
  ...[...whatToExpect, ...bookACheckIf, ...stopEverything, tingleGrows],
  ...allReviews.flatMap(({ when, what }) => [when, what]),
  ...limits.map(({ because }) => because),
]
const whereToGo = Object.values(uk.routes).flatMap(({ name, how }) => [name, how])

describe('in the third person', () => {
  test('no question, answer, help or title of any screen speaks to the reader', () => {
    expect(asked.length).toBeGreaterThan(150)
    expect(asked.flatMap((question) => left(textsOf(question)))).toEqual([])
    expect(
      asked.flatMap((question) => textsOf(wordedFor('they', question))).filter((text) => reader.test(text)),
    ).toEqual([])
    expect(left(titles)).toEqual([])
  })

  test('a sentence goes on after a colon, and a new one begins after a stop', () => {
    expect(inThirdPerson('Peeing changes: you can’t start, or you leak.')).toBe(
      'Peeing changes: they can’t start, or they leak.',
    )
    expect(inThirdPerson('That may mean: you cannot get up. You need help.')).toBe(
      'That may mean: they cannot get up. They need help.',
    )
  })

  test('each text that speaks to the reader, as it is said of somebody else', () => {
    const said = [...rules, ...notes].flatMap((one) =>
      'because' in one ? [one.because, one.advice ?? ''] : [one.text],
    )
    const texts = [
      ...new Set([
        ...asked.flatMap(textsOf),
        ...said,
        ...watched,
        ...whereToGo,
        ...besideSteps,
        ...titles.flatMap((title) => title ?? []),
      ]),
    ]
    const changed = texts.filter((text) => inThirdPerson(text) !== text)
    reviewed.checkLines(
      'of somebody else',
      changed.flatMap((text) => [text, `  ${inThirdPerson(text)}`]),
    )
    reviewed.end()
  })

  test('verbs follow: they are, they were, they have', () => {
    const wrong =
      /\b(?:they|and|or) am\b|\bthey (?:is|was|has|does)\b|\b(?:judge|worries|hurt|in|to|for) they\b|\bthem (?:are|have|do|can|feel|lift|bend|walk)\b|\b(?:am|was|does|has) they\b/i
    expect(
      asked.flatMap((question) => textsOf(wordedFor('they', question))).filter((text) => wrong.test(text)),
    ).toEqual([])
  })

  test.each([
    ['Are you newly unsteady on your feet?', 'Are they newly unsteady on their feet?'],
    ['Did someone hurt you, or are you unsafe at home?', 'Did someone hurt them, or are they unsafe at home?'],
    ['I cannot stand or walk because the leg will not work', 'They cannot stand or walk because the leg will not work'],
    ['Yes, but I am safe right now', 'Yes, but they are safe right now'],
    ['Healing as I was told to expect, and not worse', 'Healing as they were told to expect, and not worse'],
    ['It wakes me and no position helps', 'It wakes them and no position helps'],
    ['My back. Your leg. Mine, yours, my own.', 'Their back. Their leg. Mine, theirs, their own.'],
    ['You hurt yourself. Did I, or was it myself?', 'They hurt themselves. Did they, or was it themselves?'],
    ["I'm ill. I’m worse. Me? Tell me.", 'They are ill. They are worse. Them? Tell them.'],
    ['Is one calf swollen, hot or sore?', 'Is one calf swollen, hot or sore?'],
  ])('%s', (text, said) => {
    expect(inThirdPerson(text)).toBe(said)
    expect(spokenTo('you', text)).toBe(text)
  })

  test('a test that a person does with their own body is done by that person', () => {
    const test = allQuestions.find(({ id }) => id === 'A6.test')
    if (!test) throw new Error('no heel and toe test')
    expect(wordedFor('they', test).ask).toMatch(/^Let them hold on to something\. They stand/)
  })

  test('values, ids and what the clinician reads stay as they are', () => {
    for (const question of asked) {
      const other = wordedFor('they', question)
      expect({ ...other, id: question.id, short: question.short, askWhen: question.askWhen }).toEqual(other)
      const valuesOf = (one: Question) =>
        'options' in one ? one.options.map(({ value, short }) => [value, short]) : []
      expect(valuesOf(other)).toEqual(valuesOf(question))
      expect(wordedFor('you', question)).toBe(question)
    }
  })

  test('nobody said whom it is for: the reader', () => {
    expect([personOf({}), personOf({ who: 'me' }), personOf({ who: 'other' })]).toEqual(['you', 'you', 'they'])
  })
})
