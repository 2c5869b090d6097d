/** A visit that staff cancelled is put back with all it had, or not at all: over a real PostgreSQL, two servers at once. */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { cancelVisit } from '../booking/cancel.ts'
import { confirmBooking } from '../booking/confirm.ts'
import { stepVisit, undoStep } from '../booking/door.ts'
import { enterGrant } from '../booking/grants.ts'
import { holdSlot } from '../booking/holds.ts'
import { bookedVisit, lastEvent, visitIsAt } from '../booking/test-staff.ts'
import { makeTestClinic, type TestClinic } from '../booking/test-clinic.ts'
import { joinWaitingList } from '../booking/waiting/waiting-list.ts'
import { passOffer, takeOffer } from '../booking/waiting/answer-offer.ts'
import { sweepOffers } from '../booking/waiting/sweep-offers.ts'
import { connect, type Database } from '../db/connection.ts'
import { rolePassword } from '../db/roles.ts'
import { testDatabase } from '../db/test-database.ts'
import { takeDueMails } from '../mail/due-mails.ts'
import { composeMail, type MailSender } from '../mail/mail-message.ts'
import type { Member } from '../people/members.ts'
import { cancelByStaff } from './staff-cancel.ts'
import { moveByStaff } from './staff-move.ts'
import { bookedByStaff, joinClinic, wantedAt } from './test-calendar.ts'
import { undoCancel } from './undo-cancel.ts'
import { lastCommand, undoCommand } from './undo.ts'

const db = testDatabase()
const rounds = Number(process.env.ROUNDS ?? often(20, 6))
const other: { server?: Database } = {}
let clinic: TestClinic
let sol: Member
let id: string

beforeAll(() => {
  other.server = connect(db.address, 'unclench_app', rolePassword(db.secret, 'unclench_app'), 8)
})
afterAll(() => other.server?.destroy())
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  sol = await joinClinic(db, clinic.clinicId)
  id = await bookedVisit(db, clinic, '10:00', { personName: 'Nadia', email: 'nadia@example.org' })
})

const act = async (appointmentId = id) => ({
  ...{ clinicId: clinic.clinicId, memberId: sol.memberId, appointmentId },
  seen: await lastEvent(db, appointmentId),
})
const cancel = async (who: 'clinic' | 'person' = 'clinic', appointmentId = id) =>
  cancelByStaff(db.app, { ...(await act(appointmentId)), reason: 'The wrong row.', who })
const undo = async (appointmentId = id) => undoCancel(db.app, db.secret, await act(appointmentId))
const rowsOf = async (table: string, where = 'true', order = '1') =>
  (
    await db.admin.query(`select * from clinic.${table} where clinic_id = $1 and ${where} order by ${order}`, [
      clinic.clinicId,
    ])
  ).rows
/** The mails of all offers have gone. */
const tellOffers = () =>
  db.admin.query(`update clinic.mails set state = 'handed-over', handed_over_at = now() where offer_id is not null`)
const own = () => `appointment_id = '${id}'`
const visit = async () => (await rowsOf('appointments', own()))[0]
/** All of a visit but its version and when it was changed; and what it claims. */
const whole = async () => {
  const { version: _v, changed_at: _c, ...rest } = await visit()
  const claims = await rowsOf('claims', own(), 'resource_id')
  return { rest, claims: claims.map(({ resource_id, during }) => ({ resource_id, during })) }
}
const link = () => 'https://unclench.example/private'
const mailSender: MailSender = {
  ...{ from: 'bookings@unclench.example', checkLink: link(), staffReviewsLink: link(), bookAgainLink: link },
  ...{ visitLink: link, reviewLink: link, stopLink: link, offerLink: link, waitingLink: link },
  ...{ chooseAgainLink: link, talkLink: link },
}
/** Somebody waits for any time with anybody. */
async function waits(email: string): Promise<void> {
  const today = Temporal.Now.plainDateISO('Europe/London')
  const joined = await joinWaitingList(db.app, {
    ...{ clinicId: clinic.clinicId, joinKey: crypto.randomUUID(), service: clinic.serviceId, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 },
      ...{ firstDay: today.toString(), lastDay: today.add({ days: 30 }).toString() },
    },
    details: { personName: 'Wren', contactName: 'Wren', email, payer: 'self' },
  })
  if (!joined.ok) throw new Error(joined.why)
}
/** What waits goes out, as the mailer would have it. */
const send = () =>
  db.admin.query(
    `update clinic.mails set state = 'handed-over', handed_over_at = now() where state = 'queued' and due_at <= now()`,
  )
