/** The form beside each printed guide, as somebody without scripts meets it, over a real PostgreSQL. */
import { expect, test } from 'vitest'
import { booklets } from '../../care/booklets/booklets.ts'
import { guideAddressHash, noGuidesToken, openGuideWish } from '../../clinic/letters/guide-mails.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { createCareApp } from '../../web/care/app.tsx'
import type { CareHome } from '../../web/care/home.ts'
import { noon } from '../../web/care/plan/plan.fixtures.ts'
import { pdfRoutes } from './pdf-routes.tsx'

const db = testDatabase()
const home: CareHome = {
  kind: 'server',
  notebook: null,
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', learnCss: '/learn.css', islands: {} },
  buildId: 'test',
}
const data = () => ({ app: db.app, secret: db.secret })
const said: string[] = []
const appOn = (found: () => ReturnType<typeof data> | undefined, network = '198.51.100.9') =>
  pdfRoutes({
    ...{ home, origin: () => 'https://unclench.example', say: (line: string) => said.push(line) },
    store: { get: async () => ({ ok: true, pdf: new Uint8Array(20), version: 'abc12345', pages: 4 }) },
    mail: { data: found, addressOf: () => network },
  }).route('/', createCareApp(home))
const app = appOn(data)
const post = (
  fields: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
  on = app,
) => on.request('/guide/pdf/mail', { method: 'POST', body: new URLSearchParams(fields), headers })
const wish = (email: string, guide = 'movements') => ({ guide, [`email-${guide}`]: email })
const rowsOf = async (address: string) =>
  (
    await db.admin.query<{ id: string; sealed: Buffer }>(
      'select guide_mail_id as id, sealed from clinic.guide_mails where asked_of = $1',
      [guideAddressHash(db.secret, address)],
    )
  ).rows
const countAll = async () => Number((await db.admin.query('select count(*) as n from clinic.guide_mails')).rows[0]?.n)
/** What a page says of a problem, and what stands in the field of the movements' form. */
const told = async (response: Response) => {
  const html = await response.text()
  const summary = /<div class="problems"[\s\S]*?<\/div>/.exec(html)?.[0] ?? ''
  const field = /<input(?: [\w-]+="[^"]*")* id="email-movements"(?: [\w-]+(?:="[^"]*")?)*/.exec(html)?.[0] ?? ''
  return { html, summary, field, status: response.status }
}

test('each guide has its file first, which asks nothing, and then a form of its own that posts', async () => {
  const html = await (await app.request('/guide/pdf')).text()
  for (const { name, title } of booklets) {
    const [file, form] = [html.indexOf(`href="/guide/pdf/${name}.pdf"`), html.indexOf(`value="${name}"`)]
    expect([name, file > 0, form > file]).toEqual([name, true, true])
    expect(html).toContain(`Send it to me by email<span class="unseen">: “${title}”`)
    expect(html).toMatch(new RegExp(`<label[^>]*for="email-${name}"`))
  }
  expect(html.match(/<form method="post" action="\/guide\/pdf\/mail"/g)).toHaveLength(booklets.length)
  expect(html).toContain('We forget your address as soon as the mail has gone')
})

test('where no mail leaves the page says so', async () => {
  const files = { ...{ data, addressOf: () => undefined }, intoFiles: true }
  const store = { get: async () => ({ ok: false, why: 'failed', said: 'x' }) as const }
  const other = pdfRoutes({ home, origin: () => 'https://unclench.example', say: () => undefined, store, mail: files })
  // Where there is no file there is nothing to send.
  expect(await (await other.request('/guide/pdf')).text()).not.toContain('by email')
  const there = { get: async () => ({ ok: true, pdf: new Uint8Array(20), version: 'a', pages: 4 }) as const }
  const both = pdfRoutes({
    home,
    origin: () => 'https://unclench.example',
    say: () => undefined,
    store: there,
    mail: files,
  })
  expect(await (await both.request('/guide/pdf')).text()).toContain('Here no mail leaves')
  expect(await (await app.request('/guide/pdf')).text()).not.toContain('Here no mail leaves')
  const asked = await (await both.request('/guide/pdf/mailed')).text()
  expect(asked).toContain('Here no mail leaves')
  expect(asked).not.toMatch(/comes in a few minutes|Check your email/)
})

test('one press writes one wish, and leads to a page that can be reloaded and says no more than is so', async () => {
  const response = await post(wish(' Robin@People.example '))
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/guide/pdf/mailed'])
  const [row, ...more] = await rowsOf('robin@people.example')
  expect(more).toEqual([])
  expect(openGuideWish(db.secret, row?.id ?? '', row?.sealed ?? Buffer.alloc(0))).toEqual({
    ...{ guide: 'movements', address: 'Robin@people.example' },
  })
  const page = await (await app.request('/guide/pdf/mailed')).text()
  expect(page).toContain('If we may write to that address, the mail with the guide comes in a few minutes.')
  expect(page).not.toMatch(/movement|robin/i)
  await post(wish('robin@people.example'))
  expect(await rowsOf('robin@people.example')).toHaveLength(1)
})

