/** What holds for every address of the clinic half at once, found on the routes themselves: one added later is asked too. */
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import { matches, pageAbove } from '../web/ui/posted-only.ts'
import type { ClinicState } from './clinic.ts'
import { clinicPages } from './clinic-pages.ts'

const away: ClinicState = { state: 'unavailable', why: 'it is away' }
const app = clinicPages({
  home: {
    ...{ kind: 'server', notebook: null, now: () => asEpochMs(Date.now()), newId: () => crypto.randomUUID() },
    ...{ assets: { css: '/site.css', islands: {} }, buildId: 'test' },
  },
  ...{
    css: '/find.css',
    consoleCss: '/console.css',
    clinic: () => away,
    lettersFolder: '/nowhere',
  },
  origin: () => 'http://localhost',
  mail: { from: 'hello@unclench.example', deliver: () => Promise.resolve({ ok: true }) },
})
/** Every address that takes a form, with a name in place of each part that varies. */
const posted = [
  ...new Set(app.routes.flatMap(({ method, path }) => (method === 'POST' ? path.replaceAll(/:[^/]+/g, 'x') : []))),
]
/** A form with so many characters, written once and sent to each address. */
const formOf = (characters: number) => new TextEncoder().encode(`note=${'x'.repeat(characters)}`)
const huge = formOf(2_000_000)
const send = (path: string, body: Uint8Array<ArrayBuffer>) =>
  app.request(path, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })

test('there are such addresses', () => {
  expect(posted.length).toBeGreaterThan(40)
})

describe.each(posted)('a form of two million characters to %s', (path) => {
  test('is answered with a page that says what to do, and 999', async () => {
    const answer = await send(path, huge)
    expect(answer.status).toBe(413)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    const html = await answer.text()
    // Whoever works at a clinic tells of nobody's own back there.
    const heard = path.startsWith('/console') ? [] : ['None of it was read', 'do the check', 'href="tel:111"']
    for (const part of ['That is too much for us to read', 'make it shorter', ...heard, 'href="tel:999"', '<main'])
      expect(html).toContain(part)
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })
})

test('where somebody may be is asked for on the search alone', async () => {
  for (const { path, method } of app.routes.filter(({ method }) => method === 'GET')) {
    const answer = await app.request(path.replaceAll(/:[^/]+/g, 'x'), { method })
    const policy = answer.headers.get('Permissions-Policy')
    expect([path, policy?.includes('geolocation=(self)')]).toEqual([path, path === '/find'])
  }
})

test('an address that only takes a form leads whoever opens it to the page of that form, as a phone does with a tab it had put away', async () => {
  const lost: string[] = []
  for (const path of posted) {
    const answer = await app.request(path)
    const to = answer.headers.get('Location')
    if (answer.status === 404 || answer.status === 405 || to === path) lost.push(path)
  }
  expect(lost).toEqual([])
  // Behind the staff's gate, where nobody is signed in here.
  const gets = (path: string) => app.routes.some((route) => route.method === 'GET' && matches(route.path, path))
  expect(posted.filter((path) => !gets(path) && pageAbove(app.routes, path) === undefined)).toEqual([])
})
