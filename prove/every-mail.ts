/**
 * Every kind of mail that this software sends: asked for at its own doors, or written by the functions that write its rows, and
 * sent by the server's own senders. Dates are moved where a mail would wait for days.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { askToChoose } from '../src/clinic/booking/choose-again/ask-to-choose.ts'
import { addAbsence } from '../src/clinic/calendar/days-off.ts'
import { queueChooseAgainMail } from '../src/clinic/mail/notice-rows.ts'
import { alertOfReview, inviteToReview } from '../src/clinic/mail/review-mails.ts'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { makeMember } from '../src/clinic/booking/test-staff.ts'
import { inClinic } from '../src/clinic/db/connection.ts'
import type { TestDatabase } from '../src/clinic/db/test-database.ts'
import { makeDueLetter, makeReaders } from '../src/clinic/letters/letters.fixtures.ts'
import type { Delivered, Delivery } from '../src/clinic/mail/deliver.ts'
import { queueTalkMail } from '../src/clinic/mail/talk-mail-rows.ts'
import { agreeToNewStart, askNewStart, readNewStarts, stopNewStart } from '../src/clinic/people/new-starts.ts'
import type { Member } from '../src/clinic/people/members.ts'
import { dealWithQuestion } from '../src/clinic/talk/answer-question.ts'
import { writeTakenOn } from '../src/clinic/talk/take-on.ts'
import { sendNewStartMails } from '../src/server/accounts/new-start-mails.ts'
import { sendInvitations } from '../src/server/accounts/send-invitations.ts'
import { sendWayInNotices } from '../src/server/accounts/way-in-notices.ts'
import { guideMailsBeside } from '../src/server/guide-mails.ts'
import { lettersBeside } from '../src/server/letters.ts'
import { mailerBeside } from '../src/server/mailer.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { pause } from './installation.ts'
import { holdAndBook, personOf } from './person.ts'

/** The one address that all of it comes from. */
export const ourAddress = 'bookings@unclench.test'
/** How whoever books, waits and asks is called, and their clinic. */
export const typedName = 'Smith, Jane "Jo" O’Hara'
export const clinicName = 'Bones, Backs & "Co"'

/** A clinic with its server and its senders. */
export interface Post {
  readonly server: OwnServer
  readonly clinic: TestClinic
  /** All that was handed over, oldest first. */
  readonly sent: Delivery[]
  /** What becomes of a delivery; may be changed. */
  readonly answer: { with: (delivery: Delivery, signal: AbortSignal) => Promise<Delivered> }
  /** Runs the senders. @returns what stops them */
  readonly start: () => () => Promise<void>
  /** Runs the senders until nothing that is due waits any more. */
  readonly flush: () => Promise<void>
  /** Posts a form as a browser does. @returns where it leads on, or '' */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<{ status: number; to: string }>
  /** Books this day at ten. @returns the address of the visit */
  readonly book: (email: string, daysAhead: number) => Promise<string>
}

const at = (daysAhead: number) =>
  Temporal.Now.zonedDateTimeISO('Europe/London').add({ days: daysAhead }).withPlainTime('10:00').epochMilliseconds

