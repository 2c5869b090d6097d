/**
 * Two people at one row, or at one bound: whoever had to wait acts on what stands then, not on what stood when they began. In each row of the
 * table somebody else is in the middle of a change when the work begins, and is done as soon as the work waits for them. Its
 * answer must be that of somebody who came afterwards.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeFeed } from '../src/clinic/booking/calendar-feeds.ts'
import { requestAssessment } from '../src/clinic/booking/assessment-requests.ts'
import { cancelVisit } from '../src/clinic/booking/cancel.ts'
import { tellWhatStandsAgain } from '../src/clinic/booking/choose-again/ask-to-choose.ts'
import { confirmBooking } from '../src/clinic/booking/confirm.ts'
import { holdCourse, holdsOfCourse } from '../src/clinic/booking/courses.ts'
import { drawAgain, drawGrant, enterGrant } from '../src/clinic/booking/grants.ts'
import { holdSlot, releaseHold } from '../src/clinic/booking/holds.ts'
import { tellContactAnew } from '../src/clinic/booking/mend-address.ts'
import { comparePersons } from '../src/clinic/booking/persons/compare-persons.ts'
import { mergePersons } from '../src/clinic/booking/persons/merge-persons.ts'
import { undoMerge } from '../src/clinic/booking/persons/undo-merge.ts'
import { shareCheck } from '../src/clinic/booking/shared-check.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { makeMember } from '../src/clinic/booking/test-staff.ts'
import { joinWaitingList } from '../src/clinic/booking/waiting/waiting-list.ts'
import { withdrawUntold } from '../src/clinic/booking/waiting/withdraw-offers.ts'
import { addBlock } from '../src/clinic/calendar/blocks.ts'
import { cancelByStaff } from '../src/clinic/calendar/staff-cancel.ts'
import { lastCommand, undoCommand } from '../src/clinic/calendar/undo.ts'
import { undoCancel } from '../src/clinic/calendar/undo-cancel.ts'
import { type ClinicTransaction, connectAsOwner, type Database, inClinic } from '../src/clinic/db/connection.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { beside } from '../src/clinic/db/test-rival.ts'
import { eraseOldWishes } from '../src/clinic/letters/erase-wishes.ts'
import { heedLeavers } from '../src/clinic/letters/heed-leavers.ts'
import { makeReaders } from '../src/clinic/letters/letters.fixtures.ts'
import { useOffer, useOfferAgain } from '../src/clinic/letters/price-offers.ts'
import { askForGuide } from '../src/clinic/letters/guide-mails.ts'
import { askForLetters, chooseTopics } from '../src/clinic/letters/subscribe.ts'
import { makeLetter, saveLetter } from '../src/clinic/letters/write-letters.ts'
import { makeVisit } from '../src/clinic/mail/mail.fixtures.ts'
import { erasePerson, eraseWhatIsDue } from '../src/clinic/people/erase-person.ts'
import { inviteAgain } from '../src/clinic/people/invitations.ts'
import type { Member } from '../src/clinic/people/members.ts'
import { askNewStart } from '../src/clinic/people/new-starts.ts'
import { moderateReview } from '../src/clinic/reviews/moderate-reviews.ts'
import { reportReview } from '../src/clinic/reviews/report-review.ts'
import { writeReview } from '../src/clinic/reviews/write-review.ts'
import { createClinic } from '../src/clinic/setup/create-clinic.ts'
import { changeClinic } from '../src/clinic/setup/picture.ts'
import { dealWithQuestion } from '../src/clinic/talk/answer-question.ts'
import { askQuestion, eraseOwnQuestion } from '../src/clinic/talk/ask-question.ts'
import { moderateComment, wordingOf } from '../src/clinic/talk/moderate-comments.ts'
import { editOwnComment, writeComment } from '../src/clinic/talk/write-comment.ts'
import { createAuth } from '../src/server/accounts/better-auth.ts'
import { finishSetUp } from '../src/server/accounts/half-set-up.ts'
import { origin } from '../src/server/accounts/test-house.ts'

const db = testDatabase()
let owner: Database
let clinic: TestClinic
let member: Member
beforeAll(() => {
  owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
})
afterAll(() => owner.destroy())
beforeEach(async () => {
  clinic = await makeTestClinic(db)
  const memberId = await makeMember(db, clinic.clinicId, 'owner')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'owner', therapistId: null } as const
  member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), ...who }
})

const nextWeek = () => Date.now() + 7 * 24 * 60 * 60_000
const id = async (text: string, values: readonly unknown[] = []) =>
  (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''
const here = () => ({ ...clinic, therapistId: clinic.therapists[0] ?? '' })
const within = <T>(work: (trx: ClinicTransaction) => Promise<T>) => inClinic(db.app, clinic.clinicId, work)
const visit = (wish: { startsAt?: number; personName?: string } = {}) =>
  makeVisit(db.admin, here(), { startsAt: nextWeek(), ...wish })
const keyOf = (appointmentId: string) => ({ clinicId: clinic.clinicId, appointmentId })
const ofVisit = async (column: 'person_id' | 'contact_id', appointmentId: string) =>
  id(`select ${column} as id from clinic.appointments where appointment_id = $1`, [appointmentId])
const nobody = () => Promise.resolve()
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'why' in error ? error.why : String(error)),
  )

async function finished() {
  const appointmentId = await visit({ startsAt: Date.now() - 24 * 60 * 60_000 })
  await db.admin.query(`update clinic.appointments set state = 'finished' where appointment_id = $1`, [appointmentId])
  return appointmentId
}
async function review() {
  return id(
    `insert into clinic.reviews (clinic_id, appointment_id, therapist_id, rating, words) values ($1, $2, $3, 2, 'Cold room.')
     returning review_id as id`,
    [clinic.clinicId, await finished(), here().therapistId],
  )
}
const question = () =>
  id(
    `insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, email, asked_from, due_at)
     values ($1, gen_random_uuid(), '\\x77', true, 'q@example.org', sha256('here'), now() + interval '1 day') returning question_id as id`,
    [clinic.clinicId],
  )
const comment = () =>
  id(
    `insert into clinic.comments (clinic_id, write_key, page, words, shown_name, email, written_from)
     values ($1, gen_random_uuid(), 'heat-or-ice', 'Heat did it.', 'Sol', 'sol@example.org', sha256('here')) returning comment_id as id`,
    [clinic.clinicId],
  )
const grant = () =>
  id(
    `insert into clinic.grants (clinic_id, payer, reference, folded_reference, person_name, folded_name, visits, entered_by)
     values ($1, 'package', 'PK-1234', 'PK1234', 'Robin Ashdown', 'robin ashdown', 1, $2) returning grant_id as id`,
    [clinic.clinicId, member.memberId],
  )
const offer = () =>
  id(
    `with one as (insert into clinic.price_offers (clinic_id, code, folded_code, words, kind, off, first_day, last_day, most_uses, made_by)
       values ($1, 'SPRING', 'SPRING', 'Ten off', 'percent', 10, now()::date - 2, now()::date + 30, 1, $2) returning price_offer_id)
     insert into clinic.price_offer_services select $1, price_offer_id, $3 from one returning price_offer_id as id`,
    [clinic.clinicId, member.memberId, clinic.serviceId],
  )
async function reader(more: string) {
  await makeReaders(db.admin, here(), 1)
  return id(`update clinic.letter_subscribers set ${more} where clinic_id = $1 returning subscriber_id as id`, [
    clinic.clinicId,
  ])
}

/** An offer that nobody was told of yet, with the hold that keeps its time. */
async function heldOffer() {
  const [therapist, location] = [here().therapistId, clinic.locationId]
  const start = dayAfterTomorrow('10:00')
  const held = await holdSlot(db.app, { ...here(), service: clinic.serviceId, therapist, location, start }, null)
  const hold = held.ok ? held.hold.appointmentId : ''
  const offer = await id(
    `with e as (insert into clinic.waiting_entries (clinic_id, join_key, service_id, therapist_id, location_id, weekdays, from_time, to_time,
         first_day, last_day, person_name, contact_name, email, payer)
       values ($1, gen_random_uuid(), $2, $3, $4, '{1,2,3,4,5,6,7}', '08:00', '20:00', now()::date, now()::date + 30, 'Sol', 'Sol',
         'sol@example.org', 'self') returning waiting_entry_id),
     f as (insert into clinic.freed_times (clinic_id, therapist_id, during)
       values ($1, $3, tstzrange($5::timestamptz, $5::timestamptz + interval '45 min')) returning freed_time_id),
     o as (insert into clinic.offers (clinic_id, waiting_entry_id, freed_time_id, asked_at, answer_until)
       select $1, waiting_entry_id, freed_time_id, now(), now() + interval '2 hours' from e, f returning offer_id, waiting_entry_id)
     insert into clinic.offer_times
       select $1, offer_id, 1, waiting_entry_id, $3, $4, $5, $5::timestamptz + interval '45 min', $6 from o returning offer_id as id`,
    [clinic.clinicId, clinic.serviceId, therapist, location, new Date(start).toISOString(), hold],
  )
  await db.admin.query(
    `insert into clinic.mails (clinic_id, offer_id, version, kind, address, useless_after)
     values ($1, $2, 0, 'offer', 'sol@example.org', now() + interval '2 hours')`,
    [clinic.clinicId, offer],
  )
  return { offer, hold }
}

