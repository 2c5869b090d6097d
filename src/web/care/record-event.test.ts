/** Every kind of event comes back from JSON as it was; older versions are brought up to date; nonsense is refused. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import type { NotebookEvent } from '../../care/notebook.ts'
import { readEvent } from './record-event.ts'

const id = (last: number) => `0f0f0f0f-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`
const at = asEpochMs(1_800_000_000_000)
const base = (last: number) => ({ v: 1, id: id(last), at, day: '2027-01-15' }) as const

/** One of each kind that is written: the compiler asks for a new sample with every new kind. */
const samples: {
  readonly [Kind in Exclude<NotebookEvent['kind'], 'unreadable'>]: Extract<NotebookEvent, { kind: Kind }>
} = {
  checkFinished: {
    ...base(1),
    v: 2,
    kind: 'checkFinished',
    movement: 'gentle',
    check: id(99),
    answers: { A1: 'no', age: 43, fxRisk: ['notSure'] },
    level: 'soon',
    protocolVersion: 'abc',
    changed: [],
  },
  planMade: { v: 1, id: id(2), at, kind: 'planMade', check: id(99), profile: { painNow: 6, have: ['bed'] } },
  doseTaken: {
    v: 1,
    id: id(3),
    at,
    kind: 'doseTaken',
    ingredient: 'ibuprofen',
    milligrams: 400,
    product: 'X',
    takenAt: at,
  },
  doseWithdrawn: { v: 1, id: id(4), at, kind: 'doseWithdrawn', dose: id(3) },
  stepDone: { v: 1, id: id(5), at, kind: 'stepDone', step: 'walk' },
  sessionBegun: {
    ...base(6),
    kind: 'sessionBegun',
    painNow0to10: 4,
    minutes: 10,
    items: [
      {
        card: 'M01',
        movement: 'M01',
        dose: { reps: 8, sets: 1, sides: ['left', 'right'], restSeconds: 0, loadKg: 0 },
        range: 0.5,
        headStill: false,
        half: null,
      },
    ],
  },
  programmeStarted: {
    ...base(7),
    kind: 'programmeStarted',
    episodeDay: '2027-01-13',
    painDayOne0to10: 'notSure',
    ageYears: 43,
    firstEver: 'no',
  },
  sessionDone: {
    ...base(8),
    kind: 'sessionDone',
    session: '00000000-0000-4000-8000-000000000007',
    painBefore0to10: 4,
    effort0to10: 'notSure',
    leg: 'none',
    movements: [{ card: 'M01', movement: 'M01', peak0to10: 3, done: 'tooSore' }],
  },
  morningNoted: { ...base(9), kind: 'morningNoted', pain0to10: 4, usual0to10: 3, poorSleep: 'yes' },
  miniCheckDone: { ...base(10), kind: 'miniCheckDone', answers: { A1: 'no', anythingNew: 'notSure' } },
  clinicianCleared: { ...base(11), kind: 'clinicianCleared', who: 'My GP' },
  stopped: { ...base(12), kind: 'stopped', sign: 'fever' },
  miniAsked: { ...base(13), kind: 'miniAsked', because: 'Your pain is 6 or more.' },
  abilitiesNoted: {
    ...base(14),
    kind: 'abilitiesNoted',
    canWalk5Minutes: 'yes',
    canSit15Minutes: 'notSure',
    normalTasks: 'most',
    taskScores0to10: [7],
  },
  phaseChanged: { ...base(15), kind: 'phaseChanged', to: 2 },
  checkInDone: {
    ...base(16),
    kind: 'checkInDone',
    pain0to10: 3,
    trend: 'better',
    toiletAndDrink: 'yes',
    canStand10Minutes: 'yes',
    medicineFor24Hours: 'noneSafe',
    globalChange: 2,
    backToNormal: 'no',
    severeLegPain: 'no',
  },
  directionFound: { ...base(17), kind: 'directionFound', direction: 'backOnly' },
  helpAnswered: { ...base(18), kind: 'helpAnswered', offerEarlierPhysio: true, askI3: false },
  diaryEntry: {
    ...base(19),
    kind: 'diaryEntry',
    painNow0to10: 4,
    sleep: 'good',
    signs: [],
    medicine: { taken: true, doses: [id(3)] },
    taskScores: [{ task: id(21), score0to10: 5 }],
    note: 'A note',
  },
  entryWithdrawn: { ...base(20), kind: 'entryWithdrawn', entry: id(19) },
  taskChosen: { ...base(21), kind: 'taskChosen', task: id(21), name: 'Put on my socks' },
  taskDropped: { ...base(22), kind: 'taskDropped', task: id(21) },
  walkingStarted: { ...base(31), kind: 'walkingStarted', minutesNow: 10, daysNow: 3 },
  walkingEnded: { ...base(32), kind: 'walkingEnded' },
  walkDone: { ...base(33), kind: 'walkDone', minutes: 12, felt: 'sore' },
  strengthDaysChosen: { ...base(34), kind: 'strengthDaysChosen', weekdays: [1, 4] },
  deskNoted: { ...base(35), kind: 'deskNoted', done: ['move', 'feet'] },
  reminderSet: {
    ...base(36),
    kind: 'reminderSet',
    what: 'breaks',
    times: { everyMinutes: 30, from: '09:00', to: '17:00' },
    days: [1, 2],
  },
  reminderCancelled: { ...base(37), kind: 'reminderCancelled', what: 'all' },
  reminderWording: { ...base(38), kind: 'reminderWording', wording: 'move' },
}