/** Opens a clinic, and its post. */
export async function openPost(db: TestDatabase): Promise<Post> {
  const sent: Delivery[] = []
  const answer: Post['answer'] = { with: () => Promise.resolve({ ok: true }) }
  const deliver = async (delivery: Delivery, signal: AbortSignal) => {
    const delivered = await answer.with(delivery, signal)
    if (delivered.ok) sent.push(delivery)
    return delivered
  }
  const server = await startInProcess(db, deliver)
  const clinic = await makeTestClinic(db, { therapists: 1 })
  await db.admin.query('update clinic.clinics set name = $1 where clinic_id = $2', [clinicName, clinic.clinicId])
  const settings = { from: ourAddress, outbox: null, deliver }
  const folder = await mkdtemp(join(tmpdir(), 'every-mail-'))
  const origin = () => server.origin
  const owner = { ...db.address, user: 'postgres', password: '' }
  const silent = () => undefined
  const isDone = async () =>
    (
      await db.admin.query(`select from clinic.mails where state in ('queued', 'sending') and next_try_at <= now()
        union all select from clinic.letter_mails where state in ('queued', 'sending') and next_try_at <= now()
        union all select from clinic.guide_mails where sealed is not null and next_try_at < '2090-01-01'
        union all select from clinic.letters where state = 'scheduled' and send_at <= now()`)
    ).rows.length === 0
  const post: Post['post'] = async (path, fields) => {
    const response = await fetch(`${server.origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    })
    await response.arrayBuffer()
    return { status: response.status, to: response.headers.get('Location') ?? '' }
  }
  const start = () => {
    const running = [
      mailerBeside(settings, origin, silent)(server.ready, owner),
      lettersBeside(settings, folder, origin, silent)(server.ready, owner),
      guideMailsBeside(settings, origin, silent)(server.ready, owner),
    ]
    return async () => {
      for (const each of running) await each.stop()
    }
  }
  let people = 0
  return {
    ...{ server, clinic, sent, answer, post },
    start,
    flush: async () => {
      const stop = start()
      while (!(await isDone())) await pause(20)
      await stop()
      const { app, auth } = server.ready
      const sender = { app, auth, secret: db.secret, mail: settings, origin: server.origin }
      for (const send of [sendInvitations, sendNewStartMails, sendWayInNotices])
        await send(sender, new AbortController().signal)
    },
    book: async (email, daysAhead) => {
      people += 1
      const time = {
        slug: `therapist-${clinic.therapists[0]}`,
        service: clinic.serviceId,
        start: at(daysAhead),
      }
      const who = { ...personOf(people), name: typedName, email }
      const { outcome } = await holdAndBook(who, [server.origin], time)
      if (outcome.what !== 'booked') throw new Error(`not booked: ${JSON.stringify(outcome)}`)
      return outcome.visit
    },
  }
}

/** Where a visit would be moved to: this day at ten. */
export const movedTo = ({ clinic }: Post, daysAhead: number) => ({
  therapist: clinic.therapists[0] ?? '',
  location: clinic.locationId,
  start: String(at(daysAhead)),
})

/** The form of the waiting list. */
const wish = ({ clinic }: Post) => ({
  ...{ service: clinic.serviceId, key: crypto.randomUUID(), who: 'any', part: 'any', weeks: '4' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, 'yes'])),
  ...{ name: typedName, email: 'waits@example.org', payer: 'self', forWhom: 'me' },
})

/** What waits for its day goes now. */
export const letGo = (db: TestDatabase) =>
  db.admin.query(`update clinic.mails set next_try_at = now() where state = 'queued'`)

/** A kind of mail, and one of it as it was handed over. */
export interface OneOfAKind {
  readonly kind: string
  readonly delivery: Delivery
}

/** Sends each kind there is at least once. Visits stay: one that stands, one that was moved, one cancelled, one finished. */
export async function sendEveryKind(db: TestDatabase, post: Post): Promise<readonly OneOfAKind[]> {
  const { flush, book } = post
  await book('stays@example.org', 10)
  const [moved, cancelled] = [await book('moves@example.org', 11), await book('cancels@example.org', 12)]
  const finished = await book('came@example.org', 13)
  await flush()
  await letGo(db)
  await flush()
  await post.post(`${moved}/move`, movedTo(post, 14))
  await post.post(`/waiting/join/therapist-${post.clinic.therapists[0]}`, wish(post))
  await post.post(`${cancelled}/cancel`, {})
  await flush()
  await db.admin.query(`update clinic.mails set next_try_at = now() where state = 'queued' and kind = 'offer'`)
  await finish(db, post, finished)
  await chooseAgain(db, post)
  await talk(db, post)
  await letters(db, post)
  await post.post('/guide/pdf/mail', { guide: 'flare-plan', 'email-flare-plan': 'prints@example.org' })
  const notices = await accounts(db, post)
  await flush()
  return kindsOf(db, post, notices)
}

async function finish(db: TestDatabase, { clinic, server }: Post, visit: string) {
  const { rows } = await db.admin.query<{ id: string }>(
    `update clinic.appointments a set state = 'finished', starts_at = now() - interval '1 hour', ends_at = now()
     from clinic.contacts k where k.contact_id = a.contact_id and k.email = 'came@example.org'
     returning appointment_id as id`,
  )
  const key = { clinicId: clinic.clinicId, appointmentId: rows[0]?.id ?? visit }
  await inClinic(server.ready.app, clinic.clinicId, async (trx) => {
    await inviteToReview(trx, key)
    await alertOfReview(trx, key)
  })
  await db.admin.query(`update clinic.mails set next_try_at = now() where kind = 'review-invitation'`)
}

/** One therapist is away on two days; of the second the clinic then thinks better. */
async function chooseAgain(db: TestDatabase, { clinic, server, book }: Post) {
  const { clinicId } = clinic
  for (const [email, daysAhead] of [
    ['chooses@example.org', 16],
    ['keeps@example.org', 18],
  ] as const) {
    await book(email, daysAhead)
    const { rows } = await db.admin.query<{ id: string; version: number }>(
      `select a.appointment_id as id, a.version from clinic.appointments a join clinic.contacts k using (clinic_id, contact_id)
       where k.email = $1`,
      [email],
    )
    const [{ id = '', version = 0 } = {}] = rows
    const named = { accountId: crypto.randomUUID(), name: 'Wren', email: 'w@clinic.example', therapistId: null }
    const member: Member = { clinicId, memberId: await makeMember(db, clinicId, 'owner'), ...named, role: 'owner' }
    const day = Temporal.Now.plainDateISO('Europe/London').add({ days: daysAhead }).toString()
    const wish = { therapistId: clinic.therapists[0] ?? '', firstDay: day, lastDay: day }
    await addAbsence(server.ready.app, member, wish)
    await askToChoose(server.ready.app, member, [{ appointmentId: id, version }])
    if (email === 'chooses@example.org') continue
    await inClinic(server.ready.app, clinicId, async (trx) => {
      await sql`update choose_again set outcome = 'kept', closed_at = now() where appointment_id = ${id}`.execute(trx)
      const { rows: asks } = await sql<{ id: string }>`
        select choose_again_id as id from choose_again where appointment_id = ${id}`.execute(trx)
      const told = { clinicId, askId: asks[0]?.id ?? '', address: email, startsAt: at(daysAhead) }
      await queueChooseAgainMail(trx, { ...told, kind: 'stands-again' })
    })
  }
}

async function talk(db: TestDatabase, { clinic, server, post }: Post) {
  const { clinicId, therapists } = clinic
  await writeTakenOn(server.ready.app, clinicId, { answersQuestions: true, readsComments: true })
  const one = async (text: string) => (await db.admin.query<{ id: string }>(text)).rows[0]?.id ?? ''
  await db.admin.query(
    `with s as (insert into clinic.services (clinic_id, treatment, name, minutes, price_pence)
       values ($1, 'free-assessment', 'Free talk', 15, 0) returning service_id)
     insert into clinic.service_therapists select $1, service_id, $2 from s`,
    [clinicId, therapists[0]],
  )
  const service = await one(`select service_id as id from clinic.services where treatment = 'free-assessment'`)
  const asks = { key: crypto.randomUUID(), name: typedName, email: 'talks@example.org' }
  await post(`/therapists/therapist-${therapists[0]}/assessment`, { ...asks, service, suits: 'morning' })
  const question = { words: 'May I zumba with a xylophone?', who: 'all', email: 'asks@example.org', looked: 'yes' }
  await post('/ask', { ...question, key: crypto.randomUUID() })
  const answered = await one('select question_id as id from clinic.questions')
  const therapistId = therapists[0] ?? null
  const memberId = await makeMember(db, clinicId, 'therapist', { therapistId })
  const named = { accountId: crypto.randomUUID(), name: 'Amara', email: 'a@clinic.example' }
  const member: Member = { clinicId, memberId, ...named, role: 'therapist', therapistId }
  const deed = { what: 'answered', words: 'Yes, if it feels good.', guidePages: [], publishAs: undefined } as const
  await dealWithQuestion(server.ready.app, db.secret, member, answered, deed)
  await db.admin.query(`update clinic.question_answers set goes_at = now() - interval '1 second'`)
  await post('/ask', { ...question, key: crypto.randomUUID(), words: 'May I juggle with a trombone?' })
  const alarming = await one(`update clinic.questions set danger_heard_at = now() where state = 'open'
    returning question_id as id`)
  await post('/comments/heat-or-ice', {
    ...{ key: crypto.randomUUID(), words: 'A warm bottle was kind to me.', name: '', email: 'writes@example.org' },
  })
  const comment = await one('update clinic.comments set danger_heard_at = now() returning comment_id as id')
  await inClinic(server.ready.app, clinicId, async (trx) => {
    const alert = { clinicId, address: 'hello@lantern.example' }
    await queueTalkMail(trx, { ...alert, kind: 'question-alert', questionId: alarming })
    await queueTalkMail(trx, { ...alert, kind: 'comment-alert', commentId: comment })
  })
  await db.admin.query(`update clinic.mails set next_try_at = now() where kind = 'answer'`)
}

async function letters(db: TestDatabase, { clinic, post }: Post) {
  const { clinicId, locationId, serviceId, therapists } = clinic
  await post('/letters', { email: 'reads@example.org', clinic: `clinic-${clinicId}`, topic: 'keep-away' })
  const mailClinic = { clinicId, locationId, serviceId, therapistId: therapists[0] ?? '' }
  await makeReaders(db.admin, mailClinic, 3)
  const letter = await makeDueLetter(db.admin, mailClinic)
  await db.admin.query(
    `insert into clinic.letter_mails (clinic_id, kind, letter_id, address, useless_after)
     values ($1, 'test', $2, 'a@clinic.example', now() + interval '1 day')`,
    [clinicId, letter],
  )
}

async function accounts(db: TestDatabase, { clinic, server, post }: Post) {
  const { clinicId } = clinic
  await post('/account/sign-in', { email: 'signs-in@example.org' })
  await db.admin.query(
    `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Priya', 'priya@clinic.example', 'reception')`,
    [clinicId],
  )
  const owner = await makeMember(db, clinicId, 'owner', { name: 'Wren' })
  const manager = await makeMember(db, clinicId, 'manager', { name: 'Sol' })
  const [lost, found] = [await makeMember(db, clinicId, 'reception'), await makeMember(db, clinicId, 'reception')]
  const as = (memberId: string, role: Member['role']): Member => ({
    ...{ clinicId, memberId, role, therapistId: null },
    ...{ accountId: crypto.randomUUID(), name: 'Wren', email: 'w@clinic.example' },
  })
  await inClinic(server.ready.app, clinicId, async (trx) => {
    for (const [memberId, goOn] of [
      [lost, agreeToNewStart],
      [found, stopNewStart],
    ] as const) {
      const asked = await askNewStart(trx, as(owner, 'owner'), memberId)
      if (!asked.ok) throw new Error(asked.why)
      const start = (await readNewStarts(trx, as(manager, 'manager'))).find((each) => each.memberId === memberId)
      const gone = await goOn(trx, as(manager, 'manager'), start?.id ?? '')
      if (!gone.ok) throw new Error(gone.why)
    }
  })
  await db.admin.query(
    `insert into clinic.new_start_mails (clinic_id, new_start_id, member_id, what)
     select clinic_id, new_start_id, $1, 'done' from clinic.new_starts limit 1`,
    [owner],
  )
  await db.admin.query(
    `insert into auth.way_in_notices (email, what, for_staff) select 'robin@people.example', what, for_staff
     from unnest($1::text[]) what, unnest(array[true, false]) for_staff`,
    [await kindsIn(db, 'auth.way_in_notices', 'what')],
  )
  const { rows: notices } = await db.admin.query<{ id: string; what: string }>(
    'select notice_id as id, what from auth.way_in_notices',
  )
  return new Map(notices.map(({ id, what }) => [id, what]))
}

/** The kinds that a table allows. */
export async function kindsIn(db: TestDatabase, table: string, column = 'kind'): Promise<readonly string[]> {
  const { rows } = await db.admin.query<{ rule: string }>(
    `select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = $1::regclass and contype = 'c'
       and pg_get_constraintdef(oid) ~ ($2 || ' = ANY') and array_length(conkey, 1) = 1`,
    [table, column],
  )
  return rows.flatMap(({ rule }) => [...rule.matchAll(/'([\w -]+)'/g)].map(([, kind = '']) => kind))
}

async function kindsOf(
  db: TestDatabase,
  { sent }: Post,
  notices: ReadonlyMap<string, string>,
): Promise<readonly OneOfAKind[]> {
  const { rows } = await db.admin.query<{ id: string; kind: string }>(
    `select mail_id as id, kind from clinic.mails union all select letter_mail_id, kind from clinic.letter_mails
     union all select i.invitation_id, case when m.account_id is null then 'invitation' else 'invitation-again' end
       from clinic.invitations i join clinic.members m using (clinic_id, member_id)
     union all select new_start_mail_id, what from clinic.new_start_mails
     union all select guide_mail_id, 'guide' from clinic.guide_mails`,
  )
  const kinds = new Map([...notices, ...rows.map(({ id, kind }) => [id, kind] as const)])
  return sent.map((delivery) => ({ kind: kinds.get(delivery.mailId) ?? 'sign-in', delivery }))
}
