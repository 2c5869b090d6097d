/** The check of the built files against the oldest browsers of README.md: what is planted must be found. */
import { describe, expect, test } from 'vitest'
import { floor } from '../scripts/browsers/build-targets.ts'
import { newInScript } from '../scripts/browsers/script-uses.ts'
import { newInStyle } from '../scripts/browsers/style-uses.ts'
import { tooNew } from '../scripts/browsers/too-new.ts'

const inScript = (code: string) => [...newInScript('a.js', code)]

describe('a script that an older browser cannot run', () => {
  test.each([
    ['URL.parse(text)', 'URL.parse'],
    ['self.URL.parse(text)', 'URL.parse'],
    ['Map.groupBy(list, key)', 'Map.groupBy'],
    ['Object.groupBy(list, key)', 'Object.groupBy'],
    ['Promise.withResolvers()', 'Promise.withResolvers'],
    ['Array.fromAsync(list)', 'Array.fromAsync'],
    ['AbortSignal.timeout(1000)', 'AbortSignal.timeout'],
    ['AbortSignal.any([])', 'AbortSignal.any'],
    ['list.toSorted()', '.toSorted'],
    ['list?.toReversed()', '.toReversed'],
    ['list["findLast"](fits)', '.findLast'],
    ['const { findLastIndex } = Array.prototype', '.findLastIndex'],
    ['new Set([1]).isSubsetOf(other)', '.isSubsetOf'],
    ['map.values().map(read)', 'iterator.map'],
    ['const now = Temporal.Now', 'Temporal'],
    ['new CompressionStream("gzip")', 'CompressionStream'],
    ['class A { static { start() } }', 'class static block'],
    ['/(?<=a)b/.test(text)', 'regular expression: lookbehind'],
    ['new RegExp("(?<!no )pain")', 'regular expression: lookbehind'],
    ['new RegExp(`(?<!no )pain`)', 'regular expression: lookbehind'],
    ['/[\\p{L}--[a-z]]/v.test(text)', 'regular expression: v'],
    ['/(?i:pain)/.test(text)', 'regular expression: modifier'],
    ['element.addEventListener("scrollend", stop)', 'event scrollend'],
    ['jsx("div", { popover: "auto" })', '<div popover>'],
    ['navigator.wakeLock.request("screen")', '.wakeLock'],
  ])('is found: %s', (code, feature) => {
    expect(inScript(code)).toContain(feature)
  })

  test.each([
    'list.at(-1)',
    'Object.hasOwn(answers, id)',
    'structuredClone(event)',
    'crypto.randomUUID()',
    'text.replaceAll("a", "b")',
    'a ??= b?.c',
    'class A { #held = 1; static from() { return new A().#held } }',
    'Object.values(table).map(read)',
    '[...map.values()].map(read)',
    'const URL = { parse: read }; URL.parse(text)',
    'jsx("details", { open: true })',
    '/(?<year>\\d{4})(?=-)(?!0)/u.test(text)',
  ])('is not seen in what the oldest know: %s', (code) => {
    expect(inScript(code)).toEqual([])
  })
})

describe('a style that an older browser drops', () => {
  test.each([
    ['.a { color: light-dark(#000, #fff) }', 'light-dark()'],
    ['.a { fill: var(--b); fill: color-mix(in srgb, var(--b), red) }', 'color-mix()'],
    ['.a { min-height: 100dvh }', 'dvh'],
    ['.a:has(input) { color: red }', ':has'],
    ['.a { .b { color: red } }', 'nesting'],
    ['@layer base { .a { color: red } }', '@layer'],
    ['@container (width > 1px) { .a { color: red } }', '@container'],
    ['@media print { .a { text-wrap: pretty } }', 'text-wrap'],
  ])('is found: %s', (css, feature) => {
    expect([...newInStyle(css)]).toContain(feature)
  })

  test.each([
    '.a { min-height: 100vh; min-height: 100dvh }',
    '@supports selector(:has(a)) { .a:has(input) { color: red } }',
    '.a:focus-visible, .a:is(.b, .c)::before { content: "100dvh; } :has(a)"; inset: 0; aspect-ratio: 1 }',
    '@media (prefers-color-scheme: dark) { .a { gap: min(1rem, 2vw) } }',
  ])('is not seen where the oldest have something to keep: %s', (css) => {
    expect([...newInStyle(css)]).toEqual([])
  })
})

describe('the check of the built files', () => {
  const whole = new Map([
    ['worker.js', 'self.skipWaiting()'],
    ['assets/page.js', 'document.title'],
    ['assets/site.css', '.a { color: red }'],
  ])

  test('passes what is old enough, and counts what it read', () => {
    expect(tooNew(whole, {})).toEqual({ read: 3, faults: [] })
  })
  test('fails when it read nothing, or only some of it', () => {
    expect(tooNew(new Map(), {}).faults).toHaveLength(3)
    expect(tooNew(new Map([...whole].slice(0, 2)), {}).faults).toEqual(['no .css was read, so nothing is shown'])
  })
  test('names the file and the feature, unless there is a reason', () => {
    const planted = new Map([...whole, ['assets/page.js', 'URL.parse(location.href)']])
    expect(tooNew(planted, {}).faults).toEqual([expect.stringContaining('assets/page.js uses URL.parse')])
    expect(tooNew(planted, { 'URL.parse': 'a reason' }).faults).toEqual([])
  })
  test('fails when a reason is not needed any more', () => {
    expect(tooNew(whole, { 'URL.parse': 'a reason' }).faults).toEqual([expect.stringContaining('need not be excused')])
  })
  test('fails on a script that it cannot read', () => {
    expect(() => newInScript('a.js', 'const = 1')).toThrow('cannot be read')
  })
  test('stands on the floor that README.md promises', () => {
    expect(floor).toMatchObject({ chrome: '98', firefox: '96', safari: '15.4', safari_ios: '15.4' })
  })
})
