/**
 * Whatever sends or clears takes what nobody has at that moment: one row in other hands keeps nothing else waiting, and is left
 * as it is. Several servers may send from one database, and a slow one must not stop the others.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { holdSlot } from '../src/clinic/booking/holds.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { beside } from '../src/clinic/db/test-rival.ts'
import { openLetters, takeNextLetter } from '../src/clinic/letters/due-letters.ts'
import { askForGuide } from '../src/clinic/letters/guide-mails.ts'
import { makeDueLetter, makeReaders } from '../src/clinic/letters/letters.fixtures.ts'
import { sendGuideMails } from '../src/clinic/letters/send-guide-mails.ts'
import type { Deliver } from '../src/clinic/mail/deliver.ts'
import { takeDueMails } from '../src/clinic/mail/due-mails.ts'
import { makeVisit } from '../src/clinic/mail/mail.fixtures.ts'
import { takeDueNotices } from '../src/clinic/mail/notices.ts'
import { createAuth } from '../src/server/accounts/better-auth.ts'
import { beginSetUp } from '../src/server/accounts/half-set-up.ts'
import { sendNewStartMails } from '../src/server/accounts/new-start-mails.ts'
import { sendInvitations } from '../src/server/accounts/send-invitations.ts'
import { origin, password } from '../src/server/accounts/test-house.ts'
import { sendWayInNotices } from '../src/server/accounts/way-in-notices.ts'

const db = testDatabase()
const shared: { clinic?: TestClinic } = {}
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
beforeAll(async () => {
  shared.clinic = await makeTestClinic(db)
})

const id = async (text: string, values: readonly unknown[]) =>
  (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''
const lease = { most: 50, leaseMs: 60_000 }
const never = new AbortController().signal
const deliver: Deliver = () => Promise.resolve({ ok: true })
const takesAll = { from: 'hello@unclench.example', deliver }
const mailer = () => ({ app: db.app, auth: db.auth, secret: db.secret, mail: takesAll, origin })
const here = () => ({ ...clinic(), therapistId: clinic().therapists[0] ?? '' })
const nextWeek = () => Date.now() + 7 * 24 * 60 * 60_000

async function member(name: string): Promise<string> {
  return id(
    `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
     values ($1, $2, $2 || '@lantern.example', 'owner', gen_random_uuid(), now()) returning member_id as id`,
    [clinic().clinicId, name],
  )
}

/** One way of taking rows. */
interface Way {
  /** Where its statement stands in the code; `null` where it is that of another way. */
  readonly file: string | null
  readonly what: string
  /** Makes one row that is due. @returns its id */
  readonly make: (name: string) => Promise<string>
  readonly table: string
  readonly key: string
  readonly take: () => Promise<unknown>
  /** Holds of a row that was taken, or it is gone. */
  readonly taken: string
}

