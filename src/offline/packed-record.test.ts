/** The copy of the record is used only while it is all of the record, as this build reads it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { grown, longerTail, mostInTail, pack, packTail, unpacked } from './packed-record.ts'

const step = (number: number): NotebookEvent => ({
  v: 1,
  id: `step-${String(number).padStart(4, '0')}`,
  at: asEpochMs(1_800_000_000_000 + number),
  kind: 'stepDone',
  step: 'walk',
})
const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => step(from + index))
const found = (tail: string | undefined, count: number, packed = pack('b1', 'm', steps(0, 5))) => ({
  packed,
  tail,
  count,
})

describe('a copy of the record', () => {
  test('with nothing added is the record', () => {
    expect(unpacked(found(packTail('m', []), 5), 'b1')).toEqual(steps(0, 5))
  })
  test('gives what was added with it, oldest first, also when a file brought older entries', () => {
    expect(unpacked(found(packTail('m', [step(7)]), 6), 'b1')).toEqual([...steps(0, 5), step(7)])
    const old = { ...step(9), at: asEpochMs(1_700_000_000_000) }
    expect(unpacked(found(packTail('m', [old]), 6), 'b1')?.[0]).toEqual(old)
  })
  test('is not used when a build that knows of no copy has added an entry, or one is gone', () => {
    expect(unpacked(found(packTail('m', []), 6), 'b1')).toBeNull()
    expect(unpacked(found(packTail('m', []), 4), 'b1')).toBeNull()
  })
  test('of another build is not used: that build may read entries in another way', () => {
    expect(unpacked(found(packTail('m', []), 5), 'b2')).toBeNull()
  })
  test('and a tail that belong to different copies are not used together', () => {
    expect(unpacked(found(packTail('other', []), 5), 'b1')).toBeNull()
    expect(unpacked(found(undefined, 5), 'b1')).toBeNull()
  })
  test('cut off anywhere, or replaced by anything, is not used and never throws', () => {
    const whole = pack('b1', 'm', steps(0, 5))
    for (let length = 0; length < whole.length; length += 3)
      expect(unpacked(found(packTail('m', []), 5, whole.slice(0, length)), 'b1')).toBeNull()
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(unpacked({ packed: text, tail: text, count: 5 }, 'b1')).toBeNull()
      }),
    )
  })
})

describe('what is added after a copy', () => {
  test('makes the tail longer up to its most, and one more asks for all to be read again', () => {
    const full = packTail('m', steps(0, mostInTail - 1))
    expect(longerTail(full, [step(9000)])).not.toBeNull()
    expect(longerTail(full, [step(9000), step(9001)])).toBeNull()
    expect(longerTail(undefined, [step(1)])).toBeNull()
    expect(longerTail('{"mark":', [step(1)])).toBeNull()
  })
  test('is joined to what memory holds, if it is the same tail grown longer', () => {
    const before = { tail: packTail('m', [step(5)]), events: steps(0, 6) }
    const tail = packTail('m', [step(5), step(6)])
    expect(grown(before, { tail, count: 7 })).toEqual(steps(0, 7))
    expect(grown(before, { tail, count: 8 })).toBeNull()
    expect(grown(before, { tail: packTail('new', [step(6)]), count: 7 })).toBeNull()
    expect(grown(before, { tail: packTail('new', [step(6)]), count: 6 })).toBeNull()
    expect(grown(before, { tail: undefined, count: 6 })).toBeNull()
  })
})
