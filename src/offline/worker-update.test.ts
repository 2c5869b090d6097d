/** Updates as they go wrong: what a browser may be handed instead of the newer build, and that the old one goes on whole. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { waitedFor } from '../../scripts/passing-clock.ts'
import { buildOf, healthy, MemoryBrowser, never, type Server } from './device.fixtures.ts'
import { serverHasOther } from './worker-update.ts'

const older = await buildOf('a')
const newer = await buildOf('b')
let browser: MemoryBrowser

beforeEach(async () => {
  browser = new MemoryBrowser([older, newer])
  vi.stubGlobal('fetch', browser.fetch)
  await browser.update()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const html = (text = '<h1>Welcome to our Wi-Fi</h1>', how: ResponseInit = {}) =>
  new Response(text, { ...how, headers: { 'Content-Type': 'text/html', ETag: '"portal"', ...how.headers } })
const isFile = (path: string) => path !== '/worker.js'
/** The newer build's server, with something else for its files, or for its script. */
const withFiles =
  (answer: (path: string) => Response | Promise<Response>): Server =>
  async (path, method) =>
    isFile(path) ? await answer(path) : await healthy(newer)(path, method)
const withScript =
  (answer: (method: string) => Response | Promise<Response>): Server =>
  async (path, method) =>
    isFile(path) ? await healthy(newer)(path, method) : await answer(method)
const script = (text: string) =>
  new Response(text, { headers: { 'Content-Type': 'text/javascript', ETag: `"${newer.id}"` } })
const half = (path: string) => (newer.texts[path] ?? '').slice(0, 20)

/** Whether a newer build is known of, as far as the worker in charge can tell. */
const troubles: readonly (readonly [what: string, server: Server, known: boolean])[] = [
  ['the server answers 500', async () => new Response('down', { status: 500 }), false],
  ['a portal answers everything with its page', async () => html(), false],
  ['a portal sends everybody to its own page', async () => Response.redirect('http://portal.test/login', 302), false],
  ['there is no network', () => Promise.reject(new TypeError('no network')), false],
  ['files are answered with 500', withFiles(() => new Response('no', { status: 500 })), true],
  ['files are missing', withFiles(() => new Response('no', { status: 404 })), true],
  [
    'files are those of the build before',
    withFiles(async (path) => new Response(older.texts[path.replace('-b', '-a')])),
    true,
  ],
  ['files are a page that says 200', withFiles(() => html()), true],
  [
    'files are a page that calls itself a style',
    withFiles(() => html('<h1/>', { headers: { 'Content-Type': 'text/css' } })),
    true,
  ],
  ['files are cut off', withFiles((path) => new Response(half(path))), true],
  ['files are empty', withFiles(() => new Response('')), true],
  [
    'one file of all is changed by a letter',
    withFiles((path) => new Response(newer.texts[path]?.replace('long', 'lang'))),
    true,
  ],
  ['the script is cut off', withScript(() => script(newer.id.slice(0, 6))), true],
  ['the script is broken', withScript(() => script('}{')), true],
  ['the script is missing', withScript(() => new Response('no', { status: 404 })), false],
]