const due = async () =>
  (await takeDueMails(db.app, clinic.clinicId, { most: 20, leaseMs: 60_000 })).filter(
    ({ visit }) => visit.appointmentId === id,
  )

describe('a visit that staff cancelled', () => {
  test('is put back with its time, its room and its terms, and its history says by whom', async () => {
    const before = await whole()
    await send()
    expect(await cancel()).toEqual({ ok: true, already: false })
    await send()
    expect(await undo()).toEqual({ ok: true, already: false, wereTold: true })
    expect(await whole()).toEqual(before)
    expect((await visit()).version).toBe(2)
    expect((await rowsOf('appointment_events', own(), 'event_id')).map(({ what, undoes }) => [what, undoes])).toEqual([
      ['confirmed', false],
      ['cancelled', false],
      ['confirmed', true],
    ])
    expect((await rowsOf('appointment_events', `${own()} and undoes`))[0]).toMatchObject({
      by_whom: 'staff',
      member_id: sol.memberId,
    })
  })

  test('is told again to whoever was told that it is cancelled, and reminded of', async () => {
    await send()
    await cancel()
    await send()
    await undo()
    const [mail, ...more] = await due()
    expect([mail?.kind, mail?.visit.standsAgain, more]).toEqual(['confirmation', true, []])
    if (!mail) throw new Error('no mail')
    const message = await simpleParser(await composeMail(mailSender, { ...mail, now: Date.now() }))
    expect(message.subject).toMatch(/^Your visit stands after all: /)
    expect(message.text).toContain(
      'Lantern Physio had written that your visit is cancelled. That was taken back: you are booked for',
    )
    const [file = ''] = message.attachments.map(({ content }) => content.toString())
    expect(file).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/)
    expect(file).toContain(`UID:${id}@`)
    expect((await rowsOf('mails', `${own()} and version = 2`, 'kind')).map(({ kind }) => kind)).toContain('reminder-2h')
  })

  test('is not written of where the news of the cancel had not gone', async () => {
    await send()
    await cancel()
    expect(await undo()).toMatchObject({ ok: true, wereTold: false })
    expect(await due()).toEqual([])
    expect(await rowsOf('mails', `${own()} and kind = 'cancelled'`)).toMatchObject([{ state: 'dropped' }])
  })

  test('is confirmed, and not “after all”, where they had heard nothing of it yet', async () => {
    await cancel()
    expect(await undo()).toMatchObject({ ok: true, wereTold: false })
    expect(await due()).toMatchObject([{ kind: 'confirmation', visit: { standsAgain: false } }])
  })

  test('pressed twice, and from two servers at once, is put back once', async () => {
    await cancel()
    const seen = await act()
    const both = await Promise.all([
      undoCancel(db.app, db.secret, seen),
      undoCancel(other.server ?? db.app, db.secret, seen),
    ])
    expect(both.every(({ ok }) => ok)).toBe(true)
    expect(await undoCancel(db.app, db.secret, seen)).toMatchObject({ ok: true, already: true })
    expect((await visit()).version).toBe(2)
    expect(await rowsOf('appointment_events', `${own()} and undoes`)).toHaveLength(1)
  })

  test('can arrive afterwards, and that can be taken back too', async () => {
    await cancel()
    await undo()
    await visitIsAt(db, id, '5 minutes')
    expect(await stepVisit(db.app, await act(), 'arrived')).toMatchObject({ ok: true })
    expect(await undoStep(db.app, await act())).toMatchObject({ ok: true })
    expect((await visit()).state).toBe('confirmed')
  })

  test('is the last thing done in the calendar too, and taken back there', async () => {
    await cancel()
    const last = await lastCommand(db.app, sol)
    expect(last).toMatchObject({ what: 'cancel', subjectId: id })
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true, what: 'cancel' })
    expect((await visit()).state).toBe('confirmed')
    expect(await undo()).toEqual({ ok: false, why: 'nothing' })
  })

  test('stays cancelled after an hour, where its person cancelled it, and in another clinic', async () => {
    await cancel()
    await db.admin.query(`update clinic.commands set at = at - interval '61 minutes' where subject_id = $1`, [id])
    expect(await undo()).toEqual({ ok: false, why: 'nothing' })
    id = await bookedVisit(db, clinic, '12:00', { personName: 'Owen', email: 'owen@example.org' })
    await cancelVisit(db.app, { clinicId: clinic.clinicId, appointmentId: id })
    expect(await undo()).toEqual({ ok: false, why: 'nothing' })
    const elsewhere = await makeTestClinic(db)
    expect(await undoCancel(db.app, db.secret, { ...(await act()), clinicId: elsewhere.clinicId })).toEqual({
      ok: false,
      why: 'gone',
    })
  })

  test('that has begun stays cancelled where they were told so, and stands where they were not', async () => {
    await send()
    await cancel()
    await send()
    await db.admin.query(
      `update clinic.appointments set starts_at = now() - interval '1 minute' where appointment_id = $1`,
      [id],
    )
    expect(await undo()).toEqual({ ok: false, why: 'over' })
    id = await bookedVisit(db, clinic, '12:00', { personName: 'Owen', email: 'owen@example.org' })
    await send()
    await visitIsAt(db, id, '-1 minute')
    await cancel()
    expect(await undo()).toMatchObject({ ok: true, wereTold: false })
  })
})

