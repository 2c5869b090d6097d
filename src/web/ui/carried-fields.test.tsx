/** What a form carries along arrives as it was: each name, each of its values, in order. */
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { CarriedFields } from './carried-fields.tsx'

const shown = (fields: Parameters<typeof CarriedFields>[0]['fields']) =>
  [
    ...renderToString(<CarriedFields fields={fields} />).matchAll(/type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g),
  ].map(([, name, value = '']) => `${name}=${value}`)

test('names with one value, with several, and with none', () => {
  expect(shown({ a: '1', b: ['2', '3', '2'], c: [] })).toEqual(['a=1', 'b=2', 'b=3', 'b=2'])
  expect(shown(new Map([['a', ['1', '']]]))).toEqual(['a=1', 'a='])
})

test('pairs in their order, where a name comes twice', () => {
  const pairs = [
    ['a', '1'],
    ['b', '2'],
    ['a', '3'],
  ] as const
  expect(shown(pairs)).toEqual(['a=1', 'b=2', 'a=3'])
})

test('what was typed cannot end the field that it stands in', () => {
  expect(shown({ a: '"><script>' })).toEqual(['a=&quot;>&lt;script>'])
})