test.each(Object.values(samples).map((event) => [event.kind, event] as const))(
  'an event of the kind %s comes back from JSON as it was',
  (_kind, event) => {
    expect(readEvent(JSON.parse(JSON.stringify(event)))).toEqual(event)
  },
)

test.each(Object.values(samples).map((event) => [event.kind, event] as const))(
  'an event of the kind %s with an unknown version, a nonsense day or no moment is refused',
  (_kind, event) => {
    expect(readEvent({ ...event, v: 9 })).toBeNull()
    expect(readEvent({ ...event, at: 'today' })).toBeNull()
    if ('day' in event)
      for (const day of ['2027-02-30', '27-1-1', '', null]) expect(readEvent({ ...event, day })).toBeNull()
  },
)

test('an entry that the diary would not take is refused', () => {
  expect(readEvent({ ...samples.diaryEntry, painNow0to10: 11 })).toBeNull()
  expect(readEvent({ ...samples.diaryEntry, sittingHours: 30 })).toBeNull()
  expect(readEvent({ ...samples.diaryEntry, places: ['moon'] })).toBeNull()
})

test('a reminder without a time or a day, at no time of day, or on no day of the week is refused', () => {
  const { reminderSet } = samples
  expect(readEvent({ ...reminderSet, times: ['09:30'] })).toMatchObject({ times: ['09:30'] })
  for (const times of [[], ['9:30'], ['24:00'], { everyMinutes: 0, from: '09:00', to: '17:00' }, 'noon'])
    expect(readEvent({ ...reminderSet, times })).toBeNull()
  for (const days of [[], [0], [8], [1.5], ['1']]) expect(readEvent({ ...reminderSet, days })).toBeNull()
})

test('a check as the first build kept it gets its day, and the most that its level can have allowed', () => {
  const first = {
    v: 1,
    id: id(1),
    at: Date.UTC(2026, 10, 23, 2, 14),
    kind: 'checkFinished',
    check: id(99),
    answers: { A1: 'no', age: 43 },
    protocolVersion: 'abc',
    changed: [],
  }
  const lockAt = (level: string) => readEvent({ ...first, level })
  expect(lockAt('self-care')).toMatchObject({ v: 2, day: '2026-11-23', movement: 'open', level: 'self-care' })
  expect(lockAt('soon')).toMatchObject({ movement: 'gentle' })
  expect(lockAt('urgent')).toMatchObject({ movement: 'locked' })
  expect(lockAt('emergency')).toMatchObject({ movement: 'locked' })
  expect(readEvent({ ...first, level: 'fine' })).toBeNull()
})