const accounts = () => {
  const auth = createAuth(db.auth, db.secret, origin)
  return { auth: async () => auth, app: db.app, db: db.auth, origin, secret: db.secret }
}

/** What somebody else is in the middle of. */
interface Theirs {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Meeting {
  /** Where the lock stands that makes the work wait. */
  readonly file: string
  readonly theirs: Theirs
  readonly work: () => Promise<unknown>
  /** The answer of whoever comes after them. */
  readonly answer: unknown
  /** A question about what is left, answered with true. */
  readonly left?: Theirs
}

const meetings: Readonly<Record<string, () => Promise<Meeting>>> = {
  'a visit is cancelled while its person cancels it: once, told once': async () => {
    const of = await visit()
    return {
      file: 'src/clinic/booking/visit-row.ts',
      theirs: {
        text: `update clinic.appointments set state = 'cancelled', version = version + 1 where appointment_id = $1`,
        values: [of],
      },
      work: () => cancelVisit(db.app, keyOf(of)),
      answer: { ok: true, already: true, late: false, feePence: 0 },
    }
  },
  'a visit is cancelled while a check is shared with it: nothing comes in behind it': async () => {
    const of = await visit()
    return {
      file: 'src/clinic/booking/shared-check.ts',
      theirs: { text: `update clinic.appointments set state = 'cancelled' where appointment_id = $1`, values: [of] },
      work: () => shareCheck(db.app, db.secret, keyOf(of), 'Numb'),
      answer: false,
      left: { text: 'select count(*) = 0 as so from clinic.shared_checks where appointment_id = $1', values: [of] },
    }
  },
  'a hold is booked while it is let go: the visit keeps its time': async () => {
    const [therapist, location] = [here().therapistId, clinic.locationId]
    const wanted = { ...here(), service: clinic.serviceId, therapist, location, start: dayAfterTomorrow('10:00') }
    const held = await holdSlot(db.app, wanted, null)
    const of = held.ok ? held.hold.appointmentId : ''
    const other = await visit()
    return {
      file: 'src/clinic/booking/holds.ts',
      theirs: {
        text: `update clinic.appointments a set state = 'confirmed', hold_ends_at = null, person_id = o.person_id, contact_id = o.contact_id,
          booking_key = gen_random_uuid(), payer = 'self' from clinic.appointments o where a.appointment_id = $1 and o.appointment_id = $2`,
        values: [of, other],
      },
      work: () => releaseHold(db.app, keyOf(of)),
      answer: undefined,
      left: { text: 'select count(*) = 1 as so from clinic.claims where appointment_id = $1', values: [of] },
    }
  },
  'a package is used up while a visit is drawn from it': async () => {
    const [of, grantId] = [await visit(), await grant()]
    const draw = { ...keyOf(of), personName: 'Robin Ashdown', payer: 'package', reference: 'PK-1234' } as const
    return {
      file: 'src/clinic/booking/grants.ts',
      theirs: { text: 'update clinic.grants set used = visits where grant_id = $1', values: [grantId] },
      work: () => why(within((trx) => drawGrant(trx, draw))),
      answer: 'usedUp',
    }
  },
  'a package is used up while a visit that stands again is drawn from it': async () => {
    const [of, grantId] = [await visit(), await grant()]
    return {
      file: 'src/clinic/booking/grants.ts',
      theirs: { text: 'update clinic.grants set used = visits where grant_id = $1', values: [grantId] },
      work: () => why(within((trx) => drawAgain(trx, { ...keyOf(of), grantId }))),
      answer: 'usedUp',
    }
  },
  'a visit is cancelled while a grant is entered that would count it': async () => {
    const of = await visit()
    await db.admin.query(
      `update clinic.appointments set payer = 'insurer', insurer = 'bupa', authorisation_number = 'BP-77-12' where appointment_id = $1`,
      [of],
    )
    return {
      file: 'src/clinic/booking/grants.ts',
      theirs: { text: `update clinic.appointments set state = 'cancelled' where appointment_id = $1`, values: [of] },
      work: () =>
        enterGrant(db.app, member, {
          ...{ payer: 'insurer', insurer: 'bupa', reference: 'BP-77-12', personName: 'Robin Ashdown' },
          ...{ visits: 3, validUntil: null, lateCancelUses: false },
        }),
      answer: { ok: true, counted: 0 },
    }
  },
  'an offer is used up while a code is used': async () => {
    const [of, offerId] = [await visit(), await offer()]
    const use = { ...keyOf(of), code: 'SPRING', address: 'robin@example.org' }
    return {
      file: 'src/clinic/letters/price-offers.ts',
      theirs: { text: 'update clinic.price_offers set used = most_uses where price_offer_id = $1', values: [offerId] },
      work: () => why(within((trx) => useOffer(trx, db.secret, use))),
      answer: 'usedUp',
    }
  },
  'an offer is used up while a visit that stands again uses it': async () => {
    const [of, offerId] = [await visit(), await offer()]
    const use = { ...keyOf(of), offerId, usualPence: 6200, address: 'robin@example.org' }
    return {
      file: 'src/clinic/letters/price-offers.ts',
      theirs: { text: 'update clinic.price_offers set used = most_uses where price_offer_id = $1', values: [offerId] },
      work: () => why(within((trx) => useOfferAgain(trx, db.secret, use))),
      answer: 'usedUp',
    }
  },
  'a visit is cancelled while its new address is told of it: nobody is told that it stands': async () => {
    const of = await visit()
    const to = { clinicId: clinic.clinicId, memberId: member.memberId, address: 'new@example.org' }
    const contactId = await ofVisit('contact_id', of)
    return {
      file: 'src/clinic/booking/mend-address.ts',
      theirs: { text: `update clinic.appointments set state = 'cancelled' where appointment_id = $1`, values: [of] },
      work: () => within((trx) => tellContactAnew(trx, to, contactId)),
      answer: undefined,
      left: { text: 'select count(*) = 0 as so from clinic.mails where appointment_id = $1', values: [of] },
    }
  },
  'a feed is ended while its wish is changed: there is one, as was asked': async () => {
    const of = { clinicId: clinic.clinicId, therapistId: here().therapistId }
    await makeFeed(db.app, db.secret, of, { isNew: true, withInitials: false })
    return {
      file: 'src/clinic/booking/calendar-feeds.ts',
      theirs: { text: 'delete from clinic.calendar_feeds where therapist_id = $1', values: [of.therapistId] },
      work: () => makeFeed(db.app, db.secret, of, { isNew: false, withInitials: true }),
      answer: undefined,
      left: {
        text: 'select bool_and(with_initials) as so from clinic.calendar_feeds where therapist_id = $1',
        values: [of.therapistId],
      },
    }
  },
  'somebody chooses again while the therapist is back after all: what they chose stays': async () => {
    const of = await visit()
    const ask = await id(
      `insert into clinic.choose_again (clinic_id, appointment_id, therapist_id, location_id, starts_at, asked_by)
       select clinic_id, appointment_id, therapist_id, location_id, starts_at, $2 from clinic.appointments where appointment_id = $1
       returning choose_again_id as id`,
      [of, member.memberId],
    )
    return {
      file: 'src/clinic/booking/choose-again/ask-to-choose.ts',
      theirs: {
        text: `update clinic.choose_again set outcome = 'moved', closed_at = now() where choose_again_id = $1`,
        values: [ask],
      },
      work: () => within((trx) => tellWhatStandsAgain(trx, clinic.clinicId)),
      answer: undefined,
      left: {
        text: `select outcome = 'moved' as so from clinic.choose_again where choose_again_id = $1`,
        values: [ask],
      },
    }
  },
  'a name is put right while two records are made one: nobody merges what they have not seen': async () => {
    const [one, other] = [
      await ofVisit('person_id', await visit()),
      await ofVisit('person_id', await visit({ startsAt: nextWeek() + 7_200_000 })),
    ]
    const compared = await comparePersons(db.app, member, one, other)
    const choice = { name: '', contact: '', phone: '', bornOn: '' }
    return {
      file: 'src/clinic/booking/persons/merge-persons.ts',
      theirs: { text: `update clinic.persons set name = 'Robyn Ashdown' where person_id = $1`, values: [one] },
      work: () => mergePersons(db.app, member, { one, other, seen: compared?.seen ?? '', choice }, nobody),
      answer: { ok: false, why: 'changed' },
    }
  },
  'a block is taken back in another tab while it is taken back': async () => {
    const [from, to] = [dayAfterTomorrow('12:00'), dayAfterTomorrow('13:00')]
    await addBlock(db.app, member, { key: crypto.randomUUID(), resourceId: here().therapistId, from, to, reason: '' })
    const last = await lastCommand(db.app, member)
    const [command, block] = [last?.commandId ?? '', last?.subjectId ?? '']
    return {
      file: 'src/clinic/calendar/undo.ts',
      theirs: { text: 'update clinic.commands set undone_at = now() where command_id = $1', values: [command] },
      work: () => undoCommand(db.app, db.secret, member, command),
      // It is told what the other tab did, and does nothing itself: the block that only this one would remove still stands.
      answer: { ok: true, what: 'block', subjectId: block, wereTold: false },
      left: { text: 'select count(*) = 1 as so from clinic.blocks where block_id = $1', values: [block] },
    }
  },
  'a cancel is taken back by a colleague while it is taken back': async () => {
    const of = await visit()
    await cancelByStaff(db.app, { ...keyOf(of), memberId: member.memberId, seen: '', reason: '', who: 'clinic' })
    const seen = await id('select max(event_id::text) as id from clinic.appointment_events where appointment_id = $1', [
      of,
    ])
    return {
      file: 'src/clinic/calendar/undo-cancel.ts',
      theirs: { text: 'update clinic.commands set undone_at = now() where subject_id = $1', values: [of] },
      work: () => undoCancel(db.app, db.secret, { ...keyOf(of), memberId: member.memberId, seen }),
      answer: { ok: false, why: 'nothing' },
    }
  },
  'somebody books while they are forgotten: the visit ahead is seen': async () => {
    const of = await visit({ startsAt: Date.now() - 400 * 24 * 60 * 60_000 })
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [of])
    return {
      file: 'src/clinic/people/erase-person.ts',
      theirs: {
        text: `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
            pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
          select clinic_id, 'confirmed', service_id, therapist_id, location_id, now() + interval '3 days', now() + interval '3 days 1 hour', 0,
            0, 6200, now(), 3000, person_id, contact_id, payer, gen_random_uuid() from clinic.appointments where appointment_id = $1`,
        values: [of],
      },
      work: () => erasePerson(owner, clinic.clinicId, { name: 'Robin Ashdown', reach: 'robin@example.org' }),
      answer: expect.objectContaining({ ok: false, why: 'visitAhead' }),
    }
  },
  'somebody books and cancels while they are forgotten: what they wrote goes too': async () => {
    const of = await visit({ startsAt: Date.now() - 400 * 24 * 60 * 60_000 })
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [of])
    return {
      file: 'src/clinic/people/erase-person.ts',
      theirs: {
        text: `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
            pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key, note_sealed)
          select clinic_id, 'cancelled', service_id, therapist_id, location_id, now() + interval '3 days', now() + interval '3 days 1 hour', 0,
            0, 6200, now(), 3000, person_id, contact_id, payer, gen_random_uuid(), 'I cannot pee' from clinic.appointments where appointment_id = $1`,
        values: [of],
      },
      work: () => erasePerson(owner, clinic.clinicId, { name: 'Robin Ashdown', reach: 'robin@example.org' }),
      answer: expect.objectContaining({ ok: true }),
      left: {
        text: 'select count(*) = 0 as so from clinic.appointments where clinic_id = $1 and note_sealed is not null',
        values: [clinic.clinicId],
      },
    }
  },
  'what was kept is let go while it is let go': async () => {
    const of = await visit({ startsAt: Date.now() - 400 * 24 * 60 * 60_000 })
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where appointment_id = $1`, [of])
    const kept = await visit({ startsAt: Date.parse('2001-03-05T10:00Z') })
    await db.admin.query(`update clinic.appointments set state = 'finished' where appointment_id = $1`, [kept])
    const person = await ofVisit('person_id', kept)
    await db.admin.query(
      `insert into clinic.erasures (clinic_id, person_id, kept_until) values ($1, $2, '2010-01-01')`,
      [clinic.clinicId, person],
    )
    return {
      file: 'src/clinic/people/erase-person.ts',
      theirs: { text: 'update clinic.erasures set done_at = now() where person_id = $1', values: [person] },
      work: () => eraseWhatIsDue(owner, clinic.clinicId),
      answer: 0,
    }
  },
  'somebody says yes to letters while old wishes are let go: the yes stays': async () => {
    const of = await reader(`confirmed_at = null, topics = '{}', asked_at = now() - interval '40 days'`)
    return {
      file: 'src/clinic/letters/erase-wishes.ts',
      theirs: {
        text: `update clinic.letter_subscribers set confirmed_at = now(), topics = asked_topics where subscriber_id = $1`,
        values: [of],
      },
      work: () => eraseOldWishes(owner, clinic.clinicId),
      answer: 0,
      left: { text: 'select count(*) = 1 as so from clinic.letter_subscribers where subscriber_id = $1', values: [of] },
    }
  },
  'somebody leaves while the book of leavers is read: once': async () => {
    const of = await reader(`confirmed_at = now() - interval '2 days'`)
    const leftAt = (who: { readonly address: string }) =>
      who.address === 'reader0@readers.example' ? Date.now() : undefined
    return {
      file: 'src/clinic/letters/heed-leavers.ts',
      theirs: { text: 'update clinic.letter_subscribers set left_at = now() where subscriber_id = $1', values: [of] },
      work: () => heedLeavers(db.app, clinic.clinicId, { lines: 1, leftAt }),
      answer: 0,
    }
  },
  'a reader is forgotten while they choose what they want': async () => {
    const of = await reader('left_at = null')
    return {
      file: 'src/clinic/letters/subscribe.ts',
      theirs: { text: 'delete from clinic.letter_subscribers where subscriber_id = $1', values: [of] },
      work: () => chooseTopics(db.app, { clinicId: clinic.clinicId, subscriberId: of }, ['guide-news']),
      answer: { ok: false, why: 'nobody' },
    }
  },
  'a letter is changed in another tab while it is kept': async () => {
    const letterId = crypto.randomUUID()
    const draft = { subject: 'One', opening: 'Hello', topic: 'keep-away', offerId: null, pages: [] } as const
    await makeLetter(db.app, member, letterId, draft)
    return {
      file: 'src/clinic/letters/write-letters.ts',
      theirs: {
        text: `update clinic.letters set subject = 'Two', version = version + 1 where letter_id = $1`,
        values: [letterId],
      },
      work: () => saveLetter(db.app, member, letterId, 0, { ...draft, subject: 'Three' }),
      answer: { ok: false, why: 'version' },
    }
  },
  'a review is hidden while it is hidden: one act': async () => {
    const of = await review()
    return {
      file: 'src/clinic/reviews/moderate-reviews.ts',
      theirs: {
        text: `update clinic.reviews set hidden_at = now(), hidden_why = 'advert' where review_id = $1`,
        values: [of],
      },
      work: () => moderateReview(db.app, member, of, { what: 'hidden', why: 'advert' }),
      answer: { ok: true, already: true },
    }
  },
  'a review is hidden while it is reported': async () => {
    const of = await review()
    return {
      file: 'src/clinic/reviews/report-review.ts',
      theirs: {
        text: `update clinic.reviews set hidden_at = now(), hidden_why = 'advert' where review_id = $1`,
        values: [of],
      },
      work: () =>
        reportReview(db.app, db.secret, {
          clinicId: clinic.clinicId,
          reviewId: of,
          why: 'advert',
          address: '192.0.2.7',
        }),
      answer: { ok: false, why: 'noReview' },
    }
  },
  'staff take "done" back while a review is written': async () => {
    const of = await finished()
    return {
      file: 'src/clinic/reviews/write-review.ts',
      theirs: { text: `update clinic.appointments set state = 'confirmed' where appointment_id = $1`, values: [of] },
      work: () => writeReview(db.app, keyOf(of), { mark: 5, words: '', isNamed: false, isDanger: false }),
      answer: { ok: false, why: 'notFinished' },
    }
  },
  'a question is erased while staff close it': async () => {
    const of = await question()
    return {
      file: 'src/clinic/talk/answer-question.ts',
      theirs: {
        text: `update clinic.questions set state = 'erased', words_sealed = null, email = null where question_id = $1`,
        values: [of],
      },
      work: () => dealWithQuestion(db.app, db.secret, member, of, { what: 'closed', why: 'spam' }),
      answer: { ok: false, why: 'noQuestion' },
    }
  },
  'an answer is published while its question is erased: it goes too': async () => {
    const of = await question()
    return {
      file: 'src/clinic/talk/ask-question.ts',
      theirs: {
        text: `with q as (update clinic.questions set state = 'answered', answered_at = now() where question_id = $1 returning clinic_id, question_id)
          insert into clinic.published_answers (clinic_id, question_id, therapist_id, question, answer) select clinic_id, question_id, $2, 'Q', 'A' from q`,
        values: [of, here().therapistId],
      },
      work: () => eraseOwnQuestion(db.app, { clinicId: clinic.clinicId, questionId: of }),
      answer: undefined,
      left: { text: 'select count(*) = 0 as so from clinic.published_answers where question_id = $1', values: [of] },
    }
  },
  'a comment is changed while it is shown: nobody shows what they have not read': async () => {
    const of = await comment()
    const { rows } = await db.admin.query('select written_at from clinic.comments where comment_id = $1', [of])
    const seen = wordingOf({ writtenAt: rows[0].written_at.getTime(), editedAt: null })
    return {
      file: 'src/clinic/talk/moderate-comments.ts',
      theirs: {
        text: `update clinic.comments set words = 'Buy pills', edited_at = now(), edits = 1 where comment_id = $1`,
        values: [of],
      },
      work: () => moderateComment(db.app, member, of, { what: 'shown', seen }),
      answer: { ok: false, why: 'changed' },
    }
  },
  'a comment is erased while it is changed: it stays erased': async () => {
    const of = await comment()
    return {
      file: 'src/clinic/talk/write-comment.ts',
      theirs: {
        text: `update clinic.comments set state = 'erased', words = null, shown_name = null, email = null where comment_id = $1`,
        values: [of],
      },
      work: () =>
        editOwnComment(
          db.app,
          { clinicId: clinic.clinicId, commentId: of },
          { words: 'Ice', name: undefined, isDanger: false },
        ),
      answer: { ok: false, why: 'gone' },
    }
  },
  'a clinic is changed while it is changed: the second sees the first': async () => {
    return {
      file: 'src/clinic/setup/picture.ts',
      theirs: {
        text: `update clinic.clinics set phone = '020 7946 0999' where clinic_id = $1`,
        values: [clinic.clinicId],
      },
      work: () =>
        changeClinic(db.app, clinic.clinicId, Temporal.Now.instant(), async (_, picture) => ({
          ok: true,
          saw: JSON.stringify(picture).includes('020 7946 0999'),
        })),
      answer: { ok: true, saw: true },
    }
  },
  'a hold of a course is let go while the course is booked: all its dates are held anew': async () => {
    const [therapist, location] = [here().therapistId, clinic.locationId]
    const starts = [dayAfterTomorrow('10:00'), dayAfterTomorrow('14:00')]
    const course = { ...here(), service: clinic.serviceId, therapist, location, starts }
    const held = await holdCourse(db.app, course, null)
    const gone = held.ok ? held.hold.appointmentId : ''
    const courseId = await id('select course_id as id from clinic.appointments where appointment_id = $1', [gone])
    return {
      file: 'src/clinic/booking/courses.ts',
      theirs: {
        text: `with c as (delete from clinic.claims where appointment_id = $1)
          delete from clinic.appointments where appointment_id = $1`,
        values: [gone],
      },
      work: async () => (await within((trx) => holdsOfCourse(trx, courseId, course))).includes(gone),
      answer: false,
    }
  },
  'a merge is undone by a colleague while it is undone: once': async () => {
    const visits = [await visit(), await visit({ startsAt: nextWeek() + 7_200_000 })]
    const [one = '', other = ''] = await Promise.all(visits.map((of) => ofVisit('person_id', of)))
    const compared = await comparePersons(db.app, member, one, other)
    const choice = { name: one, contact: one, phone: one, bornOn: one }
    const made = await mergePersons(db.app, member, { one, other, seen: compared?.seen ?? '', choice }, nobody)
    if (!made.ok) throw new Error(made.why)
    const merge = await id('select merge_id as id from clinic.person_merges where kept_person_id = $1', [made.keptId])
    return {
      file: 'src/clinic/booking/persons/undo-merge.ts',
      theirs: {
        text: 'update clinic.person_merges set undone_at = now(), undone_by = member_id, before = null where merge_id = $1',
        values: [merge],
      },
      work: () => undoMerge(db.app, member, made.keptId, merge),
      answer: expect.objectContaining({ ok: true, already: true }),
    }
  },
  'the mail of an offer goes out while its time is taken back: the offer stands': async () => {
    const of = await heldOffer()
    const claims = {
      text: 'select resource_id, during::text from clinic.claims where appointment_id = $1',
      values: [of.hold],
    }
    const { rows } = await db.admin.query<{ resource_id: string; during: string }>(claims.text, claims.values)
    return {
      file: 'src/clinic/booking/waiting/withdraw-offers.ts',
      theirs: {
        text: `update clinic.mails set state = 'sending', attempts = 1 where offer_id = $1`,
        values: [of.offer],
      },
      work: () => within((trx) => withdrawUntold(trx, { therapist_id: here().therapistId, claims: rows })),
      answer: undefined,
      left: { text: `select state = 'open' as so from clinic.offers where offer_id = $1`, values: [of.offer] },
    }
  },
  'an account is set up anew from two places: the ways in of one of them stand, and no others': async () => {
    const user = (name: string) =>
      id(`insert into auth.users (name, email) values ($1, gen_random_uuid() || '@example.org') returning id`, [name])
    const [account, standIn] = [await user('Wren'), await user('stands in')]
    const waysOf = `insert into auth.credentials (user_id, provider_id, account_id, password) values ($1::uuid, 'credential', $1::uuid::text, 'hash')`
    await db.admin.query(waysOf, [standIn])
    await db.admin.query(
      `insert into auth.two_factors (user_id, secret, backup_codes, verified) values ($1, 's', 'b', true)`,
      [standIn],
    )
    return {
      file: 'src/server/accounts/half-set-up.ts',
      theirs: {
        text: `with u as (update auth.users set email_verified = true where id = $1::uuid) ${waysOf}`,
        values: [account],
      },
      work: () => finishSetUp(accounts(), standIn, account),
      answer: undefined,
      left: { text: 'select count(*) = 1 as so from auth.credentials where user_id = $1', values: [account] },
    }
  },
}

/** Locks that have no row here, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  'src/clinic/calendar/days-off.ts':
    'pressed-twice.db.test.ts shuts a clinic in which nobody treats three times at once.',
  'src/clinic/booking/persons/change-person.ts':
    'change-person.db.test.ts has two of the staff change one person at once.',
  'src/clinic/booking/persons/merge-contacts.ts': 'Behind the lock of its persons.',
  'src/clinic/booking/persons/reached-person.ts': 'Behind the lock of its person.',
  'src/clinic/booking/slot-claims.ts':
    'The constraint on claims is the fence: claims.db.test.ts. What is passed by: passed-by.db.test.ts.',
  'src/clinic/booking/waiting/close-offer.ts': 'Behind the lock of its therapist.',
  'src/clinic/booking/waiting/make-offer.ts': 'Behind the lock of its therapist.',
  'src/clinic/booking/waiting/offer-by-hand.ts':
    'Behind the lock of its therapist; offer-by-hand.db.test.ts has two desks offer at once, and one while they leave.',
  'src/server/accounts/invitation-doors.ts': 'invitations.db.test.ts joins a team by two presses at once.',
  'src/server/accounts/passkey-doors.ts': 'passkey-doors.db.test.ts removes the last two at once.',
}
const tried = new Set<string>()

test.each(Object.entries(meetings))('%s', async (_, make) => {
  const { file, theirs, work, answer, left } = await make()
  tried.add(file)
  expect((await beside(db, theirs, work)).answer).toEqual(answer)
  if (!left) return
  const { rows } = await db.admin.query<{ so: boolean }>(left.text, [...left.values])
  expect(rows).toEqual([{ so: true }])
})

test('and no file locks a row that has neither a meeting here nor a reason', () => {
  const root = join(import.meta.dirname, '..')
  const locking = globSync('src/{clinic,server/accounts}/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.|\.fixtures\.|\/test-/.test(file))
    .filter((file) =>
      /for (no key )?update(?! of \w+ skip| skip)[^'"]*`|forUpdate\(/.test(readFileSync(join(root, file), 'utf8')),
    )
  expect(locking.toSorted()).toEqual([...tried, ...Object.keys(elsewhere)].toSorted())
})

