/**
 * What counts of what was told: which result of a check, which number of pain, and which words of danger; tables that a person
 * reviews, in told-tables.txt beside this test (H-08, H-28).
 */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { questions } from '../check/questions/all.ts'
import type { Answers, Level, MovementLock } from '../check/types.ts'
import { answerIfSaid } from '../check/vignettes/answer-as.ts'
import { protocol } from '../check/protocol.ts'
import { switches } from '../check/switches.ts'
import { morningIdOf, stopIdOf } from '../diary/entry-events.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { stateAt } from '../programme/fold.ts'
import { dangerTold as linesTold } from './danger-told.ts'
import { moment, uuid } from './moments.fixtures.ts'
import { correctClocks } from './notebook-clock.ts'
import type { CheckFinished, NotebookEvent } from './notebook.ts'
import { justTold, lastPainTold, painDays } from './pain-told.ts'
import { dangerTold, diaryEvents, movementProfileAt, programmeEvents, standingResults } from './person.ts'

const reviewed = reviewedOutlines(new URL('./told-tables.txt', import.meta.url))

const calm: Answers = Object.fromEntries(
  questions.flatMap(({ id }) => {
    const answer = answerIfSaid(id, { age: 35 })
    return answer === undefined || id.startsWith('I4') ? [] : [[id, answer]]
  }),
)
const check = (number: number, hours: number, part: Partial<CheckFinished> = {}): CheckFinished => ({
  ...{ v: 2, id: uuid(number), ...moment(hours), kind: 'checkFinished', check: uuid(99), answers: { age: 35 } },
  ...{ level: 'self-care', movement: 'open', protocolVersion: 'p', changed: [], ...part },
})
type Told = Readonly<Record<string, unknown>> & { readonly kind: NotebookEvent['kind'] }
// One kind of event with the frame that all have: TypeScript cannot put the halves of a union together.
const told = (number: number, hours: number, what: Told) =>
  ({ v: what.kind === 'diaryEntry' ? 2 : 1, id: uuid(number), ...moment(hours), ...what }) as unknown as NotebookEvent

const results = [
  ['self-care', 'open'],
  ['self-care', 'gentle'],
  ['soon', 'open'],
  ['soon', 'gentle'],
  ['urgent', 'locked'],
  ['emergency', 'locked'],
] as const satisfies readonly (readonly [Level, MovementLock])[]
const change = { question: 'A3', from: 'yes', to: 'no' }

test('which results of one check count, by how they follow each other', () => {
  const counted = (first: CheckFinished, second: CheckFinished) => {
    const standing = standingResults([first, second])
    return [first, second]
      .flatMap(({ id }, index) => (standing.has(id) ? ['first', 'second'][index] : []))
      .join(' and ')
  }
  reviewed.checkLines(
    'which result counts',
    results.flatMap(([level, movement]) =>
      results.map(([next, then]) => {
        const after = (ms: number, part: Partial<CheckFinished> = {}) => {
          const first = check(1, 9, { level, movement })
          const at = asEpochMs(first.at + ms)
          return counted(
            first,
            check(2, 9, { level: next, movement: then, at, order: asEpochMs(first.at + 1), ...part }),
          )
        }
        const confirmed = { changed: [change] }
        const ways = {
          unconfirmed: after(hourMs),
          confirmed: after(hourMs, confirmed),
          'at once': after(0, confirmed),
          'a day later but for 1 ms': after(dayMs - 1, confirmed),
          'a day later': after(dayMs, confirmed),
          'by a clock put back': after(-1, confirmed),
          'of another check': after(hourMs, { check: uuid(98), changed: [change] }),
        }
        const same = Map.groupBy(Object.entries(ways), ([, which]) => which)
        const words = [...same].map(([which, names]) => `${which} (${names.map(([name]) => name).join(', ')})`)
        return `${level} ${movement}, then ${next} ${then}: ${words.join('; ')}`
      }),
    ),
  )
})

test('a milder result that nobody confirmed leaves what the worse one closed', () => {
  const closed = (second: Partial<CheckFinished>) => {
    const both = [check(1, 9, { level: 'emergency', movement: 'locked' }), check(2, 10, second)]
    return stateAt(programmeEvents(both), moment(11)).locks.map(({ level }) => level)
  }
  expect(closed({ level: 'urgent', movement: 'locked' })).toContain('emergency')
  expect(closed({ level: 'urgent', movement: 'locked', changed: [change] })).toEqual(['urgent'])
})

