/** The staff's pages as a browser uses them, over a real PostgreSQL: a day, a visit, steps, cancelling, people, and what is written down. */
import { askToChoose } from '../../clinic/booking/choose-again/ask-to-choose.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { bookedVisit, lastEvent, makeMember, visitIsAt } from '../../clinic/booking/test-staff.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic, zoneBeforeNoon } from '../../clinic/booking/test-clinic.ts'
import { type LinkSubject, privateToken } from '../../clinic/booking/private-link.ts'
import { enterGrant } from '../../clinic/booking/grants.ts'
import { joinWaitingList } from '../../clinic/booking/waiting/waiting-list.ts'
import { moveByStaff } from '../../clinic/calendar/staff-move.ts'
import { takeDueMails, writeOutcome } from '../../clinic/mail/due-mails.ts'
import type { Member, Role } from '../../clinic/people/members.ts'
import { createBookingApp } from '../find/booking/booking-app.tsx'
import { bookingPaths } from '../find/booking/booking-paths.ts'
import { createConsoleApp } from './console-app.tsx'
import { consoleHome } from './console.fixtures.ts'

const db = testDatabase()
let clinic: TestClinic
let visit: string

const check = [
  'Soon: in 2 to 3 working days',
  'Leg or foot weakness: yes',
  ...Array.from({ length: 9 }, (_, n) => `Answer ${n}`),
]
const nadia = {
  personName: 'Nadia <b>Fleet</b>',
  contactName: 'Noor Fleet',
  email: 'noor@example.org',
  phone: '020 7946 0152',
  note: 'My left leg feels odd on the stairs.',
  sharedCheck: check.join('\n'),
}

beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, zone: zoneBeforeNoon() })
  visit = await bookedVisit(db, clinic, '10:00', nadia)
  await visitIsAt(db, visit, '8 minutes')
})

const signIn = async (
  role: Role,
  more: { readonly name?: string; readonly therapistId?: string } = {},
): Promise<Member> => ({
  clinicId: clinic.clinicId,
  memberId: await makeMember(db, clinic.clinicId, role, more),
  accountId: '00000000-0000-7000-8000-000000000001',
  name: more.name ?? 'Amara Larch',
  email: 'amara@clinic.example',
  role,
  therapistId: more.therapistId ?? null,
})
const treats = () => signIn('therapist', { therapistId: clinic.therapists[0] ?? '' })
const appOf = (member: Member) =>
  createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
const get = async (member: Member, path: string) => {
  const response = await appOf(member).request(path)
  return { status: response.status, body: await response.text(), location: response.headers.get('Location') }
}
const post = async (member: Member, path: string, fields: Readonly<Record<string, string>>) => {
  const response = await appOf(member).request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') }
}
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')
const page = () => `/console/visits/${visit}`
const seen = () => lastEvent(db, visit)
const stateOf = async (id = visit) =>
  (await db.admin.query('select state from clinic.appointments where appointment_id = $1', [id])).rows[0]?.state
const reads = async (member: Member) =>
  (
    await db.admin.query('select what from clinic.reads where member_id = $1 order by read_id', [member.memberId])
  ).rows.map(({ what }) => what)
/** Every row that a visit is made of. */
const everything = async () => {
  const tables = ['appointments', 'claims', 'persons', 'contacts', 'appointment_events', 'mails', 'shared_checks']
  const rows = await Promise.all(
    tables.map(async (table) => (await db.admin.query(`select t::text from clinic.${table} t order by 1`)).rows),
  )
  return JSON.stringify(rows)
}