/** Where only one at a time may count what there is, so that a bound holds when many come at once. */
const turns: Readonly<Record<string, { readonly lock: string; readonly work: () => Promise<unknown> }>> = {
  'src/clinic/talk/ask-question.ts': {
    lock: `hashtextextended('question ' || $1::uuid, 0)`,
    work: () =>
      askQuestion(db.app, db.secret, {
        ...{ clinicId: clinic.clinicId, askKey: crypto.randomUUID(), words: 'Heat or ice?', isPublic: false },
        ...{ email: undefined, address: '192.0.2.8', isDanger: false },
      }),
  },
  'src/clinic/talk/write-comment.ts': {
    lock: `hashtextextended('comment ' || $1::uuid, 0)`,
    work: () =>
      writeComment(db.app, db.secret, {
        ...{ clinicId: clinic.clinicId, writeKey: crypto.randomUUID(), page: 'heat-or-ice', words: 'Heat.' },
        ...{ name: undefined, email: undefined, address: '192.0.2.8', isDanger: false },
      }),
  },
  'src/clinic/booking/assessment-requests.ts': {
    lock: `hashtextextended('request ' || $1::uuid, 0)`,
    work: () =>
      requestAssessment(db.app, db.secret, {
        ...{ clinicId: clinic.clinicId, requestKey: crypto.randomUUID(), service: clinic.serviceId },
        ...{ name: 'Sol', email: 'sol@example.org', phone: undefined, suits: '', note: undefined, askedBy: null },
      }),
  },
  'src/clinic/booking/waiting/waiting-list.ts': {
    lock: `hashtextextended('waiting ' || $1::uuid, 0)`,
    work: () =>
      joinWaitingList(db.app, {
        ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), movesVisit: crypto.randomUUID() },
        ...{ service: clinic.serviceId, therapist: null },
        wish: {
          ...{ location: null, weekdays: [1], fromMinute: 540, toMinute: 720 },
          ...{ firstDay: '2090-01-02', lastDay: '2090-02-02' },
        },
      }),
  },
  'src/clinic/letters/subscribe.ts': {
    lock: `hashtext('letter_asks')`,
    work: () =>
      askForLetters(db.app, db.secret, {
        ...{ clinicId: clinic.clinicId, address: 'turn@example.org', topics: ['guide-news'], network: '192.0.2.8' },
      }),
  },
  'src/clinic/letters/guide-mails.ts': {
    lock: `hashtext('guide_mails')`,
    work: () =>
      askForGuide(db.app, db.secret, { guide: 'flare-plan', address: 'turn@example.org', network: '192.0.2.8' }),
  },
  'src/clinic/people/invitations.ts': {
    lock: `hashtextextended('invitations ' || $1::uuid, 0)`,
    work: async () => {
      const { rows } = await db.admin.query<{ id: string }>(
        `insert into clinic.members (clinic_id, name, email, role) values ($1, 'Kit', 'kit@clinic.example', 'reception') returning member_id as id`,
        [clinic.clinicId],
      )
      return within((trx) => inviteAgain(trx, member, rows[0]?.id ?? ''))
    },
  },
  'src/clinic/people/new-starts.ts': {
    lock: `hashtextextended('new starts ' || $1::uuid, 0)`,
    work: () => within((trx) => askNewStart(trx, member, crypto.randomUUID())),
  },
  'src/clinic/setup/create-clinic.ts': {
    lock: '4270021',
    work: () =>
      createClinic(db.app, {
        ...{ name: 'Quiet Harbour', email: 'quiet@harbour.example', ownerName: 'Ash' },
        place: { name: 'Quay', postcode: 'E2 9ZZ', latitude: 51.5, longitude: 0 },
      }),
  },
  'src/clinic/booking/confirm.ts': {
    lock: `hashtextextended('["' || $1::uuid || '","robin ashdown","robin@example.org"]', 0)`,
    work: async () => {
      const [therapist, location] = [here().therapistId, clinic.locationId]
      const wanted = { ...here(), service: clinic.serviceId, therapist, location, start: dayAfterTomorrow('10:00') }
      const held = await holdSlot(db.app, wanted, null)
      return confirmBooking(db.app, db.secret, held.ok ? held.hold.appointmentId : '', wanted, {
        ...{ personName: 'Robin Ashdown', contactName: 'Robin Ashdown', email: 'robin@example.org', payer: 'self' },
      })
    },
  },
}

test.each(Object.entries(turns))('one at a time for a bound: %s', async (_, { lock, work }) => {
  // A value that the statement does not name is refused.
  const values = lock.includes('$1') ? [clinic.clinicId] : []
  const { waited } = await beside(db, { text: `select pg_advisory_xact_lock(${lock})`, values }, work)
  expect(waited).toBe(true)
})

test('and no file takes turns that is not tried here', () => {
  const root = join(import.meta.dirname, '..')
  const taking = globSync('src/clinic/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.|\.fixtures\.|\/test-|seed-demo/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('pg_advisory_xact_lock('))
  expect(taking.toSorted()).toEqual(Object.keys(turns).toSorted())
})
