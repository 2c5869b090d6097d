/** What a device that cannot write holds back all the same: only what makes things more careful. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../evidence/time.ts'
import type { NotebookEvent } from './notebook.ts'
import { canOpen, closes } from './notebook-closes.ts'
import type { WalkDone } from '../prevention/events.ts'
import type { CheckInDone, MiniCheckDone, SessionDone } from '../programme/events.ts'

const base = { id: 'a', at: asEpochMs(1_800_000_000_000), day: '2027-01-15' } as const
const clear = { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' } as const
const mini = (answers: MiniCheckDone['answers']): NotebookEvent => ({ ...base, v: 1, kind: 'miniCheckDone', answers })

test('a short check is held back when it found something, was not sure or is not whole; a clear one is not', () => {
  expect(closes(mini(clear))).toBe(false)
  expect(closes(mini({ ...clear, A1: 'yes' }))).toBe(true)
  expect(closes(mini({ ...clear, B2: 'notSure' }))).toBe(true)
  const { A3: _, ...rest } = clear
  expect(closes(mini(rest))).toBe(true)
})

test('a check is held back when it closed something, be it only the gentle part left', () => {
  const check = (movement: 'open' | 'gentle' | 'locked'): NotebookEvent => ({
    ...{ ...base, v: 2, kind: 'checkFinished', check: 'c', answers: {}, level: 'soon', protocolVersion: 'p' },
    movement,
    changed: [],
  })
  expect(closes(check('open'))).toBe(false)
  expect(closes(check('gentle'))).toBe(true)
  expect(closes(check('locked'))).toBe(true)
})

test('what was told of a sore or spreading session, walk, morning or check-in is held back; a good one is not', () => {
  const session = (leg: SessionDone['leg'], done: 'all' | 'tooSore' = 'all'): NotebookEvent => ({
    ...{ ...base, v: 1, kind: 'sessionDone', painBefore0to10: 2, effort0to10: 2, leg },
    movements: [{ card: 'M08', movement: 'M08', peak0to10: 2, done }],
  })
  expect((['none', 'further', 'lasting', 'notSure'] as const).map((leg) => closes(session(leg)))).toEqual([
    false,
    true,
    true,
    true,
  ])
  expect(closes(session('none', 'tooSore'))).toBe(true)
  const walk = (felt: WalkDone['felt']): NotebookEvent => ({ ...base, v: 1, kind: 'walkDone', minutes: 5, felt })
  expect((['fine', 'tooSore', 'leg'] as const).map((felt) => closes(walk(felt)))).toEqual([false, true, true])
  const morning = (pain0to10: number): NotebookEvent => ({ ...base, v: 1, kind: 'morningNoted', pain0to10 })
  expect([5, 6].map((pain) => closes(morning(pain)))).toEqual([false, true])
  const checkIn = (trend: CheckInDone['trend'], pain0to10: number): NotebookEvent => ({
    ...{ ...base, v: 1, kind: 'checkInDone', pain0to10, trend, toiletAndDrink: 'yes', canStand10Minutes: 'yes' },
    ...{ medicineFor24Hours: 'yes', backToNormal: 'no', severeLegPain: 'no' },
  })
  expect([closes(checkIn('same', 5)), closes(checkIn('same', 6)), closes(checkIn('worse', 1))]).toEqual([
    false,
    true,
    true,
  ])
})

test('a stop, a sore entry and a dose are held back; a visit, a start and a step never are', () => {
  const dose = { ingredient: 'paracetamol', milligrams: 500, product: 'Paracetamol', takenAt: base.at } as const
  expect(closes({ ...base, v: 1, kind: 'stopped', sign: 'fall' })).toBe(true)
  expect(closes({ ...base, v: 1, kind: 'miniAsked', because: 'sore' })).toBe(true)
  expect(closes({ ...base, ...dose, v: 1, kind: 'doseTaken' })).toBe(true)
  expect(closes({ ...base, v: 1, kind: 'clinicianCleared', who: 'GP' })).toBe(false)
  expect(closes({ ...base, v: 1, kind: 'phaseChanged', to: 2 })).toBe(false)
  expect(closes({ ...base, v: 1, kind: 'stepDone', step: 'ease-easiest-position' })).toBe(false)
})

/** Of each kind of event: can one of it open something, or let somebody do more, that another has closed? */
const opens: Readonly<Record<NotebookEvent['kind'], boolean>> = {
  clinicianCleared: true,
  dangerMistaken: true,
  doseWithdrawn: true,
  phaseChanged: true,
  abilitiesNoted: true,
  tooMuchTold: true,
  ...{ unreadable: false, checkFinished: false, planMade: false, doseTaken: false, stepDone: false },
  ...{ sessionBegun: false, sessionDone: false, morningNoted: false, miniCheckDone: false, stopped: false },
  ...{ miniAsked: false, checkInDone: false, directionFound: false, helpAnswered: false, programmeStarted: false },
  ...{ diaryEntry: false, entryWithdrawn: false, taskChosen: false, taskDropped: false },
  ...{ walkingStarted: false, walkingEnded: false, walkDone: false, strengthDaysChosen: false, deskNoted: false },
  ...{ reminderSet: false, reminderCancelled: false, reminderWording: false },
}
test.each(Object.entries(opens))('%s can open something: %s', (kind, can) => {
  // Cast: it asks the kind alone, and of what was told of too much its facts.
  const event = { ...base, v: 1, kind, facts: { overPacketLimit: 'no' } } as unknown as NotebookEvent
  expect(canOpen(event)).toBe(can)
  if (kind === 'tooMuchTold')
    expect(canOpen({ ...event, facts: { overPacketLimit: 'yes' } } as NotebookEvent)).toBe(false)
})

test('one thing that closes is enough, among others that do not', () => {
  const movement = { card: 'M08', movement: 'M08', peak0to10: 2 } as const
  const told: NotebookEvent = {
    ...base,
    v: 1,
    kind: 'tooMuchTold',
    facts: { onPurpose: 'no', liverDisease: 'notSure' },
  }
  const session: NotebookEvent = {
    ...{ ...base, v: 1, kind: 'sessionDone', painBefore0to10: 2, effort0to10: 2, leg: 'none' },
    movements: [
      { ...movement, done: 'all' },
      { ...movement, done: 'tooSore' },
    ],
  }
  expect([closes(told), canOpen(told), closes(session)]).toEqual([true, false, true])
})
