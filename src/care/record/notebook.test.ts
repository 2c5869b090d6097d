import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import { currentPlan, doses, lastCheck, merged, type NotebookEvent, stepsDoneSince } from './notebook.ts'

const at = (milliseconds: number) => asEpochMs(1_800_000_000_000 + milliseconds)
const check = (id: string, when: number, of = id): NotebookEvent => ({
  v: 2,
  id,
  at: at(when),
  day: '2027-01-15',
  kind: 'checkFinished',
  movement: 'open',
  check: of,
  answers: {},
  level: 'self-care',
  protocolVersion: 'p',
  changed: [],
})
const plan = (id: string, when: number, of: string): NotebookEvent => ({
  v: 1,
  id,
  at: at(when),
  kind: 'planMade',
  check: of,
  profile: {},
})
const dose = (id: string, when: number): NotebookEvent => ({
  v: 1,
  id,
  at: at(when),
  kind: 'doseTaken',
  ingredient: 'paracetamol',
  milligrams: 500,
  product: 'Paracetamol 500 mg',
  takenAt: at(when),
})

test('a check is good until one millisecond before 24 hours, and expired from 24 hours on', () => {
  expect(lastCheck([check('a', 0)], at(dayMs - 1))?.expired).toBe(false)
  expect(lastCheck([check('a', 0)], at(dayMs))?.expired).toBe(true)
})

test('a check that the clock says has not happened yet is not trusted', () => {
  expect(lastCheck([check('a', 1)], at(0))?.expired).toBe(true)
  expect(lastCheck([check('a', 0)], at(0))?.expired).toBe(false)
})

test('a check is not good once entries were found that cannot be read; one made after that is', () => {
  const doubt: NotebookEvent = { v: 1, id: 'unreadable', at: at(5), kind: 'unreadable', entries: 2 }
  expect(lastCheck([check('a', 4), doubt], at(6))?.expired).toBe(true)
  expect(lastCheck([check('a', 5), doubt], at(6))?.expired).toBe(true)
  expect(lastCheck([check('a', 6), doubt], at(6))?.expired).toBe(false)
})

test('what is there already stands when a file brings the same entry with other words', () => {
  const mine = check('a', 1)
  const theirs: NotebookEvent = { ...mine, at: at(2) }
  expect(merged([mine], [theirs])).toEqual([mine])
  expect(merged([theirs], [mine])).toEqual([theirs])
})

test('the last check is the newest, whatever the order of the events', () => {
  expect(lastCheck([check('new', 5), check('old', 1)], at(6))?.event.id).toBe('new')
  expect(lastCheck([], at(6))).toBeNull()
})

test('a plan counts only if it was made from the latest check, after it', () => {
  expect(currentPlan([check('a', 0), plan('p', 1, 'a')])?.id).toBe('p')
  expect(currentPlan([check('a', 0), plan('p', 1, 'a'), check('b', 2)])).toBeNull()
  // The same check, answered again with another result: the old plan no longer fits.
  expect(currentPlan([check('a', 0), plan('p', 1, 'a'), check('a2', 2, 'a')])).toBeNull()
  expect(currentPlan([plan('p', 1, 'a')])).toBeNull()
  // Made in another tab, over a check that is not the latest any more.
  expect(currentPlan([check('a', 0), check('b', 1), plan('p', 2, 'a')])).toBeNull()
})

test('a withdrawn dose no longer counts, wherever its withdrawal stands in the list', () => {
  const withdrawal: NotebookEvent = { v: 1, id: 'w', at: at(9), kind: 'doseWithdrawn', dose: 'one' }
  expect(doses([withdrawal, dose('two', 2), dose('one', 1)]).map(({ id }) => id)).toEqual(['two'])
  expect(doses([dose('two', 2), dose('one', 1)]).map(({ id }) => id)).toEqual(['one', 'two'])
})

test('a step done twice is listed once, and one done before the plan is not', () => {
  const step = (id: string, when: number, name: string): NotebookEvent => ({
    v: 1,
    id,
    at: at(when),
    kind: 'stepDone',
    step: name,
  })
  expect(stepsDoneSince([step('a', 0, 'early'), step('b', 5, 'walk'), step('c', 6, 'walk')], at(5))).toEqual(['walk'])
})

const events = fc.uniqueArray(
  fc.record({ id: fc.uuid(), when: fc.nat(1000) }).map(({ id, when }) => dose(id, when)),
  { selector: (event) => event.id, maxLength: 12 },
)

test('merging two records loses nothing, repeats nothing, and does not care about order', () => {
  fc.assert(
    fc.property(events, events, (mine, theirs) => {
      const both = merged(mine, theirs)
      expect(new Set(both.map(({ id }) => id))).toEqual(new Set([...mine, ...theirs].map(({ id }) => id)))
      expect(new Set(both.map(({ id }) => id)).size).toBe(both.length)
      expect(merged(both, theirs)).toEqual(both)
      expect(merged(theirs, mine).map(({ id }) => id)).toEqual(both.map(({ id }) => id))
    }),
  )
})
