/**
 * Too much of a medicine, found in the record itself: what it closes, and that taking a dose out, an answer, a check or a
 * hand-made file opens none of it (H-08, H-12).
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { moment, uuid as id } from './moments.fixtures.ts'
import type { NotebookEvent } from './notebook.ts'
import { closes } from './notebook-closes.ts'
import { openNow } from './open-now.ts'
import { dangerTold, programmeEvents } from './person.ts'
import { stateAt } from '../programme/fold.ts'
import { mayMove } from '../programme/screening.ts'
import { doseRecord } from './too-much.ts'

let last = 0
const base = (hours: number) => {
  last += 1
  return { v: 1 as const, id: id(last), ...moment(hours) }
}
const dose = (hours: number, ingredient: string, milligrams: number, unknown = false, takenAt = hours) => {
  const { day: _day, ...made } = base(hours)
  const what = { ingredient, milligrams, product: ingredient, takenAt: moment(takenAt).at, offsetMinutes: 0 }
  return { ...made, kind: 'doseTaken', ...what, ...(unknown && { amountKnown: false as const }) } as const
}
const paracetamol = (hours: number, grams: number) => dose(hours, 'paracetamol', grams * 1000)
const out = (hours: number, of: NotebookEvent): NotebookEvent => {
  const { day: _day, ...made } = base(hours)
  return { ...made, kind: 'doseWithdrawn', dose: of.id }
}
const told = (hours: number, facts: object, more: object = {}) =>
  ({ ...base(hours), kind: 'tooMuchTold', facts, ...more }) as Extract<NotebookEvent, { kind: 'tooMuchTold' }>
const seen = (hours: number, part: object = {}): NotebookEvent => ({
  ...base(hours),
  kind: 'clinicianCleared',
  who: 'GP',
  ...part,
})
const mistaken = (hours: number, of: NotebookEvent): NotebookEvent => ({
  ...base(hours),
  kind: 'dangerMistaken',
  checks: [of.id],
})
const clear = (hours: number): NotebookEvent => ({
  ...base(hours),
  v: 2,
  kind: 'checkFinished',
  movement: 'open',
  check: id(900_000 + last),
  answers: { age: 40 },
  level: 'self-care',
  protocolVersion: 'p',
  changed: [],
})
const well = {
  ...{ liverDisease: 'no', heavyDrinking: 'no', eatingDisorder: 'no', pregnant: 'no', liverMedicine: 'no' },
  ...{ sickOrTummyPain: 'no', drowsyOrSlowBreathing: 'no', moreThanOneDay: 'no', onPurpose: 'no' },
}

const stateOf = (events: readonly NotebookEvent[], hours: number) => stateAt(programmeEvents(events), moment(hours))
const atHand = (hours: number) => ({
  event: null,
  level: 'self-care' as const,
  movement: 'open' as const,
  finishedAt: moment(hours).at,
})
/** What is open an hour after a clear check, and to a programme that runs. */
const plan = (events: readonly NotebookEvent[], hours: number) =>
  openNow(atHand(hours - 1), stateOf(events, hours), moment(hours)).plan
const locks = (events: readonly NotebookEvent[], hours: number) => stateOf(events, hours).locks

