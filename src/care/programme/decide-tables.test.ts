/**
 * What is decided after a session, on a morning and by a visit, each changed in one thing: tables that a person reviews, in
 * decide-tables.txt beside this test (evidence.md §2.1, §6.2; H-08).
 */
import { describe, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { decideAfterSession, decideNextMorning } from './decide.ts'
import type { ClinicianCleared, MorningNoted, MovementDone, SessionDone } from './events.ts'
import { clearedFrom, type DangerLock, whyNotCleared } from './locks.ts'
import { recordOf } from './session-record.ts'
import type { CardProgress, Decision, ProgrammeState, SessionRecord } from './state.ts'
import { cardNamed } from './phases.ts'
import { begun, moment } from './story.proof.ts'

const reviewed = reviewedOutlines(new URL('./decide-tables.txt', import.meta.url))
const told = begun().goodDay(0)
const ready = told.state(0, 23)
const [good] = ready.sessions
if (!good) throw new Error('a good day has sessions')

const inWords = ({ kind, words, stepBack, fullCheckBecause }: Decision) =>
  [
    `${kind}: ${words}`,
    ...(stepBack ? [`off ${stepBack.off.join(' ') || 'nothing'}, ${stepBack.size}`] : []),
    ...(fullCheckBecause ? [`check: ${fullCheckBecause}`] : []),
  ].join(' | ')

describe('after a session', () => {
  const movement = (card: string, light: string, peak0to10: number | 'notSure', done = 'all') =>
    ({ card, movement: card, light, peak0to10, done }) as SessionRecord['movements'][number]
  const session = (part: Partial<SessionRecord>) => inWords(decideAfterSession(ready, { ...good, ...part }))
  const sets: Readonly<Record<string, SessionRecord['movements']>> = {
    'one red': [movement('M08', 'red', 7), movement('M09', 'green', 2)],
    'two red, of 4 and 7': [movement('M08', 'red', 4), movement('M09', 'red', 7)],
    'two red, of 5 and 4': [movement('M08', 'red', 5), movement('M09', 'red', 4)],
    'three red': [movement('M08', 'red', 4), movement('M09', 'red', 5), movement('M10', 'red', 5)],
    'rest and breathing red': [movement(cardNamed.restPosition, 'red', 7), movement('breathing', 'red', 7)],
    'walking and a movement red': [movement(cardNamed.walking, 'red', 7), movement('M08', 'red', 7)],
    'rest and a movement red': [movement(cardNamed.restPosition, 'red', 7), movement('M08', 'red', 7)],
    'walking red': [movement(cardNamed.walking, 'red', 7)],
    'too sore, not known how sore': [movement('M08', 'red', 'notSure', 'tooSore')],
  }
  test('that was red, by what was red, the pain before, and the leg', () => {
    reviewed.checkLines(
      'red',
      Object.entries(sets).flatMap(([what, movements]) =>
        ([2, 'notSure'] as const).flatMap((painBefore) =>
          (['none', 'further', 'lasting', 'notSure'] as const).map(
            (leg) =>
              `${what}, ${painBefore} before, leg ${leg}: ${session({ light: 'red', movements, painBefore, leg })}`,
          ),
        ),
      ),
    )
  })
  test('that was not', () => {
    reviewed.checkLines('not red', [
      `effort: ${stretches(0, 10, (effort) => session({ effort }))}`,
      `effort not sure: ${session({ effort: 'notSure' })}`,
      `amber, by its peak: ${stretches(0, 10, (peak) => session({ light: 'amber', peak }))}`,
      `amber, not known how sore: ${session({ light: 'amber', peak: 'notSure' })}`,
      `amber, one of two too sore: ${session({ light: 'amber', peak: 2, movements: [movement('M08', 'amber', 2, 'tooSore'), movement('M09', 'green', 2)] })}`,
      `amber, not sure before: ${session({ light: 'amber', peak: 2, painBefore: 'notSure' })}`,
    ])
  })
})

describe('on a morning', () => {
  const morning = (part: Partial<MorningNoted> = {}): MorningNoted => ({
    ...{ v: 1, id: 'm', ...moment(1, 8), kind: 'morningNoted', pain0to10: 2, ...part },
  })
  const decided = (state: Partial<ProgrammeState>, part: Partial<MorningNoted> = {}) =>
    inWords(decideNextMorning({ ...ready, ...state }, morning(part)))
  const sessions = (of: (session: SessionRecord, index: number) => Partial<SessionRecord>) =>
    ready.sessions.map((session, index) => ({ ...session, ...of(session, index) }))
  const reading = (...pains: readonly number[]) => pains.map((pain, index) => ({ ...moment(0, 8 + index), pain }))
  const card: CardProgress = { rung: 0, offOn: null, half: false }

  /** As many sessions as are just enough for a week, the first of them on this day. */
  const share = (first: number) => {
    const days = [first, -5, -5, -4, -4, -3, -3, -2, -2, -1]
    const before = days.map((on, index) => ({ ...good, ...moment(on, 10), nextMorning: 2, id: `s${index}` }))
    return decided({ phaseSince: moment(-9).day, sessions: [...before, ...ready.sessions] })
  }

  test('after three good sessions, each changed in one thing', () => {
    reviewed.checkLines('a morning', [
      `all good: ${decided({})}`,
      `pain: ${stretches(0, 10, (pain0to10) => decided({}, { pain0to10 }))}`,
      `pain, with a clear reason: ${stretches(0, 10, (pain0to10) => decided({}, { pain0to10, plainCause: 'yes' }))}`,
      `readings 6 then 2, pain 5: ${decided({ readings: reading(6, 2), sessions: [] }, { pain0to10: 5 })}`,
      `readings 2 then 6, pain 5: ${decided({ readings: reading(2, 6), sessions: [] }, { pain0to10: 5 })}`,
      ...[0, 1, 2].flatMap((place) => [
        `session ${place} red: ${decided({ sessions: sessions((_one, index) => (index === place ? { light: 'red' } : {})) })}`,
        `session ${place}, pain 0 before: ${decided({ sessions: sessions((_one, index) => (index === place ? { painBefore: 0 } : {})) })}`,
        `session ${place}, not sure before: ${decided({ sessions: sessions((_one, index) => (index === place ? { painBefore: 'notSure' } : {})) })}`,
        `session ${place} of a day not known: ${decided({ sessions: sessions((_one, index) => (index === place ? { dayNotKnown: true } : {})) })}`,
        `session ${place} on the day before that: ${decided({ sessions: sessions((_one, index) => (index === place ? moment(-1) : {})) })}`,
      ]),
      `on a day not known: ${decided({}, { dayNotKnown: true })}`,
      `rest and breathing beside it, much worse: ${decided({ sessions: sessions(() => ({ painBefore: 0, movements: [...good.movements, { ...good.movements[0], card: cardNamed.restPosition } as never, { ...good.movements[0], card: 'breathing' } as never] })) })}`,
      `one at half: ${decided({ cards: { M08: { ...card, half: true }, M09: card } })}`,
      `one left out today: ${decided({ cards: { M08: { ...card, offOn: moment(1).day }, M09: card } })}`,
      `one left out before: ${decided({ cards: { M08: { ...card, offOn: moment(0).day }, M09: card } })}`,
      `ease only: ${decided({ easeOnlySince: moment(0) })}`,
      `not started: ${decided({ started: null })}`,
      `a check due: ${decided({ fullDue: { because: 'x', since: moment(0).at } })}`,
      `a gentle lock: ${decided({ locks: [lock({ lock: 'gentle', level: 'soon' })] })}`,
      ...(['poorSleep', 'ill'] as const).flatMap((of) =>
        (['yes', 'no', 'notSure'] as const).map((reply) => `${of} ${reply}: ${decided({}, { [of]: reply })}`),
      ),
      ...[-1, 0, 1].map((ms) => {
        const at = asEpochMs((ready.sessions.at(-1)?.at ?? 0) + ms)
        return `a step ${ms} ms after the last session: ${decided({ lastAdvance: { at, day: moment(0).day } })}`
      }),
      ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(
        (days) =>
          `in the phase for ${days} days: ${decided({ phaseSince: moment(1 - days).day })}; with two a day ${decided({ phaseSince: moment(1 - days).day, sessions: Array.from({ length: days * 2 }, (_, index) => ({ ...good, ...moment(1 - Math.ceil((index + 1) / 2), 10), nextMorning: 2 })).toReversed() })}`,
      ),
      ...[-7, -6, -5, 0, 1, 2].map((first) => `thirteen in a week, one of them on day ${first}: ${share(first)}`),
    ])
  })
})

test('what is kept of a session, by its movements, the pain before, the leg, and how the programme stands', () => {
  const card: CardProgress = { rung: 0, offOn: null, half: false }
  // On this rung a pelvic tilt is done at its whole range.
  const whole = { ...card, rung: 2 }
  const one = (part: Partial<MovementDone> = {}): MovementDone => ({
    ...{ card: 'M08', movement: 'M08', peak0to10: 2, done: 'all', ...part },
  })
  const two = (part: Partial<MovementDone> = {}) => [one(), one({ card: 'M09', movement: 'M09', ...part })]
  const kept = (part: Partial<SessionDone>, state: Partial<ProgrammeState> = {}) => {
    const session: SessionDone = {
      ...{ v: 1, id: 's', ...moment(1, 10), kind: 'sessionDone', painBefore0to10: 2, effort0to10: 2, leg: 'none' },
      ...{ movements: two(), ...part },
    }
    const { light, peak, movements, wholeDose } = recordOf(
      { ...ready, cards: { M08: whole, M09: card }, ...state },
      session,
    )
    const each = movements.map(({ card: of, light: its }) => `${of} ${its}`).join(', ')
    return `${light}, at worst ${peak}${wholeDose ? ', whole' : ''}: ${each || 'nothing'}`
  }
  const peaks = [0, 2, 3, 4, 5, 6, 10, 'notSure'] as const
  const offToday = { ...card, offOn: moment(1).day }
  reviewed.checkLines('a session', [
    ...(['all', 'part', 'tooSore', 'skipped'] as const).flatMap((done) =>
      peaks.map((peak0to10) => `the second ${done}, ${peak0to10}: ${kept({ movements: two({ done, peak0to10 }) })}`),
    ),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 'notSure' as const].map(
      (before) => `${before} before: ${kept({ painBefore0to10: before })}`,
    ),
    ...(['none', 'same', 'nearer', 'further', 'lasting', 'notSure'] as const).map(
      (leg) => `leg ${leg}: ${kept({ leg })}`,
    ),
    `both skipped: ${kept({ movements: [one({ done: 'skipped' })] })}`,
    `no movement: ${kept({ movements: [] })}`,
    `the worst first: ${kept({ movements: [one({ peak0to10: 5 }), one({ card: 'M09', peak0to10: 1 })] })}`,
    `in a flare: ${kept({}, { flare: { since: moment(0).day, usualBefore: 2 } })}`,
    `ease only: ${kept({}, { easeOnlySince: moment(0) })}`,
    `another at half: ${kept({}, { cards: { M08: whole, M09: card, M10: { ...card, half: true } } })}`,
    `another left out today: ${kept({}, { cards: { M08: whole, M09: card, M10: offToday } })}`,
    `another left out before: ${kept({}, { cards: { M08: whole, M09: card, M10: { ...card, offOn: moment(0).day } } })}`,
    ...[0, 1, 2, 3].map(
      (rung) => `the first on rung ${rung}: ${kept({}, { cards: { M08: { ...card, rung }, M09: card } })}`,
    ),
  ])
})

