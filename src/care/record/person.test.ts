/** What the record says of the person now: which events the programme sees, and what the block list knows. */
import { describe, expect, test } from 'vitest'
import { protocol } from '../check/protocol.ts'
import { switches } from '../check/switches.ts'
import type { DiaryEntry } from '../diary/entry.ts'
import type { IsoDate } from '../evidence/calendar.ts'
import { questions } from '../check/questions/all.ts'
import type { Answers } from '../check/types.ts'
import { answerIfSaid } from '../check/vignettes/answer-as.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import type { CheckFinished, NotebookEvent } from './notebook.ts'
import {
  carefulState,
  dangerTold,
  movementProfileAt,
  mustAskForCodeine,
  nervesAskedAt,
  programmeEvents,
  unopenedState,
} from './person.ts'
import type { MiniCheckDone } from '../programme/events.ts'
import { stateAt } from '../programme/fold.ts'
import { lockOf } from '../programme/state.ts'
import { mayMove } from '../programme/screening.ts'

const start = 1_800_000_000_000
const moment = (days: number) => ({
  at: asEpochMs(start + days * dayMs),
  day: `2027-01-${String(15 + Math.floor(days)).padStart(2, '0')}` as IsoDate,
})
const check = (days: number, said: Partial<CheckFinished> = {}): CheckFinished => ({
  v: 2,
  id: `check-${days}`,
  ...moment(days),
  kind: 'checkFinished',
  check: `check-${days}`,
  answers: { age: 30, sex: 'male', painNow: 5 },
  level: 'self-care',
  movement: 'open',
  protocolVersion: 'p',
  changed: [],
  ...said,
})

/** Every question of the check, answered as somebody whom it sends home. */
const clear: Answers = Object.fromEntries(
  questions.flatMap(({ id }) => {
    const answer = answerIfSaid(id, { age: 35 })
    return answer === undefined || id.startsWith('I4') ? [] : [[id, answer]]
  }),
)

test('a finished check reaches the programme with its lock', () => {
  expect(programmeEvents([check(0, { level: 'soon', movement: 'gentle' })])).toMatchObject([
    { kind: 'fullCheckDone', level: 'soon', lock: 'gentle', day: '2027-01-15' },
  ])
})

test('under 16, and at an unknown age, a clear check opens no more than rest, breathing and walking', () => {
  const lockAt = (age: number | 'notSure' | undefined) => {
    const done = check(0, { answers: age === undefined ? {} : { age } })
    return lockOf(stateAt(programmeEvents([done]), moment(0.1)))
  }
  expect(lockAt(15)).toBe('gentle')
  expect(lockAt(16)).toBe('open')
  expect(lockAt('notSure')).toBe('gentle')
  expect(lockAt(undefined)).toBe('gentle')
})

test('no clinician makes a child older: under 16 the gentle part is all there is, also once cleared', () => {
  const child = check(0, { answers: { age: 15 }, level: 'soon', movement: 'gentle' })
  const seen: NotebookEvent = { v: 1, id: 'seen', ...moment(1), kind: 'clinicianCleared', who: 'GP' }
  const state = stateAt(programmeEvents([child, seen]), moment(1.1))
  expect(state.locks).toEqual([])
  expect(lockOf(state)).toBe('gentle')
})

describe('going back in the same check', () => {
  const toldFirst = [{ question: 'A1', from: 'yes', to: 'no' }] as const
  const slip = check(0, { id: 'a', level: 'urgent', movement: 'locked' })
  const mended = check(0.9, { id: 'b', check: slip.check, changed: toldFirst })
  const levels = (...events: CheckFinished[]) => programmeEvents(events).map(({ id }) => id)
  test('once confirmed, the last result counts, and only that, in whatever order they come', () => {
    expect(programmeEvents([mended, slip])).toMatchObject([{ id: 'b', level: 'self-care', lock: 'open' }])
    expect(levels(slip, mended)).toEqual(['b'])
  })
  test('a milder result that nobody confirmed takes nothing back: both count', () => {
    expect(levels(slip, { ...mended, changed: [] })).toEqual(['a', 'b'])
  })
  test('nor one of the same level that closes less', () => {
    const gentle = check(0, { id: 'a', level: 'soon', movement: 'gentle' })
    const open = check(0.5, { id: 'b', check: gentle.check, level: 'soon', movement: 'open' })
    expect(levels(gentle, open)).toEqual(['a', 'b'])
  })
  test('what was confirmed before the danger was told takes nothing back either', () => {
    expect(levels({ ...slip, changed: toldFirst }, mended)).toEqual(['a', 'b'])
  })
  test('a day later it is another check: from exactly 24 hours on both count', () => {
    expect(levels(slip, { ...mended, at: asEpochMs(slip.at + dayMs - 1) })).toEqual(['b'])
    expect(levels(slip, { ...mended, at: asEpochMs(slip.at + dayMs) })).toEqual(['a', 'b'])
  })
  test('one whose clock was before the danger’s takes nothing back: nobody knows how long after it was', () => {
    const [first, behind] = [
      { ...slip, order: asEpochMs(1) },
      { ...mended, order: asEpochMs(2) },
    ]
    expect(levels(first, { ...behind, at: slip.at })).toEqual(['b'])
    expect(levels(first, { ...behind, at: asEpochMs(slip.at - 1) })).toEqual(['a', 'b'])
  })
  test('a worse result always takes the place of the one before', () => {
    expect(levels({ ...mended, id: 'c', at: slip.at, changed: [] }, { ...slip, id: 'd', at: mended.at })).toEqual(['d'])
  })
})