describe('too much that is written down', () => {
  test('closes plan, movements and relaxing, as the same told to the check does', () => {
    const events = [clear(0), paracetamol(1, 10)]
    const now = openNow(atHand(0), stateOf(events, 2), moment(2))
    expect(now.plan).toEqual({ why: 'emergency', tooMuch: true })
    expect(now).toMatchObject({ movements: { kind: 'closed' }, relax: 'closed' })
    const started: NotebookEvent = {
      ...base(0.5),
      kind: 'programmeStarted',
      episodeDay: '2027-01-15',
      painDayOne0to10: 5,
      ageYears: 40,
      firstEver: 'no',
    }
    expect(mayMove(stateOf([clear(0), started, paracetamol(1, 10)], 2), moment(2))).toMatchObject({
      why: 'locked',
      because: expect.stringContaining('too much of a medicine'),
    })
  })
  test('4 g of paracetamol in 24 hours closes nothing, and more does, however it was spread', () => {
    const four = [0, 5, 10, 15].map((hours) => paracetamol(hours, 1))
    expect(locks(four, 16)).toEqual([])
    const five = [...four, paracetamol(23.9, 0.5)]
    expect(locks(five, 24)).toMatchObject([{ level: 'emergency', lock: 'locked' }])
    expect(locks([...four, paracetamol(24, 0.5)], 25)).toEqual([])
  })
  test('a dose of which nobody knows the size may be too much', () => {
    expect(locks([dose(0, 'paracetamol', 500, true)], 1)).toMatchObject([{ level: 'emergency' }])
  })
  test('above the packet, and not too much in 24 hours, closes nothing: the medicine page asks', () => {
    expect(locks([paracetamol(0, 4)], 1)).toEqual([])
    expect(locks([dose(0, 'ibuprofen', 400), dose(3, 'ibuprofen', 400)], 4)).toEqual([])
    expect(locks([dose(0, 'ibuprofen', 400)], 1)).toEqual([])
    expect(locks([told(0, well), dose(0, 'ibuprofen', 1200)], 1)).toMatchObject([{ level: 'emergency' }])
    expect(locks([dose(0, 'ibuprofen', 1200), told(0.1, well)], 1)).toMatchObject([{ level: 'urgent' }])
  })
  test('it is told again as what it is, and not as a check', () => {
    const events = [paracetamol(0, 10)]
    expect(dangerTold(events, locks(events, 1))[0]?.because.join()).toContain('too much of a medicine')
  })
})

describe('nothing opens it but somebody who saw the person after it', () => {
  const over = () => paracetamol(1, 10)
  test('taking the dose out opens nothing, in whatever order a file brings it', () => {
    const ten = over()
    const events = [clear(0), ten, out(1.1, ten)]
    for (const file of [events, [...events].reverse()])
      expect(plan(file, 2)).toEqual({ why: 'emergency', tooMuch: true })
    expect(doseRecord(events).doses).toHaveLength(1)
  })
  test('an ordinary dose is taken out at once', () => {
    const one = paracetamol(1, 1)
    expect(doseRecord([one, out(1.1, one)]).doses).toEqual([])
    // Out before the dose that would have come to too much with it.
    const four = [0, 4, 8, 12].map((hours) => paracetamol(hours, 1))
    const first = four[0] ?? one
    expect(locks([...four, out(12.1, first), paracetamol(16, 1)], 17)).toEqual([])
    expect(locks([...four, paracetamol(16, 1), out(16.1, first)], 17)).toHaveLength(1)
  })
  test('a clear check, a visit before it, and a talk on the phone open nothing', () => {
    const ten = over()
    expect(plan([ten, clear(2)], 3)).toMatchObject({ tooMuch: true })
    expect(plan([ten, seen(2, { seenOn: '2027-01-14' }), clear(3)], 4)).toMatchObject({ tooMuch: true })
    expect(plan([ten, seen(30, { how: 'spoken', seenAfter: ten.id }), clear(31)], 32)).toMatchObject({ tooMuch: true })
  })
  test('a visit after it does, and then a new check comes first', () => {
    const ten = over()
    const events = [clear(0), ten, seen(3, { seenAfter: ten.id })]
    expect(locks(events, 4)).toEqual([])
    expect(plan(events, 4)).toMatchObject({ why: 'due' })
    expect(plan([...events, clear(5)], 6)).toBeNull()
    expect(doseRecord(events).seenAt).toBe(moment(3).at)
    // And what is too much after the visit closes again.
    expect(locks([...events, paracetamol(6, 1)], 7)).toHaveLength(1)
  })
  test('said twice to be a mistake it still closes until a talk; then the dose can be taken out', () => {
    const ten = over()
    const said = [clear(0), ten, mistaken(2, ten)]
    expect(plan(said, 3)).toMatchObject({ tooMuch: true })
    const gone = [...said, out(3, ten)]
    expect(plan(gone, 4)).toMatchObject({ tooMuch: true })
    expect(doseRecord(gone).doses).toEqual([])
    const talked = [...gone, seen(5, { how: 'spoken', seenAfter: ten.id })]
    expect(locks(talked, 6)).toEqual([])
    // No answer opens what was called a mistake.
    expect(locks([...gone, told(5, { ...well, mayBeOver: 'no' })], 6)).toHaveLength(1)
  })
  test('a dose taken out while it held something closed is out once somebody has seen the person', () => {
    const ten = over()
    const events = [ten, out(1.1, ten), seen(3, { seenAfter: ten.id })]
    expect(doseRecord(events).doses).toEqual([])
  })
})