test.each([
  ['', 'Enter your email address.'],
  ['robin', 'Enter an email address like name@example.org.'],
  ['a@people.example, b@people.example', 'Enter one email address only.'],
  ['a@people.example b@people.example', 'Enter one email address only.'],
  ['a@people.example\r\nBcc: b@people.example', 'Enter one email address only.'],
  ['ro<b>in</b>@people.example', 'Enter an email address like name@example.org.'],
  [`${'a'.repeat(5000)}@people.example`, 'This email address is too long.'],
])('%.40j sends nothing, says why beside its field, and keeps what was typed', async (typed, why) => {
  const before = await countAll()
  const { status, summary, field, html } = await told(await post(wish(typed)))
  expect([status, await countAll()]).toEqual([422, before])
  expect(summary).toContain('href="#email-movements"')
  expect(summary).toContain(why)
  expect(html).toContain('<title>Error: Guides to print and keep')
  expect(field).toContain('aria-invalid="true"')
  if (typed === 'robin') expect(field).toContain('value="robin"')
  expect(html.length).toBeLessThan(120_000)
  // Its own form is open, and no other has anything in it.
  expect(html.match(/<details class="by-mail" open/g)).toHaveLength(1)
  expect(html).toContain('href="/guide/pdf/movements.pdf"')
})

test('a field that comes twice chooses nobody', async () => {
  const twice = new URLSearchParams([
    ['guide', 'movements'],
    ['email-movements', 'a@people.example'],
    ['email-movements', 'b@people.example'],
  ])
  expect((await told(await post(twice))).summary).toContain('Enter one email address only.')
  expect([await rowsOf('a@people.example'), await rowsOf('b@people.example')]).toEqual([[], []])
})

test.each(['nothing', '__proto__', 'movements.pdf', ''])(
  'a guide that there is not (%s) sends nothing',
  async (guide) => {
    const { status, summary } = await told(await post({ guide, 'email-movements': 'c@people.example' }))
    expect([status, await rowsOf('c@people.example')]).toEqual([422, []])
    expect(summary).toContain('Choose one of the guides here.')
  },
)

test('a form of another site, one that is far too long, and what is no form send nothing', async () => {
  const before = await countAll()
  const foreign = await post(wish('d@people.example'), { 'Sec-Fetch-Site': 'cross-site' })
  const long = await post({ ...wish('d@people.example'), more: 'x'.repeat(30_000) })
  const none = await app.request('/guide/pdf/mail', {
    method: 'POST',
    body: '{',
    headers: { 'Content-Type': 'text/x' },
  })
  expect([foreign.status, long.status, none.status, await countAll()]).toEqual([422, 413, 422, before])
  expect((await told(foreign)).summary).toContain('the form did not come from our page')
})

test('one network that asks for too many is told so with what it typed, and may still download', async () => {
  const there = appOn(data, '203.0.113.77')
  for (let at = 0; at < 10; at += 1) expect((await post(wish(`f${at}@people.example`), {}, there)).status).toBe(303)
  const { status, summary, field, html } = await told(await post(wish('f10@people.example'), {}, there))
  expect([status, await rowsOf('f10@people.example')]).toEqual([429, []])
  expect(summary).toContain('The download works at once.')
  expect(field).toContain('value="f10@people.example"')
  expect(html).toContain('href="/guide/pdf/movements.pdf"')
  // The same from the other end of the same household.
  expect((await post(wish('f11@people.example'), {}, appOn(data, '::ffff:203.0.113.77'))).status).toBe(429)
})

test('without a database there is no form and the page says so; one that was open is told, and nothing is lost', async () => {
  const without = appOn(() => undefined)
  const page = await (await without.request('/guide/pdf')).text()
  expect(page).toContain('We cannot send email now. The download works without it.')
  expect(page).not.toContain('<form')
  expect(page).toContain('href="/guide/pdf/movements.pdf"')
  const { status, summary, field } = await told(await post(wish('g@people.example'), {}, without))
  expect(status).toBe(503)
  expect(summary).toContain('We cannot send email just now. Nothing was sent.')
  expect(field).toContain('value="g@people.example"')
})

test('looking changes nothing; whoever did not ask presses one button, and then the page says what is so', async () => {
  const token = noGuidesToken(db.secret, 'h@people.example')
  const at = `/guide/pdf/no-mail/${token}`
  for (const method of ['GET', 'HEAD', 'OPTIONS']) await app.request(at, { method })
  expect(await (await app.request(at)).text()).toContain('Stop guides to your address?')
  await app.request(at, { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } })
  expect(await (await app.request(at)).text()).toContain('Stop guides to your address?')
  const pressed = await app.request(at, { method: 'POST' })
  expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, at])
  const after = await app.request(at)
  expect([await after.text(), after.headers.get('Cache-Control')]).toEqual([
    expect.stringContaining('No guide comes to your address'),
    'no-store',
  ])
  expect((await post(wish('h@people.example'))).status).toBe(303)
  expect(await rowsOf('h@people.example')).toEqual([])
})

test('a link that we did not make is said not to work; without a database it says that', async () => {
  for (const token of ['x', 'A'.repeat(64), `${noGuidesToken(db.secret, 'i@people.example')}A`])
    for (const method of ['GET', 'POST'])
      expect((await app.request(`/guide/pdf/no-mail/${token}`, { method })).status).toBe(404)
  const away = await appOn(() => undefined).request(`/guide/pdf/no-mail/${'A'.repeat(64)}`)
  expect([away.status, await away.text()]).toEqual([503, expect.stringContaining('This does not work just now')])
})

test('no line of the log and no address that follows has an address or a guide', async () => {
  const response = await post(wish('j@people.example'))
  expect(`${said.join()}${response.headers.get('Location')}`).not.toMatch(/people\.example|movements/)
})
