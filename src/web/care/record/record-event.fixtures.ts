/**
 * One event of each kind that is written, for the tests of the record. The compiler asks for a new one with every new kind.
 * Tests only.
 */
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'

/** A random UUID, the same each time. */
export const sampleId = (last: number) => `0f0f0f0f-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`
const at = asEpochMs(1_800_000_000_000)
const base = (last: number) => ({ v: 1, id: sampleId(last), at, day: '2027-01-15' }) as const

/** By kind. */
export const samples: {
  readonly [Kind in Exclude<NotebookEvent['kind'], 'unreadable'>]: Extract<NotebookEvent, { kind: Kind }>
} = {
  checkFinished: {
    ...base(1),
    v: 2,
    kind: 'checkFinished',
    movement: 'gentle',
    check: sampleId(99),
    answers: { A1: 'no', age: 43, fxRisk: ['notSure'] },
    level: 'soon',
    protocolVersion: 'abc',
    changed: [],
  },
  planMade: {
    v: 1,
    id: sampleId(2),
    at,
    kind: 'planMade',
    check: sampleId(99),
    profile: { painNow: 6, have: ['bed'] },
  },
  doseTaken: {
    v: 1,
    id: sampleId(3),
    at,
    kind: 'doseTaken',
    ingredient: 'ibuprofen',
    milligrams: 400,
    product: 'X',
    takenAt: at,
  },
  doseWithdrawn: { v: 1, id: sampleId(4), at, kind: 'doseWithdrawn', dose: sampleId(3) },
  stepDone: { v: 1, id: sampleId(5), at, kind: 'stepDone', step: 'walk' },
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
        insteadOf: { movement: 'M01-double', because: 'Your bones may be thin.' },
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
  dangerMistaken: { ...base(39), kind: 'dangerMistaken', checks: ['00000000-0000-4000-8000-000000000001'] },
  tooMuchTold: {
    ...base(40),
    kind: 'tooMuchTold',
    facts: { overPacketLimit: 'yes', drowsyOrSlowBreathing: 'notSure' },
    weightKg: 71.5,
    emergency: true,
  },
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
    replaces: '00000000-0000-4000-8000-000000000017',
  },
  directionFound: { ...base(17), kind: 'directionFound', direction: 'backOnly' },
  helpAnswered: { ...base(18), kind: 'helpAnswered', offerEarlierPhysio: true, askI3: false },
  diaryEntry: {
    ...base(19),
    v: 2,
    kind: 'diaryEntry',
    about: '2027-01-13',
    replaces: sampleId(18),
    painNow0to10: 4,
    sleep: 'good',
    signs: [],
    medicine: { taken: true, doses: [sampleId(3)] },
    taskScores: [{ task: sampleId(21), score0to10: 5 }],
    note: 'A note',
  },
  entryWithdrawn: { ...base(20), kind: 'entryWithdrawn', entry: sampleId(19) },
  taskChosen: { ...base(21), kind: 'taskChosen', task: sampleId(21), name: 'Put on my socks' },
  taskDropped: { ...base(22), kind: 'taskDropped', task: sampleId(21) },
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
