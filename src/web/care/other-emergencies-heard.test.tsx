/**
 * Every place where a person writes in their own words hears an emergency that is not of the back, and says 999 before all
 * else. The places are found in the source, so that a new one cannot be forgotten.
 */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { answerCall } from '../../server/check-call.ts'
import { createCareApp } from './app.tsx'
import type { NotebookStore } from './home.ts'
import { paths } from './paths.ts'
import { hiddenFields, memoryNotebook, noon } from './plan/plan.fixtures.ts'

const said = 'This is about backs only.'
const root = new URL('../../../', import.meta.url).pathname
const source = (path: string): string => readFileSync(`${root}${path}`, 'utf8')

/** Each file with a field for words, and the test that writes an emergency into it. */
const heardBy: Readonly<Record<string, string>> = {
  'src/web/care/check/question-field.tsx': 'src/web/care/check/check-app.test.tsx',
  'src/web/care/diary/diary-entry-fields.tsx': 'src/web/care/other-emergencies-heard.test.tsx',
  'src/web/care/diary/diary-tasks-page.tsx': 'src/web/care/other-emergencies-heard.test.tsx',
  'src/web/care/guide/search-page.tsx': 'src/web/care/guide/search.test.tsx',
  'src/web/care/ask/held-question.tsx': 'src/offline/send-question.test.ts',
  'src/web/find/ask/ask-page.tsx': 'src/web/find/ask/ask.db.test.tsx',
  'src/web/find/ask/comments-page.tsx': 'src/web/find/ask/comments.db.test.tsx',
  'src/web/find/assessment/assessment-pages.tsx': 'src/web/find/assessment/assessment.db.test.tsx',
  'src/web/find/booking/booking-form-page.tsx': 'src/web/find/booking/booking-app.db.test.tsx',
  'src/web/find/booking/cancel-page.tsx': 'src/web/find/booking/booking-app.db.test.tsx',
  'src/web/find/reviews/write-page.tsx': 'src/web/find/reviews/review-routes.db.test.tsx',
}
/** Fields that hold no words of a person: what a page carries along, or a name, a place, an address, a time, a number. */
const noWords: readonly string[] = [
  'src/web/care/record/record-import.tsx',
  'src/web/care/report/report-page.tsx',
  'src/web/care/prevention/reminder-form.tsx',
  'src/web/care/medicines/medicine-dose-form.tsx',
  'src/web/find/booking/share-check.tsx',
  'src/web/find/feeds/feed-words.tsx',
  'src/web/find/find-form.tsx',
  'src/web/find/message-pages.tsx',
]
/** A field of several lines, or a line of no kind that only a number, a tick or a file could fill. */
const takesWords = (text: string): boolean =>
  /<TextField|<textarea/.test(text) ||
  [...text.matchAll(/<input(?=[\s/>])[\s\S]*?\/>/g)].some(
    ([field]) => !/type="(?:hidden|radio|checkbox|number|range|file|date|email)"/.test(field),
  )

test('every field for words has a test that writes an emergency into it', () => {
  const files = globSync('src/web/{care,find}/**/*.tsx', { cwd: root }).filter((path) => !path.includes('.test.'))
  expect(files.length).toBeGreaterThan(150)
  const found = files.filter((path) => takesWords(source(path)))
  expect(found.sort()).toEqual([...Object.keys(heardBy), ...noWords].sort())
  for (const heard of Object.values(heardBy)) expect(source(heard)).toMatch(/about backs only/)
})

const appOf = (notebook: NotebookStore | null) =>
  createCareApp({
    kind: notebook ? 'device' : 'server',
    notebook,
    now: () => noon,
    newId: () => crypto.randomUUID(),
    assets: { css: '/site.css', islands: {} },
    buildId: 'test',
  })

async function posted(app: ReturnType<typeof appOf>, path: string, ...told: readonly (readonly [string, string])[]) {
  const form = hiddenFields(await (await app.request(path)).text(), path)
  const body = new URLSearchParams([...form, ...told].map(([name, value]): [string, string] => [name, value]))
  const answer = await app.request(path, { method: 'POST', body })
  return { status: answer.status, html: await answer.text() }
}
const isFirst = (html: string): boolean => {
  const at = html.indexOf(said)
  return at >= 0 && at < html.indexOf('<h1') && html.indexOf('tel:999') < html.indexOf('<h1')
}
const shot = 'I have been shot'

describe('in the diary', () => {
  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    [
      'a note',
      [
        ['pain', '3'],
        ['note', shot],
      ],
      'Your entry is kept',
    ],
    [
      'a note beside a high number',
      [
        ['pain', '9'],
        ['note', shot],
      ],
      '',
    ],
    [
      'a note with a sign of the back',
      [
        ['pain', '3'],
        ['note', `${shot} and I am numb down below`],
      ],
      '',
    ],
    [
      'a note of someone at home',
      [
        ['pain', '3'],
        ['note', 'my husband has stabbed me'],
      ],
      '',
    ],
    ['a note with no number', [['note', shot]], ''],
  ])('%s is answered above all else', async (_what, told, holds) => {
    for (const notebook of [memoryNotebook([]), null]) {
      const { html } = await posted(appOf(notebook), paths.diaryEntry, ...told)
      expect(isFirst(html)).toBe(true)
      if (notebook) expect(html).toContain(holds)
    }
  })
  test('a note is kept as it was written, and the page leads on to it', async () => {
    const notebook = memoryNotebook([])
    const { status, html } = await posted(appOf(notebook), paths.diaryEntry, ['pain', '3'], ['note', shot])
    const [entry] = notebook.events
    expect(status).toBe(200)
    expect(entry).toMatchObject({ kind: 'diaryEntry', note: shot })
    expect(html).toContain(paths.diaryEntryMade(entry?.id ?? ''))
  })
  test('the name of a task is answered too', async () => {
    for (const notebook of [memoryNotebook([]), null])
      expect(isFirst((await posted(appOf(notebook), paths.diaryTasks, ['new.1', shot])).html)).toBe(true)
  })
  test('other words say nothing of it', async () => {
    const { html } = await posted(appOf(memoryNotebook([])), paths.diaryTasks, ['new.1', 'put on my socks'])
    expect(html).not.toContain(said)
  })
})

describe('a machine that asks the check', () => {
  const ask = (answers: object) =>
    JSON.parse(String(answerCall('application/json', new TextEncoder().encode(JSON.stringify({ answers }))).body))
  test.each(['worry', 'medicines'])('is told of it at once in the answer to "%s", and no level changes', (field) => {
    const { otherEmergency, ...rest } = ask({ [field]: shot })
    expect(otherEmergency).toEqual({ say: expect.stringContaining('call 999 now'), what: 'notOurs' })
    expect(rest).toEqual(ask({ [field]: 'my chair is low' }))
  })
  test('is told of it beside a result', () => {
    const { complete, level, otherEmergency } = ask({ D2: 'yes', worry: 'I hit my head' })
    expect([complete, level, otherEmergency?.what]).toEqual([true, 'emergency', 'injury'])
  })
})