test('a file that says "all clear" above an answer that is not is read by its answers', () => {
  const { version } = protocol(switches)
  const forged = check(0, { answers: { age: 30, A10: 'yes' }, protocolVersion: version })
  expect(programmeEvents([forged])).toMatchObject([{ level: 'emergency', lock: 'locked' }])
  // Of a check by other rules nobody knows what its answers meant.
  expect(programmeEvents([{ ...forged, protocolVersion: 'of last year' }])).toMatchObject([{ level: 'self-care' }])
})

test('bladder, bowel and saddle count as asked only when all three were', () => {
  const mini = (answers: MiniCheckDone['answers']): NotebookEvent => ({
    ...{ v: 1, id: 'mini', ...moment(0), kind: 'miniCheckDone' },
    answers,
  })
  expect(nervesAskedAt([mini({ A1: 'no', A2: 'no', A3: 'no' })])).toBe(start)
  for (const two of [
    { A1: 'no', A2: 'no' },
    { A1: 'no', A3: 'no' },
    { A2: 'no', A3: 'no' },
  ] as const)
    expect(nervesAskedAt([mini(two)])).toBeUndefined()
})

test('after codeine they are asked again, until the full check or the short one has asked; the last asking counts', () => {
  const all = { A1: 'no', A2: 'no', A3: 'no' } as const
  const dose = (ingredient: string, days: number): NotebookEvent => ({
    ...{ v: 1, id: `dose-${days}`, ...moment(days), kind: 'doseTaken', product: 'p', milligrams: 30 },
    ...{ ingredient, takenAt: moment(days).at },
  })
  const mini: NotebookEvent = { v: 1, id: 'mini', ...moment(2.2), kind: 'miniCheckDone', answers: all }
  const full = check(2.2, { answers: { ...clear, ...all } })
  const old = check(0, { answers: { ...clear, ...all } })
  const due = (...events: readonly NotebookEvent[]) => mustAskForCodeine(events, moment(2.5))
  expect(due(dose('codeine', 2))).toBe(true)
  expect(due(dose('ibuprofen', 2))).toBe(false)
  expect(due(old, dose('codeine', 2))).toBe(true)
  for (const asked of [mini, full]) {
    expect(due(old, dose('codeine', 2), asked)).toBe(false)
    expect(due(asked, dose('codeine', 2), old)).toBe(false)
  }
})

describe('what closed the movements is told again in the words of the check', () => {
  const toldOf = (answers: Answers, said: Partial<CheckFinished> = { level: 'emergency', movement: 'locked' }) => {
    const events = [check(0, { ...said, answers: { ...clear, ...answers } })]
    return dangerTold(events, stateAt(programmeEvents(events), moment(0.1)).locks).map(({ because }) => because)
  }
  const stroke = 'These can be signs of a stroke, even if they have gone again.'

  test.each<[string, Answers]>([
    ['ticked as thoughts', { I3: 'thoughts' }],
    ['not sure', { I3: 'notSure' }],
    ['ticked as a plan', { I3: 'plan' }],
    ['already done', { I3: 'acted' }],
    ['written, and ticked no', { I3: 'no', worry: 'I have a plan to kill myself tonight' }],
    ['written, and said when asked again', { I3: 'no', worry: 'I want to die', 'said.I3': 'thoughts' }],
    ['written, and not sure when asked again', { I3: 'no', worry: 'I want to die', 'said.I3': 'notSure' }],
  ])('but thoughts of ending one’s life never are: %s', (_, answers) => {
    expect(toldOf({ A10: 'yes', ...answers })).toEqual([[stroke]])
    expect(toldOf(answers)).toEqual([[]])
  })

  test('where all is closed, only what is urgent or worse; where the gentle part is left, what left no more than that', () => {
    // One that leaves the gentle part, and one that closes nothing.
    const soon = { F1: 'yes', 'F1.skin': 'no', C7: 'yes' }
    expect(toldOf({ A10: 'yes', ...soon })).toEqual([[stroke]])
    expect(toldOf({ B2: 'yes', 'B2.kind': 'hot', ...soon })[0]).toHaveLength(1)
    expect(toldOf(soon, { level: 'soon', movement: 'gentle' })).toEqual([
      ['After cancer at any time, new back pain should be looked at within days.'],
    ])
  })
})