describe('a cancelled visit whose time is not free', () => {
  const refused = async (why: string) => {
    const before = await visit()
    const mails = await rowsOf('mails')
    expect(await undo()).toMatchObject({ ok: false, why })
    expect(await visit()).toEqual(before)
    expect(await rowsOf('mails')).toEqual(mails)
    expect(await rowsOf('claims', own())).toEqual([])
  }

  test('stays cancelled: somebody has booked it', async () => {
    await cancel()
    await bookedVisit(db, clinic, '10:30', { personName: 'Owen', email: 'owen@example.org' })
    await refused('taken')
  })

  test('stays cancelled: somebody is booking it at this moment; and stands once they have gone', async () => {
    await cancel()
    const held = await holdSlot(db.app, wantedAt(clinic, '10:15'), null)
    await refused('held')
    if (held.ok)
      await db.admin.query(`update clinic.appointments set hold_ends_at = now() where appointment_id = $1`, [
        held.hold.appointmentId,
      ])
    expect(await undo()).toMatchObject({ ok: true })
  })

  test('stays cancelled: its room is taken, though its therapist is free', async () => {
    const [room] = await rowsOf(
      'claims',
      `${own()} and resource_id not in (select therapist_id from clinic.therapists)`,
    )
    await cancel()
    await db.admin.query(
      `with block as (insert into clinic.blocks (clinic_id, resource_id, starts_at, ends_at, member_id, command_key)
         values ($1, $2, lower($4::tstzrange), upper($4::tstzrange), $3, uuidv7()) returning block_id)
       insert into clinic.claims (clinic_id, block_id, resource_id, during) select $1, block_id, $2, $4::tstzrange from block`,
      [clinic.clinicId, room.resource_id, sol.memberId, room.during],
    )
    await refused('taken')
  })

  test('stays cancelled: the same person has booked with somebody else at that time', async () => {
    await cancel()
    await bookedVisit(db, clinic, '10:15', { personName: 'Nadia', email: 'nadia@example.org' }, clinic.therapists[1])
    await refused('theirs')
  })

  test('stays cancelled: its therapist has left', async () => {
    await cancel()
    await db.admin.query('update clinic.therapists set left_at = now() where therapist_id = $1', [clinic.therapists[0]])
    await refused('left')
  })

  test('that overlapped another on purpose stays cancelled where a third has come since', async () => {
    id = await bookedByStaff(db, sol, wantedAt(clinic, '10:00'), { reason: 'An emergency.' })
    expect((await visit()).bent_rule).toBe('taken')
    await cancel()
    expect(await undo()).toMatchObject({ ok: true })
    await cancel()
    await bookedByStaff(db, sol, wantedAt(clinic, '10:15'), { reason: 'Another one.' })
    await refused('taken')
  })

  test('stands again at once while whoever waits was not told of its time, and is offered to them when it is free once more', async () => {
    await waits('wren@example.org')
    const before = await whole()
    await cancel()
    const [offer] = await rowsOf('offers')
    const [mail] = await rowsOf('mails', `offer_id = '${offer.offer_id}'`)
    expect(mail.due_at.getTime()).toBeGreaterThanOrEqual(offer.made_at.getTime() + 30_000)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await whole()).toEqual(before)
    expect(await rowsOf('mails', `offer_id = '${offer.offer_id}' and state <> 'dropped'`)).toEqual([])
    expect(await rowsOf('offers', `state = 'open'`)).toEqual([])
    await cancel()
    const again = await rowsOf('offers', `state = 'open'`)
    expect(again.map(({ waiting_entry_id }) => waiting_entry_id)).toEqual([offer.waiting_entry_id])
  })

  test('that was moved is told as offered too, once whoever waits was told of its old time', async () => {
    await waits('wren@example.org')
    const [at] = await rowsOf('appointments', own())
    const start = at.starts_at.getTime() + 4 * 60 * 60_000
    const wish = { appointmentId: id, version: at.version, therapist: at.therapist_id, location: at.location_id, start }
    const moved = await moveByStaff(db.app, sol, wish)
    expect(moved).toMatchObject({ ok: true })
    await sweepOffers(db.app)
    await tellOffers()
    const last = await lastCommand(db.app, sol)
    const answer = await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')
    expect(answer).toMatchObject({ ok: false, why: 'offered', what: 'move' })
    await db.admin.query(`update clinic.mails set state = 'queued', handed_over_at = null where offer_id is not null`)
    expect(await undoCommand(db.app, db.secret, sol, last?.commandId ?? '')).toMatchObject({ ok: true })
    expect(await rowsOf('offers', `state = 'open'`)).toEqual([])
  })

  test('is told as offered while somebody who waits may answer, as taken once they have, and stands once nobody is asked', async () => {
    await waits('wren@example.org')
    await cancel()
    await tellOffers()
    const [offer] = await rowsOf('offers')
    const answer = await undo()
    const [command] = await rowsOf('commands', `what = 'cancel' and subject_id = '${id}'`)
    const putBackUntil = command.at.getTime() + 60 * 60_000
    expect(answer).toEqual({
      ok: false,
      why: 'offered',
      what: 'cancel',
      answerUntil: offer.answer_until.getTime(),
      putBackUntil,
    })
    await refused('offered')
    const offerId = { clinicId: clinic.clinicId, offerId: offer.offer_id }
    await takeOffer(db.app, db.secret, offerId)
    await refused('taken')
    id = await bookedVisit(db, clinic, '14:00', { personName: 'Owen', email: 'owen@example.org' })
    await waits('ida@example.org')
    await cancel()
    await tellOffers()
    const [next] = await rowsOf('offers', `state = 'open'`)
    await refused('offered')
    await passOffer(db.app, { clinicId: clinic.clinicId, offerId: next.offer_id })
    expect(await undo()).toMatchObject({ ok: true })
    // The freed time is nobody's news any more.
    expect(await rowsOf('offers', `state = 'open'`)).toEqual([])
  })
})

