import { expect, test } from 'vitest'
import { endOfTimeMs } from '../care/evidence/time.ts'
import { asText, readNoted } from './record-database.ts'

test('a damaged entry is shown as it was, also one that goes in a circle and has no text of its own', () => {
  expect(asText({ kind: 'walkDone', minutes: 10n })).toBe('{"kind":"walkDone","minutes":"10"}')
  const circle: Record<string, unknown> = { toString: 0 }
  circle.self = circle
  expect(asText(circle)).toBe('[object Object]')
})

test('since when entries cannot be read is noted and read under any clock: in 1970, beyond 2286 and to the end of 9969', () => {
  for (const at of [0, 600_000, 999_999_999_999, 1_800_000_000_000, 10_000_000_000_000, endOfTimeMs - 1])
    expect(readNoted(JSON.stringify({ entries: 2, at }))).toEqual({ entries: 2, at })
  for (const text of [undefined, '', '{"entries":2,"at":-1}', '{"entries":2,"at":1.5}', '{"entries":2,"at":1,"x":1}'])
    expect(readNoted(text)).toBeUndefined()
})
