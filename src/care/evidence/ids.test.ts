import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actOf, idBeside, isUuid, samePartOf } from './ids.ts'

const id = '0198c0de-0000-7000-8000-0000000000fe'

describe('an id that follows from another', () => {
  test('is the same each time, moves its own digit alone, and comes round after 16 places', () => {
    expect(idBeside(id, 'part', 3)).toBe('0198c0de-0000-7000-8000-0000000000f1')
    expect(idBeside(id, 'dose', 1)).toBe('0198c0de-0000-7000-8000-00000000000e')
    expect(idBeside(id, 'version', 15)).toBe('0198c0de-0000-7000-8000-000000000ffe')
    for (const what of ['part', 'dose', 'version'] as const)
      expect([idBeside(id, what, 0), idBeside(id, what, 16)]).toEqual([id, id])
  })

  test('is a UUID, and no two of one form are the same', () => {
    fc.assert(
      fc.property(fc.uuid(), (form) => {
        const places = [...Array(16).keys()]
        const all = places.flatMap((version) =>
          places.flatMap((dose) =>
            places.map((part) => idBeside(idBeside(idBeside(form, 'version', version), 'dose', dose), 'part', part)),
          ),
        )
        expect(new Set(all).size).toBe(16 ** 3)
        expect(all.every(isUuid)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })

  test('belongs to the act that it is a part of, and keeps its place in another', () => {
    const other = '0198c0de-0000-7000-8000-00000000abc0'
    const part = idBeside(id, 'part', 2)
    expect(actOf(part)).toBe(actOf(id))
    expect(actOf(idBeside(id, 'dose', 1))).not.toBe(actOf(id))
    expect(samePartOf(other, part)).toBe('0198c0de-0000-7000-8000-00000000abc0')
    expect(samePartOf(other, idBeside(id, 'part', 1))).toBe('0198c0de-0000-7000-8000-00000000abcf')
  })
})

test('only what a record can read again is taken for a UUID', () => {
  expect(isUuid(id)).toBe(true)
  // Without a version or a variant, in great letters, or with more round it.
  for (const text of [
    '',
    id.replace('-7', '-0'),
    id.replace('-8', '-c'),
    id.toUpperCase(),
    `${id}0`,
    ` ${id}`,
    `${id}\n`,
  ])
    expect(isUuid(text), text).toBe(false)
})

test('what an id looks like is written in one place: other modules ask it, or the schema', () => {
  const root = `${import.meta.dirname}/../..`
  const files = globSync('**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.(test|fixtures)\./.test(file))
  expect(files.length).toBeGreaterThan(500)
  const own = files.filter((file) => /(?:0-9a-f|\\da-f)-?\]\{(?:8|36)\}/.test(readFileSync(`${root}/${file}`, 'utf8')))
  expect(own).toEqual(['care/evidence/ids.ts'])
})
