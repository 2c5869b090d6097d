/**
 * What the programme knows after each thing that can be told, one after another: locks, what is due, what counts as clear. Tables
 * that a person reviews, in fold-tables.txt beside this test (evidence.md §2.1, §2.4, §6; H-04, H-08).
 */
import { describe, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { addDays } from '../evidence/calendar.ts'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { inPhase } from './carry-out.ts'
import type { ProgrammeEvent } from './events.ts'
import { nextState, stateAt } from './fold.ts'
import { miniQuestions, screeningDue } from './screening.ts'
import { nothingYet, type ProgrammeState } from './state.ts'
import { building, moment, rolls, story, tilt } from './story.proof.ts'

const reviewed = reviewedOutlines(new URL('./fold-tables.txt', import.meta.url))

type What = Readonly<Record<string, unknown>> & { readonly kind: ProgrammeEvent['kind'] }
const noes = Object.fromEntries(miniQuestions.map((id) => [id, 'no']))
const full = (level: string, lock: string, more: object = {}): What => ({
  ...{ kind: 'fullCheckDone', level, lock, protocolVersion: 'test', ...more },
})
const longAgo = { begunAfter: 1 }
const session = (painBefore0to10: number | 'notSure', peak0to10: number): What => ({
  ...{ kind: 'sessionDone', painBefore0to10, effort0to10: 2, leg: 'none' },
  movements: [
    { ...tilt, peak0to10 },
    { ...rolls, peak0to10: 1 },
  ],
})
const checkIn = (pain0to10: number, trend: string): What => ({
  ...{ kind: 'checkInDone', pain0to10, trend, toiletAndDrink: 'yes', canStand10Minutes: 'yes' },
  ...{ medicineFor24Hours: 'yes', backToNormal: 'no', severeLegPain: 'no' },
})
/** What can be told; `first` is the id of what was told first after the beginning. */
const acts: Readonly<Record<string, (first: string) => What>> = {
  'clear check': () => full('self-care', 'open'),
  'gentle check': () => full('soon', 'gentle'),
  'urgent check': () => full('urgent', 'locked'),
  'emergency check': () => full('emergency', 'locked'),
  'clear check of unknown age': () => full('self-care', 'open', { unknownAge: true }),
  'clear check begun before': () => full('self-care', 'open', longAgo),
  'gentle check begun before': () => full('soon', 'gentle', longAgo),
  'urgent check begun before': () => full('urgent', 'locked', longAgo),
  'clear short check': () => ({ kind: 'miniCheckDone', answers: noes }),
  'clear short check of unknown age': () => ({ kind: 'miniCheckDone', answers: noes, unknownAge: true }),
  'clear short check begun before': () => ({ kind: 'miniCheckDone', answers: noes, ...longAgo }),
  'short check, not sure': () => ({ kind: 'miniCheckDone', answers: { ...noes, A1: 'notSure' } }),
  stop: () => ({ kind: 'stopped', sign: 'fall' }),
  'short check asked for': () => ({ kind: 'miniAsked', because: 'Sore.' }),
  'morning 2': () => ({ kind: 'morningNoted', pain0to10: 2 }),
  'morning 6': () => ({ kind: 'morningNoted', pain0to10: 6 }),
  'green session': () => session(2, 2),
  'red session': () => session('notSure', 7),
  'check-in, better': () => checkIn(3, 'better'),
  'check-in, worse': () => checkIn(6, 'worse'),
  'too much found': () => ({ kind: 'tooMuchFound', level: 'urgent', isNew: true }),
  'not too much': () => ({ kind: 'tooMuchFound', level: null, isNew: false }),
  seen: (first) => ({ kind: 'clinicianCleared', who: 'GP', how: 'seen', seenAfter: first }),
  'spoken to': (first) => ({ kind: 'clinicianCleared', who: 'GP', how: 'spoken', seenAfter: first }),
  mistaken: (first) => ({ kind: 'dangerMistaken', checks: [first] }),
  'started again': () => ({
    ...{ kind: 'programmeStarted', episodeDay: '2026-03-02', painDayOne0to10: 6, ageYears: 40, firstEver: 'no' },
  }),
}

/** Those of them that could open something. */
const opening = [
  ...['clear check', 'gentle check begun before', 'clear short check', 'not too much', 'seen', 'spoken to', 'mistaken'],
  'started again',
]

/** The events, the third and later ones two hours apart from nine in the morning of the day after. */
function told(names: readonly string[], from = story().full(0).start().events): readonly ProgrammeEvent[] {
  const idOf = (index: number) => `t${index}`
  return [
    ...from,
    ...names.flatMap((name, index) => {
      const what = acts[name]?.(idOf(0))
      // One kind of event with the frame that all have: TypeScript cannot put the halves of a union together.
      return what ? ({ v: 1, id: idOf(index), ...moment(1, 9 + 2 * index), ...what } as unknown as ProgrammeEvent) : []
    }),
  ]
}
function inWords(state: ProgrammeState, hour: number): string {
  const { locks, fullDue, miniDue, lastClear, lastFull, asked, clearedOf, clearedBy, decisions } = state
  const hours = (at: number) => (at - moment(1, 0).at) / hourMs
  const due = screeningDue(state, moment(1, hour))
  return [
    ...locks.map(({ event, level, lock, mistaken }) => `${event} ${level} ${lock}${mistaken ? ', mistaken' : ''}`),
    ...(fullDue ? [`full due “${fullDue.because.slice(0, 30)}” ${hours(fullDue.since)}`] : []),
    ...(miniDue ? ['short due'] : []),
    `clear ${lastClear ? hours(lastClear.at) : 'never'}`,
    `last ${lastFull ? `${hours(lastFull.at)} ${lastFull.lock}` : 'none'}`,
    ...(asked === null ? [] : [`asked ${hours(asked)}`]),
    ...(clearedOf.length > 0 ? [`cleared of ${clearedOf.join(' ')}`] : []),
    ...(clearedBy ? [`by ${clearedBy.who} ${clearedBy.on}`] : []),
    decisions.map(({ kind }) => kind).join(' '),
    `→ ${due.due}`,
  ].join('; ')
}
const pairs = (first: readonly string[], last: readonly string[]) =>
  Object.keys(acts).flatMap((one) =>
    last.map((two) => {
      const names = [...first, one, two]
      const hour = 9 + 2 * names.length
      return `${names.join(', ')}: ${inWords(stateAt(told(names), moment(1, hour)), hour)}`
    }),
  )

describe('what the programme knows', () => {
  test('by two things, one after the other', () => reviewed.checkLines('two', pairs([], Object.keys(acts))))
  test('by two things after an emergency', () =>
    reviewed.checkLines('after an emergency', pairs(['emergency check'], opening)))
  test('by each thing that is dated after now', () => {
    reviewed.checkLines(
      'not yet',
      ['clear check', 'emergency check', 'stop', 'too much found'].flatMap((first) =>
        Object.keys(acts).map((name) => {
          const events = told([first, name])
          const [before, after] = [10, 11].map((hour) => inWords(stateAt(events, moment(1, hour)), hour))
          return `${first}, ${name}: ${before === after ? 'the same' : `${before} | then ${after}`}`
        }),
      ),
    )
  })
  test('folded one by one as folded at once', () => {
    reviewed.checkLines(
      'one by one',
      ['morning 6', 'red session', 'check-in, worse', 'stop'].map((name) => {
        const events = told([name, 'clear short check', 'morning 2'])
        const state = events.reduce(nextState, nothingYet)
        return `${name}: ${inWords(state, 15)}; readings ${state.readings.map(({ pain }) => pain).join(' ')}; check-ins ${state.checkIns.length}`
      }),
    )
  })
  test('by what is left of too much, and by a visit of the day before', () => {
    const knows = (...names: readonly string[]) =>
      `${names.join(', ')}: ${inWords(stateAt(told(names), moment(1, 20)), 20)}`
    const visited = stateAt(
      [
        ...told(['urgent check']),
        { v: 1, id: 'v', ...moment(3), kind: 'clinicianCleared', who: 'GP', seenOn: moment(2).day },
      ],
      moment(3, 13),
    )
    reviewed.checkLines('too much, and a visit', [
      knows('too much found', 'mistaken', 'too much found', 'not too much'),
      knows('too much found', 'too much found', 'not too much'),
      knows('stop', 'too much found', 'not too much'),
      knows('check-in, better', 'check-in, better', 'check-in, worse'),
      `seen the day before: ${inWords(visited, 20)}`,
    ])
  })
  test('by a wish or an ability that is dated after now', () => {
    const ahead = story().full(0).start().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1).phase(1, 2)
    const of = ({ phase, abilities }: ProgrammeState) =>
      `phase ${phase}, ${abilities ? 'abilities told' : 'no abilities'}`
    reviewed.checkLines(
      'a phase, hour by hour',
      [8, 8.3, 9, 10].map((hour) => `${hour}: ${of(stateAt(ahead.events, moment(1, hour)))}`),
    )
  })
  test('in phase 4 goes on where phase 3 ended, but for the walk; back in phase 2 each line starts anew', () => {
    const before = building().state(5)
    const cards = Object.fromEntries(
      Object.entries(before.cards).map(([name, progress]) => [name, { ...progress, rung: 1, half: true }]),
    )
    const rungs = (phase: 2 | 4) =>
      Object.entries(inPhase({ ...before, cards }, phase, moment(30)).cards).map(
        ([name, { rung, half }]) => `${name} ${rung}${half ? ' half' : ''}`,
      )
    reviewed.checkLines('another phase', [`to 4: ${rungs(4).join(', ')}`, `to 2: ${rungs(2).join(', ')}`])
  })
  test('by how a movement went that came back at half', () => {
    const half = (peak: number | 'notSure', offToday = false) => {
      const before = story().full(0).start().mini(1).state(1)
      const cards = { ...before.cards, M08: { rung: 1, half: true, offOn: offToday ? moment(1).day : null } }
      const done = { v: 1, id: 's', ...moment(1), ...session(2, 2) } as unknown as Extract<
        ProgrammeEvent,
        { kind: 'sessionDone' }
      >
      const event = { ...done, movements: [{ ...tilt, peak0to10: peak }] }
      return String(nextState({ ...before, cards }, event).cards.M08?.half)
    }
    reviewed.checkLines('half', [
      `by its peak: ${stretches(0, 10, half)}; not sure ${half('notSure')}`,
      `left out today: ${half(2, true)}`,
    ])
  })
  test('by a check-in on each day, with pain that is as before', () => {
    const due = (trend: string) =>
      stretches(0, 45, (day) => {
        const event = { v: 1, id: 'c', ...moment(day, 9), ...checkIn(3, trend) } as unknown as ProgrammeEvent
        return nextState(story().full(0).start().state(0), event).fullDue?.because ?? 'nothing'
      })
    reviewed.checkLines(
      'check-ins',
      ['better', 'same', 'worse', 'notSure'].map((trend) => `${trend}: ${due(trend)}`),
    )
  })
})