test('doses and steps are not for the programme', () => {
  const step: NotebookEvent = { v: 1, id: 's', at: moment(0).at, kind: 'stepDone', step: 'walk' }
  expect(programmeEvents([step])).toEqual([])
})

test('without a check everything about the body is unknown', () => {
  expect(movementProfileAt([], moment(0))).toMatchObject({
    pattern: 'PT0',
    vertigo: 'notSure',
    floorTransfer: 'notSure',
  })
})

test('the pain told earlier today counts; yesterday’s does not; the one told now beats both', () => {
  const morning: NotebookEvent = { v: 1, id: 'm', ...moment(1), kind: 'morningNoted', pain0to10: 3 }
  expect(movementProfileAt([check(0)], moment(0)).painNow0to10).toBe(5)
  expect(movementProfileAt([check(0)], moment(1)).painNow0to10).toBe('notSure')
  expect(movementProfileAt([check(0), morning], moment(1)).painNow0to10).toBe(3)
  expect(movementProfileAt([check(0), morning], moment(1), 8).painNow0to10).toBe(8)
})

describe('the pain of today, from the diary', () => {
  const wrote = (days: number, painNow0to10: number, more: Partial<DiaryEntry> = {}): DiaryEntry => {
    const id = `d${days}-${painNow0to10}`
    return { v: 2, id, ...moment(days), kind: 'diaryEntry', painNow0to10, ...more }
  }
  const back = (days: number, entry: string): NotebookEvent => ({
    v: 1,
    id: `b${days}`,
    ...moment(days),
    kind: 'entryWithdrawn',
    entry,
  })
  const painAt = (...events: readonly NotebookEvent[]) =>
    movementProfileAt([check(-1), ...events], moment(0.4)).painNow0to10
  test('is not told by an entry about another day', () => {
    expect(painAt(wrote(0, 2))).toBe(2)
    expect(painAt(wrote(0, 2, { about: '2027-01-14' }))).toBe('notSure')
    expect(painAt(wrote(0, 7), wrote(0.1, 2, { about: '2027-01-14' }))).toBe(7)
  })
  test('rises and does not fall when an entry is put right; it falls when it is told anew', () => {
    const seven = wrote(0, 7)
    expect(painAt(seven, wrote(0.1, 2, { replaces: seven.id }))).toBe(7)
    expect(painAt(seven, wrote(0.1, 9, { replaces: seven.id }))).toBe(9)
    expect(painAt(seven, wrote(0.1, 2))).toBe(2)
  })
  test('is not lowered by an entry that was taken back, and not known from that one alone', () => {
    expect(painAt(wrote(0, 7), wrote(0.1, 2), back(0.2, 'd0.1-2'))).toBe(7)
    expect(painAt(wrote(0, 2), wrote(0.1, 7), back(0.2, 'd0.1-7'))).toBe(7)
    expect(painAt(wrote(0, 2), back(0.2, 'd0-2'))).toBe('notSure')
  })
})

test('an entry about an earlier day is told to the programme, also once it is put right or taken back', () => {
  const late: DiaryEntry = {
    ...{ v: 2, id: 'late', ...moment(3), kind: 'diaryEntry', painNow0to10: 6 },
    about: '2027-01-16',
  }
  const back: NotebookEvent = { v: 1, id: 'b', ...moment(4), kind: 'entryWithdrawn', entry: 'late' }
  const today: DiaryEntry = { v: 2, id: 'now', ...moment(3), kind: 'diaryEntry', painNow0to10: 6 }
  const told = programmeEvents([late, today, back])
  expect(told).toMatchObject([{ kind: 'painToldLate', about: '2027-01-16', day: moment(3).day, pain0to10: 6 }])
  expect(programmeEvents([late])[0]).toBe(told[0])
})

test('a pregnancy grows by whole weeks after the check that told it', () => {
  const pregnant = check(0, { answers: { age: 30, sex: 'female', pregnancy: 'pregnant', weeks: 15 } })
  const weeks = (days: number) => movementProfileAt([pregnant], moment(days)).pregnancyWeeks
  expect(weeks(0)).toBe(15)
  expect(weeks(6)).toBe(15)
  expect(weeks(7)).toBe(16)
  // A clock that was put back makes nobody less pregnant.
  expect(weeks(-14)).toBe(15)
})

