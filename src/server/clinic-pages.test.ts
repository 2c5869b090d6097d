/** What holds for every address of the clinic half at once, found on the routes themselves: one added later is asked too. */
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
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
const send = (path: string, characters: number) =>
  app.request(path, { method: 'POST', body: new URLSearchParams({ note: 'x'.repeat(characters) }) })

test('there are such addresses', () => {
  expect(posted.length).toBeGreaterThan(40)
})

describe.each(posted)('a form of two million characters to %s', (path) => {
  test('is answered with a page that says what to do, and 999', async () => {
    const answer = await send(path, 2_000_000)
    expect(answer.status).toBe(413)
    expect(answer.headers.get('Content-Type')).toContain('text/html')
    const html = await answer.text()
    for (const part of ['That is too much for us to read', 'make it shorter', 'href="tel:999"', '<main'])
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