describe('while a newer build cannot be had', () => {
  test.each(troubles)(
    'because %s, the old one goes on whole, and the next visit gets the newer',
    async (_what, server, known) => {
      browser.server = server
      await browser.update()
      expect(browser.inCharge).toBe(older.id)

      const { result: first, ms } = await waitedFor(() => browser.goto('/check'))
      expect(first.path).toBe(known ? '/check/newest' : '/check')
      if (known) {
        expect(first.answer.headers.get('Refresh')).toBe('1; url=/check?looked')
        expect(first.html).not.toContain('We have updated')
      }
      const again = known ? await waitedFor(() => browser.goto('/check?looked')) : { result: first, ms: 0 }
      const asked = again.result
      expect(ms + again.ms).toBeLessThan(1000)
      expect(asked.html).toContain('name="shown"')
      expect(asked.html.includes('These questions are from')).toBe(known)
      // And then at once, for a while.
      expect((await browser.goto('/check')).path).toBe('/check')

      expect(await (await browser.file(older.assets.css)).text()).toBe(older.texts[older.assets.css])
      expect(await (await browser.file(older.assets.islands.page ?? '')).text()).toContain("title = 'a'")

      browser.server = healthy(newer)
      await browser.update()
      expect(browser.inCharge).toBe(newer.id)
      const after = await browser.goto('/check')
      expect(after.path).toBe('/check')
      expect(after.html).not.toContain('These questions are from')
      expect(after.html).toContain(newer.assets.css)
      const style = await browser.file(newer.assets.css)
      expect(await style.text()).toBe(newer.texts[newer.assets.css])
      expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
    },
  )

  test.each([
    ['the script never comes', withScript(() => never()), false],
    ['nothing ever comes', () => never(), false],
    ['files never come', withFiles(() => never()), true],
  ] as const)('because %s, no start waits more than two seconds for it', async (_what, server, known) => {
    browser.server = server
    void browser.update()
    const { result: first, ms } = await waitedFor(() => browser.goto('/check'))
    const waitedMs = ms + (known ? 1000 : 0)
    const asked = known ? await browser.goto('/check?looked') : first
    expect(waitedMs).toBeLessThan(2000)
    expect(asked.html).toContain('name="shown"')
    expect(asked.html.includes('These questions are from 23 November 2026')).toBe(known)
    expect(browser.inCharge).toBe(older.id)
  })

  test('a start looks again after ten minutes, not before', async () => {
    browser.server = withFiles(() => html())
    await browser.goto('/check?looked')
    browser.nowMs += 599_999
    expect((await browser.goto('/check')).path).toBe('/check')
    browser.nowMs += 1
    expect((await browser.goto('/check')).path).toBe('/check/newest')
  })

  test('a start looks again at once where the clock was put back meanwhile, so that no year passes without', async () => {
    browser.server = withFiles(() => html())
    await browser.goto('/check?looked')
    browser.nowMs -= 1
    expect((await browser.goto('/check')).path).toBe('/check/newest')
  })
})

describe('the newer build, once it is whole', () => {
  test('takes over at once when nobody is in the middle of a check', async () => {
    browser.server = healthy(newer)
    await browser.update()
    expect(browser.inCharge).toBe(newer.id)
  })

  test('waits while a check is under way, and comes in at the next page outside', async () => {
    await browser.notebook.drafts.put('019abcde-0000-7000-8000-000000000001', '{}')
    browser.nowMs = 0x019abcde0000
    browser.server = healthy(newer)
    await browser.update()
    expect(browser.inCharge).toBe(older.id)
    await browser.goto('/about')
    expect(browser.inCharge).toBe(older.id)
    await browser.notebook.drafts.remove('019abcde-0000-7000-8000-000000000001')
    await browser.goto('/about')
    await vi.waitFor(() => expect(browser.inCharge).toBe(newer.id))
  })

  test('waits while a tab shows the first screen of a check: its answers would be lost', async () => {
    browser.tabs = ['/check']
    browser.server = healthy(newer)
    await browser.update()
    expect(browser.inCharge).toBe(older.id)
    browser.tabs = ['/']
    await browser.goto('/')
    await vi.waitFor(() => expect(browser.inCharge).toBe(newer.id))
  })

  test('waits while pages of a check come and go, also where no tab is seen to show one, and comes in afterwards', async () => {
    browser.steadyMs = 0
    browser.tabs = ['/check']
    browser.server = healthy(newer)
    await browser.update()
    browser.tabs = ['/']
    await browser.goto('/check/019abcde-0000-7000-8000-000000000001/9')
    browser.steadyMs = 9_999
    await browser.goto('/')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(browser.inCharge).toBe(older.id)
    browser.steadyMs = 10_000
    await browser.goto('/')
    await vi.waitFor(() => expect(browser.inCharge).toBe(newer.id))
  })

  test('comes in at the start of a check', async () => {
    browser.tabs = ['/check']
    browser.server = healthy(newer)
    await browser.update()
    const first = await browser.goto('/check')
    expect(first.path).toBe('/check/newest?ready')
    // Nothing is asked of the server, so all of the two seconds that a start may wait are for it.
    expect(first.answer.headers.get('Refresh')).toBe('2; url=/check?looked')
    await vi.waitFor(() => expect(browser.inCharge).toBe(newer.id))
    expect((await browser.goto('/check?looked')).html).toContain(newer.assets.css)
  })

  test('comes in at the next start, also when the one before could not have it', async () => {
    browser.server = withFiles(() => html())
    await browser.goto('/check?looked')
    browser.tabs = ['/check']
    browser.server = healthy(newer)
    await browser.update()
    expect(browser.inCharge).toBe(older.id)
    expect((await browser.goto('/check')).path).toBe('/check/newest?ready')
    await vi.waitFor(() => expect(browser.inCharge).toBe(newer.id))
  })

  test('does not come in at the result of a check that its own rules still show', async () => {
    browser.tabs = ['/check']
    browser.server = healthy(newer)
    await browser.update()
    browser.tabs = ['/check/019abcde-0000-7000-8000-000000000001/9']
    await browser.goto('/check/019abcde-0000-7000-8000-000000000001/9')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(browser.inCharge).toBe(older.id)
  })

  test('is not looked for while another tab shows a check under way: this one says the date and goes on', async () => {
    const id = '019abcde-0000-7000-8000-000000000001'
    browser.nowMs = 0x019abcde0000
    await browser.notebook.drafts.put(id, '{}')
    browser.tabs = [`/check/${id}/2`]
    browser.server = healthy(newer)
    const asked = await browser.goto('/check')
    expect(asked.path).toBe('/check')
    expect(asked.html).toContain('These questions are from')
  })
})