describe('what was told of it', () => {
  const button = (hours: number) => told(hours, { overPacketLimit: 'yes' })
  test('"I may have taken too much" closes, with no dose written down', () => {
    // What was not answered counts as yes; answered no, it is 111.
    expect(plan([clear(0), button(1)], 2)).toEqual({ why: 'emergency', tooMuch: true })
    expect(plan([clear(0), button(1), told(1.1, well)], 2)).toEqual({ why: 'urgent', tooMuch: true })
    expect(plan([clear(0), button(1), told(1.1, {}, { emergency: true })], 2)).toEqual({
      why: 'emergency',
      tooMuch: true,
    })
    expect(plan([clear(0), told(1, { drowsyOrSlowBreathing: 'notSure' }), button(1.1)], 2)).toMatchObject({
      why: 'emergency',
    })
  })
  test('answers say how urgent it is, and the worse of two counts', () => {
    const six = paracetamol(1, 5)
    expect(locks([six], 2)).toMatchObject([{ level: 'emergency' }])
    const calm = [six, told(1.1, well, { weightKg: 80 })]
    expect(locks(calm, 2)).toMatchObject([{ level: 'urgent' }])
    expect(locks([...calm, told(1.2, { liverDisease: 'yes' })], 2)).toMatchObject([{ level: 'emergency' }])
    expect(locks([...calm, told(1.2, {}, { weightKg: 60 }), told(1.3, {}, { weightKg: 90 })], 2)).toMatchObject([
      { level: 'emergency' },
    ])
  })
  test('its own question, answered within a day, opens what only that question had closed', () => {
    const unknown = dose(1, 'paracetamol', 500, true)
    const no = { ...well, mayBeOver: 'no' }
    expect(locks([unknown, told(2, no)], 3)).toEqual([])
    expect(plan([clear(0), unknown, told(2, no)], 3)).toBeNull()
    expect(locks([unknown, told(26, no)], 27)).toHaveLength(1)
    expect(locks([unknown, told(2, { ...no, mayBeOver: 'notSure' })], 3)).toHaveLength(1)
    // The answer of that time says nothing of the next dose.
    expect(locks([unknown, told(2, no), dose(3, 'paracetamol', 500, true)], 4)).toHaveLength(1)
  })
  test('a dose that only moves to the earlier of its two times takes its own weight with it', () => {
    const four = [12, 16, 20].map((hours) => paracetamol(hours, 1))
    const late = paracetamol(20, 1.5)
    const moved = dose(20.1, 'paracetamol', 1500, false, -4)
    expect(locks([...four, late], 21)).toHaveLength(1)
    expect(locks([...four, late, moved, out(20.1, late)], 21)).toEqual([])
    // Smaller, later, or longer after: then it was taken out, and opens nothing.
    for (const other of [
      dose(20.1, 'paracetamol', 500, false, -4),
      dose(20.1, 'paracetamol', 1500, false, 20),
      dose(20.2, 'paracetamol', 1500, false, -4),
    ])
      expect(locks([...four, late, other, out(20.1, late)], 21).length).toBeGreaterThan(0)
  })
  test('a move is the same dose, written at the same moment: nothing less opens anything', () => {
    const four = [12, 16, 20].map((hours) => paracetamol(hours, 1))
    const late = paracetamol(20, 1.5)
    const moved = dose(20.1, 'paracetamol', 1500, false, -4)
    const closedBy = (other: NotebookEvent, of: NotebookEvent = late) =>
      locks([...four, late, other, out(20.1, of)], 21)
    expect(closedBy(moved)).toEqual([])
    const others = {
      'another medicine': closedBy({ ...moved, ingredient: 'naproxen' }),
      'another product': closedBy({ ...moved, product: 'another' }),
      'another size': closedBy({ ...moved, milligrams: 1499 }),
      'written a moment before': closedBy({ ...moved, at: asEpochMs(moved.at - 1) }),
      'written a moment after': closedBy({ ...moved, at: asEpochMs(moved.at + 1) }),
      'not earlier': closedBy({ ...moved, takenAt: late.takenAt }),
      'earlier by more than a day and an hour': closedBy({
        ...moved,
        takenAt: asEpochMs(late.takenAt - 25 * hourMs - 1),
      }),
      'long after the dose': locks([...four, late, dose(21.1, 'paracetamol', 1500, false, -4), out(21.1, late)], 22),
    }
    expect(Object.entries(others).flatMap(([what, closed]) => (closed.length === 0 ? [what] : []))).toEqual([])
    expect(closedBy({ ...moved, takenAt: asEpochMs(late.takenAt - 25 * hourMs) })).toEqual([])
  })
  test('a device that cannot write holds back what makes more careful, and no answer that opens', () => {
    expect(closes(button(1))).toBe(true)
    expect(closes(told(1, {}, { emergency: true }))).toBe(true)
    expect(closes(told(1, { mayBeOver: 'notSure' }))).toBe(true)
    expect(closes(told(1, { mayBeOver: 'no' }))).toBe(false)
  })
})

