import { expect, test } from 'vitest'
import { asText } from './record-database.ts'

test('a damaged entry is shown as it was, also one that goes in a circle and has no text of its own', () => {
  expect(asText({ kind: 'walkDone', minutes: 10n })).toBe('{"kind":"walkDone","minutes":"10"}')
  const circle: Record<string, unknown> = { toString: 0 }
  circle.self = circle
  expect(asText(circle)).toBe('[object Object]')
})