describe('the way back from "ease only"', () => {
  test('by the mornings, the full check and the day', () => {
    const since = { ...moment(2, 20) }
    const eased = (day: number, before: number, now: number, part: Partial<ProgrammeState> = {}) => {
      const base = stateAt(story().full(0).start().full(3, 7).events, moment(3, 7.5))
      const state: ProgrammeState = {
        ...base,
        easeOnlySince: since,
        mornings: [{ v: 1, id: 'm', ...moment(2, 8), kind: 'morningNoted', pain0to10: before }],
        ...part,
      }
      const morning = { v: 1, id: 'n', ...moment(day, 8), kind: 'morningNoted', pain0to10: now } as const
      return nextState(state, morning).easeOnlySince === null ? 'open' : 'ease only'
    }
    const at = (ms: number) => ({ lastFull: fullAt(asEpochMs(since.at + ms)) })
    const fullAt = (when: ReturnType<typeof asEpochMs>) => ({
      ...({ v: 1, id: 'f', at: when, day: addDays(since.day, 0), kind: 'fullCheckDone' } as const),
      ...({ level: 'self-care', lock: 'open', protocolVersion: 'test' } as const),
    })
    reviewed.checkLines('ease only', [
      ...[1, 2, 3, 4, 5].map((now) => `from 3 to ${now}: ${eased(3, 3, now)}`),
      `no morning before: ${eased(3, 3, 3, { mornings: [] })}`,
      `on the same day: ${eased(2, 3, 2)}`,
      `a check due: ${eased(3, 3, 3, { fullDue: { because: 'x', since: since.at } })}`,
      ...[-1, 0, 1].map((ms) => `a check ${ms} ms after it: ${eased(3, 3, 3, at(ms))}`),
      `no check: ${eased(3, 3, 3, { lastFull: null })}`,
    ])
  })
})

test('the file has no table that is not looked at', reviewed.end)
