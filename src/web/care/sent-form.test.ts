/** A form that came where nothing can be kept, as the server when the worker is gone from under an open page: it is given back. */
import { expect, test } from 'vitest'
import { createCareApp } from './app.tsx'
import type { NotebookStore } from './home.ts'
import { decoded, hiddenFields, memoryNotebook, noon } from './plan/plan.fixtures.ts'
import { device } from './programme/programme.fixtures.ts'

const origin = 'http://localhost'
const appOf = (notebook: NotebookStore | null) =>
  createCareApp({
    kind: notebook ? 'device' : 'server',
    notebook,
    now: () => noon,
    newId: () => 'c0c0c0c0-1111-4222-8333-444455556666',
    assets: { css: '/assets/site.css', islands: {} },
    buildId: 'test',
  })
const server = appOf(null)
const typed = { pain: '4', note: 'Slept on the "sofa" & <woke>', form: 'e0e0e0e0-1111-4222-8333-444455556666' }
const send = async (
  path: string,
  headers: Readonly<Record<string, string>>,
  fields: Readonly<Record<string, string>> = typed,
) => {
  const answer = await server.request(origin + path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: answer.status, html: await answer.text(), kept: answer.headers.get('Cache-Control') }
}
const ours = { Origin: origin }
const still = 'It is not kept yet, and it is still here.'

test('an entry of the diary is given back with all that was typed, and goes onto the device by one press', async () => {
  const { status, html } = await send('/diary/entry', ours)
  expect(status).toBe(409)
  expect(html).toContain(still)
  expect(html).not.toContain('Load again')
  const fields = hiddenFields(html, '/diary/entry')
  expect(Object.fromEntries(fields.map(([name, value]) => [name, decoded(value)]))).toEqual(typed)
  const notebook = memoryNotebook()
  const body = new URLSearchParams(Object.entries(typed))
  expect((await appOf(notebook).request('/diary/entry', { method: 'POST', body })).status).toBe(303)
  expect(notebook.events).toContainEqual(expect.objectContaining({ kind: 'diaryEntry', note: typed.note }))
})

test.each([
  '/diary/tasks',
  '/session',
  '/programme/morning',
  '/programme/cleared',
  '/prevent/walking',
  '/prevent/reminders',
  '/programme/start',
])('so is what %s was told', async (path) => {
  const { html, status, kept } = await send(path, ours, { any: 'thing', other: 'two words' })
  expect([path, status < 500, html.includes(still), kept]).toEqual([path, true, true, 'no-store'])
  expect(hiddenFields(html, path)).toEqual([
    ['any', 'thing'],
    ['other', 'two words'],
  ])
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['another site sent', { Origin: 'https://elsewhere.example' }],
  ['a browser says comes from elsewhere', { 'Sec-Fetch-Site': 'cross-site' }],
  ['nothing says where it came from', {}],
  ['hides where it came from', { Origin: 'null' }],
])('a form that %s is not given back, so that nobody keeps it as their own', async (_what, headers) => {
  const { html } = await send('/diary/entry', headers)
  expect(html).not.toContain(still)
  expect(html).not.toContain('sofa')
  expect(html).toContain('Load again')
})

test('looking at the page says nothing of it', async () => {
  expect(await (await server.request(`${origin}/diary/entry`)).text()).not.toContain(still)
})

test('on a device whose store does not open it is given back too', async () => {
  const home = device(Object.assign(memoryNotebook(), { all: () => Promise.reject(new Error('shut')) }))
  const page = await home.post('/diary/tasks', { any: 'thing' })
  expect(page.text).toContain(still)
})