describe('the day', () => {
  test('of a clinic that is not open leads whoever may set it up there, and tells the others who must', async () => {
    const says = 'The clinic is not open yet'
    expect((await get(await signIn('owner'), '/console')).body).not.toContain(says)
    await db.admin.query('update clinic.clinics set opened_at = null where clinic_id = $1', [clinic.clinicId])
    for (const role of ['owner', 'manager'] as const) {
      const { body } = await get(await signIn(role), '/console')
      expect(body).toContain(says)
      expect(body).toMatch(/href="\/console\/clinic"[^>]*>\s*Set up the clinic/)
    }
    for (const role of ['therapist', 'reception'] as const) {
      const { body } = await get(await signIn(role), '/console')
      expect(textOf(body)).toContain('before an owner or manager has set it up and opened it.')
      expect(body).not.toContain('Set up the clinic')
    }
  })

  test('shows a therapist who comes next, with what was shared of the check, and writes down both looks', async () => {
    const member = await treats()
    const { body } = await get(member, '/console')
    expect(body).toContain('Next, in 8 minutes')
    expect(body).toContain('tel:02079460152')
    expect(body).toContain('Nadia &lt;b>Fleet&lt;/b>')
    expect(body).toContain('Leg or foot weakness: yes')
    expect(body).toContain('Answer 0')
    // Three lines of it: the whole check is read behind the visit, not on a screen that stands open at the desk.
    expect(body).not.toContain('Answer 1')
    expect(body).toContain('All of it is on the visit’s page.')
    expect(await reads(member)).toEqual(['day-list', 'shared-check'])
  })

  test('shows of two shared checks the one of the visit that comes next, and each visit shows its own', async () => {
    const sharedCheck = ['Soon: in 2 to 3 working days', 'Whistling ears: yes'].join('\n')
    const other = await bookedVisit(db, clinic, '12:00', { ...nadia, sharedCheck })
    await visitIsAt(db, visit, '3 hours')
    await visitIsAt(db, other, '5 minutes')
    const member = await treats()
    const { body } = await get(member, '/console')
    expect(body).toContain('Next, in 5 minutes')
    expect(body).toContain('Whistling ears: yes')
    expect(body).not.toContain('Leg or foot weakness')
    for (const [id, has, lacks] of [
      [other, 'Whistling ears', 'Leg or foot weakness'],
      [visit, 'Leg or foot weakness', 'Whistling ears'],
    ] as const) {
      const own = (await get(member, `/console/visits/${id}`)).body
      expect(own).toContain(has)
      expect(own).not.toContain(lacks)
    }
  })

  test('shows reception that a check is there, and nothing of it', async () => {
    const member = await signIn('reception')
    const { body } = await get(member, '/console')
    expect(body).toContain('A check is shared with the therapist.')
    expect(body).not.toContain('weakness')
    expect(await reads(member)).toEqual(['day-list'])
  })

  test('that stands open all morning is one look, not fifty', async () => {
    const member = await treats()
    for (let times = 0; times < 4; times += 1) await get(member, '/console')
    expect(await reads(member)).toEqual(['day-list', 'shared-check'])
  })

  test('is one’s own for those who treat, everybody’s for the others, and anybody’s by choice', async () => {
    await visitIsAt(
      db,
      await bookedVisit(db, clinic, '10:00', { personName: 'Owen Effra' }, clinic.therapists[1]),
      '1 minute',
    )
    const own = await treats()
    expect((await get(own, '/console')).body).not.toContain('Owen Effra')
    expect((await get(own, '/console/days/2026-01-01?of=all')).status).toBe(200)
    expect((await get(await signIn('reception'), '/console')).body).toContain('Owen Effra')
    const today = Temporal.Now.plainDateISO(clinic.zone)
    expect((await get(own, `/console/days/${today}?of=${clinic.therapists[1]}`)).body).toContain('Owen Effra')
  })

  test('shows the gaps of one therapist, and none where they do not work', async () => {
    const day = Temporal.Now.zonedDateTimeISO(clinic.zone).add({ days: 3 }).toPlainDate()
    const member = await treats()
    const { body } = await get(member, `/console/days/${day}`)
    expect(body).toContain('12 hours free')
    expect(body).toContain(
      `/console/calendar/new?start=${day.toZonedDateTime({ timeZone: clinic.zone, plainTime: '08:00' }).epochMilliseconds}`,
    )
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day) values ($1, $2, $3, $3)`,
      [clinic.clinicId, clinic.therapists[0], day.toString()],
    )
    expect((await get(member, `/console/days/${day}`)).body).not.toContain('free')
  })

  test('says when nobody else comes, and what waits only to whoever may answer it', async () => {
    const member = await treats()
    expect((await get(member, '/console')).body).not.toContain('Nobody else comes today')
    await visitIsAt(db, visit, '-3 hours')
    const { body } = await get(member, '/console')
    expect(body).toContain('Nobody else comes today')
    expect(body).toContain('Questions')
    expect(body).not.toContain('Comments')
    const desk = await signIn('reception')
    expect((await get(desk, '/console')).body).not.toContain('Waits for an answer')
    expect((await get(member, '/console/days/2020-01-06')).body).toContain('No visits, and no hours to book in.')
  })

  test('of which nobody is booked, or all have cancelled, says so, and not that nobody “else” comes', async () => {
    const member = await signIn('therapist', { therapistId: clinic.therapists[1] ?? '' })
    const { body } = await get(member, '/console')
    expect(body).toContain('Nobody comes today')
    expect(body).not.toContain('Nobody else comes today')
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [visit])
    expect((await get(await treats(), '/console')).body).toContain('Nobody comes today')
  })

  test('on which nobody comes shows the visit that comes next, and writes down that look', async () => {
    const member = await treats()
    await visitIsAt(db, visit, '3 days')
    const { body } = await get(member, '/console')
    expect(body).toContain('Nobody comes today')
    expect(body).toContain('Next visit: ')
    expect(body).toContain('Nadia &lt;b>Fleet&lt;/b>')
    expect(body).not.toContain('Leg or foot weakness')
    expect(await reads(member)).toEqual(['day-list'])
    const colleague = await signIn('therapist', { therapistId: clinic.therapists[1] ?? '' })
    expect((await get(colleague, '/console')).body).not.toContain('Next visit: ')
  })

  test('shows of a check its level and its flags, and the visit all of it, part by part', async () => {
    const sharedCheck = [
      'Unclench check, form 1',
      'Level: soon',
      'As told on 15 Jan 2027',
      'Flags in that check\n- Leg or foot weakness: yes\n- Weight loss: yes',
      'Answered no in that check\n- Fever; Change in peeing',
    ].join('\n\n')
    const own = await bookedVisit(db, clinic, '12:00', { ...nadia, sharedCheck })
    await visitIsAt(db, visit, '3 hours')
    await visitIsAt(db, own, '5 minutes')
    const member = await treats()
    const day = (await get(member, '/console')).body
    expect(day).toContain('Soon: book to be seen')
    expect(day).toContain('Weight loss: yes')
    expect(day).toContain('As told on 15 Jan 2027. Answered no: 2.')
    expect(day).not.toContain('Change in peeing')
    const { body } = await get(member, `/console/visits/${own}`)
    for (const line of ['Soon: book to be seen', '<h3>Flags in that check</h3>', '<bdi>Change in peeing</bdi>'])
      expect(body).toContain(line)
  })

  test.each(['/console/days/2026-01-01?of=all', '/console/calendar?day=2026-01-01'])(
    'and the calendar lead to the day of a chosen visit and show it beside that, written down as when it is opened: %s',
    async (path) => {
      const member = await treats()
      const elsewhere = await get(member, `${path}&visit=${visit}`)
      expect(elsewhere.status).toBe(303)
      expect(elsewhere.body).not.toContain('Fleet')
      const own = elsewhere.location ?? ''
      const { rows } = await db.admin.query<{ day: string }>(
        `select (starts_at at time zone '${clinic.zone}')::date::text as day from clinic.appointments where appointment_id = $1`,
        [visit],
      )
      expect(own).toContain(`${rows[0]?.day}`)
      const { body } = await get(member, own)
      const beside = body.slice(body.indexOf('data-beside-place'))
      expect(beside).toContain('Nadia &lt;b>Fleet&lt;/b>')
      expect(beside).toContain('020 7946 0152')
      expect(beside).toContain('Leg or foot weakness: yes')
      expect(await reads(member)).toEqual(expect.arrayContaining(['visit', 'shared-check']))
      const desk = await signIn('reception')
      expect((await get(desk, own)).body).not.toContain('weakness')
    },
  )

  test.each(['/console/days/2026-01-01?of=all', '/console/calendar?day=2026-01-01'])(
    'and the calendar show nothing beside themselves of another clinic, or for what is no visit: %s',
    async (path) => {
      const elsewhere = await bookedVisit(db, await makeTestClinic(db), '10:00', { personName: 'Owen Effra' })
      const member = await treats()
      for (const id of [elsewhere, crypto.randomUUID(), 'x']) {
        const { status, body } = await get(member, `${path}&visit=${id}`)
        expect(status).toBe(200)
        expect(body).not.toContain('Owen Effra')
        expect(body).not.toContain('Open the visit')
      }
      expect(await reads(member)).not.toContain('visit')
    },
  )

  test('has at its head whom no mail has reached, with a telephone', async () => {
    await db.admin.query(
      `update clinic.mails set state = 'bounced', why = 'No such mailbox.' where appointment_id = $1`,
      [visit],
    )
    const { body } = await get(await signIn('reception'), '/console')
    expect(body).toContain('Not reached: phone')
    expect(body).toContain('tel:02079460152')
    expect(body).toContain('No such mailbox.')
  })

  test.each([
    ['22 days', 22, false],
    ['21 days', 21, true],
    ['no day at all', -1, true],
  ])('tells of a registration with %s to run, or not yet', async (_what, days, isTold) => {
    const until = Temporal.Now.plainDateISO(clinic.zone).add({ days }).toString()
    await db.admin.query(`update clinic.therapists set name = 'Runs Out' where therapist_id = $1`, [
      clinic.therapists[1],
    ])
    await db.admin.query(`update clinic.registrations set valid_until = $2 where therapist_id = $1`, [
      clinic.therapists[1],
      until,
    ])
    const { body } = await get(await signIn('reception'), '/console')
    expect(body.includes('Registrations to look up')).toBe(isTold)
    expect(body.includes('ended on')).toBe(days < 0)
    expect(body).not.toContain('visit with them is booked')
  })

  test('says how many visits are booked with somebody whose registration has ended before them', async () => {
    await db.admin.query(
      `update clinic.appointments set starts_at = now() + interval '50 hours', ends_at = now() + interval '51 hours' where appointment_id = $1`,
      [visit],
    )
    for (const [until, words] of [
      ['1 day', '1 visit with them is booked for later days: look in the register, or give it to somebody else.'],
      ['4 days', undefined],
    ] as const) {
      await db.admin.query(
        `update clinic.registrations set valid_until = current_date + $2::interval where therapist_id = $1`,
        [clinic.therapists[0], until],
      )
      const { body } = await get(await signIn('reception'), '/console')
      expect(body).toContain('Registrations to look up')
      if (words) expect(body).toContain(words)
      else expect(body).not.toContain('is booked for later days')
    }
  })

  test('has at its head who gave no email and must be rung, until they are here', async () => {
    await db.admin.query(`update clinic.contacts set email = null where clinic_id = $1`, [clinic.clinicId])
    const member = await treats()
    const { body } = await get(member, '/console')
    expect(body).toContain('Not reached: phone')
    expect(body).toContain('Has no email: phone.')
    expect((await get(member, page())).body).toContain('Has no email: phone.')
    await post(member, `${page()}/step`, { step: 'arrived', seen: await seen() })
    expect((await get(member, '/console')).body).not.toContain('Has no email: phone.')
  })

  describe('has at its head who was not told of what the clinic did', () => {
    const bounced = (id: string, version: number) =>
      db.admin.query(
        `update clinic.mails set state = 'bounced', why = 'No such mailbox.', due_at = now() where appointment_id = $1 and version = $2
           and kind in ('confirmation', 'moved', 'cancelled')`,
        [id, version],
      )
    /** The visit of another day, moved by a quarter of an hour or more by staff. */
    const moved = async (isTold: boolean) => {
      const id = await bookedVisit(db, clinic, '11:00', { personName: 'Owen Effra', phone: '020 7946 0177' })
      await bounced(id, 0)
      const [therapist = ''] = clinic.therapists
      const to = { therapist, location: clinic.locationId, start: dayAfterTomorrow('15:00', clinic.zone) }
      const wish = { ...to, appointmentId: id, version: 0, isTold }
      expect(await moveByStaff(db.app, await signIn('reception'), wish)).toMatchObject({ ok: true })
      await bounced(id, 1)
      return id
    }

    test('of a visit that it moved, on whatever day that is now: its old day has it no more', async () => {
      const id = await moved(false)
      const desk = await signIn('reception')
      const { body } = await get(desk, '/console')
      expect(body).toContain(`href="/console/visits/${id}"`)
      expect(textOf(body)).toMatch(
        /15:00 \([^)]+\) ?Owen Effra 020 7946 0177 You moved it to then\. Not reached by mail/,
      )
      expect(await reads(desk)).toContain('day-list')
      const other = await signIn('therapist', { therapistId: clinic.therapists[1] ?? '' })
      expect((await get(other, '/console')).body).not.toContain('Owen Effra')
      // On another day’s page only that day is told of.
      expect((await get(desk, '/console/days/2026-01-01?of=all')).body).not.toContain('Owen Effra')
    })

    test('not where they were told by phone, or heard of it by a mail that has arrived', async () => {
      await moved(true)
      expect((await get(await signIn('reception'), '/console')).body).not.toContain('Owen Effra')
    })

    test('not once it was put right and has arrived', async () => {
      const id = await moved(false)
      await db.admin.query(
        `update clinic.mails set state = 'handed-over', handed_over_at = now(), why = null where appointment_id = $1 and version = 1 and kind = 'moved'`,
        [id],
      )
      expect((await get(await signIn('reception'), '/console')).body).not.toContain('Owen Effra')
    })

    test('of a visit that it cancelled, there, on the day, and on the visit’s own page', async () => {
      const id = await bookedVisit(db, clinic, '11:00', { personName: 'Owen Effra', phone: '020 7946 0177' })
      const seen = await lastEvent(db, id)
      const desk = await signIn('reception')
      await post(desk, `/console/visits/${id}/cancel`, { seen, reason: 'Ill', who: 'clinic' })
      expect((await get(desk, '/console')).body).not.toContain('Owen Effra')
      await bounced(id, 1)
      expect(textOf((await get(desk, '/console')).body)).toContain('You cancelled it. Not reached by mail: phone.')
      expect((await get(desk, `/console/visits/${id}`)).body).toContain('Not reached by mail: phone.')
      await visitIsAt(db, id, '9 minutes')
      expect(textOf((await get(desk, '/console')).body)).toContain('Owen Effra 020 7946 0177 Not reached by mail')
    })
  })

  test.each(['cancelled', 'late-cancelled', 'no-show', 'finished'])(
    'rings nobody who %s by themselves, though a mail came back',
    async (state) => {
      const what = state.endsWith('cancelled') ? state : 'no-show'
      await db.admin.query(
        `with gone as (update clinic.appointments set state = $2, version = version + 1 where appointment_id = $1 returning *)
         insert into clinic.appointment_events (clinic_id, appointment_id, version, what, by_whom, starts_at)
         select clinic_id, appointment_id, version, $3, 'person', starts_at from gone`,
        [visit, state, what],
      )
      await db.admin.query(
        `update clinic.mails set state = 'bounced', why = 'No such mailbox.' where appointment_id = $1`,
        [visit],
      )
      const desk = await signIn('reception')
      expect((await get(desk, '/console')).body).not.toContain('Not reached')
      expect((await get(desk, page())).body).not.toContain('Not reached by mail: phone')
    },
  )

  test('says that mail is held after a restore', async () => {
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    const { body } = await get(await signIn('reception'), '/console')
    await db.admin.query('update clinic.installation set mail_held_since = null')
    expect(body).toContain('No mail goes out.')
  })

  test.each(['2026-02-30', 'tomorrow', '1999-12-31', '2100-01-01'])('that is none, %s, is not here', async (day) => {
    expect((await get(await treats(), `/console/days/${day}`)).status).toBe(404)
  })

  test('on paper has names that fit, telephones, and no menu', async () => {
    await db.admin.query(`update clinic.persons set name = $1`, ['A'.repeat(120)])
    const today = Temporal.Now.plainDateISO(clinic.zone)
    const { body } = await get(await signIn('reception'), `/console/days/${today}/print?of=all`)
    expect(body).toContain(`<bdi>${'A'.repeat(27)}…</bdi>`)
    expect(body).toContain('020 7946 0152')
    expect(body).not.toContain('Sign out')
  })
})

describe('a visit', () => {
  test('shows a therapist all of the check and the note, and writes down that it was read', async () => {
    const member = await treats()
    const { body } = await get(member, page())
    for (const words of ['Answer 8', 'left leg feels odd', 'noor@example.org', 'First visit', 'Booked'])
      expect(body).toContain(words)
    expect(body).not.toContain('<b>Fleet')
    expect(/<title>([^<]*)/.exec(body)?.[1]).not.toContain('Nadia')
    expect(await reads(member)).toEqual(['visit', 'shared-check'])
  })

  test('keeps the check and the note from whoever does not treat', async () => {
    for (const role of ['owner', 'manager', 'reception'] as const) {
      const member = await signIn(role)
      const { body } = await get(member, page())
      expect(body).not.toMatch(/Answer|odd on the stairs/)
      expect(body).toContain('Your role does not open it.')
      expect(await reads(member)).toEqual(['visit'])
    }
  })

  test('shows the excess that somebody knows of, and the letter of referral until it is marked as seen', async () => {
    const member = await treats()
    expect((await get(member, page())).body).not.toContain('Letter of referral')
    await db.admin.query(
      `update clinic.appointments set payer = 'insurer', insurer = 'AXA Health', excess_pence = 10000,
         referred_by = 'Dr <b>Ney</b>' where appointment_id = $1`,
      [visit],
    )
    const shown = (await get(member, page())).body
    expect(shown).toContain('Excess: £100')
    expect(shown).toContain('Dr &lt;b>Ney&lt;/b>')
    expect(shown).toContain('not yet seen')
    const mark = (seen: string) => post(member, `${page()}/referral`, { seen })
    for (let times = 0; times < 2; times += 1) expect((await mark('yes')).status).toBe(303)
    const seen = (await get(member, page())).body
    expect(seen).toMatch(new RegExp(`: seen [A-Z][^<]* by <bdi>${member.name}</bdi>`))
    // Marked twice is written down once, as the first did it; so is what takes it back.
    const lines = (body: string, said: string) =>
      [...body.matchAll(new RegExp(`<strong>${said}</strong> by <bdi>${member.name}</bdi>`, 'g'))].length
    expect(lines(seen, 'Letter of referral seen')).toBe(1)
    expect((await mark('no')).status).toBe(303)
    const taken = (await get(member, page())).body
    expect(taken).toContain('not yet seen')
    expect([lines(taken, 'Letter of referral seen'), lines(taken, 'Letter of referral not seen after all')]).toEqual([
      1, 1,
    ])
    const other = await makeTestClinic(db)
    const stranger = { ...(await signIn('owner')), clinicId: other.clinicId }
    expect((await post(stranger, `${page()}/referral`, { seen: 'yes' })).status).toBe(404)
    expect((await get(member, page())).body).toContain('not yet seen')
  })

  test('is still as a page showed it after a colleague marked its letter: the step at the door is taken', async () => {
    const member = await signIn('reception')
    await db.admin.query(`update clinic.appointments set referred_by = 'Dr Ney' where appointment_id = $1`, [visit])
    await visitIsAt(db, visit, '-1 minute')
    const seen = await lastEvent(db, visit)
    expect((await post(member, `${page()}/referral`, { seen: 'yes' })).status).toBe(303)
    expect((await post(member, `${page()}/step`, { step: 'arrived', seen })).status).toBe(303)
    const shown = (await get(member, page())).body
    expect(shown).toContain('Undo “arrived”')
    expect((await post(member, `${page()}/referral`, { seen: 'no' })).status).toBe(303)
    expect((await post(member, `${page()}/undo`, { seen: await lastEvent(db, visit) })).status).toBe(303)
    expect((await get(member, page())).body).not.toContain('Undo “arrived”')
    // What nobody showed is older than anything.
    expect((await post(member, `${page()}/step`, { step: 'arrived', seen })).status).toBe(409)
  })

  test('that was paid ahead says so, with the number of the package, and asks for no money', async () => {
    await db.admin.query(
      `update clinic.appointments set payer = 'package', authorisation_number = 'PK-7' where appointment_id = $1`,
      [visit],
    )
    const { body } = await get(await treats(), page())
    expect(body).toMatch(/paid ahead, number <bdi>PK-7/)
    expect(body).not.toContain('themselves, £')
  })

  test('says that a check which was taken back is not there any more', async () => {
    await db.admin.query('delete from clinic.shared_checks where appointment_id = $1', [visit])
    expect((await get(await treats(), page())).body).toContain('taken it back')
  })

  test('of another clinic answers like one that is not there, at every address', async () => {
    const member = await treats()
    clinic = await makeTestClinic(db)
    const stranger = await signIn('owner', { therapistId: clinic.therapists[0] ?? '' })
    const before = await everything()
    const none = await get(stranger, '/console/visits/00000000-0000-7000-8000-000000000000')
    expect(none.status).toBe(404)
    for (const path of [page(), `${page()}/cancel`, '/console/visits/%27%3B--'])
      expect(await get(stranger, path)).toEqual(none)
    for (const [path, fields] of [
      ['step', { step: 'arrived' }],
      ['undo', {}],
      ['cancel', { who: 'clinic', reason: 'x' }],
    ] as const)
      expect((await post(stranger, `${page()}/${path}`, { ...fields, seen: await seen() })).status).toBe(404)
    expect(await everything()).toBe(before)
    expect((await get(member, page())).status).toBe(200)
  })

  test('is changed by no look, however often', async () => {
    const member = await treats()
    const before = await everything()
    const today = Temporal.Now.plainDateISO(clinic.zone)
    const paths = ['/console', `/console/days/${today}`, `/console/days/${today}/print`, page(), `${page()}/cancel`]
    for (const path of [...paths, '/console/people', `${page()}/step`, `${page()}/undo`])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'GET']) await appOf(member).request(path, { method })
    expect(await everything()).toBe(before)
  })
})

describe('a step at the door', () => {
  test('is taken from the day, and leads back to it', async () => {
    const member = await signIn('reception')
    const { body } = await get(member, '/console')
    const form = new RegExp(`action="${page()}/step".*?</form>`, 's').exec(body)?.[0] ?? ''
    const fields = Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value?.replaceAll('&amp;', '&') ?? '',
      ]),
    )
    const answer = await post(member, `${page()}/step`, fields)
    expect(answer.status).toBe(303)
    expect(answer.to).toBe(fields.back)
    expect(await stateOf()).toBe('arrived')
  })

  test('shows in the history who took it, and can be taken back', async () => {
    const member = await signIn('reception', { name: 'Ruth Falcon' })
    await post(member, `${page()}/step`, { step: 'arrived', seen: await seen() })
    const { body } = await get(member, page())
    expect(body).toContain('Ruth Falcon')
    expect(body).toContain('Undo “arrived”')
    expect((await post(member, `${page()}/undo`, { seen: await seen() })).to).toBe(page())
    expect(await stateOf()).toBe('confirmed')
    expect((await get(member, page())).body).toContain('A mistake was taken back.')
  })

  test('from a page that is stale is not done, and says who was quicker', async () => {
    const stale = await seen()
    await post(await signIn('reception', { name: 'Ruth Falcon' }), `${page()}/step`, { step: 'arrived', seen: stale })
    const answer = await post(await treats(), `${page()}/cancel`, { who: 'clinic', reason: 'Ill.', seen: stale })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Ruth Falcon')
    expect(answer.body).toContain('Nothing of yours was done.')
    expect(await stateOf()).toBe('arrived')
  })

  test.each(['cancelled', 'confirmed', 'held', '', '__proto__'])('to %j does not exist', async (step) => {
    const answer = await post(await treats(), `${page()}/step`, { step, seen: await seen() })
    expect(answer.status).toBe(409)
    expect(await stateOf()).toBe('confirmed')
  })

  test('leads back to no page but our own', async () => {
    const fields = { step: 'arrived', seen: await seen(), back: 'https://evil.example/console' }
    expect((await post(await treats(), `${page()}/step`, fields)).to).toBe('/console')
  })
})

/** In SQL: the day of a visit where it is, which may be another than the one in Greenwich. */
const itsDay = '(starts_at at time zone zone)::date'

describe('visits that stand while their therapist is away', () => {
  test('are told on Today with a way to look, to whoever sees that therapist’s day; and no longer once they are moved', async () => {
    const member = await signIn('reception')
    const ahead = await bookedVisit(db, clinic, '14:00', { personName: 'Owen', email: 'owen@example.org' })
    expect((await get(member, '/console?of=all')).body).not.toContain('Therapist 1 is away')
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       select clinic_id, therapist_id, ${itsDay}, ${itsDay} + 1 from clinic.appointments join clinic.locations using (clinic_id, location_id)
       where appointment_id = $1`,
      [ahead],
    )
    const { body } = await get(member, '/console?of=all')
    expect(body).toContain('1 visit stands while Therapist 1 is away')
    const href = [...body.matchAll(/href="(\/console\/calendar\/rescue[^"]*)"/g)]
      .map(([, to = '']) => to.replaceAll('&amp;', '&'))
      .find((to) => to.includes(clinic.therapists[0] ?? 'x'))
    expect((await get(member, href ?? '')).body).toContain('Owen')
    expect((await get(member, `/console?of=${clinic.therapists[1]}`)).body).not.toContain('Therapist 1 is away')
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [ahead])
    expect((await get(member, '/console?of=all')).body).not.toContain('Therapist 1 is away')
  })
})