describe('pain that was told', () => {
  const kinds: Readonly<Record<string, (day: number) => readonly NotebookEvent[]>> = {
    morning: (day) => [told(1, 9 + day, { kind: 'morningNoted', pain0to10: 7 })],
    'morning, usually 4': (day) => [told(1, 9 + day, { kind: 'morningNoted', pain0to10: 7, usual0to10: 4 })],
    'check-in': (day) => [told(1, 9 + day, { kind: 'checkInDone', pain0to10: 7 })],
    entry: (day) => [told(1, 9 + day, { kind: 'diaryEntry', painNow0to10: 7 })],
    'entry about the day before': (day) => [
      told(1, 9 + day, { kind: 'diaryEntry', painNow0to10: 7, about: moment(9 + day - 24).day }),
    ],
    check: (day) => [check(1, 9 + day, { answers: { age: 35, painNow: 7 } })],
    'check, not sure': (day) => [check(1, 9 + day, { answers: { age: 35, painNow: 'notSure' } })],
    walk: (day) => [told(1, 9 + day, { kind: 'walkDone', minutes: 5, felt: 'fine' })],
    'entry taken back': (day) => [
      told(1, 9 + day, { kind: 'diaryEntry', painNow0to10: 7 }),
      told(2, 9 + day, { kind: 'entryWithdrawn', entry: uuid(1) }),
    ],
    'entry put right to 3': (day) => [
      told(1, 9 + day, { kind: 'diaryEntry', painNow0to10: 7 }),
      told(2, 10 + day, { kind: 'diaryEntry', painNow0to10: 3, replaces: uuid(1) }),
    ],
    'entry with its morning, put right to 3': (day) => [
      { ...told(1, 9 + day, { kind: 'morningNoted', pain0to10: 7 }), id: morningIdOf(uuid(3)) },
      told(3, 9 + day, { kind: 'diaryEntry', painNow0to10: 7 }),
      { ...told(2, 10 + day, { kind: 'morningNoted', pain0to10: 3 }), id: morningIdOf(uuid(4)) },
      told(4, 10 + day, { kind: 'diaryEntry', painNow0to10: 3, replaces: uuid(3) }),
    ],
    'morning, then check-in of 2': (day) => [
      told(1, 9 + day, { kind: 'morningNoted', pain0to10: 7 }),
      told(2, 10 + day, { kind: 'checkInDone', pain0to10: 2 }),
    ],
    'check-in, put right to 2': (day) => [
      told(1, 9 + day, { kind: 'checkInDone', pain0to10: 7 }),
      told(2, 10 + day, { kind: 'checkInDone', pain0to10: 2, replaces: uuid(1) }),
    ],
    'check, gone back to with 2': (day) => [
      check(1, 9 + day, { answers: { age: 35, painNow: 7 } }),
      check(2, 10 + day, { answers: { age: 35, painNow: 2 } }),
    ],
    'session, 4 before, 8 at worst': (day) => [session(day, 4, 8, 'all')],
    'session, the worst skipped': (day) => [session(day, 4, 8, 'skipped')],
    'session, not sure before': (day) => [session(day, 'notSure', 8, 'all')],
  }
  const session = (day: number, painBefore0to10: number | 'notSure', peak0to10: number, done: string) =>
    told(1, 9 + day, {
      ...{ kind: 'sessionDone', painBefore0to10, effort0to10: 2, leg: 'none' },
      movements: [{ card: 'M08', movement: 'M08', peak0to10, done }],
    })
  const now = moment(12)
  const first = check(50, -100, { answers: calm })

  test('as what the block list takes for the pain now, and as the last number', () => {
    reviewed.checkLines(
      'pain now',
      Object.entries(kinds).flatMap(([what, made]) =>
        ([0, -24, 'notKnown'] as const).map((when) => {
          const day = when === 'notKnown' ? 0 : when
          const mine = made(day).map((event) =>
            when === 'notKnown' ? { ...event, dayNotKnown: true as const } : event,
          )
          const events = [first, ...mine]
          const { painNow0to10 } = movementProfileAt(events, now)
          const last = lastPainTold(events, diaryEvents(events))
          const days = painDays(mine, diaryEvents(mine))
          const name = when === 'notKnown' ? 'today, if it was' : when === 0 ? 'today' : 'yesterday'
          return `${what}, ${name}: now ${painNow0to10}; last ${JSON.stringify(last)}; days ${JSON.stringify(days)}`
        }),
      ),
    )
  })
  test('as offered again, by how long ago', () => {
    const ago = (ms: number, day = now.day) => {
      const event = { ...told(1, 12, { kind: 'morningNoted', pain0to10: 7 }), at: asEpochMs(now.at - ms), day }
      const offered = justTold([event as NotebookEvent], [], now)
      return offered === null ? 'no' : `${offered.pain0to10}${offered.isFresh ? ', chosen' : ''}`
    }
    reviewed.checkLines('just told', [
      ...[-1, 0, hourMs - 1, hourMs, 4 * hourMs - 1, 4 * hourMs, 5 * hourMs].map((ms) => `${ms} ms ago: ${ago(ms)}`),
      `an hour ago, of the day before: ${ago(hourMs, moment(-12).day)}`,
      `two numbers: ${justTold([told(1, 11, { kind: 'morningNoted', pain0to10: 3 }), told(2, 11.5, { kind: 'checkInDone', pain0to10: 6 })], [], now)?.pain0to10}`,
      `an hour ago, of a day not known: ${justTold([{ ...told(1, 11, { kind: 'morningNoted', pain0to10: 3 }), dayNotKnown: true }], [], now)}`,
      `nothing told: ${justTold([], [], now)}`,
    ])
  })
})

