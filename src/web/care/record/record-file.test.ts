import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { readEvent } from './record-event.ts'
import { readRecordFile, writeRecordFile } from './record-file.ts'

const owner = '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d'
const id = (last: string) => `0f0f0f0f-0000-4000-8000-00000000000${last}`
const at = asEpochMs(1_800_000_000_000)
const events: readonly NotebookEvent[] = [
  {
    v: 2,
    id: id('1'),
    at,
    day: '2027-01-15',
    kind: 'checkFinished',
    movement: 'open',
    check: id('9'),
    answers: { A1: 'no', age: 43, fxRisk: ['notSure'], worry: 'It is “odd” <b>' },
    level: 'self-care',
    protocolVersion: 'abc',
    changed: [{ question: 'A1', from: 'yes', to: 'no' }],
  },
  { v: 1, id: id('2'), at, kind: 'planMade', check: id('9'), profile: { painNow0to10: 6, has: ['bed'], week: null } },
  { v: 1, id: id('3'), at, kind: 'doseTaken', ingredient: 'ibuprofen', milligrams: 400, product: 'X', takenAt: at },
  { v: 1, id: id('4'), at, kind: 'doseWithdrawn', dose: id('3') },
  { v: 1, id: id('5'), at, kind: 'stepDone', step: 'walk' },
]

test('a record written to a file comes back whole', () => {
  const read = readRecordFile(writeRecordFile({ owner, events }))
  expect(read).toEqual({ ok: true, value: { owner, events }, newer: [] })
})

/** What was told under clocks that no calendar of ours reaches, as builds wrote it that read the clock as it came. */
const strangeClocks = [
  [0, '1969-12-31'],
  [Date.UTC(2200, 0, 1), '2200-01-01'],
  [Date.UTC(9970, 0, 1), '9970-01-01'],
  [Date.UTC(12_026, 10, 27), '12026-11-27'],
  [8_640_000_000_000_000, '275760-09-13'],
] as const

test.each(strangeClocks)(
  'an emergency told at %d, on %s, comes in with a file, and goes on in the next',
  (toldAt, day) => {
    const [check] = events
    if (check?.kind !== 'checkFinished') throw new Error('the first entry is a check')
    const told: NotebookEvent = { ...check, at: asEpochMs(toldAt), day, level: 'emergency', movement: 'locked' }
    const read = readRecordFile(writeRecordFile({ owner, events: [told] }))
    expect(read).toMatchObject({ ok: true, value: { events: [{ id: id('1'), level: 'emergency' }] } })
    if (!read.ok) return
    expect(readRecordFile(writeRecordFile(read.value))).toEqual(read)
  },
)

test('what an older build kept of safety at home goes into no file', () => {
  const [check] = events
  if (check?.kind !== 'checkFinished') throw new Error('the first entry is a check')
  const changed = [{ question: 'I4', from: 'danger', to: 'no' }]
  const kept = { ...check, answers: { ...check.answers, I4: 'danger', worry: 'my husband hit me' }, changed }
  const text = writeRecordFile({ owner, events: [kept] })
  expect(text).toContain('"fxRisk"')
  expect(text).not.toMatch(/I4|danger|hit me/)
})

test('a file cut off anywhere is refused as a whole, never read in part', () => {
  const text = writeRecordFile({ owner, events }).trimEnd()
  for (let length = 0; length < text.length; length += 7) expect(readRecordFile(text.slice(0, length)).ok).toBe(false)
})

test('somebody else’s JSON is told apart from a damaged record, and from a newer one', () => {
  const why = (text: string) => {
    const read = readRecordFile(text)
    return read.ok ? 'ok' : read.why
  }
  expect(why('not json')).toBe('notJson')
  expect(why('{"contacts": []}')).toBe('notOurs')
  expect(why('null')).toBe('notOurs')
  expect(why(writeRecordFile({ owner, events }).replace('"version": 1', '"version": 2'))).toBe('newer')
  expect(why(writeRecordFile({ owner, events }).replace('"self-care"', '"fine"'))).toBe('events')
})

test('an event with a nonsense time, a negative dose or an unknown kind is refused', () => {
  const [, , dose] = events
  expect(readEvent(dose)).toEqual(dose)
  expect(readEvent({ ...dose, at: 8_640_000_000_000_001 })).toBeNull()
  expect(readEvent({ ...dose, at: Number.NaN })).toBeNull()
  expect(readEvent({ ...dose, milligrams: 0 })).toBeNull()
  expect(readEvent({ ...dose, milligrams: Number.POSITIVE_INFINITY })).toBeNull()
  expect(readEvent({ ...dose, kind: 'gift' })).toBeNull()
  expect(readEvent({ ...dose, v: 2 })).toBeNull()
})

test('whatever the file holds, reading it never throws', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readRecordFile(text)))
  fc.assert(
    fc.property(fc.jsonValue(), (entry) => {
      expect(readRecordFile(JSON.stringify({ unclench: 'record', version: 1, owner, events: [entry] })).ok).toBe(false)
    }),
  )
})

describe('anything at all in a file', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const envelope = (events: string) =>
    `{"unclench":"record","version":1,"owner":"7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d","events":[${events}]}`
  const hostile = [
    '{"kind":{"toString":1,"valueOf":1},"v":1}',
    '{"kind":"checkFinished","v":{"toString":1}}',
    '{"kind":"constructor","v":1}',
    '{"__proto__":{"kind":"doseTaken"},"v":1}',
    '{"kind":"__proto__","v":1,"id":"7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d","at":1700000000000}',
    '"\\ud800"',
    'null',
    '1e999',
    deep(50_000),
  ]
  test.each(hostile)('never throws: %.60s', (event) => {
    expect(readRecordFile(envelope(event)).ok).toBe(false)
  })
  test('never throws, and never lets a damaged entry through', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withNullPrototype: true }), { maxLength: 5 }), (events) => {
        for (const event of events) expect(() => readEvent(event)).not.toThrow()
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (event) => {
        expect(readRecordFile(envelope(event)).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
