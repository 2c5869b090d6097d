/** How many finish what a mail asks, over a real PostgreSQL. */
import { beforeEach, expect, test } from 'vitest'
import { passOffer, takeOffer } from '../../../clinic/booking/waiting/answer-offer.ts'
import { offerByHand, timesToOffer } from '../../../clinic/booking/waiting/offer-by-hand.ts'
import { joinWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { eraseOldWishes } from '../../../clinic/letters/erase-wishes.ts'
import { mailedLinks } from '../../../clinic/booking/mailed-links.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { connectAsOwner } from '../../../clinic/db/connection.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { browser } from '../clinic/clinic.fixtures.ts'

const db = testDatabase()
let clinic: TestClinic
let memberId: string
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  memberId = await makeMember(db, clinic.clinicId, 'reception')
})
/** As the server does by itself, when links have ended. */
async function forget(): Promise<number> {
  const owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
  try {
    return await eraseOldWishes(owner, clinic.clinicId)
  } finally {
    await owner.destroy()
  }
}
const counts = async () =>
  Object.fromEntries((await mailedLinks(db.app, clinic.clinicId)).map((one) => [one.what, one]))
/** Somebody waits and is offered a time, whose mail a server took. */
async function offered(name: string) {
  const today = Temporal.Now.zonedDateTimeISO('Europe/London').toPlainDate()
  const joined = await joinWaitingList(db.app, {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 },
      ...{ firstDay: today.add({ days: 2 }).toString(), lastDay: today.add({ days: 20 }).toString() },
    },
    details: { personName: name, contactName: name, email: `${name.toLowerCase()}@example.org`, payer: 'self' },
  })
  const entry = { clinicId: clinic.clinicId, entryId: joined.ok ? joined.entryId : '' }
  const [time] = await timesToOffer(db.app, entry)
  if (!time) throw new Error('nothing to offer')
  expect(await offerByHand(db.app, entry, time)).toMatchObject({ ok: true })
  const { rows } = await db.admin.query<{ id: string }>(
    `update clinic.mails set state = 'handed-over', handed_over_at = now() from clinic.offers o
     where mails.clinic_id = o.clinic_id and mails.offer_id = o.offer_id and o.waiting_entry_id = $1 returning o.offer_id as id`,
    [entry.entryId],
  )
  return { clinicId: clinic.clinicId, offerId: rows[0]?.id ?? '' }
}

test('counts who took a time or let it pass, not whom staff ended it for, nor who can still answer', async () => {
  const before = (await counts()).offer
  const [ash, bo, kit] = [await offered('Ash'), await offered('Bo'), await offered('Kit')]
  expect(await takeOffer(db.app, db.secret, ash)).toMatchObject({ ok: true })
  await passOffer(db.app, bo)
  await passOffer(db.app, kit, memberId)
  await offered('Wren')
  const now = (await counts()).offer
  const grown = (field: 'sent' | 'finished' | 'open') => (now?.[field] ?? 0) - (before?.[field] ?? 0)
  expect([grown('sent'), grown('finished'), grown('open')]).toEqual([4, 2, 1])
  const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), therapistId: null }
  const desk = browser(
    db,
    { ...member, name: 'Amara Larch', email: 'amara@lantern.example', role: 'reception' },
    Temporal.Now.instant(),
  )
  const { text } = await desk.get('/console/links')
  expect(text).toContain(`A free time was offered: ${now?.sent} sent, ${now?.finished} answered`)
  expect(text).not.toMatch(/Ash|Bo\b|Kit|example\.org/)
  expect((await desk.get('/console/waiting')).html).toContain('href="/console/links"')
})

test('counts no mail that never left, nor one of long ago', async () => {
  const before = (await counts()).offer?.sent
  const offer = await offered('Ash')
  for (const set of [`state = 'bounced'`, `state = 'handed-over', handed_over_at = now() - interval '91 days'`]) {
    await db.admin.query(`update clinic.mails set ${set} where offer_id = $1`, [offer.offerId])
    expect((await counts()).offer?.sent).toBe(before)
  }
})

test('counts letters that were confirmed after the mail, once for each address; who was asked within two weeks can still answer', async () => {
  const before = (await counts()).letters
  const add = (address: string, { confirmed, asked = '-1 hour' }: { confirmed?: string; asked?: string } = {}) =>
    db.admin.query(
      `with one as (insert into clinic.letter_subscribers (clinic_id, address, asked_topics, confirmed_at, asked_at)
         values ($1, $2, '{keep-away}', now() + $3::interval, now() + $4::interval) returning clinic_id, subscriber_id)
       insert into clinic.letter_mails (clinic_id, kind, subscriber_id, address, state, handed_over_at, useless_after)
         select clinic_id, 'was-it-you', subscriber_id, $2, 'handed-over', now() + $4::interval, now() from one`,
      [clinic.clinicId, address, confirmed ?? null, asked],
    )
  await add('a@example.org', { confirmed: '-1 minute' })
  await add('b@example.org')
  await add('c@example.org', { asked: '-13 days' })
  await add('d@example.org', { asked: '-15 days' })
  await add('e@example.org')
  await db.admin.query(
    `insert into clinic.mail_stops (clinic_id, purpose, address, why) values ($1, 'was-it-you', 'e@example.org', 'not-me')`,
    [clinic.clinicId],
  )
  const now = (await counts()).letters
  const grown = (field: 'sent' | 'finished' | 'open') => (now?.[field] ?? 0) - (before?.[field] ?? 0)
  expect([grown('sent'), grown('finished'), grown('open')]).toEqual([5, 1, 2])
  // Whoever never said yes is forgotten when the link has ended, and counts on as one who was asked.
  expect(await forget()).toBeGreaterThan(0)
  const left = await db.admin.query('select from clinic.letter_subscribers where address = $1', ['d@example.org'])
  expect(left.rowCount).toBe(0)
  expect((await counts()).letters).toEqual(now)
  await forget()
  expect((await counts()).letters).toEqual(now)
  await db.admin.query(
    `update clinic.clinics set unanswered_letters = array(select day - 90 from unnest(unanswered_letters) day) where clinic_id = $1`,
    [clinic.clinicId],
  )
  expect((await counts()).letters?.sent).toBeLessThan(now?.sent ?? 0)
})
