/** The device's own guards: every page they answer keeps the emergency number, the check and all headers; no wait has no end. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { asEpochMs, dayMs } from '../care/evidence/time.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { createCareApp } from '../web/care/app.tsx'
import { checkEvent } from '../web/care/plan/plan.fixtures.ts'
import { pageHeaders } from '../web/care/security-headers.ts'
import { waitedFor } from '../../scripts/passing-clock.ts'
import { createDeviceApp } from './device-app.tsx'
import { createWorker } from './device-worker.ts'
import { deviceNotebook, MemoryCaches, never, noon, origin } from './device.fixtures.ts'
import { senderOf, tokenField } from './form-guard.tsx'
import { formTokens } from './form-token.ts'
import { checksUnderWay, type DeviceHome } from './checks-under-way.ts'
import { lastResort } from './last-resort-page.ts'
import type { DeviceNotebook } from './record-store.ts'
import { timeOrderedId } from '../care/evidence/ids.ts'

const token = '11111111-1111-4111-8111-111111111111'
let made = 0
const homeWith = (notebook: Partial<DeviceNotebook> = {}, more: Partial<DeviceHome> = {}): DeviceHome => ({
  kind: 'device',
  notebook: { ...deviceNotebook(), ...notebook },
  now: () => noon,
  newId: () => {
    made += 1
    return timeOrderedId(noon, new Uint8Array(10).fill(made))
  },
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
  ...more,
})
const appWith = (...given: Parameters<typeof homeWith>) => createDeviceApp(homeWith(...given), async () => token)

/** Sends a form. `from`: the headers by which a browser names the sending page. */
const post = (
  app: ReturnType<typeof appWith>,
  path: string,
  fields: Record<string, string> | FormData,
  from: Record<string, string> = {},
) =>
  app.request(origin + path, {
    method: 'POST',
    body: fields instanceof FormData ? fields : new URLSearchParams(fields),
    headers: from,
  })
const ours = { Referer: `${origin}/check` }

/** A page that keeps all its promises, whatever it says. */
async function isSafePage(answer: Response, status: number): Promise<string> {
  const html = await answer.text()
  expect(answer.status).toBe(status)
  for (const [name, value] of Object.entries(pageHeaders))
    expect([name, answer.headers.get(name)]).toEqual([name, value])
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(html).toContain('href="tel:999"')
  expect(html).toContain('href="/check')
  expect(html).not.toContain('Internal Server Error')
  return html
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.restoreAllMocks()
})

const broken = (): never => {
  throw new Error('planted')
}

describe('a fault of ours is a page with 999, the check and every header, wherever it happens:', () => {
  test.each([
    ['in the guard of forms', () => createDeviceApp(homeWith(), async () => broken()), '/'],
    ['in the guard of old answers', () => appWith({ draft: broken }), '/check/019abe00-0000-7000-8000-000000000000/2'],
    ['in a page of the device', () => appWith({ setAside: async () => broken() }), '/record/set-aside.txt'],
    ['in a page of the care app', () => appWith({}, { newId: broken }), '/check'],
    [
      'in a page of the care app on the server',
      () => createCareApp({ ...homeWith(), kind: 'server', notebook: null, newId: broken }),
      '/check',
    ],
  ] as const)('%s', async (_where, makeApp, path) => {
    const html = await isSafePage(await makeApp().request(origin + path), 500)
    expect(html).toContain('Something went wrong on our side')
    expect(console.error).toHaveBeenCalledOnce()
  })

  test('where not even that page can be made, the last one of all comes', async () => {
    const app = appWith({}, { now: broken })
    await expect((async () => await app.request(`${origin}/`))()).rejects.toThrow('planted')
    const html = await isSafePage(lastResort('/assets/site.css'), 500)
    expect(html).toContain('href="tel:111"')
    expect(html).toContain('href="/emergency"')
    expect(html).not.toMatch(/<script|style=| on\w+=/)
  })
})

test('where the worker itself breaks, the answer is the last page of all, with 999, and never the browser’s own', async () => {
  const worker = createWorker(
    { id: 'test', assets: { css: '/assets/site.css', islands: {} }, files: {} },
    {
      notebook: deviceNotebook(),
      now: broken,
      newId: () => token,
      caches: new MemoryCaches(),
      registration: { active: null, waiting: null, installing: null },
      tabs: async () => [],
      claim: async () => undefined,
      skipWaiting: async () => undefined,
    },
  )
  for (const path of ['/', '/check', '/plan']) {
    const behind = (work: Promise<unknown>) => void work.catch(() => undefined)
    const answer = worker.answer({ request: new Request(origin + path), navigates: true, behind })
    await isSafePage((await answer) ?? new Response('left to the network'), 500)
  }
})