describe('a visit at a time when nobody is there', () => {
  const off = {
    away: `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
      select clinic_id, therapist_id, ${itsDay}, ${itsDay} from clinic.appointments join clinic.locations using (clinic_id, location_id)
      where appointment_id = $1`,
    closed: `insert into clinic.closures (clinic_id, location_id, first_day, last_day, reason)
      select clinic_id, location_id, ${itsDay}, ${itsDay}, 'Flood' from clinic.appointments join clinic.locations using (clinic_id, location_id)
      where appointment_id = $1`,
  }
  test.each([
    ['away', 'Therapist 1 is away then.', 'therapist away then'],
    ['closed', 'The place is shut then.', 'place shut then'],
  ] as const)(
    'says so, %s, while it stands, before a cancel of it is taken back, and afterwards',
    async (why, says, chip) => {
      const member = await signIn('reception')
      const day = Temporal.Now.plainDateISO('Europe/London').add({ days: 2 }).toString()
      const itsRow = async () => {
        const pages = await Promise.all(
          [`/console/days/${day}`, `/console/days/${day}/print`].map((at) => get(member, at)),
        )
        return pages.map(({ status, body }) => [status, body.includes(chip)])
      }
      const ahead = await bookedVisit(db, clinic, '14:00', { personName: 'Owen', email: 'owen@example.org' })
      const own = `/console/visits/${ahead}`
      await post(member, `${own}/cancel`, { who: 'clinic', reason: 'Ill.', seen: await lastEvent(db, ahead) })
      expect((await get(member, own)).body).not.toContain(says)
      expect(await itsRow()).toEqual([200, 200].map((status) => [status, false]))
      await db.admin.query(off[why], [ahead])
      const before = (await get(member, own)).body
      expect(before).toContain(says)
      expect(before).toContain('If you put this visit back, it stands then all the same.')
      expect(await post(member, `${own}/put-back`, { seen: await lastEvent(db, ahead) })).toMatchObject({ to: own })
      const after = (await get(member, own)).body
      expect(after).toContain(says)
      expect(after).toContain('This visit stands until you move or cancel it.')
      expect(await itsRow()).toEqual([200, 200].map((status) => [status, true]))
      // Asked to choose again, they are to be rung by whoever looks at everybody's day, or at hers; not on a colleague's own.
      await askToChoose(db.app, member, [{ appointmentId: ahead, version: 2 }])
      await db.admin.query(`update clinic.choose_again set phone_asked_at = now() where appointment_id = $1`, [ahead])
      const heads = await Promise.all(
        ['all', ...clinic.therapists.slice(0, 2)].map((of) => get(member, `/console?of=${of}`)),
      )
      expect(heads.map(({ body }) => body.includes('Wants to be rung.'))).toEqual([true, true, false])
      const asked = (await get(member, `${own}/cancel`)).body
      expect(asked).toContain(says)
      expect(asked).not.toContain('The time is free for others')
      expect(asked).toContain('Nobody can have the time instead while that is so.')
      await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [ahead])
      expect((await get(member, own)).body).not.toContain('is away then.')
    },
  )
})

