import { describe, expect, test } from 'vitest'
import { measure, oldestAge, sentencesOf } from '../../../scripts/readability/measure.ts'
import { phaseReadiness } from './advance-phase.ts'
import { directionSet } from './direction.ts'
import type { DirectionWord, StopSign } from './events.ts'
import { flarePlan } from './flare.ts'
import { humanHelp } from './human-help.ts'
import { lightWords } from './pain-lights.ts'
import { phases } from './phases.ts'
import { checkInQuestions } from './questions.ts'
import { anythingNew, screeningDue } from './screening.ts'
import { kinds, live } from './simulated-people.proof.ts'
import { slowProgress } from './slow-progress.ts'
import { begun, building, moment, restoring, well } from './story.proof.ts'
import { today } from './today.ts'
import { days, inSentence, inWords, list } from './words.ts'

/** All that a person may read of this room, by where it comes from. Numbers and titles as they come. */
function shown(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const say = (where: string, ...texts: readonly string[]) => {
    for (const text of texts) if (!found.has(text)) found.set(text, where)
  }
  for (const phase of Object.values(phases)) say('phase', phase.aim, phase.frequency, phase.typicalTime)
  say('light', ...Object.values(lightWords))
  say('flare plan', flarePlan.means, flarePlan.kind, flarePlan.back, flarePlan.helpIf)
  say('flare plan', ...flarePlan.steps.map(({ text }) => text))
  say('mini-check', anythingNew.ask, anythingNew.tick)
  const directions: readonly DirectionWord[] = [
    'back',
    'forward',
    'either',
    'backOnly',
    'forwardOnly',
    'stopBack',
    'stopForward',
    'stopBoth',
    'notDone',
  ]
  for (const direction of directions)
    for (const pattern of ['PT0', 'PT1', 'PT2'] as const) say('direction', directionSet(direction, pattern).words)
  for (const [told, day] of [
    [begun(), 1],
    [restoring(), 2],
    [building(), 6],
  ] as const)
    say('criterion', ...phaseReadiness(told.state(day), moment(day)).criteria.map(({ words }) => words))
  const signs: readonly StopSign[] = [
    'dangerSign',
    'weaknessOrNumbness',
    'legNumbnessSpreads',
    'fall',
    'fever',
    'dizziness',
    'chest',
    'sharpBonePain',
    'newSymptom',
  ]
  for (const sign of signs) say('stop', begun().write(moment(0, 11), { kind: 'stopped', sign }).last(0).words)
  const bad = begun().checkIn(90, {
    trend: 'worse',
    pain0to10: 9,
    toiletAndDrink: 'no',
    globalChange: 0,
    severeLegPain: 'yes',
  })
  for (const day of [2, 4, 14, 28, 42, 84, 90])
    for (const told of [begun(), bad, begun().checkIn(day, { trend: 'same' })])
      say(
        'slow progress',
        ...slowProgress(told.state(day), moment(day)).flatMap(({ words, because }) => [words, because]),
      )
  say('help', humanHelp(begun().state(0), moment(0)).words)
  for (const [index, kind] of kinds.entries())
    for (let seed = 0; seed < 6; seed++) {
      const course = live(kind, index * 1000 + seed, 60)
      say('decision', ...course.final.decisions.map(({ words }) => words))
      for (const { session, state, now } of course.served.filter((_, at) => at % 5 === 0)) {
        say('session', session.because, ...session.leftOut.map(({ because }) => because))
        say('session', ...session.items.flatMap(({ half, insteadOf }) => [half ?? '', insteadOf?.because ?? '']))
        const page = today(state, well, now)
        say('today', ...[page.next, ...page.then].flatMap(({ title, why }) => [title, why]), page.help.words)
      }
      for (const { before, event } of course.steps) {
        const due = screeningDue(before, event)
        if (due.due !== 'none') say('screening', due.because)
      }
    }
  return found
}

describe('the words of the programme', () => {
  const texts = shown()
  test(`no sentence needs a reading age over ${oldestAge}`, () => {
    const measured = [...texts].flatMap(([text, where]) =>
      sentencesOf(text).map((sentence) => ({ where, ...measure(sentence) })),
    )
    expect(measured.length).toBeGreaterThan(200)
    expect([
      ...new Set(measured.filter(({ easy }) => !easy).map(({ where, sentence }) => `${where}: ${sentence}`)),
    ]).toEqual([])
  })
  test('nothing says "just", "simply", "don’t worry", "exercise" or "streak", and nothing blames', () => {
    for (const text of texts.keys())
      expect(text).not.toMatch(/\b(just|simply|don.t worry|exercises?|streak|fail|failed|lazy)\b/i)
  })
  test('every text is whole: no gap where a number or name should be', () => {
    for (const text of texts.keys()) expect(text).not.toMatch(/undefined|null|NaN|Infinity|\s{2}|\s[.,]/)
  })
})

test('numbers and lists are written as people say them', () => {
  expect([inWords(2), inWords(11), days(1), days(2)]).toEqual(['two', '11', '1 day', '2 days'])
  expect([list([]), list(['a']), list(['a', 'b', 'c']), inSentence('Cat-cow')]).toEqual([
    '',
    'a',
    'a, b and c',
    'cat-cow',
  ])
})

test('how the back is now, next to the start, is asked from −5 to +5, and no change is a bare 0', () => {
  expect(checkInQuestions.change.options.map(({ value, text }) => `${value}: ${text}`)).toEqual([
    '-5: −5',
    '-4: −4',
    '-3: −3',
    '-2: −2',
    '-1: −1',
    '0: 0',
    '1: +1',
    '2: +2',
    '3: +3',
    '4: +4',
    '5: +5',
  ])
})