const ways: readonly Way[] = [
  {
    file: 'src/clinic/booking/slot-claims.ts',
    what: 'holds that have ended',
    table: 'clinic.appointments',
    key: 'appointment_id',
    make: (name) =>
      id(
        `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at,
           pause_before, pause_after, price_pence, free_until, late_fee_pence, hold_ends_at)
         values ($1, 'held', $2, $3, $4, $5, $5::timestamptz + interval '45 min', 0, 0, 6200, $5, 3000, now() - interval '1 min')
         returning appointment_id as id`,
        [clinic().clinicId, clinic().serviceId, here().therapistId, clinic().locationId, hourOf(name)],
      ),
    take: () =>
      holdSlot(
        db.app,
        {
          ...here(),
          service: clinic().serviceId,
          therapist: here().therapistId,
          location: clinic().locationId,
          start: dayAfterTomorrow('15:00'),
        },
        null,
      ),
    taken: 'false',
  },
  {
    file: 'src/clinic/mail/due-mails.ts',
    what: 'mails of visits',
    table: 'clinic.mails',
    key: 'mail_id',
    make: async (name) => {
      const address = `${name}@example.org`
      const visit = await makeVisit(db.admin, here(), { startsAt: nextWeek(), address })
      return id(
        `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, due_at, next_try_at, useless_after)
         values ($1, $2, 0, 'confirmation', $3, now(), now(), now() + interval '1 day') returning mail_id as id`,
        [clinic().clinicId, visit, address],
      )
    },
    take: () => takeDueMails(db.app, clinic().clinicId, lease),
    taken: `state = 'sending'`,
  },
  {
    file: null,
    what: 'notices',
    table: 'clinic.mails',
    key: 'mail_id',
    make: async (name) => {
      const question = await id(
        `insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, email, asked_from, due_at)
         values ($1, gen_random_uuid(), '\\x77', true, $2 || '@example.org', sha256('here'), now() + interval '1 day')
         returning question_id as id`,
        [clinic().clinicId, name],
      )
      return id(
        `insert into clinic.mails (clinic_id, question_id, version, kind, address, due_at, next_try_at, useless_after)
         values ($1, $2, 0, 'question', $3 || '@example.org', now(), now(), now() + interval '1 day') returning mail_id as id`,
        [clinic().clinicId, question, name],
      )
    },
    take: () => takeDueNotices(db.app, clinic().clinicId, lease),
    taken: `state <> 'queued'`,
  },
  {
    file: 'src/clinic/letters/due-letters.ts',
    what: 'letters whose time has come',
    table: 'clinic.letters',
    key: 'letter_id',
    make: () => makeDueLetter(db.admin, here()),
    take: () => openLetters(db.app, clinic().clinicId),
    taken: `state <> 'scheduled'`,
  },
  {
    file: 'src/clinic/letters/due-letters.ts',
    what: 'mails of letters',
    table: 'clinic.letter_mails',
    key: 'letter_mail_id',
    make: async (name) => {
      await makeReaders(db.admin, here(), 1, `${name}.example`)
      return id(
        `insert into clinic.letter_mails (clinic_id, kind, letter_id, subscriber_id, address, useless_after)
         select s.clinic_id, 'was-it-you', null, s.subscriber_id, s.address, now() + interval '1 day'
         from clinic.letter_subscribers s where s.clinic_id = $1 and s.address like '%@' || $2 || '.example'
         returning letter_mail_id as id`,
        [clinic().clinicId, name],
      )
    },
    take: () => takeNextLetter(db.app, clinic().clinicId, lease.leaseMs),
    taken: `state = 'sending'`,
  },
  {
    file: 'src/clinic/letters/send-guide-mails.ts',
    what: 'guides by mail',
    table: 'clinic.guide_mails',
    key: 'guide_mail_id',
    make: async (name) => {
      await askForGuide(db.app, db.secret, { guide: 'flare-plan', address: `${name}@guides.example`, network: name })
      return id(
        `update clinic.guide_mails set asked_at = now() - interval '1 second' where guide_mail_id =
           (select guide_mail_id from clinic.guide_mails order by guide_mail_id desc limit 1) returning guide_mail_id as id`,
        [],
      )
    },
    take: () =>
      sendGuideMails(
        {
          ...{ db: db.app, secret: db.secret, ...takesAll },
          links: () => ({ file: origin, live: origin, check: origin, notMe: origin }),
        },
        never,
      ),
    taken: 'sealed is null',
  },
  {
    file: 'src/server/accounts/send-invitations.ts',
    what: 'invitations',
    table: 'clinic.invitations',
    key: 'invitation_id',
    make: async (name) =>
      id(
        `with one as (insert into clinic.members (clinic_id, name, email, role) values ($1, $2, $2 || '@lantern.example', 'reception')
           returning clinic_id, member_id)
         insert into clinic.invitations (clinic_id, member_id) select clinic_id, member_id from one returning invitation_id as id`,
        [clinic().clinicId, name],
      ),
    take: () => sendInvitations(mailer(), never),
    taken: 'sent_at is not null',
  },
  {
    file: 'src/server/accounts/new-start-mails.ts',
    what: 'mails about new starts',
    table: 'clinic.new_start_mails',
    key: 'new_start_mail_id',
    make: async (name) => {
      const [asker, lost] = [await member(`${name}-asks`), await member(`${name}-lost`)]
      return id(
        `with one as (insert into clinic.new_starts (clinic_id, member_id, asked_by) values ($1, $2, $3) returning new_start_id)
         insert into clinic.new_start_mails (clinic_id, new_start_id, member_id, what)
         select $1, new_start_id, $2, 'asked' from one returning new_start_mail_id as id`,
        [clinic().clinicId, lost, asker],
      )
    },
    take: () => sendNewStartMails(mailer(), never),
    taken: 'sent_at is not null',
  },
  {
    file: 'src/server/accounts/way-in-notices.ts',
    what: 'mails about signing in',
    table: 'auth.way_in_notices',
    key: 'notice_id',
    make: (name) =>
      id(
        `insert into auth.way_in_notices (email, what, for_staff) values ($1 || '@example.org', 'passkey added', false)
         returning notice_id as id`,
        [name],
      ),
    take: () => sendWayInNotices(mailer(), never),
    taken: 'false',
  },
  {
    file: 'src/server/accounts/half-set-up.ts',
    what: 'what was set up half',
    table: 'auth.half_set_ups',
    key: 'user_id',
    make: (name) =>
      id(
        `with one as (insert into auth.users (name, email) values ($1, $1 || '@unclench.invalid') returning id)
         insert into auth.half_set_ups (user_id, invitation_id, browser_hash, ends_at)
         select id, gen_random_uuid(), $1, now() - interval '2 hours' from one returning user_id as id`,
        [name],
      ),
    take: () => {
      const auth = createAuth(db.auth, db.secret, origin)
      const home = { auth: async () => auth, app: db.app, db: db.auth, origin, secret: db.secret }
      return beginSetUp(home, {
        ...{ invitationId: crypto.randomUUID(), name: 'Sol', email: 'sol@lantern.example', password },
      })
    },
    taken: 'false',
  },
]
/** Two times of one day that do not meet. */
const hourOf = (name: string) => new Date(dayAfterTomorrow(name === 'theirs' ? '09:00' : '11:00')).toISOString()

test.each(ways)(
  '$what: one in other hands keeps the others from nothing',
  async ({ make, table, key, take, taken }) => {
    const [theirs, free] = [await make('theirs'), await make('free')]
    const isTaken = async (row: string) => {
      const { rows } = await db.admin.query<{ taken: boolean }>(
        `select ${taken} as taken from ${table} where ${key} = $1`,
        [row],
      )
      return rows[0]?.taken ?? true
    }
    expect([await isTaken(theirs), await isTaken(free)]).toEqual([false, false])
    const hold = { text: `select from ${table} where ${key} = $1 for update`, values: [theirs] }
    const { waited } = await beside(db, hold, take)
    expect(waited).toBe(false)
    expect([await isTaken(theirs), await isTaken(free)]).toEqual([false, true])
  },
)

test('and no statement passes rows by that is not tried here', () => {
  const root = join(import.meta.dirname, '..')
  const said = globSync('src/{clinic,server}/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.|\.fixtures\.|\/test-/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return [...text.matchAll(/skip locked|skipLocked/g)].map(() => file)
    })
  expect(said.toSorted()).toEqual(ways.flatMap(({ file }) => file ?? []).toSorted())
})