describe('what a cancelled visit had drawn', () => {
  const grant = (visits: number, lateCancelUses = false) =>
    enterGrant(db.app, sol, {
      ...{
        payer: 'package',
        insurer: null,
        reference: 'PK-204',
        personName: 'Nadia',
        visits,
        validUntil: null,
        lateCancelUses,
      },
    })
  const paid = {
    personName: 'Nadia',
    email: 'nadia@example.org',
    payer: 'package',
    authorisationNumber: 'PK-204',
  } as const
  const used = async () => (await rowsOf('grants'))[0]?.used

  test('from a grant is drawn again, once', async () => {
    await grant(2)
    id = await bookedVisit(db, clinic, '12:00', paid)
    await cancel()
    expect(await used()).toBe(0)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await used()).toBe(1)
    expect(await rowsOf('grant_draws')).toHaveLength(1)
  })

  test('from a grant that pays for others too is drawn again beside them', async () => {
    await grant(3)
    await bookedVisit(db, clinic, '15:00', paid)
    id = await bookedVisit(db, clinic, '12:00', paid)
    await cancel()
    expect(await used()).toBe(1)
    expect(await undo()).toMatchObject({ ok: true })
    expect(await used()).toBe(2)
    expect(await rowsOf('grant_draws')).toHaveLength(2)
  })

  test('and kept used, since it was late, is not drawn twice', async () => {
    await grant(2, true)
    id = await bookedVisit(db, clinic, '12:00', paid)
    await db.admin.query(
      `update clinic.appointments set free_until = now() - interval '1 hour' where appointment_id = $1`,
      [id],
    )
    await cancel('person')
    expect([await used(), (await visit()).state]).toEqual([1, 'late-cancelled'])
    expect(await undo()).toMatchObject({ ok: true })
    expect(await used()).toBe(1)
  })

  test('and given to another visit meanwhile is refused with the reason, and nothing stands', async () => {
    await grant(1)
    id = await bookedVisit(db, clinic, '12:00', paid)
    await cancel()
    await bookedVisit(db, clinic, '15:00', paid)
    expect(await undo()).toEqual({ ok: false, why: 'grant' })
    expect((await visit()).state).toBe('cancelled')
    expect(await rowsOf('claims', own())).toEqual([])
  })

  const code = { personName: 'Nadia', email: 'nadia@example.org', offerCode: 'SPRING10' } as const
  const offerCode = async (mostUses: number) => {
    await db.admin.query(
      `with offer as (insert into clinic.price_offers (clinic_id, code, folded_code, words, kind, off, first_day, last_day, most_uses, made_by)
         values ($1, 'SPRING10', 'SPRING10', 'Ten off', 'percent', 10, current_date - 1, current_date + 1, $3, $4) returning price_offer_id)
       insert into clinic.price_offer_services select $1, price_offer_id, $2 from offer`,
      [clinic.clinicId, clinic.serviceId, mostUses, sol.memberId],
    )
    id = await bookedVisit(db, clinic, '12:00', code)
  }

  test('with a code is used again at the same price, though the offer has ended since', async () => {
    await offerCode(1)
    const before = [(await visit()).price_pence, await rowsOf('price_offer_uses')]
    await cancel()
    await db.admin.query('update clinic.price_offers set ended_at = now()')
    expect(await undo()).toMatchObject({ ok: true })
    const [use] = await rowsOf('price_offer_uses')
    expect([(await visit()).price_pence, [{ ...use, used_at: before[1][0].used_at }]]).toEqual(before)
    expect((await rowsOf('price_offers'))[0].used).toBe(1)
  })

  test('with a code that others have used up, or they for another visit, is refused', async () => {
    await offerCode(1)
    await cancel()
    await bookedVisit(db, clinic, '15:00', { ...code, personName: 'Ida', email: 'ida@example.org' })
    expect(await undo()).toEqual({ ok: false, why: 'code' })
    await db.admin.query('update clinic.price_offers set most_uses = 5')
    await bookedVisit(db, clinic, '17:00', code)
    expect(await undo()).toEqual({ ok: false, why: 'code' })
    expect((await visit()).state).toBe('cancelled')
  })
})

describe('races', () => {
  test('against people who book its time: one has it each round, and never two', async () => {
    for (let round = 0; round < rounds; round += 1) {
      clinic = await makeTestClinic(db, { rooms: 1 })
      sol = await joinClinic(db, clinic.clinicId)
      id = await bookedVisit(db, clinic, '10:00', { personName: 'Nadia', email: 'nadia@example.org' })
      await cancel()
      const seen = await act()
      const wanted = wantedAt(clinic, round % 2 ? '10:15' : '09:30')
      const book = async () => {
        const held = await holdSlot(other.server ?? db.app, wanted, null)
        if (!held.ok) return held
        const details = { personName: 'Owen', contactName: 'Owen', email: 'owen@example.org', payer: 'self' } as const
        return confirmBooking(db.app, db.secret, held.hold.appointmentId, wanted, details)
      }
      const [put, booked] = await Promise.all([undoCancel(db.app, db.secret, seen), book()])
      expect([put.ok, booked.ok].filter(Boolean)).toHaveLength(1)
      const standing = await rowsOf('appointments', `state = 'confirmed'`)
      expect(standing).toHaveLength(1)
      expect(await rowsOf('claims')).toHaveLength(2)
    }
  })
})
