/** What is no JSON is refused, and nothing is guessed. */
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const read = (...bytes: readonly number[]) => readJson(new Uint8Array(bytes))

test('text with a byte that is not UTF-8 is refused, and not read with a sign in its place', () => {
  expect(read(0x22, 0x61, 0x22)).toEqual({ ok: true, value: 'a' })
  expect(read(0x22, 0xff, 0x22)).toMatchObject({ ok: false, why: 'notJson', detail: expect.stringContaining('UTF-8') })
})