test('whatever follows 10 g, without a visit or a talk, the plan stays closed', () => {
  const acts = {
    clear,
    out: (hours: number, ten: NotebookEvent) => out(hours, ten),
    mistaken: (hours: number, ten: NotebookEvent) => mistaken(hours, ten),
    calm: (hours: number) => told(hours, { ...well, mayBeOver: 'no', overPacketLimit: 'no' }, { weightKg: 90 }),
    dose: (hours: number) => paracetamol(hours, 0.5),
    button: (hours: number) => told(hours, { overPacketLimit: 'no' }),
    spoken: (hours: number) => seen(hours, { how: 'spoken', seenOn: '2027-01-14' }),
  } as const
  const names = Object.keys(acts) as (keyof typeof acts)[]
  const act = fc.record({ name: fc.constantFrom(...names), later: fc.constantFrom(0.1, 3, 13, 30, 100) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 8 }), (list) => {
      const ten = paracetamol(1, 10)
      let hours = 1
      const events: NotebookEvent[] = [clear(0), ten]
      for (const { name, later } of list) {
        hours += later
        events.push(acts[name](hours, ten))
      }
      expect(plan(events, hours + 1)).toMatchObject({ tooMuch: true })
    }),
    { numRuns: 300 },
  )
})

describe('what was answered of one time says nothing of the next', () => {
  const ofOneTime = [
    'onPurpose',
    'drowsyOrSlowBreathing',
    'sickOrTummyPain',
    'moreThanOneDay',
    'mayBeOver',
    'overPacketLimit',
  ] as const
  const ofThePerson = ['liverDisease', 'heavyDrinking', 'eatingDisorder', 'pregnant', 'liverMedicine'] as const
  const factsThen = (fact: string, answer: string) =>
    doseRecord([paracetamol(0, 5), told(1, { [fact]: answer }), paracetamol(2, 1)]).facts

  test.each(ofOneTime)('a "no" is asked again after the next dose: %s', (fact) => {
    expect(factsThen(fact, 'no')).not.toHaveProperty(fact)
    expect(factsThen(fact, 'yes')).toHaveProperty(fact, 'yes')
    expect(factsThen(fact, 'notSure')).toHaveProperty(fact, 'notSure')
  })
  test.each(ofThePerson)('what is true of the person stays: %s', (fact) => {
    expect(factsThen(fact, 'no')).toHaveProperty(fact, 'no')
  })
})
