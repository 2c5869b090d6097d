import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tabTitle } from './error-summary.tsx'

const web = join(import.meta.dirname, '..')
const offline = join(web, '../offline')
const server = join(web, '../server')

/** Parts of a page: the page that holds them gives the tab its title, and says there that the form came back. */
const parts: Readonly<Record<string, string>> = {
  'step-direction.tsx': 'care/plan/step-page.tsx',
  'session-finish.tsx': 'care/player/session-play.tsx',
}

const sourceOf = (path: string) => readFileSync(path, 'utf8')
const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0
const saidFirst = (text: string) => count(text, /tabTitle\((?!title: )|[`']Error: /g)

/** Every page that lists what is wrong with a form. */
const pages = [web, offline, server]
  .flatMap((folder) => globSync('**/*.tsx', { cwd: folder }).map((path) => join(folder, path)))
  .filter((path) => !/\.(test|fixtures)\.tsx$|error-summary\.tsx$/.test(path))
  .map((path) => ({ path, text: sourceOf(path) }))
  .filter(({ text }) => text.includes('<ErrorSummary'))

test('a page that lists what is wrong says so first in its tab, each of them', () => {
  expect(pages.length).toBeGreaterThan(50)
  const silent = pages.filter(({ path, text }) => {
    const holder = parts[path.split('/').at(-1) ?? '']
    const said = saidFirst(holder === undefined ? text : sourceOf(join(web, holder)))
    return said < count(text, /<ErrorSummary/g)
  })
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('a tab says "Error:" only where something is wrong', () => {
  expect(tabTitle('Cancel?', [])).toBe('Cancel?')
  expect(tabTitle('Cancel?', [{ field: 'why', text: 'Use fewer letters.' }])).toBe('Error: Cancel?')
})
