import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import { type PlaceLine, readPlaces } from './import-places.ts'

async function* pieces(...parts: readonly (string | Uint8Array)[]) {
  yield* parts
}
async function read(...parts: readonly (string | Uint8Array)[]): Promise<readonly PlaceLine[]> {
  return await Array.fromAsync(readPlaces(pieces(...parts)))
}
const heads = 'pcds,lat,long,doterm\n'
const whys = (lines: readonly PlaceLine[]) => lines.map((line) => (line.kind === 'place' ? line.postcode : line.why))

const sample = readFileSync(join(import.meta.dirname, 'places-sample.csv'))

test('the sample is read whole: what is in use and has a position, and why the rest is left out', async () => {
  const lines = await read(sample)
  expect(whys(lines).slice(0, 2)).toEqual(['SW1A 1AA', 'SW1A 2AA'])
  expect(whys(lines).slice(-2)).toEqual(['ended', 'noPosition'])
  expect(lines).toHaveLength(16)
  expect(lines[0]).toEqual({
    ...{ kind: 'place', line: 2, postcode: 'SW1A 1AA', outward: 'SW1A', latitude: 51.501, longitude: -0.142 },
  })
})

test('it is the same in pieces of any size, with either line end, with a mark of byte order and without a last line end', async () => {
  const whole = await read(sample)
  const windows = `\uFEFF${sample.toString().trimEnd().replaceAll('\n', '\r\n')}`
  expect(await read(windows)).toEqual(whole)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 90 }), async (size) => {
      const bytes = new TextEncoder().encode(windows)
      const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.slice(at * size, (at + 1) * size),
      )
      expect(await read(...parts)).toEqual(whole)
    }),
    { numRuns: 30 },
  )
})

describe('a postcode', () => {
  test.each(['sw1a1aa', 'SW1A 1AA', 'sw1a-1aa', 'SW1A1AA', ' SW1A  1AA ', '"SW1A 1AA"'])(
    'written %j is kept as one form',
    async (code) => {
      expect(whys(await read(`${heads}${code},51.5,-0.1,\n`))).toEqual(['SW1A 1AA'])
    },
  )

  test.each([
    ['SW1A,51.5,-0.1,', 'postcode'],
    [',51.5,-0.1,', 'postcode'],
    ['E2 9PA,51.5,-0.1,202001', 'ended'],
    ['E2 9PA,,,', 'noPosition'],
    ['E2 9PA,99.999999,0.000000,', 'noPosition'],
    ['E2 9PA,north,-0.1,', 'noPosition'],
    ['E2 9PA,1e5,-0.1,', 'noPosition'],
    ['E2 9PA,0,0,', 'outside'],
    ['E2 9PA,-51.5,-0.1,', 'outside'],
    ['E2 9PA,51.5,120,', 'outside'],
    ['E2 9PA,51.5,-0.1', 'cells'],
    ['E2 9PA,51.5,-0.1,,', 'cells'],
    ['E2 9PA', 'cells'],
  ])('in the line %j is left out: %s, with the line told, and the next is read', async (text, why) => {
    const [bad, good] = await read(`${heads}${text}\nE2 9PB,51.5,-0.1,\n`)
    expect(bad).toMatchObject({ kind: 'reject', line: 2, why, says: expect.stringContaining('Line 2') })
    expect(good).toMatchObject({ kind: 'place', line: 3, postcode: 'E2 9PB' })
  })
})

describe('a file', () => {
  test.each([
    ['with nothing in it', ''],
    ['of Code-Point Open, without heads', 'E1 0AA,10,534956,181113,E92000001,,E19000003,,E09000030,E05009317\n'],
    ['without positions', 'pcds,doterm\nE2 9PA,\n'],
    ['that is a page', '<!doctype html>\n<p>Sign in</p>\n'],
    ['of bytes', '\u0000\u0001\u0002'],
  ])('%s is refused at once', async (_what, text) => {
    expect(whys(await read(text))).toEqual(['noHeads'])
  })

  test('with heads in another order or case, and quoted cells with commas, is read', async () => {
    const text = 'LONG,note,"Lat",PCD\n-0.1,"a, ""b""",51.5,E2 9PA\n'
    expect(whys(await read(text))).toEqual(['E2 9PA'])
  })

  test('with one endless line holds none of it, and goes on after it', async () => {
    const endless = Array.from({ length: 500 }, () => 'x'.repeat(10_000))
    expect(whys(await read(heads, ...endless, '\nE2 9PA,51.5,-0.1,\n'))).toEqual(['tooLong', 'E2 9PA'])
    expect(whys(await read(heads, ...endless))).toEqual(['tooLong'])
    expect(whys(await read(...endless))).toEqual(['noHeads'])
  })

  test('of anything at all is told of line by line, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyLetter, maxLength: 200 }), async (text) => {
        for (const line of await read(heads, text))
          if (line.kind === 'reject') expect(line.says.length).toBeLessThan(200)
      }),
    )
  })
})
