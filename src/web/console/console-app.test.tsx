/** The gate of the staff's pages, asked at every address that the app has: one that is added later cannot forget it. */
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { renderPage } from '../ui/render.ts'
import { createConsoleApp } from './console-app.tsx'
import { ConsolePage } from './console-frame.tsx'
import { gatedApp } from './console-gate.tsx'
import type { SignedIn } from './console-home.ts'
import { doorTo, isDoor, thenPath } from './console-paths.ts'
import { consoleHome, noDatabase } from './console.fixtures.ts'

const nobody: SignedIn = { ok: false, why: 'nobody' }
const locked: SignedIn = { ok: false, why: 'locked' }
const noClinic: SignedIn = { ok: false, why: 'no-clinic' }

const noneWaiting = { reviewsWaiting: 0, questionsWaiting: 0, commentsWaiting: 0 }
const anId = '00000000-0000-7000-8000-000000000000'
/** Every address of the app behind the gate, with each of its methods. */
const gated = createConsoleApp(consoleHome({ signedIn: nobody }))
  .routes.flatMap(({ path, method }) => {
    const address = path.replace(/:[^/]+\{?[^/]*/g, anId).replace('/*', '/anything')
    return (method === 'ALL' ? ['GET', 'POST', 'PUT', 'DELETE'] : [method]).map((each) => ({ address, method: each }))
  })
  .filter(({ address }) => !isDoor(address))
const each = [...new Set(gated.map(({ method, address }) => `${method} ${address}`))]

const ask = (signedIn: SignedIn, address: string, init: RequestInit = {}) =>
  createConsoleApp(consoleHome({ signedIn })).request(address, init)

describe('the gate', () => {
  test('sees every address of the app', () => {
    expect(each.length).toBeGreaterThan(3)
    for (const { address } of gated) expect(address).toMatch(/^\/console(\/|$)/)
  })

  test.each(each)('sends whoever has not signed in to the door: %s', async (line) => {
    const [method = '', address = ''] = line.split(' ')
    const answer = await ask(nobody, address, { method })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/^\/console\/sign-in\?then=/)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const asLocked = await ask(locked, address, { method })
    expect(asLocked.headers.get('Location')).toMatch(/^\/console\/unlock\?then=/)
    expect((await ask(noClinic, address, { method })).status).toBe(403)
  })

  test('stands before a route that somebody adds later', async () => {
    const app = gatedApp(consoleHome({ signedIn: nobody }))
    app.route(
      '/',
      new Hono().get('/console/brand-new', (c) => c.text('secret')),
    )
    expect((await app.request('/console/brand-new')).status).toBe(303)
  })

  test('leaves every other address of the site alone', async () => {
    const site = new Hono().route('/', createConsoleApp(consoleHome({ signedIn: nobody })))
    site.get('/plan', (c) => c.text('the plan'))
    expect(await (await site.request('/plan')).text()).toBe('the plan')
    expect((await site.request('/consoles')).status).toBe(404)
  })

  test('is told of without scripts before anything is typed: when the page locks, and what is lost then', async () => {
    const member = { clinicId: 'c', memberId: 'm', accountId: 'a', therapistId: null, name: 'Amara Larch' }
    const here = {
      member: { ...member, role: 'reception', email: 'a@b.example' },
      clinicName: 'Lantern',
      clinicIsOpen: true,
      path: '/console',
      address: '/console?of=all',
      ...noneWaiting,
    } as const
    const page = renderPage(
      <ConsolePage home={consoleHome({ signedIn: nobody })} here={here} title="A form">
        <h1>A form</h1>
      </ConsolePage>,
    )
    expect(page).toContain(
      '<noscript><meta http-equiv="refresh" content="600;url=/console/unlock?then=%2Fconsole%3Fof%3Dall"/></noscript>',
    )
    expect(page).toContain('<input type="hidden" name="then" value="/console?of=all"/>')
    const [, said = ''] = /<main[^>]*><noscript>(.*?)<\/noscript><h1>/.exec(page) ?? []
    expect(said).toContain('10 minutes after you opened this page, it locks by itself.')
    expect(said).toContain('what comes later is lost')
  })

  test('keeps the page that was asked for, and nothing of what was posted', async () => {
    const asked = await ask(nobody, '/console/days/2026-11-27')
    expect(asked.headers.get('Location')).toBe(doorTo('/console/sign-in', '/console/days/2026-11-27'))
    const posted = await ask(nobody, '/console/people', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Nadia' }),
    })
    expect(posted.headers.get('Location')).toBe('/console/sign-in?then=%2Fconsole&unsent=yes')
  })

  test.each([
    ['http://localhost/console/letters/new?from=2', '/console/letters/new?from=2'],
    ['http://localhost/find', '/console'],
    ['http://localhost/console/sign-in', '/console'],
  ])('a form that could not be taken leads back to its page: from %s to %s', async (Referer, then) => {
    const posted = await ask(nobody, '/console/letters', {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { Referer },
    })
    expect(posted.headers.get('Location')).toBe(doorTo('/console/sign-in', then, true))
  })

  test('leaves the doors open', async () => {
    expect((await ask(nobody, '/console/sign-in/anything')).status).toBe(404)
  })

  test('says so where the database is away, and asks nobody who they are', async () => {
    const home = consoleHome({ signedIn: nobody })
    const answer = await createConsoleApp({ ...home, data: () => undefined }).request('/console')
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('cannot be reached')
  })

  test('says so where the database goes away half-way', async () => {
    const home = consoleHome({ signedIn: nobody })
    const goes = {
      ...home,
      signedIn: () =>
        noDatabase
          .selectFrom('installation')
          .select('only_row')
          .execute()
          .then(() => nobody),
    }
    const answer = await createConsoleApp(goes).request('/console')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })

  test('leads back to the page with the form from there, and to the same address with its query', async () => {
    const home = { ...consoleHome({ signedIn: nobody }), data: () => undefined }
    const asked = async (path: string, more: RequestInit = {}) =>
      (await createConsoleApp(home).request(`http://clinic.example${path}`, more)).text()
    expect(await asked('/console/calendar/away?whose=x')).toContain('href="/console/calendar/away?whose=x"')
    const headers = { 'Sec-Fetch-Site': 'same-origin', Referer: 'http://clinic.example/console/calendar/away' }
    const posted = await asked('/console/calendar/absences/one', { method: 'POST', headers, body: 'do=back' })
    expect(posted).toContain('href="/console/calendar/away"')
  })

  test('hides no mistake of ours', async () => {
    const home = { ...consoleHome({ signedIn: nobody }), signedIn: () => Promise.reject(new Error('a bug')) }
    const site = new Hono().route('/', createConsoleApp(home))
    site.onError((error, c) => c.text(error.message, 500))
    expect(await (await site.request('/console')).text()).toBe('a bug')
  })
})