describe('cancelling', () => {
  test('asks who and why first, and keeps what was typed', async () => {
    const member = await signIn('reception')
    expect((await get(member, `${page()}/cancel`)).body).toContain('It costs them £30, as agreed.')
    const answer = await post(member, `${page()}/cancel`, { reason: 'Moved to <i>Leeds</i>', seen: await seen() })
    expect(answer.status).toBe(422)
    // A reader aloud begins with what is wrong, not with the heading above it.
    expect(answer.body.match(/<\w+[^>]* data-focus/g)).toEqual([expect.stringContaining('id="problems"')])
    expect(answer.body).toContain('Moved to &lt;i>Leeds')
    expect(await stateOf()).toBe('confirmed')
  })

  test.each([
    [3000, 'It costs them £30 and 1 visit paid ahead or granted, as agreed.'],
    [0, 'It costs them 1 visit paid ahead or granted, as agreed.'],
  ])('late, with a fee of %i pence, says of a visit that was paid ahead that it uses one up too', async (fee, says) => {
    const member = await signIn('owner')
    const paid = { payer: 'package', insurer: null, reference: 'PK-9', personName: 'Nadia <b>Fleet</b>' } as const
    await enterGrant(db.app, member, {
      ...{ ...paid, visits: 3, validUntil: null, lateCancelUses: true },
    })
    await db.admin.query(
      `insert into clinic.grant_draws (clinic_id, grant_id, appointment_id)
       select clinic_id, grant_id, $1 from clinic.grants where reference = 'PK-9' and clinic_id = $2`,
      [visit, clinic.clinicId],
    )
    await db.admin.query('update clinic.appointments set late_fee_pence = $2 where appointment_id = $1', [visit, fee])
    const { body } = await get(member, `${page()}/cancel`)
    expect(body).toContain(says)
    expect(body).toContain('They do, and we take nothing this time.')
  })

  test.each([
    ['clinic', 'cancelled'],
    ['waived', 'cancelled'],
    ['person', 'late-cancelled'],
  ])('late, when it is the %s, is %s', async (who, state) => {
    const member = await signIn('reception')
    expect((await post(member, `${page()}/cancel`, { who, reason: 'Ill.', seen: await seen() })).to).toBe(page())
    expect(await stateOf()).toBe(state)
    expect((await get(member, page())).body).toContain('It can be put back until')
  })

  test('can be taken back by one press for an hour; then the page says that it does not come back', async () => {
    const member = await signIn('reception')
    await post(member, `${page()}/cancel`, { who: 'clinic', reason: 'The wrong row.', seen: await seen() })
    const fields = { seen: await seen() }
    const first = await treats()
    expect((await post(first, `${page()}/put-back`, fields)).status).toBe(303)
    expect(await stateOf()).toBe('confirmed')
    expect((await get(member, page())).body).toContain('A mistake was taken back. It is “booked” again')
    expect((await post(first, `${page()}/put-back`, fields)).to).toBe(page())
    expect((await post(member, `${page()}/put-back`, fields)).body).toContain('Nothing of yours was done.')
    expect((await post(member, `${page()}/put-back`, { seen: '' })).body).toContain('has changed meanwhile')
    await post(member, `${page()}/cancel`, { who: 'clinic', reason: 'Ill.', seen: await seen() })
    await db.admin.query(`update clinic.commands set at = at - interval '2 hours'`)
    const late = await get(member, page())
    expect(late.body).toContain('does not come back by itself')
    expect(late.body).not.toContain('put-back')
    expect((await post(member, `${page()}/put-back`, { seen: await seen() })).body).toContain('more than an hour ago')
  })

  test('is not taken back where its time has gone: the page says so, and nothing was done', async () => {
    const member = await signIn('reception')
    const ahead = await bookedVisit(db, clinic, '14:00', { personName: 'Owen', email: 'owen@example.org' })
    const own = `/console/visits/${ahead}`
    await post(member, `${own}/cancel`, { who: 'clinic', reason: 'Ill.', seen: await lastEvent(db, ahead) })
    await bookedVisit(db, clinic, '14:15', { personName: 'Ida', email: 'ida@example.org' })
    const answer = await post(member, `${own}/put-back`, { seen: await lastEvent(db, ahead) })
    expect([answer.status, await stateOf(ahead)]).toEqual([409, 'cancelled'])
    expect(answer.body).toContain('has gone to somebody else')
  })

  test('whose time is offered to one who waits says until when it can be put back, not to come when it is too late', async () => {
    const member = await signIn('reception')
    const ahead = await bookedVisit(db, clinic, '14:00', { personName: 'Owen', email: 'owen@example.org' })
    const own = `/console/visits/${ahead}`
    const day = Temporal.Now.plainDateISO(clinic.zone)
    await joinWaitingList(db.app, {
      ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
      wish: {
        ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 },
        ...{ firstDay: day.toString(), lastDay: day.add({ days: 5 }).toString() },
      },
      details: { personName: 'Wren', contactName: 'Wren', email: 'wren@example.org', payer: 'self' },
    })
    await post(member, `${own}/cancel`, { who: 'clinic', reason: 'Ill.', seen: await lastEvent(db, ahead) })
    const until = /It can be put back until (\d\d:\d\d)/.exec((await get(member, own)).body)?.[1]
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where offer_id is not null`,
    )
    const answer = await post(member, `${own}/put-back`, { seen: await lastEvent(db, ahead) })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain(`If they say no before ${until}, try again. After that it cannot be put back`)
  })

  test.each([
    [500, 303],
    [501, 422],
  ])('takes a reason of %i letters with %i', async (letters, status) => {
    const fields = { who: 'clinic', reason: '😀'.repeat(letters), seen: await seen() }
    expect((await post(await signIn('reception'), `${page()}/cancel`, fields)).status).toBe(status)
  })
})

describe('people', () => {
  test('are found by how any part of the name begins, without accents, and each look is written down', async () => {
    const other = await bookedVisit(db, clinic, '14:00', { personName: 'José Núñez' })
    const member = await signIn('reception')
    for (const name of ['nun', 'JOSE', 'jos nuñ', '  Núñez '])
      expect((await post(member, '/console/people', { name })).body).toContain('José Núñez')
    expect(await reads(member)).toEqual(['person'])
    for (const name of ['ose', '', '%', "'; drop table"])
      expect((await post(member, '/console/people', { name })).body).not.toContain('José')
    expect(await stateOf(other)).toBe('confirmed')
  })

  test('are found however the name is joined, marked or half remembered, with one slip too', async () => {
    const names = ['Siobhán O’Hara', 'Ann Smith-Jones', 'Łukasz Nowak', 'Marie Be\u0301langer', 'Bo Li']
    for (const [at, personName] of names.entries()) await bookedVisit(db, clinic, `${11 + at}:00`, { personName })
    const member = await signIn('reception')
    const found = async (name: string) => (await post(member, '/console/people', { name })).body
    for (const [typed, name] of [
      ...["O'Hara", 'O’Hara', 'Ohara', 'o hara', 'siobhan o hara', 'ohar', 'Ohxra', 'Siobhn OHara', 'Ohraa'].map(
        (one) => [one, 'Siobhán O’Hara'],
      ),
      ...['smithjones', 'Smith Jones', 'jones', 'smyth jones', 'Smith-Jonse'].map((one) => [one, 'Ann Smith-Jones']),
      ...['belanger', 'BÉLANGER', 'Belangre'].map((one) => [one, 'Marie Be\u0301langer']),
      ...['lukasz', 'ŁUKASZ', 'lukazs'].map((one) => [one, 'Łukasz Nowak']),
      ['bo', 'Bo Li'],
    ] as const) {
      const body = await found(typed)
      expect(body, typed).toContain(name)
      for (const other of names) if (other !== name) expect(body, typed).not.toContain(other)
    }
    expect(await found('Ohxra')).toContain('Nobody is named quite so')
    expect(await found('ohara')).not.toContain('Nobody is named quite so')
    for (const none of ['ba', 'xy', 'lo', 'ohxxra']) expect(await found(none), none).toContain('Nobody of this name')
  })

  test('are found by the email or telephone that they give on the phone, whole and in any habit of writing it', async () => {
    const reach = { email: 'Owen.Effra@example.org', phone: '+44 (0)20 7946 0177' }
    await bookedVisit(db, clinic, '14:00', { personName: 'Owen Effra', ...reach })
    await bookedVisit(db, clinic, '15:00', { personName: 'Ann Effra', contactName: 'Owen Effra', ...reach })
    const member = await signIn('reception')
    const found = async (name: string) => (await post(member, '/console/people', { name })).body
    for (const typed of [
      ' owen.effra@EXAMPLE.org',
      '020 7946 0177',
      '02079460177',
      '0044 20 7946 0177',
      '(020) 7946-0177',
    ]) {
      const body = await found(typed)
      for (const name of ['Owen Effra', 'Ann Effra']) expect(body, typed).toContain(name)
      expect(body, typed).not.toContain('Nobody is named quite so')
      expect(body, typed).not.toContain('Nadia')
    }
    expect(await reads(member)).toEqual(['person', 'person'])
    // Parts of an address or a number are many people's; and of another clinic nobody is found.
    for (const none of ['@example.org', '0177', '46 0177', '%', '020 7946 0178'])
      expect(await found(none), none).not.toContain('Effra</bdi>')
    clinic = await makeTestClinic(db)
    const stranger = await signIn('owner')
    expect((await post(stranger, '/console/people', { name: '020 7946 0177' })).body).not.toContain('Effra</bdi>')
  })

  test('who come today stand there before anybody is looked for: one’s own to those who treat', async () => {
    const other = await treats()
    const { body } = await get(other, '/console/people')
    expect(body).toContain('Booked today')
    expect(body).toContain('Nadia &lt;b>Fleet&lt;/b>')
    expect(await reads(other)).toEqual(['day-list'])
    const stranger = await signIn('therapist', { therapistId: clinic.therapists[1] ?? '' })
    expect((await get(stranger, '/console/people')).body).not.toContain('Nadia')
    await db.admin.query("update clinic.appointments set state = 'cancelled' where appointment_id = $1", [visit])
    expect((await get(other, '/console/people')).body).not.toContain('Booked today')
  })

  test('of another clinic are found by nobody', async () => {
    const { rows } = await db.admin.query('select person_id from clinic.appointments where appointment_id = $1', [
      visit,
    ])
    const person = `/console/people/${rows[0].person_id}`
    expect((await get(await signIn('reception'), person)).body).toContain('Nadia')
    clinic = await makeTestClinic(db)
    const stranger = await signIn('owner')
    expect((await get(stranger, person)).status).toBe(404)
    expect((await post(stranger, '/console/people', { name: 'nadia' })).body).not.toContain('Fleet')
  })

  test('who booked twice are shown as perhaps the same, and two of a family are not', async () => {
    await bookedVisit(db, clinic, '12:00', nadia)
    await bookedVisit(db, clinic, '13:00', { ...nadia, personName: 'Sami Fleet' })
    const { rows } = await db.admin.query('select person_id from clinic.appointments where appointment_id = $1', [
      visit,
    ])
    const { body } = await get(await signIn('reception'), `/console/people/${rows[0].person_id}`)
    expect(body).toContain('May be the same person')
    expect(body).not.toContain('Sami')
  })
})

describe('the person', () => {
  test('sees on their visit who of the clinic looked, when, and as what', async () => {
    const visits = createBookingApp({
      frame: consoleHome({ signedIn: { ok: false, why: 'nobody' } }).frame,
      data: () => ({ app: db.app, directory: db.directory, secret: db.secret }),
      addressOf: () => undefined,
    })
    const own = async () => {
      const token = privateToken(db.secret, 'visit', { clinicId: clinic.clinicId, appointmentId: visit })
      return (await visits.request(bookingPaths.visit(token))).text()
    }
    expect(await own()).toContain('Nobody of the clinic has opened it yet.')
    await get(await signIn('reception', { name: 'Ruth Falcon' }), page())
    await get(await signIn('therapist', { name: '<i>Idris</i>', therapistId: clinic.therapists[0] ?? '' }), page())
    const seenBy = await own()
    expect(seenBy).toContain('Ruth Falcon</bdi> (reception) opened your visit')
    expect(seenBy).toContain('&lt;i>Idris&lt;/i></bdi> (therapist) read what you shared of your check')
    expect(seenBy).not.toContain('Ruth Falcon</bdi> (reception) read')
    await bookedVisit(db, clinic, '16:00', { personName: 'Somebody else' }).then((id) => (visit = id))
    expect(await own()).toContain('Nobody of the clinic has opened it yet.')
  })
})

describe('an email that did not arrive', () => {
  const mend = async (fields: Readonly<Record<string, string>>) =>
    post(await signIn('reception'), `${page()}/address`, { seen: await seen(), ...fields })
  const mails = async () =>
    (
      await db.admin.query('select kind, state, address from clinic.mails where appointment_id = $1 order by mail_id', [
        visit,
      ])
    ).rows
  const confirmations = async () =>
    (await mails()).filter(({ kind }) => kind === 'confirmation').map(({ address, state }) => `${address} ${state}`)

  beforeEach(async () => {
    await visitIsAt(db, visit, '3 days')
  })

  test('is put right, and the news goes out again, in one step', async () => {
    await db.admin.query(`update clinic.mails set state = 'bounced', why = 'x' where kind = 'confirmation'`)
    expect((await mend({ email: ' nadia@GMAIL.com ' })).to).toBe(page())
    expect(await confirmations()).toEqual(['noor@example.org bounced', 'nadia@gmail.com queued'])
    const waiting = (await mails()).filter(({ state }) => state === 'queued').map(({ address }) => address)
    expect(new Set(waiting)).toEqual(new Set(['nadia@gmail.com']))
    const { body } = await get(await treats(), page())
    expect(body).toContain('Email changed, and the news sent to it')
    expect(body).toContain('Put their email right and send again')
  })

  test('of whom there was none is not “put right”: it is added, and the news is sent', async () => {
    await db.admin.query(`update clinic.contacts set email = null where clinic_id = $1`, [clinic.clinicId])
    const member = await treats()
    const { body } = await get(member, page())
    expect(body).toContain('Add their email and send the news')
    expect(body).not.toMatch(/Put their email right|old address|send again/)
    expect((await mend({ email: 'nadia@gmail.com' })).to).toBe(page())
    expect(await confirmations()).toContain('nadia@gmail.com queued')
    expect((await get(member, page())).body).toContain('Email changed, and the news sent to it')
  })

  test('ends every link that the first address was sent, and the calendar made with one; the new mail’s link opens', async () => {
    await db.admin.query(`update clinic.appointments set free_until = now() + interval '1 day'`)
    const subject = { clinicId: clinic.clinicId, appointmentId: visit }
    const person = createBookingApp({
      frame: consoleHome({ signedIn: { ok: false, why: 'nobody' } }).frame,
      data: () => ({ app: db.app, directory: db.directory, secret: db.secret }),
      addressOf: () => undefined,
    })
    const status = async (path: string, init?: RequestInit) => (await person.request(path, init)).status
    const linksOf = (link: LinkSubject) => {
      const own = bookingPaths.visit(privateToken(db.secret, 'visit', link))
      const review = `/reviews/${privateToken(db.secret, 'review', link)}`
      return [own, `${own}/calendar`, `${own}/visit.ics`, `${own}/cancel`, `${own}/move`, `${own}/earlier`, review]
    }
    const [own = ''] = linksOf(subject)
    const ask = { key: crypto.randomUUID(), who: 'any', part: 'any', day1: 'yes', day2: 'yes' }
    const joined = await person.request(`${own}/earlier`, { method: 'POST', body: new URLSearchParams(ask) })
    const waiting = joined.headers.get('Location') ?? `not joined: ${joined.status}`
    await person.request(`${own}/calendar`, { method: 'POST', body: new URLSearchParams({ do: 'make' }) })
    const feed = /\/feeds\/[\w-]+\.ics/.exec(await (await person.request(`${own}/calendar`)).text())?.[0] ?? 'no feed'
    const before = [...linksOf(subject), feed, waiting]
    const opens = async (paths: readonly string[]) =>
      (await Promise.all(paths.map(async (path) => ((await status(path)) === 404 ? [] : path)))).flat()
    expect(await opens(before)).toEqual(before)
    await mend({ email: 'nadia@example.org' })
    expect(await opens(before)).toEqual([])
    expect(await status(`${own}/cancel`, { method: 'POST', body: new URLSearchParams() })).toBe(404)
    expect(await stateOf()).toBe('confirmed')
    const [mail] = await takeDueMails(db.app, clinic.clinicId, { most: 5, leaseMs: 60_000 })
    expect(mail).toMatchObject({ address: 'nadia@example.org', visit: { linkRound: 1 } })
    const now = linksOf({ ...subject, linkRound: mail?.visit.linkRound ?? 0 })
    expect(await opens(now)).toEqual(now)
    expect(await opens(linksOf({ ...subject, linkRound: 2 }))).toEqual([])
  })

  test('a mail that was on its way to the first address and came back is not tried there again', async () => {
    const [mail] = await takeDueMails(db.app, clinic.clinicId, { most: 5, leaseMs: 60_000 })
    if (!mail) throw new Error('no mail')
    await mend({ email: 'nadia@example.org' })
    await writeOutcome(db.app, mail, { what: 'failed', why: 'It did not answer.', waitMs: -1 })
    const again = await takeDueMails(db.app, clinic.clinicId, { most: 5, leaseMs: 60_000 })
    expect(again.map(({ address }) => address)).toEqual(['nadia@example.org'])
    expect(await confirmations()).toEqual(['noor@example.org dropped', 'nadia@example.org sending'])
  })

  test('is put right once, however often the button is tapped', async () => {
    const stale = await seen()
    const one = await signIn('reception')
    const fields = { email: 'nadia@example.org', seen: stale }
    for (let times = 0; times < 2; times += 1) expect((await post(one, `${page()}/address`, fields)).status).toBe(303)
    expect((await mend(fields)).body).toContain('Nothing of yours was done.')
    expect((await mend({ email: 'other@example.org', seen: stale })).status).toBe(409)
    expect(await confirmations()).toHaveLength(2)
  })

  test('is asked about when it looks like a slip, and taken when it is meant', async () => {
    const asked = await mend({ email: 'nadia@gmial.com' })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('Did you mean nadia@gmail.com?')
    expect((await mend({ email: 'nadia@gmial.com', asked: 'nadia@gmail.com' })).status).toBe(303)
  })

  test.each([
    '',
    'nadia',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'ñ@example.org',
    '"><script>',
  ])('is not put right with %j', async (email) => {
    const answer = await mend({ email })
    expect(answer.status).toBe(422)
    expect(answer.body).not.toContain('<script>')
    expect(await confirmations()).toHaveLength(1)
  })

  test('of a visit whose person is here already is left as it is', async () => {
    await visitIsAt(db, visit, '-1 minute')
    await post(await signIn('reception'), `${page()}/step`, { step: 'arrived', seen: await seen() })
    expect((await mend({ email: 'nadia@example.org' })).status).toBe(409)
  })
})

test('whoever treats has their own calendar feed a press away from the calendar; the others are offered none', async () => {
  expect((await get(await treats(), '/console/calendar')).body).toContain('href="/console/feed"')
  expect((await get(await signIn('reception'), '/console/calendar')).body).not.toContain('href="/console/feed"')
})
