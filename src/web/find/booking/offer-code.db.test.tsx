/** Booking with the code of an offer, as a person does it on the pages, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { makeOffer } from '../../../clinic/letters/offers.ts'
import { browserOf, carriedBy, homeOver } from './test-pages.ts'

const db = testDatabase()
const { ask: send } = browserOf(homeOver(db))

let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 3 })
})
const day = (days: number) => Temporal.Now.plainDateISO('Europe/London').add({ days }).toString()
async function offer(mostUses = 5, off = 10) {
  const member = { clinicId: clinic.clinicId, memberId: await makeMember(db, clinic.clinicId, 'owner') }
  await makeOffer(db.app, member, crypto.randomUUID(), {
    ...{ code: 'SPRING10', words: 'A first visit in spring', takes: { kind: 'percent', off }, mostUses },
    ...{ services: [clinic.serviceId], firstDay: day(0), lastDay: day(9) },
  })
}
const carried = (wall: string, therapist = 0) => carriedBy(clinic, wall, therapist)
const hold = async (wall = '10:00', therapist = 0) =>
  (await send(`/book/therapist-${clinic.therapists[therapist]}`, carried(wall, therapist))).to
const robin = { do: 'book', name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self', offer: 'spring10' }

describe('the form', () => {
  test('asks for a code only where the clinic has an offer', async () => {
    expect((await send(await hold())).body).not.toContain('Code of an offer')
    await offer()
    expect((await send(await hold('12:00'))).body).toContain('Code of an offer')
  })

  test('says the price with the code and without it before anything is booked, and loses nothing that was typed', async () => {
    await offer()
    const path = await hold()
    const looked = await send(path, { ...robin, ...carried('10:00'), do: 'look', note: 'Ring twice' })
    expect(looked.status).toBe(200)
    expect(looked.body).toContain('With this code the visit costs £55.80. Without it: £62')
    for (const kept of ['Robin Ashdown', 'robin@example.org', 'Ring twice', 'spring10'])
      expect(looked.body).toContain(kept)
    const { rows } = await db.admin.query('select from clinic.price_offer_uses where clinic_id = $1', [clinic.clinicId])
    expect(rows).toEqual([])
    for (const [code, words] of [
      ['', 'Enter a code.'],
      ['<script>', 'no offer with this code'],
      ['x'.repeat(90_000), 'no offer with this code'],
    ] as const) {
      const refused = await send(path, { ...robin, ...carried('10:00'), do: 'look', offer: code })
      expect(refused.status).toBe(422)
      expect(refused.body).toContain(words)
      expect(refused.body).not.toContain('<script>"')
    }
  })

  test('books with the code, and the visit says the price, the code and the usual price', async () => {
    await offer()
    const { to, status } = await send(await hold(), { ...robin, ...carried('10:00') })
    expect(status).toBe(303)
    const { body } = await send(to)
    expect(body).toContain('£55.80')
    expect(body).toContain('With the code SPRING10. The usual price is £62')
  })

  test('of whoever comes after the last use says that nothing is booked, keeps the time, and books at the usual price only if they say so', async () => {
    await offer(1)
    await send(await hold(), { ...robin, ...carried('10:00') })
    const path = await hold('10:00', 1)
    const kit = { ...robin, ...carried('10:00', 1), name: 'Kit Orme', email: 'kit@example.org' }
    for (let times = 0; times < 2; times += 1) {
      const refused = await send(path, kit)
      expect(refused.status).toBe(422)
      expect(refused.body).toContain('Nothing was booked yet. This code cannot be used again.')
      expect(refused.body).toContain('Book it without the code, for £62')
    }
    const { to } = await send(path, { ...kit, withoutOffer: 'yes' })
    const { body } = await send(to)
    expect(body).toContain('Your visit is booked')
    expect(body).toContain('£62')
    expect(body).not.toContain('With the code')
  })

  test('does not tell by looking whether an address has used the code', async () => {
    await offer()
    await send(await hold(), { ...robin, ...carried('10:00') })
    const path = await hold('14:00')
    const looked = await Promise.all(
      ['robin@example.org', 'nobody@example.org'].map(async (email) => {
        const { body } = await send(path, { ...robin, ...carried('14:00'), do: 'look', email })
        return body.replaceAll(email, '').replaceAll(/\d\d:\d\d|data-[\w-]+="[^"]*"/g, '')
      }),
    )
    expect(looked[0]).toBe(looked[1])
  })

  test('says with a code that makes the visit cheaper than the late fee that a late cancel costs no more than the visit', async () => {
    await offer(5, 99)
    const { body } = await send(await hold(), { ...robin, ...carried('10:00'), do: 'look' })
    expect(body).toContain('With this code the visit costs £0.62.')
    expect(body).toContain('After that, cancelling costs £0.62, and')
  })

  test('with a code and an insurer says that both do not go together', async () => {
    await offer()
    const refused = await send(await hold(), { ...robin, ...carried('10:00'), payer: 'insurer', insurer: 'AXA' })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('A code is for visits that you pay yourself.')
    const insured = { ...robin, ...carried('12:00'), payer: 'insurer', insurer: 'AXA', do: 'look' }
    const looked = await send(await hold('12:00'), insured)
    expect(looked.body).toContain('A code is for visits that you pay yourself.')
    expect(looked.body).not.toContain('With this code the visit')
  })
})
