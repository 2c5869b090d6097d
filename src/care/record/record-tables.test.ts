/**
 * What the record makes of moments, and what it leaves open, on both sides of each border: tables that a person reviews, in
 * record-tables.txt beside this test (H-08, H-28).
 */
import { describe, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { daysBetween } from '../evidence/calendar.ts'
import { lastPlace, placed } from '../evidence/order.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import * as day from '../programme/story.proof.ts'
import { type CheckDue, nothingYet, type ProgrammeState } from '../programme/state.ts'
import type { DangerLock } from '../programme/locks.ts'
import type { Level, MovementLock } from '../check/types.ts'
import { type CheckAtHand, type OpenNow, openNow, withRecord } from './open-now.ts'
import { dayZero, moment, start, uuid } from './moments.fixtures.ts'
import { afterJumps, clockSlackMs, correctClocks, type ClockJump } from './notebook-clock.ts'
import type { DoseTaken, NotebookEvent } from './notebook.ts'

const reviewed = reviewedOutlines(new URL('./record-tables.txt', import.meta.url))

/** A time before or after noon of the first day, in words: "−3d 2h", "+10m 1ms". */
function away(ms: number): string {
  if (ms === 0) return 'noon'
  const parts: string[] = []
  let left = Math.abs(ms)
  for (const [unit, size] of [
    ['d', dayMs],
    ['h', hourMs],
    ['m', hourMs / 60],
    ['ms', 1],
  ] as const) {
    const many = Math.floor(left / size)
    if (many > 0) parts.push(`${many}${unit}`)
    left -= many * size
  }
  return `${ms < 0 ? '−' : '+'}${parts.join(' ')}`
}
const noon = 12
const at = (ms: number) => moment(noon + ms / hourMs)
const sinceNoon = (ms: number) => ms - start - noon * hourMs

const kinds = {
  check: {
    v: 2,
    kind: 'checkFinished',
    movement: 'open',
    check: uuid(1),
    answers: {},
    level: 'self-care',
    protocolVersion: 'p',
    changed: [],
  },
  mini: { v: 1, kind: 'miniCheckDone', answers: {} },
  stop: { v: 1, kind: 'stopped', sign: 'chest' },
  dose: { v: 1, kind: 'doseTaken', ingredient: 'ibuprofen', milligrams: 400, product: 'Ibuprofen' },
  visit: { v: 1, kind: 'clinicianCleared', who: 'GP', how: 'seen', seenAfter: uuid(1) },
  out: { v: 1, kind: 'doseWithdrawn', dose: uuid(1) },
  entry: { v: 2, kind: 'diaryEntry', painNow0to10: 4 },
  late: { v: 2, kind: 'diaryEntry', painNow0to10: 4 },
} as const
type What = keyof typeof kinds

/** Told by a clock that stood at so many ms from noon. A dose was taken five hours before, a visit and a late entry are of the day before. */
function told(what: What, ms: number, number: number): NotebookEvent {
  const { at: when, day } = at(ms)
  const before = at(ms - dayMs).day
  return {
    ...kinds[what],
    id: uuid(number),
    at: when,
    ...(what !== 'dose' && what !== 'out' && { day }),
    ...(what === 'dose' && { takenAt: at(ms - 5 * hourMs).at }),
    ...(what === 'visit' && { seenOn: before }),
    ...(what === 'late' && { about: before }),
  } as NotebookEvent
}
/** In the order in which they were told, as a device writes them. */
const record = (...all: readonly (readonly [What, number])[]): readonly NotebookEvent[] =>
  all.reduce<readonly NotebookEvent[]>(
    (known, [what, ms], index) => known.concat(placed([told(what, ms, index + 2)], lastPlace(known))),
    [],
  )

/** What became of each: where it stands now, what it is about, and what is not known of it. */
function seen(events: readonly NotebookEvent[], now: number): string {
  const made = new Map(correctClocks(events, at(now)).map((event) => [event.id, event]))
  return events.map((event) => outcome(event, made.get(event.id))).join('; ')
}
function outcome(event: NotebookEvent, made: NotebookEvent | undefined): string {
  if (!made) return 'left out'
  const days = (day: string) => daysBetween(dayZero, day as typeof dayZero)
  return [
    made.at === event.at ? 'as told' : away(sinceNoon(made.at)),
    ...('takenAt' in made ? [`taken ${away(sinceNoon(made.takenAt))}`] : []),
    ...('day' in made && 'day' in event && made.day !== event.day ? [`day ${days(made.day)}`] : []),
    ...('about' in made && made.about !== undefined ? [`about day ${days(made.about)}`] : []),
    ...('unknownAge' in made ? ['of unknown age'] : []),
  ].join(', ')
}

const clocks = [-8 * dayMs, -1, 0, 1, clockSlackMs, clockSlackMs + 1, 3 * dayMs]
const allKinds = Object.keys(kinds) as What[]

describe('what the record makes of moments', () => {
  test('of one event, now being noon', () => {
    reviewed.checkLines(
      'clock, one event',
      allKinds.flatMap((what) => clocks.map((ms) => `${what} ${away(ms)}: ${seen(record([what, ms]), 0)}`)),
    )
  })
  test('of two: a clock that was ahead or put back, and what was told next', () => {
    const next = [
      -8 * dayMs,
      -7 * dayMs - 1,
      -7 * dayMs,
      -clockSlackMs - 1,
      -clockSlackMs,
      -1,
      0,
      1,
      3 * dayMs,
      4 * dayMs,
    ]
    reviewed.checkLines(
      'clock, two events',
      (['check', 'dose', 'visit', 'late'] as const).flatMap((what) =>
        [-hourMs, 0, clockSlackMs, 3 * dayMs].flatMap((ms) =>
          next.map((then) => `${what} ${away(ms)}, stop ${away(then)}: ${seen(record([what, ms], ['stop', then]), 0)}`),
        ),
      ),
    )
  })
  test('of three: told between two others', () => {
    reviewed.checkLines(
      'clock, three events',
      (['check', 'dose', 'entry'] as const).flatMap((what) =>
        [-400 * dayMs, -2 * hourMs, 0].flatMap((first) =>
          [-20 * dayMs, -2 * hourMs, 0, 3 * dayMs].flatMap((ms) =>
            [-400 * dayMs, -8 * dayMs, -hourMs, 0, 5 * dayMs].map(
              (then) =>
                `stop ${away(first)}, ${what} ${away(ms)}, mini ${away(then)}: ${seen(record(['stop', first], [what, ms], ['mini', then]), 0)}`,
            ),
          ),
        ),
      ),
    )
  })
  test('of a visit that stands out among what was told before and after it', () => {
    const before = [0, hourMs]
    const after = [
      -2000 * dayMs,
      0,
      hourMs,
      3 * dayMs - clockSlackMs - 1,
      3 * dayMs - clockSlackMs,
      3 * dayMs,
      4 * dayMs,
    ]
    reviewed.checkLines(
      'clock, a visit among others, five days later',
      before.flatMap((first) =>
        after.flatMap((second) =>
          [undefined, ...after].map((third) => {
            const events = record(
              ['stop', first],
              ['visit', 3 * dayMs],
              ['stop', second],
              ...(third === undefined ? [] : [['stop', third] as const]),
            )
            const words = [first, 3 * dayMs, second, ...(third === undefined ? [] : [third])].map(away).join(', ')
            return `${words}: ${seen(events, 5 * dayMs)}`
          }),
        ),
      ),
    )
  })
  test('of a dose, where a clock was put forward since or its device slept', () => {
    const jump = (from: number, before: number, byMs: number): ClockJump => ({
      from: at(from).at,
      before: at(before).at,
      byMs,
    })
    const jumps: Readonly<Record<string, readonly ClockJump[]>> = {
      'no jump': [],
      'an hour, from −2h to −30m': [jump(-2 * hourMs, -hourMs / 2, hourMs)],
      'a day, from −2h to −30m': [jump(-2 * hourMs, -hourMs / 2, dayMs)],
      'an hour, twice': [jump(-2 * hourMs, -hourMs, hourMs), jump(-3 * hourMs, -hourMs / 2, hourMs)],
    }
    const ways: readonly number[] = [-4, -2, -1.5, -1, -0.5, 0].flatMap((hours) =>
      [-1, 0, 1].map((ms) => hours * hourMs + ms),
    )
    reviewed.checkLines(
      'clock put forward, a dose',
      Object.entries(jumps).flatMap(([name, all]) =>
        ways.map((ms) => {
          const dose = { ...told('dose', ms, 2), takenAt: at(ms - 3 * hourMs).at } as DoseTaken
          const [made, sure] = [dose, { ...dose, clockSaid: dose.takenAt }].map((one) => afterJumps(one, all, at(0).at))
          const said = made?.clockSaid === undefined ? '' : `, its clock said ${away(sinceNoon(made.clockSaid))}`
          return `${name}, told ${away(ms)}: taken ${away(sinceNoon(made?.takenAt ?? 0))}${said}${sure?.takenAt === dose.takenAt ? '' : ' MOVED THOUGH SAID'}`
        }),
      ),
    )
  })
  test('of an entry that is dated before its own telling, and of a dose that is dated after it', () => {
    const dated = (ms: number) => [
      { ...told('entry', ms, 2), day: at(ms - dayMs).day } as NotebookEvent,
      { ...told('late', ms, 2), day: at(-dayMs).day, about: at(-2 * dayMs).day } as NotebookEvent,
      { ...told('dose', ms, 2), takenAt: at(ms + hourMs).at } as NotebookEvent,
    ]
    reviewed.checkLines(
      'clock, dated otherwise than told',
      [0, 1, 3 * dayMs].flatMap((ms) =>
        dated(ms).flatMap((event) => {
          const later = placed([told('stop', -8 * dayMs, 3)], lastPlace([event]))
          return [[event], [event, ...later]].map(
            (events) =>
              `${event.kind} ${away(ms)}${events.length > 1 ? `, stop ${away(-8 * dayMs)}` : ''}: ${seen(events, 0)}`,
          )
        }),
      ),
    )
  })
  test('of a day that is ahead of the moment that it was told at', () => {
    const hours = [-12, 0, 9, 10, 13, 21, 22, 35, 36]
    reviewed.checkLines(
      'clock, the day of a visit',
      hours.flatMap((hour) =>
        [-1, 0, 1].map((days) => {
          const visit = {
            ...told('visit', hour * hourMs, 2),
            day: at(hour * hourMs + days * dayMs).day,
          } as NotebookEvent
          return `told ${away(hour * hourMs)}, of the day ${days >= 0 ? '+' : ''}${days}: ${seen([visit], 9 * dayMs)}`
        }),
      ),
    )
  })
})

describe('what is open', () => {
  const now = day.moment(0)
  const closing = (event: string, level: Level, lock: 'gentle' | 'locked', tooMuch?: true): DangerLock => ({
    ...{ event, level, lock, at: day.moment(0, 8).at, day: now.day, mistaken: false },
    ...(tooMuch && { tooMuch }),
  })
  const gentle = closing('g', 'soon', 'gentle')
  const urgent = closing('u', 'urgent', 'locked')
  const danger = closing('d', 'emergency', 'locked')
  const due: CheckDue = { because: 'why', since: now.at }
  const began = day.begun().state(0)
  const states: Readonly<Record<string, ProgrammeState>> = {
    nothing: nothingYet,
    'a gentle lock': { ...nothingYet, locks: [gentle] },
    'an urgent lock': { ...nothingYet, locks: [urgent] },
    'an emergency': { ...nothingYet, locks: [gentle, danger] },
    'too much': { ...nothingYet, locks: [closing('t', 'emergency', 'locked', true)] },
    'urgent, and too much that is an emergency': {
      ...nothingYet,
      locks: [urgent, closing('t', 'emergency', 'locked', true)],
    },
    'an emergency, and too much that is urgent': {
      ...nothingYet,
      locks: [danger, closing('t', 'urgent', 'locked', true)],
    },
    'an emergency, and too much that is one': {
      ...nothingYet,
      locks: [danger, closing('t', 'emergency', 'locked', true)],
    },
    'a full check due': { ...nothingYet, fullDue: due },
    'a short check due': { ...nothingYet, miniDue: true },
    'both due': { ...nothingYet, fullDue: due, miniDue: true },
    'something asked since': { ...nothingYet, asked: day.moment(0, 9).at },
    'seen since': { ...nothingYet, clearedOf: ['e'] },
    'seen since, a full check due': { ...nothingYet, clearedOf: ['e'], fullDue: due },
    'seen since, a short check due': { ...nothingYet, clearedOf: ['e'], miniDue: true },
    'seen of another check': { ...nothingYet, clearedOf: ['other'] },
    'a programme': began,
    'a programme, gentle': { ...began, locks: [gentle] },
    'a programme, urgent': { ...began, locks: [urgent] },
    'a programme, a full check due': { ...began, fullDue: due },
    'a programme, a short check due': { ...began, miniDue: true },
  }
  const check = (level: Level, movement: MovementLock, part: Partial<CheckAtHand> = {}): CheckAtHand => ({
    ...{ event: 'e', level, movement, finishedAt: day.moment(0, 11).at, ...part },
  })
  const ended = (ms: number) => check('self-care', 'open', { finishedAt: asEpochMs(now.at - ms) })
  const checks: Readonly<Record<string, CheckAtHand | null>> = {
    'no check': null,
    open: check('self-care', 'open'),
    'open, ended now': ended(0),
    'open, a day old but for 1 ms': ended(dayMs - 1),
    'open, a day old': ended(dayMs),
    'open, not yet': ended(-1),
    'open, of an unknown moment': check('self-care', 'open', { finishedAt: null }),
    'open, begun before': check('self-care', 'open', { begunAfter: day.moment(0, 8).at }),
    'open, not in the record': check('self-care', 'open', { event: null }),
    gentle: check('soon', 'gentle'),
    'urgent but open': check('urgent', 'open'),
    'an emergency': check('emergency', 'locked'),
    'an emergency, a day old': check('emergency', 'locked', { finishedAt: asEpochMs(now.at - dayMs) }),
    'an emergency, not in the record': check('emergency', 'locked', { event: null }),
    'self-care but locked': check('self-care', 'locked'),
    'locked, begun before': check('urgent', 'locked', { begunAfter: day.moment(0, 8).at }),
  }
  const inWords = ({ plan, movements, relax, medicines, guide, heldBy }: OpenNow) =>
    [
      `plan ${plan === null ? 'open' : plan.why}${plan && 'tooMuch' in plan ? ', of too much' : ''}${plan && 'because' in plan ? ` “${plan.because}”` : ''}`,
      `movements ${Object.values(movements).join(' ')}`,
      `relax ${relax}`,
      `medicines ${medicines}`,
      `guide ${guide}`,
      ...(heldBy.length > 0 ? [`held by ${heldBy.map(({ event }) => event).join(' ')}`] : []),
    ].join('; ')

  test('by the check at hand, what the record says, and whether it could be read', () => {
    reviewed.checkLines(
      'open',
      Object.entries(states).flatMap(([what, state]) =>
        (['read', 'unread'] as const).flatMap((record) => {
          const found = Map.groupBy(Object.entries(checks), ([, at]) => inWords(openNow(at, state, now, record)))
          return [...found].map(
            ([words, which]) => `${what}, ${record}: ${words} ← ${which.map(([name]) => name).join(' | ')}`,
          )
        }),
      ),
    )
  })
  test('the plan calls for what is more urgent: what the record holds, or what the check at hand found', () => {
    for (const [what, state] of Object.entries(states))
      for (const [found, at] of Object.entries(checks)) {
        const alone = openNow(at, nothingYet, now).plan?.why
        const isSeen = at !== null && at.event !== null && state.clearedOf.includes(at.event)
        if (alone !== 'emergency' || isSeen) continue
        expect(openNow(at, state, now).plan, `${what}, ${found}`).toMatchObject({ why: 'emergency' })
      }
  })
  test('of a check beside the locks of the record', () => {
    const beside = { none: [], gentle: [gentle], urgent: [urgent], danger: [danger], both: [gentle, urgent] }
    reviewed.checkLines(
      'check with the record',
      (['self-care', 'soon', 'urgent', 'emergency'] as const satisfies readonly Level[]).flatMap((level) =>
        (['open', 'gentle', 'locked'] as const).flatMap((movement) =>
          Object.entries(beside).map(([name, locks]) => {
            const both = withRecord({ level, movement }, { locks })
            return `${level} ${movement}, ${name}: ${both.level} ${both.movement}`
          }),
        ),
      ),
    )
  })
})

test('no dose is said to have been taken after now, whatever the clocks said', () => {
  for (const first of clocks)
    for (const second of clocks)
      for (const event of correctClocks(record(['dose', first], ['dose', second]), at(0)))
        expect(event.kind === 'doseTaken' && event.takenAt <= at(0).at).toBe(true)
})

test('the file has no table that is not looked at', reviewed.end)
