/** What a page weighs over a slow line at night: its words, its styles and its scripts, packed as the server sends them. */
import { gzipSync } from 'node:zlib'
import { expect, inject, test } from 'vitest'
import { articles } from '../src/care/guide/articles.ts'
import { guideQuestions } from '../src/care/guide/questions.ts'
import { guideTreatments } from '../src/care/guide/treatments.ts'
import { allPages } from './pages.ts'

/** In bytes. A page that guides by the second brings the player with it; one to learn from brings its drawings. */
const limits = { usual: 17_000, guided: 24_700, learned: 25_000 } as const
const limitOf = (path: string) =>
  path.startsWith('/relax/')
    ? limits.guided
    : /^\/(guide|treatments|evidence)/.test(path)
      ? limits.learned
      : limits.usual

/** Every page to learn from: each article, question and treatment, and the register page by page. */
const learned = [
  ...Object.keys(articles).map((slug) => `/guide/${slug}`),
  ...guideQuestions.map(({ slug }) => `/guide/questions/${slug}`),
  ...guideTreatments.map(({ slug }) => `/treatments/${slug}`),
  ...['/evidence', '/evidence?grade=ungraded', '/evidence?theme=exercise', '/evidence?grade=ungraded&page=3'],
  ...Array.from({ length: 8 }, (_, at) => `/evidence?page=${at + 2}`),
  '/treatments?group=medicines&by=nice',
]

/** What each file weighs, asked once: most pages bring the same. */
const weighed = new Map<string, Promise<number>>()
function weigh(path: string): Promise<number> {
  const known = weighed.get(path) ?? fetch(at(path)).then(async (file) => gzipSync(await file.bytes()).length)
  weighed.set(path, known)
  return known
}
const at = (path: string) => `${inject('origin')}${path}`

test('no page is heavy: words, styles and scripts together', async () => {
  const weights: [string, number][] = []
  for (const path of new Set([...allPages, ...learned])) {
    const html = await (await fetch(at(path))).text()
    const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(?:css|js))"/g)].map(([, file = '']) => file)
    expect(files.length, path).toBeGreaterThan(0)
    const sum = gzipSync(html).length + (await Promise.all([...new Set(files)].map(weigh))).reduce((a, b) => a + b, 0)
    weights.push([path, sum])
  }
  expect(weights.length).toBeGreaterThan(120)
  expect(weights.filter(([path, bytes]) => bytes > limitOf(path))).toEqual([])
})
