/** A form for the server with no network: it is not lost, and what is in it is in the page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paths } from '../web/care/paths.ts'
import { buildOf, healthy, MemoryBrowser, origin } from './device.fixtures.ts'

const build = await buildOf('a')
let browser: MemoryBrowser
let sent: string[]
let isAway = false
beforeEach(async () => {
  browser = new MemoryBrowser([build])
  ;[sent, isAway] = [[], false]
  const server = healthy(build)
  vi.stubGlobal('fetch', async (asked: string | Request, how?: RequestInit) => {
    if (!(asked instanceof Request) || asked.method !== 'POST') return browser.fetch(asked, how)
    if (isAway) throw new TypeError('no connection')
    sent.push(await asked.text())
    return new Response('of the server')
  })
  browser.server = server
  await browser.update()
  await browser.takeOver()
})
afterEach(() => vi.unstubAllGlobals())

const post = (path: string, body: BodyInit, headers: Readonly<Record<string, string>> = { Origin: origin }) =>
  browser.goto(path, { method: 'POST', body, headers })
const typed = new URLSearchParams([
  ['name', 'Robin "R" <b>Ashdown</b>'],
  ['day', '1'],
  ['day', '2'],
])

test('goes to the server as it was sent, and its answer is shown', async () => {
  const { html } = await post('/book/hold/x', new URLSearchParams(typed))
  expect(html).toBe('of the server')
  expect(sent).toEqual([typed.toString()])
})

test('that cannot be sent is held in a page of ours, whole, with whom to ring; one press sends it again', async () => {
  isAway = true
  const { answer, html } = await post('/visits/x/move?from=2026-12-07', new URLSearchParams(typed))
  expect(answer.status).toBe(503)
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(html).toContain('You are offline')
  expect(html).toContain('may not have reached us')
  expect(html).toContain('action="/visits/x/move?from=2026-12-07"')
  expect(html).toContain('name="name" value="Robin &quot;R&quot; &lt;b>Ashdown&lt;/b>"')
  expect(html.match(/name="day"/g)).toHaveLength(2)
  for (const number of ['999', '111']) expect(html).toContain(`tel:${number}`)
})

test('that was answered and is gone back to is not asked for, and no news of the network: its page is, or it goes by one press', async () => {
  const { answer, html } = await post('/letters', new URLSearchParams(typed), {
    ...{ Origin: origin, Referer: `${origin}/letters?clinic=x` },
  })
  expect([answer.status, html]).toEqual([200, 'of the server'])
  sent = []
  for (const path of ['/letters', paths.ask]) {
    const how = { cache: 'only-if-cached', mode: 'same-origin', referrer: `${origin}/letters?clinic=x` } as const
    const back = await browser.goto(path, {
      ...{ method: 'POST', body: new URLSearchParams(typed), headers: { Origin: origin }, ...how },
    })
    expect(back.answer.status).toBe(200)
    expect(back.html).toContain('It was not sent again now.')
    expect(back.html).not.toMatch(/offline|may not have reached/)
    expect(back.html).toContain('href="/letters?clinic=x"')
    expect(back.html.match(/name="day"/g)).toHaveLength(2)
  }
  expect(sent).toEqual([])
})

test('with a password or a code in it is put into no page, and says to go back', async () => {
  isAway = true
  for (const [name, secret] of [
    ['password', 'swordfish'],
    ['code', '402133'],
  ] as const) {
    const { html } = await post('/console/sign-in', new URLSearchParams({ email: 'a@b.example', [name]: secret }))
    expect(html).toContain('Go back and send it again')
    expect(html).not.toContain(secret)
    expect(html).not.toContain('<input')
  }
})

test('with a file in it is left to the browser', async () => {
  const form = new FormData()
  form.append('file', new File(['x'], 'back.eml'))
  await expect(post('/console/letters/bounces', form)).rejects.toThrow('left to the network')
})

test.each([{}, { Origin: 'https://elsewhere.example' }])(
  'of another site, or of nobody known, is left to the browser: from here it would look like ours: %j',
  async (headers) => {
    await expect(post('/visits/x/cancel', new URLSearchParams(typed), headers)).rejects.toThrow('left to the network')
  },
)