describe('every page of a guard has all headers, is kept nowhere, and shows 999 and the check:', () => {
  const old = '019ab000-0000-7000-8000-000000000000'
  test('newer questions are looked for', async () => {
    const html = await isSafePage(await appWith().request(`${origin}/check/newest`), 200)
    expect(html).not.toContain('We have updated')
  })
  test('answers that are too old', async () => {
    const trail = JSON.stringify({ id: old, protocol: 'x' })
    await isSafePage(await post(appWith(), '/check', { trail }, ours), 409)
  })
  test('a half-done check that is too old is forgotten; a finished one keeps its summary', async () => {
    const address = `${origin}/check/${old}/2`
    const removed: string[] = []
    const remove = async (id: string) => void removed.push(id)
    const draft = async () => ({ id: old, trail: '{}', begunAt: noon, finished: false })
    const finished = { ...checkEvent({}), check: old } as NotebookEvent
    const visit = async (events: readonly NotebookEvent[]) => {
      const notebook = deviceNotebook()
      const app = appWith({ draft, all: async () => events, drafts: { ...notebook.drafts, remove } })
      await isSafePage(await app.request(address), 409)
    }
    await visit([finished])
    expect(removed).toEqual([])
    await visit([])
    expect(removed).toEqual([old])
  })
  test('a form of another site', async () => {
    await isSafePage(await post(appWith(), '/check', { trail: '{}' }, { Referer: 'https://evil.test/' }), 400)
  })
  test('a form that nobody can tell the sender of', async () => {
    await isSafePage(await post(appWith(), '/check', { trail: '{}' }), 409)
  })
  test.each([
    ['an unknown address', '/nowhere', 'GET', 404],
    ['a wrong method', '/check', 'DELETE', 405],
  ])('%s', async (_what, path, method, status) => {
    await isSafePage(await appWith().request(origin + path, { method }), status)
  })
  test.each([
    [
      'too much at once',
      413,
      {
        body: `trail=${'x'.repeat(1_000_001)}`,
        headers: { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' },
      },
    ],
    ['what is no form', 415, { body: '{}', headers: { ...ours, 'Content-Type': 'application/json' } }],
    [
      'a form that cannot be read',
      422,
      { body: 'trail=nonsense', headers: { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' } },
    ],
  ])('%s', async (_what, status, sent) => {
    await isSafePage(await appWith().request(`${origin}/check`, { method: 'POST', ...sent }), status)
  })
  test('the text of entries that cannot be read has every header and is kept nowhere', async () => {
    const answer = await appWith({ setAside: async () => ['one'] }).request(`${origin}/record/set-aside.txt`)
    for (const [name, value] of Object.entries(pageHeaders)) expect(answer.headers.get(name)).toBe(value)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.text()).toBe('one\n')
  })
})

describe('a form', () => {
  const erasing = () => {
    let erased = 0
    const app = appWith({
      erase: async () => {
        erased += 1
      },
    })
    return { app, erased: () => erased }
  }

  test.each([
    ['another site, whole address', { Referer: 'https://evil.test/page' }],
    ['another site, origin alone', { Referer: 'https://evil.test/' }],
    ['another port', { Referer: 'http://localhost:8080/' }],
    ['another site by Origin, no referrer', { Origin: 'https://evil.test' }],
    ['another site by Sec-Fetch-Site, no referrer', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site that also claims to be ours', { Referer: `${origin}/`, Origin: 'https://evil.test' }],
  ])('that names %s is refused, also with the right token', async (_what, from) => {
    const { app, erased } = erasing()
    for (const fields of [{}, { [tokenField]: token }] as Record<string, string>[])
      expect((await post(app, '/record/erase', fields, from)).status).toBe(400)
    expect(erased()).toBe(0)
  })

  test.each([
    ['no referrer at all', {}],
    ['an origin that is kept back', { Origin: 'null' }],
    ['a typed address', { 'Sec-Fetch-Site': 'none' }],
  ])('with %s is asked about, and nothing is done meanwhile', async (_what, from) => {
    const { app, erased } = erasing()
    for (const wrong of [{}, { [tokenField]: '' }, { [tokenField]: 'x' }] as Record<string, string>[]) {
      const html = await isSafePage(await post(app, '/record/erase', wrong, from), 409)
      expect(html).toContain('It would erase everything that is kept here.')
    }
    expect(erased()).toBe(0)
  })

  test('with no referrer and this device’s token is taken', async () => {
    const { app, erased } = erasing()
    expect((await post(app, '/record/erase', { [tokenField]: token })).status).not.toBe(409)
    expect(erased()).toBe(1)
  })

  test('of our own page is taken with no token', async () => {
    const { app, erased } = erasing()
    await post(app, '/record/erase', {}, { Referer: `${origin}/record/erase` })
    expect(erased()).toBe(1)
  })

  test('that is asked about holds all that was typed, and pressing on once does it: no loop', async () => {
    const app = appWith()
    const first = await (await app.request(`${origin}/check`)).text()
    const typed = fieldsOf(first)
    expect(typed.get(tokenField)).toBe(token)
    typed.delete(tokenField)
    typed.append('list.' + 'x', 'none & "all" <b>')
    const asked = await (await post(app, '/check', Object.fromEntries(typed))).text()
    const held = fieldsOf(asked)
    expect([...held].filter(([name]) => name !== tokenField)).toEqual([...typed])
    const after = await post(app, '/check', Object.fromEntries(held))
    expect([200, 303, 422]).toContain(after.status)
    expect(await after.text()).not.toContain('Did you just press')
  })

  test('to an address that would lead elsewhere is held, but leads to us', async () => {
    expect(await (await post(appWith(), '//evil.test/x', { trail: 'mine' })).text()).toContain('action="/evil.test/x"')
  })

  test('with a file, which no page can hold, leads back to where it is chosen', async () => {
    const form = new FormData()
    form.set('file', new File(['{}'], 'r.json'))
    const html = await (await post(appWith(), '/record/import', form)).text()
    expect(html).toContain('choose the file once more')
    expect(html).toContain('href="/record"')
    expect(html).not.toContain('<form')
  })

  test('of every page of ours that has one carries the token, and no other page says it', async () => {
    const app = appWith()
    let forms = 0
    for (const path of [
      '/',
      '/check',
      '/record',
      '/record/erase',
      '/medicines/tally',
      '/movements',
      '/diary/entry',
      '/about',
    ]) {
      const html = await (await app.request(origin + path)).text()
      const here = [...html.matchAll(/<form[^>]*method="post"[^>]*>/g)].length
      expect([path, [...html.matchAll(new RegExp(token, 'g'))].length]).toEqual([path, here])
      forms += here
    }
    expect(forms).toBeGreaterThan(3)
  })
})

test('only a check without a result is under way, and only for a day', async () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const underWay = async (finished: boolean, begunAt: number) => {
    const allDrafts = async () => [{ id, trail: '{}', begunAt: asEpochMs(begunAt), finished }]
    return (await checksUnderWay(homeWith({ allDrafts }))).size
  }
  expect(await underWay(false, noon - dayMs + 1)).toBe(1)
  expect(await underWay(false, noon - dayMs)).toBe(0)
  expect(await underWay(true, noon)).toBe(0)
})

describe('the sender of a form', () => {
  const from = (referrer: string, headers: Record<string, string> = {}) =>
    senderOf({ url: `${origin}/check`, referrer, headers: new Headers(headers) })
  test('is read from what the browser tells the worker', () => {
    expect(from(`${origin}/check/x/2`)).toBe('ours')
    expect(from('https://evil.test/')).toBe('foreign')
    expect(from('data:text/html,x')).toBe('unknown')
    for (const nothing of ['', 'about:client', 'nonsense']) expect(from(nothing)).toBe('unknown')
  })
})

describe('the token of a device', () => {
  const newId = () => crypto.randomUUID()
  test('is the same for every page and after the worker was started again', async () => {
    const caches = new MemoryCaches()
    const first = formTokens(caches, newId)
    expect(await first()).toBe(await first())
    expect(await formTokens(caches, newId)()).toBe(await first())
  })
  test('is another one on another device', async () => {
    expect(await formTokens(new MemoryCaches(), newId)()).not.toBe(await formTokens(new MemoryCaches(), newId)())
  })
  test.each([
    ['refuses', async () => broken()],
    ['never answers', never],
  ])('lasts as long as the worker where the store %s', async (_how, open) => {
    const tokens = formTokens({ open }, newId)
    const { result } = await waitedFor(tokens)
    expect(await tokens()).toBe(result)
  })
  test('that came to harm is made anew', async () => {
    const caches = new MemoryCaches()
    await (await caches.open('unclench-forms')).put('/form-token', new Response('"><script>'))
    expect(await formTokens(caches, newId)()).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('a store that never answers keeps no check back: its guard goes on within two seconds', async () => {
  const app = appWith({ draft: never, all: never, allDrafts: never, drafts: { get: never, put: never, remove: never } })
  const trail = JSON.stringify({ id: '019abe00-0000-7000-8000-000000000000', protocol: 'other' })
  const { result, ms } = await waitedFor(async () => (await post(app, '/check', { trail }, ours)).text())
  expect(result).toContain('The questions have been updated')
  expect(ms).toBeLessThan(4000)
})

/** Hidden and typed fields of a page's first form that posts, unticked boxes left out. */
function fieldsOf(html: string): URLSearchParams {
  const form = /<form[^>]*method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const decoded = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return new URLSearchParams(
    [...form.matchAll(/<input[^>]*type="hidden" name="[^"]*" value="[^"]*"/g)].map(([tag]): [string, string] => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      decoded(/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  )
}
