import { expect, test } from 'vitest'
import { shortName } from './shown-name.ts'

test.each([
  ['Robin Ashdown', 'Robin A.'],
  ['Robin van der Ashdown', 'Robin A.'],
  ['Robin', 'Robin'],
  ['  robin   ashdown ', 'robin A.'],
  ['Łukasz Żak', 'Łukasz Ż.'],
  ['محمد علي', 'محمد ع.'],
  ['李小龙', '李.'],
  ['김민준', '김.'],
  ['Robin A\u0301shdown', 'Robin Á.'],
  ['Robin \u202eAshdown', 'Robin A.'],
])('“%s” is shown as “%s”', (name, shown) => {
  expect(shortName(name)).toBe(shown)
})

test.each(['<script>alert(1)</script>', 'www.example.org', 'x'.repeat(41), '', '\u200b', 'Robin @shop'])(
  'of “%s” nothing is shown',
  (name) => {
    expect(shortName(name)).toBeNull()
  },
)
