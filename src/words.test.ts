/** Every page, and every sentence of src/care, calls a thing by its one name (web/care/word-list.ts). */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Shown, shownInPage, shownInSource } from '../scripts/readability/shown.ts'
import { lessonIds } from './care/prevention/lessons.ts'
import { checkMinutes } from './care/check/check-minutes.ts'
import { begunOn, device } from './web/care/programme/programme.fixtures.ts'
import { wordings } from './web/care/word-list.ts'

const files = (pattern: string) => globSync(pattern, { cwd: import.meta.dirname })
const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')

/** What clinicians and authors wrote: titles of papers, and the clinician's page. */
const notOurs = /evidence\/sources|record\/report|check\/(summary|protocol-document)|free-text/
/** In a source, one of somebody else's. */
const cited = /\(Cochrane\)|\[V2?\]/

const inCare: readonly Shown[] = files('care/**/*.ts')
  .filter((path) => !/\.(test|proof|fixtures)\.ts$|\/(proofs|vignettes)\//.test(path) && !notOurs.test(path))
  .flatMap((path) => shownInSource(path, read(path)))
/** The pages that need the database: as they are written. */
const inWeb: readonly Shown[] = files('web/{find,console,account}/**/*.{ts,tsx}')
  .filter((path) => !/\.(test|fixtures)\.tsx?$/.test(path))
  .flatMap((path) => shownInSource(path, read(path)))
/** Each page of the check, the plan, the medicines, the diary and the programme, in every state that its test draws. */
const drawn: readonly Shown[] = files('web/care/**/*-outline.txt').flatMap((path) =>
  read(path)
    .split('\n')
    .filter((line) => !/^(===|---|like:|form |\s*(→|hidden|choose|\[))/.test(line) && !cited.test(line))
    .map((text) => ({ text, where: path })),
)
const paths = [
  ...['/', '/about', '/safety', '/emergency', '/today', '/programme', '/programme/flare', '/session', '/relax'],
  ...['/movements', '/movements/M09', '/movements/sequences/yoga', '/diary', '/diary/entry', '/diary/chart', '/record'],
  ...['/prevent', '/prevent/walking', '/prevent/strength', '/prevent/breaks', '/prevent/desk', '/prevent/lifting'],
  ...['/prevent/warm-up', '/prevent/reminders', '/medicines', '/plan', '/check'],
  ...['/guide', '/guide/questions', '/guide/search', '/treatments', '/guide/heat-or-ice', '/treatments/tens'],
  ...lessonIds.map((id) => `/prevent/lessons/${id}`),
]
async function served(): Promise<readonly Shown[]> {
  const homes = [device(), await begunOn(), (await begunOn()).at(1, 9), (await begunOn()).at(40, 9)]
  const pages = await Promise.all(
    homes.flatMap((home) => paths.map(async (path) => shownInPage(path, (await home.get(path)).html))),
  )
  return pages.flat().filter(({ text }) => !cited.test(text))
}

const wrongIn = (texts: readonly Shown[], never: RegExp) => [
  ...new Set(texts.filter(({ text }) => never.test(text)).map(({ text, where }) => `${where}: ${text.slice(0, 160)}`)),
]

describe('one word for one thing', async () => {
  const all = [...inCare, ...inWeb, ...drawn, ...(await served())]
  test('is looked for in thousands of texts', () => {
    expect([inCare.length > 1500, inWeb.length > 1500, drawn.length > 3000, all.length > 9500]).toEqual(
      Array(4).fill(true),
    )
  })
  test.each(wordings)('$thing: $say', ({ never }) => {
    expect(wrongIn(all, never)).toEqual([])
  })
  test('the old words would be found', () => {
    const old = [
      ...[
        'weak proof',
        'My programme: week',
        'Make a new first-day plan',
        'a short workout',
        'your exercises',
        'This beats all that follows',
        'You can talk about all that upsets you',
        'That time cannot be had',
        'a name for who cannot see it',
        'Make the call that your result names.',
        'Show fewer',
      ],
      ...['1 times a day', '1 days', 'The check takes 5 minutes'],
    ]
    expect(old.map((text, row) => wordings[row]?.never.test(text))).toEqual(old.map(() => true))
    expect(wordings.at(-1)?.never.test('Do the check, or go on with it. It takes a few minutes.')).toBe(true)
    expect(wordings.at(-1)?.never.test(`The whole check takes up to ${checkMinutes}.`)).toBe(false)
  })
})
