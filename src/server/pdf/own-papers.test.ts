/** Somebody's own plan as a file, at the door of the server: bounded, said in words, and nothing of it left anywhere. */
import { afterEach, expect, test, vi } from 'vitest'
import { createPaperMaker, ownPaperRoutes } from './own-papers.ts'
import { planSheetOf, programmeSheetOf } from './own-papers.proof.ts'
import type { PdfMade } from './make-pdf.ts'
import type { PdfJob } from './pdf-job.ts'
import { begun } from '../../care/programme/story.proof.ts'

const pdf = new Uint8Array(Buffer.from('%PDF-1.7 %%EOF'))
const well = (): Promise<PdfMade> => Promise.resolve({ ok: true, pdf })
const sheet = planSheetOf()
const origin = () => 'https://unclench.example'
const appWith = (make: (job: PdfJob) => Promise<PdfMade>) => ownPaperRoutes(createPaperMaker(make, origin))
const post = (app: ReturnType<typeof appWith>, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  app.request('/guide/pdf/own', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...headers },
  })
afterEach(() => vi.restoreAllMocks())

test.each([
  ['a plan', sheet],
  ['a day-by-day plan', programmeSheetOf(begun())],
])('%s becomes a file that nobody on the way may keep', async (_, own) => {
  const jobs: PdfJob[] = []
  const app = appWith((job) => {
    jobs.push(job)
    return well()
  })
  const answer = await post(app, own)
  expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
    ...[200, 'application/pdf', 'no-store'],
  ])
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf)
  expect(jobs[0]?.version).toMatch(/^[\da-f]{8}$/)
})

test.each([
  ['another site', sheet, { 'Sec-Fetch-Site': 'cross-site' }, 422],
  ['what is no sheet', { kind: 'plan' }, {}, 422],
  ['what is no JSON', '{', {}, 422],
  ['what no plan can hold', { ...sheet, movement: 'gentle' }, {}, 422],
  ['a thousand steps', { ...sheet, more: 'x'.repeat(30_000) }, {}, 413],
])('%s makes nothing', async (_, body, headers, status) => {
  const make = vi.fn(well)
  const answer = await post(appWith(make), body, headers)
  expect([answer.status, await answer.json(), make.mock.calls.length]).toEqual([status, { why: 'refused' }, 0])
})

test('looking at the door makes nothing', async () => {
  const make = vi.fn(well)
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    expect((await appWith(make).request('/guide/pdf/own', { method })).status).toBe(404)
  expect(make).not.toHaveBeenCalled()
})

test.each([
  ['there is no compiler', (): Promise<PdfMade> => Promise.resolve({ ok: false, why: 'never', said: 'no' })],
  ['it fails', (): Promise<PdfMade> => Promise.resolve({ ok: false, why: 'failed', said: 'a step of somebody' })],
  ['it falls over', (): Promise<PdfMade> => Promise.reject(new Error('a step of somebody'))],
])('where %s that is said in one word, nothing goes to the log, and the next one is made', async (_, fail) => {
  const logs = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name).mockReturnValue())
  let make = fail
  const app = appWith(() => make())
  const answer = await post(app, sheet)
  expect([answer.status, await answer.json()]).toEqual([503, { why: 'none' }])
  make = well
  expect((await post(app, sheet)).status).toBe(200)
  expect(logs.flatMap((log) => log.mock.calls)).toEqual([])
})

test('one is made at a time, few wait, and whoever comes then is told; afterwards there is room again', async () => {
  let [working, most] = [0, 0]
  const go: (() => void)[] = []
  const app = appWith(async () => {
    working += 1
    most = Math.max(most, working)
    await new Promise<void>((resolve) => go.push(resolve))
    working -= 1
    return { ok: true, pdf }
  })
  const asked = Array.from({ length: 12 }, () => post(app, sheet))
  const statuses = Promise.all(asked.map(async (one) => (await one).status))
  let isDone = false
  void statuses.then(() => {
    isDone = true
  })
  while (!isDone) {
    go.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  const all = await statuses
  expect([all.filter((status) => status === 200).length, all.filter((status) => status === 503).length, most]).toEqual([
    ...[5, 7, 1],
  ])
  const after = post(app, sheet)
  while (go.length === 0) await new Promise((resolve) => setImmediate(resolve))
  go.shift()?.()
  expect((await after).status).toBe(200)
})
