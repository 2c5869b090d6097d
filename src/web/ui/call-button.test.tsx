/** The number behind a button that rings, and the words on it, come from one place. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { callNowWords, callWords, uk } from '../../care/region.ts'
import { CallButton, CallLink } from './call-button.tsx'
import { renderPage } from './render.ts'

describe('a button that rings', () => {
  test('says the number that it rings, as people read it', () => {
    expect(renderPage(<CallButton number={uk.emergencyNumber} look="go" />)).toContain('href="tel:999">Call 999</a>')
    expect(renderPage(<CallButton number="116123" />)).toContain('href="tel:116123">Call 116 123</a>')
    expect(renderPage(<CallLink number={uk.urgentNumber} />)).toContain('<a href="tel:111">111</a>')
    expect(callWords('116123', 'Samaritans')).toBe('Call Samaritans on 116 123')
    expect(callNowWords(uk.emergencyNumber)).toBe('Call 999 now')
  })

  test('has the name that its route has in the list of ways to get help', () => {
    expect(uk.routes['999'].name).toBe(callWords(uk.emergencyNumber))
    expect(uk.routes['111'].name).toBe(callWords(uk.urgentNumber))
    expect(uk.routes['999'].telephone).toBe(uk.emergencyNumber)
    expect(uk.routes['111'].telephone).toBe(uk.urgentNumber)
  })

  const byHand = /tel:|>\s*Call (?:\{|\d)|['`]Call \d+(?: now)?['`]/
  test('is this one on every page: none writes the link or its words itself', () => {
    const pages = globSync('**/*.tsx', { cwd: new URL('../care/', import.meta.url) }).filter(
      (path) => !/\.(?:test|fixtures)\./.test(path),
    )
    expect(pages.length).toBeGreaterThan(60)
    const found = pages.filter((path) => byHand.test(readFileSync(new URL(`../care/${path}`, import.meta.url), 'utf8')))
    expect(found).toEqual([])
    for (const planted of ['<a href="tel:999">999</a>', '<a>\n  Call {number}\n</a>', "title = 'Call 999 now'"])
      expect(planted).toMatch(byHand)
  })
})
