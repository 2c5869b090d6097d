import { expect, test } from 'vitest'
import { endOfTimeMs } from '../care/evidence/time.ts'
import { asText, readDraft, readNoted } from './record-database.ts'

test('a damaged entry is shown as it was, also one that goes in a circle and has no text of its own', () => {
  expect(asText({ kind: 'walkDone', minutes: 10n })).toBe('{"kind":"walkDone","minutes":"10"}')
  const circle: Record<string, unknown> = { toString: 0 }
  circle.self = circle
  expect(asText(circle)).toBe('[object Object]')
})

test('since when entries cannot be read is noted and read under any clock: in 1970, beyond 2286 and to the end of 9969', () => {
  for (const at of [0, 600_000, 999_999_999_999, 1_800_000_000_000, 10_000_000_000_000, endOfTimeMs - 1])
    expect(readNoted(JSON.stringify({ entries: 2, at }))).toEqual({ entries: 2, at })
  expect(readNoted('{"entries":12,"at":1}')).toEqual({ entries: 12, at: 1 })
  const good = '{"entries":2,"at":1}'
  for (const text of [
    undefined,
    '',
    `x${good}`,
    `${good}x`,
    '{"entries":2,"at":-1}',
    '{"entries":2,"at":1.5}',
    '{"entries":2,"at":1,"x":1}',
  ])
    expect(readNoted(text)).toBeUndefined()
})

test('a check under way that is damaged in any part is none, and hides no other', () => {
  const draft = { id: 'a', trail: 't', begunAt: 5, finished: true }
  expect(readDraft(draft)).toEqual(draft)
  expect(readDraft({ ...draft, finished: 'yes' })).toEqual({ ...draft, finished: false })
  for (const value of [null, undefined, 'a', { ...draft, id: 1 }, { ...draft, trail: 1 }, { ...draft, begunAt: '5' }])
    expect(readDraft(value)).toBeNull()
})
