/** What is no JSON is refused, and nothing is guessed. */
import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const read = (...bytes: readonly number[]) => readJson(new Uint8Array(bytes))

test('text with a byte that is not UTF-8 is refused, and not read with a sign in its place', () => {
  expect(read(0x22, 0x61, 0x22)).toEqual({ ok: true, value: 'a' })
  expect(read(0x22, 0xff, 0x22)).toMatchObject({ ok: false, why: 'notJson', detail: expect.stringContaining('UTF-8') })
})

const said = (text: string) => readJson(new TextEncoder().encode(text))

test.each([
  ['{"a":1,"a":1}', '/a'],
  ['{"a":1,"\\u0061":1}', '/a'],
  ['{"b":[{},{"c:":{"a":1,"a":2}}]}', '/b/1/c:/a'],
  ['{"":1,"":2}', '/'],
  ['{"b":{"__proto__":1}}', '/b/__proto__'],
  ['{"\\u005f_proto__":1,"b":2,"c":3}', '/__proto__'],
])('a name that stands twice, or that JavaScript gives a meaning of its own, is refused: %s', (text, where) => {
  expect(said(text)).toMatchObject({ ok: false, why: 'ambiguous', errors: [{ pointer: where }] })
})

test.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a:b":"c:d{[\\":\\\\","toString":":"}', '[":",{"\\":":1}]', '":"'])(
  'names that stand once are read, whatever their words: %s',
  (text) => {
    expect(said(text)).toEqual({ ok: true, value: JSON.parse(text) })
  },
)