describe('the mark that tells of a newer build', () => {
  const answering = (headers: Record<string, string>, status = 200) => {
    browser.server = async () => new Response(null, { status, headers })
    return serverHasOther('http://localhost/worker.js', older.id)
  }
  const javascript = { 'Content-Type': 'text/javascript; charset=utf-8' }
  test.each([
    ['another build', { ...javascript, ETag: `"${newer.id}"` }, true],
    ['another build, packed on the way', { ...javascript, ETag: `W/"${newer.id}"` }, true],
    ['this build', { ...javascript, ETag: `"${older.id}"` }, false],
    ['this build, packed on the way', { ...javascript, ETag: `W/"${older.id}"` }, false],
    ['no mark', javascript, false],
    ['a mark of another kind', { ...javascript, ETag: '"5f3c-18a9"' }, false],
    ['a mark that only holds one of ours', { ...javascript, ETag: `"x${newer.id}"` }, false],
    ['a mark of ours on a page', { 'Content-Type': 'text/html', ETag: `"${newer.id}"` }, false],
    ['a mark of ours on nothing known', { ETag: `"${newer.id}"` }, false],
  ])('%s', async (_what, headers, other) => {
    expect(await answering(headers)).toBe(other)
  })
  test('counts only in an answer that is well', async () => {
    expect(await answering({ ...javascript, ETag: `"${newer.id}"` }, 404)).toBe(false)
  })
})

describe('a cache that the browser has wiped', () => {
  const css = older.assets.css
  test('heals by the file that a page asks for, which is then there with no network', async () => {
    browser.caches.stores.clear()
    expect(await (await browser.file(css)).text()).toBe(older.texts[css])
    browser.server = () => Promise.reject(new TypeError('no network'))
    expect(await (await browser.file(css)).text()).toBe(older.texts[css])
  })

  test('heals whole at the start of a check', async () => {
    browser.caches.stores.clear()
    const behind: Promise<unknown>[] = []
    const request = new Request('http://localhost/check')
    await browser.worker.answer({ request, navigates: true, behind: (work) => behind.push(work) })
    await Promise.all(behind)
    browser.server = () => Promise.reject(new TypeError('no network'))
    for (const path of Object.keys(older.files)) expect((await browser.file(path)).status).toBe(200)
  })

  test('never heals with a page that is no file of the build', async () => {
    browser.caches.stores.clear()
    browser.server = async () => html()
    await expect(browser.file(css)).rejects.toThrow('is not the file of this build')
    browser.server = healthy(older)
    expect(await (await browser.file(css)).text()).toBe(older.texts[css])
  })

  test('or one that never answers: the file comes from the network', async () => {
    browser.caches.match = never
    browser.caches.open = never
    const { result } = await waitedFor(() => browser.file(css))
    expect(await result.text()).toBe(older.texts[css])
  })
})

describe('the printed guides, which the server alone has', () => {
  const addresses = ['/guide/pdf', '/guide/pdf/flare-plan.pdf']
  test.each(addresses)('%s comes from the server', async (path) => {
    browser.server = async (asked) => new Response(`from the server: ${asked}`)
    expect((await browser.goto(path)).html).toBe(`from the server: ${path}`)
  })
  test.each(addresses)('%s without a network says so, with 999, and the guide itself is there', async (path) => {
    browser.server = () => Promise.reject(new TypeError('no network'))
    expect((await browser.goto(path)).html).toContain('href="tel:999"')
    expect((await browser.goto('/guide')).answer.status).toBe(200)
  })
})