describe('danger that was told', () => {
  const danger: Answers = { ...calm, A3: 'yes', 'A3.kind': 'leak', 'A3.when': 'new' }
  const inForce = protocol(switches).version
  test('stands on the day that an entry was about, and twice where its day is not known', () => {
    const entry = (number: number, hours: number, part: object) => [
      told(number, hours, { kind: 'diaryEntry', painNow0to10: 7, ...part }),
      { ...told(number + 1, hours, { kind: 'stopped', sign: 'chest' }), id: stopIdOf(uuid(number)) },
    ]
    const fall = (number: number, hours: number) => told(number, hours, { kind: 'stopped', sign: 'fall' })
    const records: Readonly<Record<string, readonly NotebookEvent[]>> = {
      'an entry of today': entry(1, 30, {}),
      'an entry about the day before': entry(1, 30, { about: moment(6).day }),
      'a morning beside an entry about the day before': [...entry(1, 30, { about: moment(6).day }), fall(5, 31)],
      'the same twice on one day': [fall(1, 30), fall(2, 31)],
      'the same, the second of a day not known': [fall(1, 30), { ...fall(2, 31), dayNotKnown: true }],
      'the same, both of a day not known': [fall(1, 30), fall(2, 31)].map((event) => ({ ...event, dayNotKnown: true })),
    }
    reviewed.checkLines(
      'danger, by its day',
      Object.entries(records).flatMap(([name, events]) =>
        linesTold(events, { locks: [], fullDue: { because: 'x', since: moment(0).at }, lastFull: null }).map(
          ({ day, words, dayNotKnown, toldLate }) =>
            `${name}: ${day}${dayNotKnown ? ' or before' : ''}${toldLate ? ', told late' : ''}: ${words}`,
        ),
      ),
    )
  })
  test('stands in lines, the same words once a day', () => {
    const emergency = (number: number, hours: number, part: Partial<CheckFinished> = {}) =>
      check(number, hours, { level: 'emergency', movement: 'locked', check: uuid(number), ...part })
    const events = [
      emergency(1, 1),
      emergency(2, 2),
      emergency(3, 26),
      check(4, 27, { level: 'urgent', movement: 'locked', check: uuid(4) }),
      check(5, 28, { check: uuid(5) }),
      emergency(6, 50, { check: uuid(60) }),
      check(7, 51, { check: uuid(60), changed: [change] }),
      told(8, 52, { kind: 'stopped', sign: 'chest' }),
      told(9, 53, { kind: 'stopped', sign: 'fall' }),
      told(10, 54, { kind: 'clinicianCleared', who: 'GP', how: 'seen' }),
      told(11, 55, { kind: 'clinicianCleared', who: 'GP', how: 'spoken' }),
      told(12, 56, { kind: 'dangerMistaken', checks: [uuid(1)] }),
      told(13, 57, { kind: 'doseWithdrawn', dose: uuid(1) }),
      told(14, 58, { kind: 'walkDone', minutes: 5, felt: 'fine' }),
    ]
    // Before anybody saw the person, with a fall told last; and at the end.
    const lines = (hours: number) => {
      const so = correctClocks(events, moment(hours))
      const state = stateAt(programmeEvents(so), moment(hours))
      return linesTold(so, state).map(
        ({ day, words, id, isOpen, isDanger }) =>
          `${day} ${Number(id.slice(-4))}: ${words}${isOpen ? ' (open)' : isDanger ? '' : ' (no danger)'}`,
      )
    }
    reviewed.checkLines('danger in lines', ['before the visit', ...lines(53.5), 'at the end', ...lines(60)])
  })
  test('is given as the reason of the very check that closed something', () => {
    const events = [
      check(1, 1, { answers: { ...calm, B2: 'yes', 'B2.kind': 'fever' }, check: uuid(1), protocolVersion: inForce }),
      check(2, 2, {
        answers: danger,
        check: uuid(2),
        level: 'emergency',
        movement: 'locked',
        protocolVersion: inForce,
      }),
      check(3, 3, { answers: calm, check: uuid(3), protocolVersion: inForce }),
    ]
    const { locks } = stateAt(programmeEvents(correctClocks(events, moment(4))), moment(4))
    reviewed.checkLines(
      'danger with its reason',
      dangerTold(events, locks).map(
        ({ lock, because }) => `${Number(lock.event.slice(-4))} ${lock.level}: ${because.join(' | ')}`,
      ),
    )
  })
})

test('the file has no table that is not looked at', reviewed.end)
