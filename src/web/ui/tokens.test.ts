import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from './contrast.fixtures.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

/** The custom properties of one scheme, references resolved. Dark falls back to light, as the cascade does. */
function tokens(...sources: string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const source of sources)
    for (const [, name = '', value = ''] of source.matchAll(/(--[a-z-]+):\s*([^;]+);/g)) found.set(name, value)
  for (const [name, value] of found) {
    const reference = /^var\((--[a-z-]+)\)$/.exec(value)?.[1]
    if (reference) found.set(name, found.get(reference) ?? '')
  }
  return found
}

const schemes = { light: tokens(light), dark: tokens(light, dark) }
const words: readonly (readonly [string, string, number])[] = [
  ['--text', '--page', 7],
  ['--text', '--card', 7],
  ['--text', '--chosen', 7],
  ['--quiet', '--page', 4.5],
  ['--quiet', '--card', 4.5],
  ['--on-action', '--action', 4.5],
  ['--link', '--page', 4.5],
  ['--link', '--card', 4.5],
  ['--error', '--page', 4.5],
  ['--on-emergency', '--emergency', 7],
  ['--on-emergency', '--emergency-card', 6.5],
  ['--alarm-quiet', '--emergency', 6.5],
  ['--on-urgent', '--urgent', 7],
  ['--on-soon', '--soon', 7],
  ['--on-self-care', '--self-care', 6.5],
  ['--quiet', '--map-land', 4.5],
  ['--quiet', '--map-park', 4.5],
  ['--text', '--map-land', 7],
]
const edges: readonly (readonly [string, string, number])[] = [
  ['--edge', '--page', 3],
  ['--edge', '--card', 3],
  ['--alarm-edge', '--emergency', 3],
  ['--focus', '--page', 3],
  ['--action', '--card', 3],
  ['--figure-near', '--page', 3],
  ['--figure-near', '--map-land', 3],
]

for (const [scheme, values] of Object.entries(schemes))
  test.each([...words, ...edges])(`${scheme}: %s on %s is at least %f to 1`, (front, back, least) => {
    expect(contrast(values.get(front) ?? '', values.get(back) ?? '')).toBeGreaterThanOrEqual(least)
  })

test('the four levels differ in lightness, not only in hue', () => {
  for (const values of Object.values(schemes)) {
    const backs = ['--emergency', '--urgent', '--soon', '--self-care'].map((name) => values.get(name) ?? '')
    backs.forEach((one, index) => {
      for (const other of backs.slice(index + 1)) expect(contrast(one, other)).toBeGreaterThan(1.15)
    })
  }
})

test('the browser’s own bar takes its two colours from here', () => {
  const page = readFileSync(new URL('./page.tsx', import.meta.url), 'utf8')
  const [, alarm, calm] = /name="theme-color" content=\{tone === 'alarm' \? '(#\w+)' : '(#\w+)'\}/.exec(page) ?? []
  expect([alarm, calm]).toEqual([schemes.light.get('--emergency'), schemes.light.get('--brand-night')])
})
