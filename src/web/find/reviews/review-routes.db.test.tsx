/** Reviews through the pages, as a browser posts them, over a real PostgreSQL. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { privateToken } from '../../../clinic/booking/private-link.ts'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import type { BookingHome } from '../find-home.ts'
import { frame } from '../find.fixtures.ts'
import { createBookingApp } from '../booking/booking-app.tsx'
import { makeVisit } from '../../../clinic/mail/mail.fixtures.ts'

const db = testDatabase()
let address: string | undefined
const home: BookingHome = {
  frame,
  data: () => ({ app: db.app, directory: db.directory, secret: db.secret }),
  addressOf: () => address,
}
const app = createBookingApp(home)
const shared: { clinic?: TestClinic } = {}
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
beforeAll(async () => {
  shared.clinic = await makeTestClinic(db)
})
beforeEach(() => {
  address = undefined
})

let visits = 0
const visit = async (state = 'finished') => {
  visits += 1
  const { clinicId, locationId, serviceId, therapists } = clinic()
  const ids = { clinicId, locationId, serviceId, therapistId: therapists[0] ?? '' }
  const startsAt = Date.now() - visits * 86_400_000
  const appointmentId = await makeVisit(db.admin, ids, { startsAt, address: `robin${visits}@example.org` })
  await db.admin.query('update clinic.appointments set state = $1 where appointment_id = $2', [state, appointmentId])
  return {
    key: { clinicId, appointmentId },
    path: `/reviews/${privateToken(db.secret, 'review', { clinicId, appointmentId })}`,
  }
}
const get = async (path: string, method = 'GET') => {
  const response = await app.request(path, { method })
  return { status: response.status, body: await response.text() }
}
const post = async (path: string, fields: Readonly<Record<string, string>>) => {
  const response = await app.request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const all = () => `/therapists/therapist-${clinic().therapists[0]}/reviews`
const rows = async () =>
  (await db.admin.query(`select r::text from clinic.reviews r order by 1`)).rows.map((row) => JSON.stringify(row))

describe('the page of a review', () => {
  test('takes a mark and words, leads back to itself, and everybody can read them', async () => {
    const { path } = await visit()
    expect((await get(path)).body).toContain('How was your visit to Therapist 1?')
    const sent = await post(path, { mark: '5', words: 'Found out what I could still do.', name: 'short' })
    expect(sent).toMatchObject({ status: 303, to: path })
    expect((await get(path)).body).toContain('It is shown')
    const { body } = await get(all())
    expect(body).toContain('Found out what I could still do.')
    expect(body).toContain('Robin A.')
    expect(body).not.toContain('Ashdown')
  })

  test('keeps what was typed where the mark is missing', async () => {
    const { path } = await visit()
    for (const mark of ['', '0', '6', '4.5', '5 ', 'five']) {
      const sent = await post(path, { mark, words: 'My words' })
      expect(sent.status).toBe(422)
      expect(sent.body).toContain('Choose a mark from 1 to 5.')
      expect(sent.body).toContain('My words</textarea>')
    }
  })

  test('takes 2000 signs and not one more, and cuts nothing without a word', async () => {
    const { path } = await visit()
    expect((await post(path, { mark: '4', words: '😀'.repeat(2000) })).status).toBe(303)
    expect((await post(path, { mark: '4', words: '😀'.repeat(2001) })).status).toBe(422)
  })

  test('answers words of danger with the check before anything else, keeps them from the public, and has a mail to the clinic', async () => {
    const { path, key } = await visit()
    const sent = await post(path, { mark: '2', words: 'Since then I am numb between my legs.' })
    expect(sent.body).toContain('Get help first')
    expect(sent.body).toContain('999')
    expect(sent.body).toContain('Your review is kept.')
    expect((await get(all())).body).not.toContain('numb between')
    expect((await get(path)).body).toContain('reads it first')
    const { rows: mails } = await db.admin.query('select kind from clinic.mails where appointment_id = $1', [
      key.appointmentId,
    ])
    expect(mails).toEqual([{ kind: 'review-alert' }])
  })

  test('answers an emergency that is not of the back with one plain way first, and keeps it from the public until staff have looked', async () => {
    const { path } = await visit()
    const words = 'Good hands. My throat is closing up.'
    const wrong = await post(path, { mark: '', words })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('This is about backs only')
    expect(wrong.body.indexOf('This is about backs only')).toBeLessThan(wrong.body.indexOf('Choose a mark'))
    expect(wrong.body).toContain(`>${words}</textarea>`)
    const sent = await post(path, { mark: '4', words })
    for (const said of ['This is about backs only', 'tel:999', 'tel:111', 'Your review is kept.'])
      expect(sent.body).toContain(said)
    expect((await get(all())).body).not.toContain('Good hands')
    expect((await get(path)).body).toContain('reads it first')
  })

  test('answers danger first where the form has another fault too, and where the visit is not finished', async () => {
    const words = 'I cannot feel when I pee'
    for (const state of ['finished', 'confirmed']) {
      const { path } = await visit(state)
      const sent = await post(path, { mark: state === 'finished' ? '' : '3', words })
      expect(sent.body).toContain('This first')
      expect(sent.body).toContain('not sent yet')
      // What must be put right is asked again with all that was typed.
      if (state === 'finished') expect(sent.body).toContain(`>${words}</textarea>`)
    }
  })

  test.each(['confirmed', 'arrived', 'no-show', 'cancelled', 'late-cancelled'])(
    'is no form for a visit that is %s',
    async (state) => {
      const { path } = await visit(state)
      const before = await rows()
      expect((await get(path)).status).toBe(409)
      expect((await post(path, { mark: '1', words: 'Never came' })).status).toBe(409)
      expect(await rows()).toEqual(before)
    },
  )

  test('is not opened by the link of the visit, nor by one with a changed sign, in the same words as any other', async () => {
    const { key, path } = await visit()
    const ofVisit = `/reviews/${privateToken(db.secret, 'visit', key)}`
    const changed = path.replace(/.$/, (sign) => (sign === 'A' ? 'Q' : 'A'))
    const answers = await Promise.all([ofVisit, changed, '/reviews/nothing'].map((link) => get(link)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })

  test('is changed by no looking, however often and by which method', async () => {
    const { path } = await visit()
    await post(path, { mark: '3', words: 'As it is' })
    const before = await rows()
    for (const link of [path, `${path}/stop`])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) await get(link, method)
    expect(await rows()).toEqual(before)
    expect((await db.admin.query('select from clinic.mail_stops')).rows).toEqual([])
  })

  test('shows markup as the letters that it is, in every place where words stand', async () => {
    const { path, key } = await visit()
    const words = '<script>alert(1)</script><img src=x onerror=alert(2)>"\u202eevil'
    await post(path, { mark: '1', words })
    await db.admin.query(`update clinic.reviews set reply = $1, replied_at = now() where appointment_id = $2`, [
      words,
      key.appointmentId,
    ])
    for (const page of [path, all()]) {
      const { body } = await get(page)
      expect(body).toContain('&lt;script>')
      expect(body).not.toMatch(/<script>alert|<img src=x/)
    }
  })

  test('that is changed after the clinic answered does not look as if the clinic had answered the new words', async () => {
    const { path, key } = await visit()
    await post(path, { mark: '5', words: 'Kind and on time' })
    await db.admin.query(
      `update clinic.reviews set reply = 'Thank you, so true!', replied_at = now() where appointment_id = $1`,
      [key.appointmentId],
    )
    const shown = async () => (await get(all())).body.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
    expect(await shown()).toContain(': Thank you, so true!')
    expect(await shown()).not.toContain('to what stood here before it was changed')
    await post(path, { mark: '1', words: 'Waited an hour and nobody said sorry' })
    expect(await shown()).toContain(', to what stood here before it was changed: Thank you, so true!')
  })

  test('stops the invitations by a button, and says so', async () => {
    const { path } = await visit()
    expect((await get(`${path}/stop`)).body).toContain('Do not ask me again')
    expect(await post(`${path}/stop`, { from: 'page' })).toMatchObject({ status: 303, to: `${path}/stop` })
    expect((await get(`${path}/stop`)).body).toContain('You will not be asked again')
  })

  test('by a mail program stops them too: no cookie, no origin of ours, any body, and 200 without being sent on, for any link', async () => {
    const foreign = { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' }
    const multipart = new FormData()
    multipart.set('List-Unsubscribe', 'One-Click')
    const bodies = [undefined, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), multipart, 'what is this']
    for (const body of bodies) {
      const { path } = await visit()
      const sent = { method: 'POST', headers: foreign, ...(body !== undefined && { body }) }
      for (let times = 0; times < 2; times += 1) {
        const response = await app.request(`${path}/stop`, sent)
        expect(response.status).toBe(200)
        expect(await response.text()).toContain('You will not be asked again')
      }
      expect((await get(`${path}/stop`)).body).toContain('You will not be asked again')
    }
    for (const path of ['/reviews/x/stop', `/reviews/${'A'.repeat(64)}/stop`]) {
      const unknown = await post(path, { 'List-Unsubscribe': 'One-Click' })
      expect([unknown.status, unknown.to]).toEqual([200, ''])
      expect(unknown.body).not.toContain('not be asked again')
      expect((await post(path, { from: 'page' })).status).toBe(404)
    }
  })
})

describe('the list of reviews', () => {
  test('has no page beyond its last, whatever the address says', async () => {
    for (const page of ['0', '-1', '999999999999', 'x', '1e9', '2.5'])
      expect((await get(`${all()}?page=${page}`)).body).toContain('Found out what I could still do.')
  })

  test('says how many are kept back, and why', async () => {
    const { path, key } = await visit()
    await post(path, { mark: '1', words: 'Buy pills' })
    await db.admin.query(
      `update clinic.reviews set hidden_at = now(), hidden_why = 'advert' where appointment_id = $1`,
      [key.appointmentId],
    )
    const { body } = await get(all())
    expect(body).toContain('It sells something, or is spam: 1')
    expect(body).not.toContain('Buy pills')
    expect((await get(path)).body).toContain('it sells something, or is spam')
  })
})

describe('reporting a review', () => {
  test('asks why, is thanked for once, and changes nothing that is shown', async () => {
    address = '192.0.2.7'
    const { path, key } = await visit()
    await post(path, { mark: '2', words: 'To be reported' })
    const found = await db.admin.query<{ id: string }>(
      'select review_id as id from clinic.reviews where appointment_id = $1',
      [key.appointmentId],
    )
    const report = `${all()}/${found.rows[0]?.id}/report`
    expect((await get(report)).body).toContain('To be reported')
    expect((await post(report, { why: 'because' })).status).toBe(422)
    const sent = await post(report, { why: 'hate' })
    await post(report, { why: 'hate' })
    expect(sent).toMatchObject({ status: 303, to: `${all()}?told=yes` })
    expect((await get(sent.to)).body).toContain('The clinic looks at that review')
    expect((await get(all())).body).toContain('To be reported')
    expect((await db.admin.query('select from clinic.review_reports')).rows.length).toBe(1)
  })

  test('of a review that is not there, or is another therapist’s, is answered as not there', async () => {
    const other = await makeTestClinic(db)
    const found = await db.admin.query<{ id: string }>('select review_id as id from clinic.reviews limit 1')
    const id = found.rows[0]?.id
    for (const path of [
      `${all()}/${crypto.randomUUID()}/report`,
      `${all()}/nothing/report`,
      `/therapists/therapist-${other.therapists[0]}/reviews/${id}/report`,
    ]) {
      expect((await get(path)).status).toBe(404)
      expect((await post(path, { why: 'hate' })).status).toBe(404)
    }
  })
})
