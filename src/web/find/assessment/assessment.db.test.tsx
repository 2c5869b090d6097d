/** Asking for a free talk and answering it, as browsers post it, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import type { Role } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../../console/console-app.tsx'
import { consoleHome } from '../../console/console.fixtures.ts'
import { createBookingApp } from '../booking/booking-app.tsx'
import { dataOf, homeOver } from '../booking/test-pages.ts'
import type { BookingHome } from '../find-home.ts'

const db = testDatabase()
let away = false
const home: BookingHome = {
  ...homeOver(db),
  data: () => (away ? undefined : dataOf(db)),
  addressOf: () => '192.0.2.7',
}
let clinic: TestClinic
let app: ReturnType<typeof createBookingApp>
beforeEach(async () => {
  away = false
  clinic = await makeTestClinic(db)
  app = createBookingApp(home)
  await db.admin.query(`update clinic.services set treatment = 'free-assessment' where clinic_id = $1`, [
    clinic.clinicId,
  ])
})

const path = () => `/therapists/therapist-${clinic.therapists[0]}/assessment`
const fields = (more: Readonly<Record<string, string>> = {}) => ({
  service: clinic.serviceId,
  key: crypto.randomUUID(),
  name: 'Robin <b>Ashdown',
  email: 'robin@example.org',
  suits: 'morning',
  ...more,
})
const post = async (body: Readonly<Record<string, string>>) => {
  const response = await app.request(path(), { method: 'POST', body: new URLSearchParams(body) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const see = async (address: string) => (await app.request(address)).text()
const rows = async (table: string) =>
  (await db.admin.query(`select to_jsonb(t) as row from clinic.${table} t where clinic_id = $1`, [clinic.clinicId]))
    .rows

async function staff(role: Role, clinicId = clinic.clinicId) {
  const memberId = await makeMember(db, clinicId, role)
  const who = { name: 'Amara', email: 'a@clinic.example', role, therapistId: null }
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const console = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data: dataOf(db) }))
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
  return {
    see: async () => (await console.request('/console/requests')).text(),
    close: async (request: string) => {
      const body = new URLSearchParams({ request }).toString()
      return (await console.request('/console/requests', { method: 'POST', headers, body })).status
    },
  }
}

test('one press, however often it arrives, is one request and one mail, and the page says what happened', async () => {
  const body = fields()
  const [one, two] = await Promise.all([post(body), post(body)])
  expect([one.status, two.status]).toEqual([303, 303])
  expect(one.to).toBe(two.to)
  expect(await rows('assessment_requests')).toHaveLength(1)
  expect(await rows('mails')).toMatchObject([{ row: { kind: 'request', address: 'robin@example.org' } }])
  const page = await see(one.to)
  for (const words of ['has your request', 'Nothing is booked yet', '020 7946 0000', 'Some signs cannot wait'])
    expect(page).toContain(words)
  expect(page).not.toContain('Robin')
})

test.each([
  ['the words', { note: 'Evenings, please.' }],
  ['the part of the day', { suits: 'evening' }],
  ['the name', { name: 'Sam Other' }],
  ['the address', { email: 'sam@example.org' }],
  ['the number', { phone: '020 7946 0999' }],
])(
  'sent again with %s changed, as after Back, is not taken unsaid; pressed once more it is a second one',
  async (_, more) => {
    const body = fields({ phone: '020 7946 0111', note: 'Mornings, please.' })
    await post(body)
    const changed = await post({ ...body, ...more })
    expect([changed.status, changed.to]).toEqual([422, ''])
    expect(changed.body).toContain('Lantern Physio has what you sent before')
    expect(await rows('assessment_requests')).toHaveLength(1)
    const key = /name="key" value="([^"]+)"/.exec(changed.body)?.[1] ?? ''
    expect(key).not.toBe(body.key)
    const again = [await post({ ...body, ...more, key }), await post({ ...body, ...more, key })]
    expect(again.map(({ status }) => status)).toEqual([303, 303])
    expect(await rows('assessment_requests')).toHaveLength(2)
    expect((await post(body)).status).toBe(303)
  },
)

test('whoever looks, a scanner too, changes nothing', async () => {
  const { to } = await post(fields())
  const before = JSON.stringify([await rows('assessment_requests'), await rows('mails')])
  for (const address of [`${path()}?service=${clinic.serviceId}`, to])
    for (const method of ['GET', 'HEAD']) expect((await app.request(address, { method })).status).toBe(200)
  await (await staff('reception')).see()
  expect(JSON.stringify([await rows('assessment_requests'), await rows('mails')])).toBe(before)
})

test('what may be danger is asked about before anything is kept, and a yes leads to the check', async () => {
  const body = fields({ note: 'I cannot feel between my legs and cannot pee' })
  const asked = await post(body)
  expect(asked.status).toBe(422)
  const [, sign] = /name="(danger-[^"]+)"/.exec(asked.body) ?? []
  const names = [...new Set([...asked.body.matchAll(/name="(danger-[^"]+)"/g)].map(([, name]) => name ?? ''))]
  expect(sign).toBeDefined()
  const main = asked.body.slice(asked.body.indexOf('<main'))
  expect(main.indexOf('href="tel:999"')).toBeGreaterThan(0)
  expect(main.indexOf('href="tel:999"')).toBeLessThan(main.indexOf('<h1'))
  const yes = await post({ ...body, email: 'broken', [sign ?? '']: 'yes' })
  expect(yes.body).toContain('Get help first')
  expect(await rows('assessment_requests')).toEqual([])
  const no = await post({ ...body, ...Object.fromEntries(names.map((name) => [name, 'no'])) })
  expect(no.status).toBe(303)
})

test('an emergency that is not of the back is answered with one plain way, once, and the same form is then sent', async () => {
  const said = 'This is about backs only. If it feels like an emergency, call 999 now.'
  const body = fields({ note: 'My throat is closing up' })
  const wrong = await post({ ...body, email: 'no' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain(said)
  expect(wrong.body.indexOf(said)).toBeLessThan(wrong.body.indexOf('id="problems"'))
  const first = await post(body)
  expect(first.status).toBe(200)
  for (const words of [said, 'name="told" value="yes"', '>My throat is closing up</textarea>', body.key])
    expect(first.body).toContain(words)
  expect(await rows('assessment_requests')).toEqual([])
  const without = createBookingApp({ ...home, data: () => undefined })
  const away = await without.request(path(), { method: 'POST', body: new URLSearchParams(body) })
  expect(await away.text()).toContain(said)
  expect((await post({ ...body, told: 'yes' })).status).toBe(303)
})

test('what is wrong is said at its field, and what was typed stays as text', async () => {
  const answer = await post(fields({ email: 'no', suits: 'midnight', note: '<script>alert(1)</script>' }))
  expect(answer.status).toBe(422)
  for (const words of ['Choose when it suits you', 'Robin &lt;b>Ashdown', '&lt;script>'])
    expect(answer.body).toContain(words)
  expect(answer.body).not.toContain('<script>alert')
})

test('the note is sealed; those who treat read it, reception does not, and both see when it suits', async () => {
  await post(fields({ note: 'Mornings hurt <i>most' }))
  expect(JSON.stringify(await rows('assessment_requests'))).not.toContain('hurt')
  const [therapist, reception] = [await (await staff('therapist')).see(), await (await staff('reception')).see()]
  expect(therapist).toContain('Mornings hurt &lt;i>most')
  expect(reception).not.toContain('hurt')
  for (const page of [therapist, reception])
    for (const words of ['Robin &lt;b>Ashdown', 'Mornings.', 'robin@example.org']) expect(page).toContain(words)
})

test('another clinic sees no request of ours and cannot close it; ours closes it once', async () => {
  const { to } = await post(fields())
  const [request] = await rows('assessment_requests')
  const id = request.row.request_id
  const other = await staff('owner', (await makeTestClinic(db)).clinicId)
  expect(await other.see()).not.toContain('Robin')
  await other.close(id)
  expect(await rows('assessment_requests')).toEqual([request])
  const ours = await staff('reception')
  expect([await ours.close(id), await ours.close(id), await ours.close('x')]).toEqual([303, 303, 404])
  expect(await ours.see()).not.toContain('Robin')
  expect(await see(to)).toContain('marked it as answered')
})

test('danger in the note is answered when the talk was withdrawn meanwhile, and when the database is away', async () => {
  const body = fields({ note: 'I cannot feel between my legs and cannot pee' })
  await db.admin.query(`update clinic.services set withdrawn_at = now() where clinic_id = $1`, [clinic.clinicId])
  const withdrawn = await post(body)
  away = true
  for (const answer of [withdrawn, await post(body)]) {
    expect(answer.body).toContain('Get help first')
    expect(answer.body).toContain('Nothing was sent.')
    expect(answer.body).not.toContain('Nothing was booked')
  }
  expect((await post(fields())).status).toBe(503)
})

test('the bound of a network is the database’s: it holds for a second server and a server that was started anew', async () => {
  for (let time = 0; time < 10; time += 1) {
    app = createBookingApp(home)
    expect((await post(fields({ email: `r${time}@example.org` }))).status).toBe(303)
  }
  app = createBookingApp(home)
  expect((await post(fields({ email: 'last@example.org' }))).status).toBe(429)
  app = createBookingApp({ ...home, addressOf: () => '192.0.2.8' })
  expect((await post(fields({ email: 'other@example.org' }))).status).toBe(303)
  await db.admin.query(`update clinic.assessment_requests set created_at = now() - interval '61 minutes'`)
  app = createBookingApp(home)
  expect((await post(fields({ email: 'last@example.org' }))).status).toBe(303)
  const kept = (await rows('assessment_requests')).filter(({ row }) => row.asked_by !== null)
  expect(kept).toHaveLength(1)
})

test('whoever asked sees who of the clinic read it, and a reader is written down once in a quarter of an hour', async () => {
  const { to } = await post(fields())
  expect(await see(to)).toContain('Nobody of the clinic has opened it yet')
  const reception = await staff('reception')
  await reception.see()
  await reception.see()
  // The list shows a neighbour's request too, and that reader is written down there as well.
  const [request] = await rows('assessment_requests')
  const reads = (await rows('request_reads')).map(({ row }) => row.request_id)
  expect(reads.filter((id) => id === request.row.request_id)).toHaveLength(1)
  expect(await see(to)).toMatch(/<bdi>[^<]+<\/bdi>: .*\d\d:\d\d/)
})

test('an email address may ask three times at a clinic, and a network address ten times in an hour', async () => {
  for (let time = 0; time < 3; time += 1) expect((await post(fields())).status).toBe(303)
  expect((await post(fields({ email: 'ROBIN@example.org' }))).status).toBe(429)
  for (let time = 0; time < 7; time += 1)
    expect((await post(fields({ email: `r${time}@example.org` }))).status).toBe(303)
  expect((await post(fields({ email: 'last@example.org' }))).status).toBe(429)
  expect(await rows('assessment_requests')).toHaveLength(10)
})

test('a service that costs money, and another clinic’s service, cannot be asked for here', async () => {
  const other = await makeTestClinic(db)
  expect((await post(fields({ service: other.serviceId }))).status).toBe(404)
  await db.admin.query(`update clinic.services set treatment = 'sports-massage' where clinic_id = $1`, [
    clinic.clinicId,
  ])
  expect((await post(fields())).status).toBe(404)
  expect(await rows('assessment_requests')).toEqual([])
  const looked = await app.request(`${path()}?service=${clinic.serviceId}`)
  expect([looked.status, looked.headers.get('Location')]).toEqual([
    303,
    `${path().replace('/assessment', '/times')}?service=${clinic.serviceId}`,
  ])
  const gone = await app.request(`${path()}?service=${crypto.randomUUID()}`)
  expect([gone.status, (await gone.text()).includes('This talk is not offered')]).toEqual([404, true])
})