describe('a post', () => {
  const post = (headers: Record<string, string>) =>
    ask(nobody, 'http://clinic.example/console/people', { method: 'POST', headers, body: 'name=Nadia' })

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin in an old browser', { Origin: 'http://evil.example' }],
    ['an origin that hides itself', { Origin: 'null' }],
    ['another port', { Origin: 'http://clinic.example:81' }],
    ['a referrer elsewhere', { Referer: 'http://evil.example/console' }],
  ])('from %s changes nothing', async (_who, headers) => {
    expect((await post(headers)).status).toBe(403)
  })

  test.each([
    ['our own page', { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }],
    ['our own page behind a proxy that ends TLS', { Origin: 'https://clinic.example' }],
    ['an old browser with a referrer', { Referer: 'http://clinic.example/console' }],
    ['somebody who hides the sender', {}],
  ])('from %s goes on to the gate', async (_who, headers) => {
    expect((await post(headers)).status).toBe(303)
  })

  test('that is larger than any form of ours is refused in words', async () => {
    const answer = await ask(nobody, '/console/people', { method: 'POST', body: 'x'.repeat(200_001) })
    expect(answer.status).toBe(413)
    expect((await ask(nobody, '/console/people', { method: 'POST', body: 'x'.repeat(200_000) })).status).toBe(303)
  })
})

describe('the way back after signing in', () => {
  test.each(['/console', '/console/days/2026-11-27', '/console/calendar?week=2026-11-23'])('leads to %s', (path) => {
    expect(thenPath(path)).toBe(path)
  })

  test.each([
    '',
    'https://evil.example/console',
    '//evil.example/console',
    '/console//evil.example',
    '/console\\evil',
    '/consoleevil',
    '/console/../find',
    '/console/sign-in?then=/console',
    '/console/sign-out',
    '/find',
    `/console/${'a'.repeat(300)}`,
    '/console/\nSet-Cookie: a=b',
  ])('never leads to %j', (path) => {
    expect(thenPath(path)).toBe('/console')
  })
})
