/** An owner forgets somebody: said before, done once, dated, and written down. Over a real PostgreSQL. */
import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { joinClinic } from '../../../clinic/calendar/test-calendar.ts'
import { connectAsOwner, type Database, inClinic } from '../../../clinic/db/connection.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { erasePerson, lookAtErasure } from '../../../clinic/people/erase-person.ts'
import type { Member } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'
import { consolePaths } from '../console-paths.ts'

const db = testDatabase()
let owner: Database
let clinic: TestClinic
let ana: Member

const asOwner = () => connectAsOwner({ ...db.address, user: 'postgres', password: '' })
beforeAll(() => {
  owner = asOwner()
  return () => owner.destroy()
})
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  ana = await joinClinic(db, clinic.clinicId, { role: 'owner', name: 'Ana Quill' })
})

const appOf = (member: Member) =>
  createConsoleApp({
    ...consoleHome({
      signedIn: { ok: true, member },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
    erasing: () => ({
      look: (clinicId, who, age) => lookAtErasure(owner, clinicId, who, age),
      // Each with a connection of its own, as the server does it.
      erase: async (clinicId, memberId, who, age) => {
        const own = asOwner()
        return erasePerson(own, clinicId, who, age, memberId).finally(() => own.destroy())
      },
    }),
  })
const heard = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const ask = async (path: string, member = ana, fields?: Readonly<Record<string, string>>) => {
  const answered = await appOf(member).request(`http://clinic.test${path}`, {
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    headers: { Origin: 'http://clinic.test' },
  })
  const html = await answered.text()
  return { status: answered.status, html, text: heard(html) }
}

/**
 * @param when added to now, such as "-1 year"
 * @param contact who is written to, where that is somebody else
 */
async function visit(when: string, state = 'finished', name = 'Robin Ashdown', contact = name): Promise<string> {
  const { rows } = await db.admin.query<{ id: string }>(
    `with p as (insert into clinic.persons (clinic_id, name) values ($1, $6) returning person_id),
      k as (insert into clinic.contacts (clinic_id, name, email) values ($1, $8, 'robin@example.org') returning contact_id)
     insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
       pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
     select $1, $7, $2, $3, $4, now() + $5::interval, now() + $5::interval + interval '45 minutes', 0, 0, 6200,
       now() + $5::interval, 0, p.person_id, k.contact_id, 'self', gen_random_uuid() from p, k returning person_id as id`,
    [clinic.clinicId, clinic.serviceId, clinic.therapists[0], clinic.locationId, when, name, state, contact],
  )
  return rows[0]?.id ?? ''
}
const nameOf = async (id: string) =>
  (await db.admin.query<{ name: string }>('select name from clinic.persons where person_id = $1', [id])).rows[0]?.name

test('what goes and what the law keeps is said before, with its day; then it is done, dated, and written down', async () => {
  const id = await visit('-1 year')
  expect((await ask(consolePaths.person(id))).html).toContain(consolePaths.erase(id))
  const first = await ask(consolePaths.erase(id))
  expect(first.text).toContain('does not know their age')
  expect(await nameOf(id)).toBe('Robin Ashdown')
  const looked = await ask(consolePaths.erase(id), ana, { do: 'look', adult: 'yes' })
  expect(looked.text).toContain('letters and mails, their email and phone.')
  expect(looked.text).toMatch(/Until the end of \d+ [A-Z][a-z]+ 20\d\d: their name, and the record of 1 visit/)
  const wrong = await ask(consolePaths.erase(id), ana, { do: 'erase', adult: 'yes', name: 'Robin' })
  expect([wrong.status, wrong.text.includes('Nothing is erased yet')]).toEqual([422, true])
  const { rows: none } = await db.admin.query('select from clinic.erasures where clinic_id = $1', [clinic.clinicId])
  expect(none).toEqual([])
  const done = await ask(consolePaths.erase(id), ana, { do: 'erase', adult: 'yes', name: 'robin ashdown' })
  expect(done.text).toMatch(/They are forgotten .* Ana Quill did it\. Stays Until the end of/)
  const { rows } = await db.admin.query<{ asked_by: string }>(
    'select asked_by from clinic.erasures where person_id = $1',
    [id],
  )
  expect(rows).toEqual([{ asked_by: ana.memberId }])
  expect(
    (
      await db.admin.query('select from clinic.contacts where email = $1 and clinic_id = $2', [
        'robin@example.org',
        clinic.clinicId,
      ])
    ).rows,
  ).toEqual([])
  const again = await ask(consolePaths.erase(id), ana, { do: 'erase', adult: 'yes', name: 'robin ashdown' })
  expect(again.text).toMatch(/This person was forgotten Ana Quill did it, /)
})

test('of whom nothing must be kept, nothing stays', async () => {
  const id = await visit('-1 month', 'cancelled')
  expect((await ask(consolePaths.erase(id))).text).toContain('Nothing of them has to be kept.')
  await ask(consolePaths.erase(id), ana, { do: 'erase', name: 'Robin Ashdown' })
  expect(await nameOf(id)).toBe('(erased)')
})

test('with a visit to come nothing is erased, and a day that is none is asked for again', async () => {
  const ahead = await visit('3 days', 'confirmed', 'Kit Elm')
  const cannot = await ask(consolePaths.erase(ahead), ana, { do: 'erase', adult: 'yes', name: 'Kit Elm' })
  expect(cannot.text).toContain('Cancel it first. Nothing was changed.')
  expect(await nameOf(ahead)).toBe('Kit Elm')
  const id = await visit('-1 year')
  for (const bornOn of ['2999-01-01', '6 May', '1980-02-31'])
    expect((await ask(consolePaths.erase(id), ana, { do: 'look', bornOn })).text).toContain('Enter a day in the past')
})

test('it is for owners alone, and of their own clinic', async () => {
  const id = await visit('-1 year')
  const stranger = await joinClinic(db, (await makeTestClinic(db)).clinicId, { role: 'owner' })
  const others = await Promise.all(
    (['manager', 'therapist', 'reception'] as const).map((role) => joinClinic(db, clinic.clinicId, { role })),
  )
  for (const member of [stranger, ...others]) {
    expect((await ask(consolePaths.erase(id), member)).status).toBe(404)
    const posted = await ask(consolePaths.erase(id), member, { do: 'erase', adult: 'yes', name: 'Robin Ashdown' })
    expect(posted.status).toBe(404)
  }
  expect((await ask(consolePaths.person(id), others[0])).html).not.toContain('/erase')
  expect(await nameOf(id)).toBe('Robin Ashdown')
})

test('who is the contact of a child whose visit stays is said before and after to stay as that, and nothing of it to go', async () => {
  const id = await visit('-1 month', 'cancelled')
  const child = await visit('3 days', 'confirmed', 'Kit Ashdown', 'Robin Ashdown')
  const looked = await ask(consolePaths.erase(id))
  const done = await ask(consolePaths.erase(id), ana, { do: 'erase', name: 'Robin Ashdown' })
  for (const { text } of [looked, done]) {
    expect(text).toMatch(
      /Stays Their name, email and phone, as the contact for Kit Ashdown , because of the visits of Kit Ashdown \./,
    )
    expect(text).toMatch(/To let them go too: .* forget Kit Ashdown too/)
    expect(text).not.toContain('Nothing of them has to be kept')
  }
  expect(looked.text).not.toMatch(/letters and mails, (their email and phone|and their name)/)
  expect(looked.html).toContain(`href="${consolePaths.person(child)}"`)
  const { rows } = await db.admin.query('select name, email from clinic.contacts where clinic_id = $1 order by name', [
    clinic.clinicId,
  ])
  expect(rows).toEqual([
    { name: '(erased)', email: 'erased@unclench.invalid' },
    { name: 'Robin Ashdown', email: 'robin@example.org' },
  ])
  // Opened again it does not say that nothing was left.
  expect((await ask(consolePaths.erase(id))).text).not.toContain('Nothing of them had to be kept')
  // As the page says: with the child forgotten too, they are gone.
  await db.admin.query(`update clinic.appointments set state = 'cancelled' where person_id = $1`, [child])
  const last = await ask(consolePaths.erase(child), ana, { do: 'erase', name: 'Kit Ashdown' })
  expect(last.text).toContain('Nothing of them has to be kept')
  const { rows: left } = await db.admin.query('select from clinic.contacts where clinic_id = $1 and name <> $2', [
    clinic.clinicId,
    '(erased)',
  ])
  expect(left).toEqual([])
})

test('of two owners who do it at one moment the second is told who did it and when', async () => {
  const bea = await joinClinic(db, clinic.clinicId, { role: 'owner', name: 'Bea Reed' })
  const id = await visit('-1 year')
  const child = await visit('3 days', 'confirmed', 'Kit Ashdown', 'Robin Ashdown')
  // One row of a contact for both, as staff may have made it: they are found by it after they are forgotten too.
  await db.admin.query(
    `update clinic.appointments set contact_id = (select contact_id from clinic.appointments where person_id = $1) where person_id = $2`,
    [child, id],
  )
  const fields = { do: 'erase', adult: 'yes', name: 'Robin Ashdown' }
  const both = await inClinic(owner, clinic.clinicId, async (trx) => {
    await sql`select from persons where person_id = ${id} for no key update`.execute(trx)
    const answers = [ana, bea].map((member) => ask(consolePaths.erase(id), member, fields))
    await vi.waitFor(async () => {
      const { rows } = await db.admin.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for update%'`,
      )
      expect(rows).toHaveLength(2)
    }, 10_000)
    return answers
  })
  const texts = (await Promise.all(both)).map(({ text }) => text)
  const { rows } = await db.admin.query<{ name: string }>(
    'select name from clinic.erasures e join clinic.members m on m.member_id = e.asked_by where person_id = $1',
    [id],
  )
  const [by] = rows.map(({ name }) => name)
  expect(texts.filter((text) => text.includes('They are forgotten'))).toEqual([
    expect.stringContaining(`${by} did it.`),
  ])
  expect(texts.filter((text) => text.includes('This person was forgotten'))).toEqual([
    expect.stringMatching(new RegExp(`This person was forgotten ${by} did it, .*\\d\\d:\\d\\d`)),
  ])
})

test('the page of somebody who was forgotten says so, and does not offer it again', async () => {
  const id = await visit('-1 year')
  expect((await ask(consolePaths.person(id))).text).toContain('They want to be forgotten')
  await ask(consolePaths.erase(id), ana, { do: 'erase', adult: 'yes', name: 'Robin Ashdown' })
  const page = await ask(consolePaths.person(id))
  expect(page.text).not.toContain('They want to be forgotten')
  expect(page.text).toMatch(/They were forgotten: Ana Quill did it, /)
})

test('who came back under the record that was kept is forgotten again from the page, once, with the new day and who did it', async () => {
  const bea = await joinClinic(db, clinic.clinicId, { role: 'owner', name: 'Bea Reed' })
  const id = await visit('-1 year')
  const fields = { do: 'erase', adult: 'yes', name: 'Robin Ashdown' }
  await ask(consolePaths.erase(id), ana, fields)
  await db.admin.query(`update clinic.erasures set asked_at = now() - interval '30 days' where person_id = $1`, [id])
  const { rows: booked } = await db.admin.query<{ id: string }>(
    `with k as (insert into clinic.contacts (clinic_id, name, email) values ($1, '(erased)', 'erased@unclench.invalid') returning contact_id),
      v as (insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
        pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
      select $1, 'finished', $2, $3, $4, now() - interval '1 day', now() - interval '23 hours', 0, 0, 6200, now(), 0, $5, k.contact_id,
        'self', gen_random_uuid() from k returning clinic_id, appointment_id, starts_at, contact_id)
     insert into clinic.appointment_events (clinic_id, appointment_id, version, what, by_whom, starts_at, at)
     select clinic_id, appointment_id, 0, 'confirmed', 'staff', starts_at, now() - interval '2 days' from v
     returning (select contact_id from v) as id`,
    [clinic.clinicId, clinic.serviceId, clinic.therapists[0], clinic.locationId, id],
  )
  // Booked with what was left of them, nothing tells them from another of the name who was forgotten.
  expect((await ask(consolePaths.erase(id))).text).toContain('They cannot be forgotten here')
  await db.admin.query(
    `update clinic.contacts set name = 'Robin Ashdown', email = 'back@example.org' where contact_id = $1`,
    [booked[0]?.id],
  )
  const page = await ask(consolePaths.person(id))
  expect(page.text).toMatch(/They were forgotten: Ana Quill did it, .*They have booked again since\./)
  expect(page.text).toContain('They want to be forgotten again')
  const looked = await ask(consolePaths.erase(id), bea, { do: 'look', adult: 'yes' })
  expect(looked.text).toMatch(/They were forgotten before: Ana Quill did it, .* Until the end of .* 2 visits/)
  expect((await ask(consolePaths.erase(id), bea, fields)).text).toMatch(/They are forgotten .* Bea Reed did it\./)
  const { rows } = await db.admin.query(
    `select e.asked_by = $2 as by_bea, e.asked_at > now() - interval '1 hour' as is_new, e.done_at is null as waits,
       (select count(*)::int from clinic.contacts c where c.clinic_id = e.clinic_id and c.email = 'back@example.org') as reached
     from clinic.erasures e where e.person_id = $1`,
    [id, bea.memberId],
  )
  expect(rows).toEqual([{ by_bea: true, is_new: true, waits: true, reached: 0 }])
  const again = await ask(consolePaths.erase(id), ana, fields)
  expect(again.text).toMatch(/This person was forgotten Bea Reed did it, /)
  // By command it is nobody of the clinic who did it; done twice, the day stays.
  await db.admin.query(
    `update clinic.appointment_events e set at = now() from clinic.appointments a where a.person_id = $1 and e.appointment_id = a.appointment_id`,
    [id],
  )
  await db.admin.query(`update clinic.contacts set email = 'back@example.org' where contact_id = $1`, [booked[0]?.id])
  const byCommand = async () => {
    await erasePerson(owner, clinic.clinicId, { name: 'Robin Ashdown', reach: 'back@example.org' }, { wasAdult: true })
    const { rows: found } = await db.admin.query(
      'select asked_by, asked_at from clinic.erasures where person_id = $1',
      [id],
    )
    return found[0]
  }
  const first = await byCommand()
  expect(first).toMatchObject({ asked_by: null })
  await db.admin.query(`update clinic.contacts set email = 'back@example.org' where contact_id = $1`, [booked[0]?.id])
  expect(await byCommand()).toEqual(first)
  expect((await ask(consolePaths.person(id))).text).not.toContain('They want to be forgotten')
})