const lock = (part: Partial<DangerLock> = {}): DangerLock => ({
  ...{ event: 'e', lock: 'locked', level: 'urgent', ...moment(0, 23.5), mistaken: false, ...part },
})

test('a visit, by its day, where the clock stood, and what is said of it', () => {
  const visit = (part: Partial<ClinicianCleared>): ClinicianCleared => ({
    ...{ v: 1, id: 'v', ...moment(2, 12), kind: 'clinicianCleared', who: 'GP', ...part },
  })
  const opens = (locks: readonly DangerLock[], part: Partial<ClinicianCleared>) => {
    const left = clearedFrom(locks, visit(part)).map(({ event }) => event)
    return `${left.length === 0 ? 'opens' : `leaves ${left.join(' ')}`}, ${whyNotCleared(locks, visit(part), true) ?? 'cleared'}`
  }
  const days = [-1, 0, 1, 2, 3]
  const ways: Readonly<Record<string, Partial<ClinicianCleared>>> = {
    '': {},
    ', said to be after it': { seenAfter: 'e' },
    ', said to be after another': { seenAfter: 'other' },
    ', spoken': { how: 'spoken' },
    ', spoken, said to be after it': { how: 'spoken', seenAfter: 'e' },
  }
  const places = [undefined, -720, -30, 0, 29, 30, 840]
  const far = 253_370_764_800_000
  reviewed.checkLines('a visit', [
    ...Object.entries(ways).flatMap(([what, part]) =>
      [false, true].flatMap((mistaken) =>
        days.map(
          (day) =>
            `seen on day ${day}${what}${mistaken ? ', a mistake' : ''}: ${opens([lock({ mistaken })], { ...part, seenOn: moment(day).day })}`,
        ),
      ),
    ),
    ...places.flatMap((offsetMinutes) =>
      days.map(
        (day) =>
          `${offsetMinutes ?? 'unknown'} minutes ahead, seen on day ${day}: ${opens([lock()], { seenOn: moment(day).day, ...(offsetMinutes !== undefined && { offsetMinutes }) })}`,
      ),
    ),
    ...[-120, -60, -30, 0].flatMap((offsetMinutes) =>
      days.map(
        (day) =>
          `a check at half past midnight, ${offsetMinutes} minutes ahead, seen on day ${day}: ${opens([lock(moment(1, 0.5))], { offsetMinutes, seenOn: moment(day).day })}`,
      ),
    ),
    ...[-hourMs, 0, far, far + 1].map(
      (at) =>
        `a check at ${at}: ${opens([lock({ at: asEpochMs(at) })], { seenOn: moment(1).day, offsetMinutes: 840 })}`,
    ),
    ...['a', 'b', 'c', 'none'].map(
      (seenAfter) =>
        `of three, after ${seenAfter}: ${opens(
          ['a', 'b', 'c'].map((event) => lock({ event, ...moment(2, 8) })),
          { seenAfter },
        )}`,
    ),
    `spoken, of two that one was a mistake: ${opens([lock({ event: 'a', mistaken: true }), lock({ event: 'b' })], { how: 'spoken', seenAfter: 'b' })}`,
  ])
})

test('the file has no table that is not looked at', reviewed.end)