test('of the body, the last check and the last plan’s questions count, not those before', () => {
  const plan = (days: number, health: readonly string[]): NotebookEvent => ({
    ...{ v: 1, id: `plan-${days}`, ...moment(days), kind: 'planMade', check: 'check-0' },
    profile: { health },
  })
  const vertigoAt = (...events: readonly NotebookEvent[]) => movementProfileAt(events, moment(3)).vertigo
  const told = [plan(1, ['vertigo']), plan(2, [])] as const
  expect(vertigoAt(check(0))).toBe('notSure')
  expect(vertigoAt(check(0), ...told)).toBe('no')
  expect(vertigoAt(check(0), ...[...told].reverse())).toBe('no')
  expect(vertigoAt(check(0), told[0])).toBe('yes')
  expect(
    movementProfileAt([check(2, { answers: { A6: 'no' } }), check(0, { answers: { A6: 'yes' } })], moment(3)),
  ).toEqual(movementProfileAt([check(2, { answers: { A6: 'no' } })], moment(3)))
})

test('somebody who is not pregnant does not become so', () => {
  expect(movementProfileAt([check(0)], moment(14)).pregnancyWeeks).toBeNull()
})

describe('while entries of the record cannot be read', () => {
  const doubt = (days: number): NotebookEvent => ({
    v: 1,
    id: 'unreadable',
    at: moment(days).at,
    kind: 'unreadable',
    entries: 1,
  })
  const started: NotebookEvent = {
    ...{ v: 1, id: 'start', ...moment(0), kind: 'programmeStarted', episodeDay: '2027-01-15' },
    ...{ painDayOne0to10: 5, ageYears: 30, firstEver: 'no' },
  }
  const record = (...more: readonly NotebookEvent[]) => [check(0), started, ...more]
  const allowed = (events: readonly NotebookEvent[], days: number) =>
    mayMove(carefulState(stateAt(programmeEvents(events), moment(days)), events), moment(days))

  test('what a plan was made of before they were found says nothing of the body any more, nor does a check', () => {
    const made: NotebookEvent = {
      ...{ v: 1, id: 'plan', at: moment(0.1).at, kind: 'planMade', check: 'check-0' },
      profile: { floor: 'yes', health: [] },
    }
    const known = (...more: readonly NotebookEvent[]) => movementProfileAt([check(0), made, ...more], moment(0.5))
    expect(known()).toMatchObject({ floorTransfer: 'yes', vertigo: 'no' })
    expect(known(doubt(0.2))).toMatchObject({ floorTransfer: 'notSure', vertigo: 'notSure' })
    expect(known(doubt(0.2), check(0.3))).toMatchObject({ floorTransfer: 'notSure', vertigo: 'notSure' })
  })
  test('no movement opens, though the last check that can be read is fresh and clear', () => {
    expect(allowed(record(), 0.5)).toMatchObject({ ok: true })
    expect(allowed(record(doubt(0.2)), 0.5)).toMatchObject({ ok: false, why: 'fullCheck' })
  })
  test('a full check finished after they were found opens the way again; one of the same moment or before does not', () => {
    expect(allowed(record(doubt(0.2), check(0.3, { check: 'next' })), 0.5)).toMatchObject({ ok: true })
    expect(allowed(record(doubt(0.2), check(0.2, { check: 'next' })), 0.5)).toMatchObject({ ok: false })
  })
  test('a record that did not open asks for the full check; a reason that already stands keeps its words', () => {
    const { fullDue, ...other } = unopenedState(stateAt(programmeEvents(record()), moment(0.5)), moment(0.5))
    expect(fullDue).toEqual({ because: 'We could not open your record just now.', since: moment(0.5).at })
    const stands = { because: 'You told us of a fall.', since: moment(0.1).at }
    expect(unopenedState({ ...other, fullDue: stands }, moment(0.5)).fullDue).toEqual(stands)
  })
  test('a short check alone opens nothing', () => {
    const answers = { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' } as const
    const mini: NotebookEvent = { v: 1, id: 'mini', ...moment(0.3), kind: 'miniCheckDone', answers }
    expect(allowed(record(doubt(0.2), mini), 0.5)).toMatchObject({ ok: false, why: 'fullCheck' })
  })
  test('nothing that was told before is known of the body; what is told after is', () => {
    expect(movementProfileAt(record(), moment(0.5)).pregnancyWeeks).toBeNull()
    expect(movementProfileAt(record(doubt(0.2)), moment(0.5))).toMatchObject({
      pattern: 'PT0',
      pregnancyWeeks: 'notSure',
    })
    expect(movementProfileAt(record(doubt(0.2), check(0.3, { check: 'next' })), moment(0)).painNow0to10).toBe(5)
  })
})
