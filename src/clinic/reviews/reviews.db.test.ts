/** Reviews over a real PostgreSQL: who may write one, what becomes of it, and what anybody can read of it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeMailClinic, makeVisit, type MailClinic } from '../mail/mail.fixtures.ts'
import { dropInvitation, inviteToReview, stopInvitations } from '../mail/review-mails.ts'
import { takeDueMails } from '../mail/due-mails.ts'
import { type ClinicTransaction, inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { readRatings, readReviews } from '../directory/read-reviews.ts'
import { countWaiting, listReviews, moderateReview } from './moderate-reviews.ts'
import { reportReview } from './report-review.ts'
import { findReviewable, writeReview } from './write-review.ts'

const db = testDatabase()
const shared: { clinic?: MailClinic; memberId?: string } = {}
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
beforeAll(async () => {
  shared.clinic = await makeMailClinic(db.admin)
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
     values ($1, 'Wren Holly', 'wren@lantern.example', 'owner', gen_random_uuid(), now()) returning member_id as id`,
    [shared.clinic.clinicId],
  )
  shared.memberId = rows[0]?.id ?? ''
})

let visits = 0
/** A visit that took place; each at a time and with an address of its own. */
const finished = async (
  more: { readonly state?: 'finished' | 'confirmed' | 'no-show' | 'cancelled'; readonly address?: string } = {},
) => {
  visits += 1
  const { state = 'finished', address = `robin${visits}@example.org` } = more
  const id = await makeVisit(db.admin, clinic(), { startsAt: Date.now() - visits * 86_400_000, address })
  await db.admin.query('update clinic.appointments set state = $1 where appointment_id = $2', [state, id])
  return { clinicId: clinic().clinicId, appointmentId: id }
}
const said = { mark: 4, words: 'Clear and kind.', isNamed: true, isDanger: false }
const public_ = () => readReviews(db.directory, clinic(), { most: 100 })
const by = () => ({ clinicId: clinic().clinicId, memberId: shared.memberId ?? '' })
const idOf = async ({ appointmentId }: { appointmentId: string }) =>
  (
    await db.admin.query<{ id: string }>('select review_id as id from clinic.reviews where appointment_id = $1', [
      appointmentId,
    ])
  ).rows[0]?.id ?? ''
const mailsOf = async ({ appointmentId }: { appointmentId: string }) =>
  (
    await db.admin.query<{ kind: string; state: string; address: string; hours: number }>(
      `select kind, state, address, round(extract(epoch from due_at - now()) / 3600)::int as hours
       from clinic.mails where appointment_id = $1 order by kind`,
      [appointmentId],
    )
  ).rows
const invite = (key: { clinicId: string; appointmentId: string }) =>
  inClinic(db.app, key.clinicId, (trx) => inviteToReview(trx, key))

/** The mails of this visit that are taken now. */
const taken = async (key: { clinicId: string; appointmentId: string }) =>
  (await takeDueMails(db.app, key.clinicId, { most: 50, leaseMs: 1000 })).filter(
    ({ visit }) => visit.appointmentId === key.appointmentId,
  )

describe('a review', () => {
  test.each(['confirmed', 'no-show', 'cancelled'] as const)(
    'cannot be written of a visit that is %s',
    async (state) => {
      const key = await finished({ state })
      expect(await writeReview(db.app, key, said)).toEqual({ ok: false, why: 'notFinished' })
      expect((await findReviewable(db.app, key))?.mayReview).toBe(false)
    },
  )

  test('is one for each visit, however often and from how many windows it is sent', async () => {
    const key = await finished()
    await Promise.all(Array.from({ length: 6 }, () => writeReview(db.app, key, said)))
    const { rows } = await db.admin.query('select from clinic.review_wordings where review_id = $1', [await idOf(key)])
    expect(rows.length).toBe(1)
    expect((await findReviewable(db.app, key))?.review).toMatchObject({
      mark: 4,
      words: 'Clear and kind.',
      name: 'Robin A.',
    })
  })

  test('can be changed, and each wording is kept', async () => {
    const key = await finished()
    await writeReview(db.app, key, said)
    await writeReview(db.app, key, { ...said, mark: 2, words: 'Ran late.', isNamed: false })
    const { rows } = await db.admin.query(
      'select rating, words, shown_name from clinic.review_wordings where review_id = $1 order by at',
      [await idOf(key)],
    )
    expect(rows).toEqual([
      { rating: 4, words: 'Clear and kind.', shown_name: 'Robin A.' },
      { rating: 2, words: 'Ran late.', shown_name: null },
    ])
    const shown = (await public_()).find(({ words }) => words === 'Ran late.')
    expect(shown).toMatchObject({ mark: 2, name: null })
    expect(shown?.editedAt).not.toBeNull()
  })

  test('that stands can be changed though the clinic has taken “done” back; a first one cannot be written then', async () => {
    const key = await finished()
    await writeReview(db.app, key, said)
    await db.admin.query(`update clinic.appointments set state = 'arrived' where appointment_id = $1`, [
      key.appointmentId,
    ])
    expect(await findReviewable(db.app, key)).toMatchObject({ mayReview: true, review: { words: 'Clear and kind.' } })
    expect(await writeReview(db.app, key, { ...said, words: 'Kind.' })).toEqual({ ok: true })
    expect((await findReviewable(db.app, key))?.review?.words).toBe('Kind.')
  })

  test('of another clinic’s visit is not found with one’s own clinic’s id', async () => {
    const other = await makeMailClinic(db.admin, 'Other Physio')
    const key = await finished()
    expect(await writeReview(db.app, { ...key, clinicId: other.clinicId }, said)).toEqual({ ok: false, why: 'noVisit' })
  })

  test('cannot be changed without end', async () => {
    const key = await finished()
    for (let at = 0; at < 50; at += 1) await writeReview(db.app, key, { ...said, words: `Wording ${at}` })
    expect(await writeReview(db.app, key, { ...said, words: 'One more' })).toEqual({ ok: false, why: 'tooOften' })
  })

  test('that may tell of danger is read by nobody but the clinic until a member has looked, and the clinic has a mail', async () => {
    const key = await finished()
    await writeReview(db.app, key, { ...said, words: 'I am numb between my legs now.', isDanger: true })
    const isPublic = async () => (await public_()).some(({ words }) => words.includes('numb'))
    expect(await isPublic()).toBe(false)
    expect(await mailsOf(key)).toMatchObject([
      { kind: 'review-alert', state: 'queued', address: 'hello@lantern.example' },
    ])
    const { reviews } = await listReviews(db.app, clinic().clinicId, 'waiting')
    expect(reviews[0]).toMatchObject({ isDanger: true, words: 'I am numb between my legs now.' })
    // Put into other words before anybody looked: it still waits.
    await writeReview(db.app, key, { ...said, words: 'All well.' })
    expect((await findReviewable(db.app, key))?.review?.waits).toBe(true)
    await moderateReview(db.app, by(), await idOf(key), { what: 'danger-seen' })
    expect((await public_()).some(({ words }) => words === 'All well.')).toBe(true)
    // Said again: a look again.
    await writeReview(db.app, key, { ...said, words: 'I cannot feel my legs.', isDanger: true })
    expect((await findReviewable(db.app, key))?.review?.waits).toBe(true)
  })
})

describe('keeping a review back', () => {
  test('takes it from the public with its mark, says why to its writer, and is written down with who did it', async () => {
    const key = await finished()
    await writeReview(db.app, key, { ...said, words: 'Buy my pills' })
    const id = await idOf(key)
    const hide = { what: 'hidden', why: 'advert' } as const
    expect(await moderateReview(db.app, by(), id, hide)).toEqual({ ok: true, already: false })
    expect(await moderateReview(db.app, by(), id, hide)).toEqual({ ok: true, already: true })
    expect((await public_()).some(({ words }) => words === 'Buy my pills')).toBe(false)
    expect((await findReviewable(db.app, key))?.review?.hidden).toBe('advert')
    const rating = (await readRatings(db.directory, [clinic()])).get(clinic().therapistId)
    expect(rating?.notShown.advert).toBe(1)
    const { reviews } = await listReviews(db.app, clinic().clinicId, 'hidden')
    const row = reviews.find((review) => review.id === id)
    expect(row?.history.map(({ what, who, why }) => [what, who, why])).toEqual([
      ['written', null, null],
      ['hidden', 'Wren Holly', 'advert'],
    ])
    // Changed by its writer: it stays back, and waits for a look.
    await writeReview(db.app, key, { ...said, words: 'Very good' })
    expect((await findReviewable(db.app, key))?.review?.hidden).toBe('advert')
    expect((await listReviews(db.app, clinic().clinicId, 'waiting')).reviews.some((each) => each.id === id)).toBe(true)
    await moderateReview(db.app, by(), id, { what: 'put-back' })
    expect((await public_()).some(({ words }) => words === 'Very good')).toBe(true)
  })

  test('is not for the staff of another clinic', async () => {
    const other = await makeMailClinic(db.admin, 'Third Physio')
    const key = await finished()
    await writeReview(db.app, key, said)
    const theirs = { ...by(), clinicId: other.clinicId }
    expect(await moderateReview(db.app, theirs, await idOf(key), { what: 'hidden', why: 'hate' })).toEqual({
      ok: false,
      why: 'noReview',
    })
  })

  test('what a member did, and what was written, cannot be changed by the server', async () => {
    for (const table of ['review_acts', 'review_wordings'])
      await expect(
        inClinic(db.app, clinic().clinicId, (trx) => trx.deleteFrom(table as 'review_acts').execute()),
      ).rejects.toThrow('permission denied')
  })
})

describe('a reply', () => {
  test('stands under the review, and can be taken back', async () => {
    const key = await finished()
    await writeReview(db.app, key, { ...said, words: 'Waited long' })
    const id = await idOf(key)
    await moderateReview(db.app, by(), id, { what: 'replied', words: 'Sorry about the wait.' })
    expect((await public_()).find((each) => each.id === id)?.reply).toBe('Sorry about the wait.')
    await moderateReview(db.app, by(), id, { what: 'reply-taken-back' })
    expect((await public_()).find((each) => each.id === id)?.reply).toBeNull()
  })
})

describe('a report', () => {
  test('counts once from one address, changes nothing that is shown, and is settled by a look', async () => {
    const key = await finished()
    await writeReview(db.app, key, { ...said, words: 'Reported one' })
    const id = await idOf(key)
    const report = (address: string) =>
      reportReview(db.app, db.secret, { clinicId: key.clinicId, reviewId: id, why: 'hate', address })
    const before = await inClinic(db.app, key.clinicId, (trx) => countWaiting(trx, key.clinicId))
    expect(await Promise.all([report('192.0.2.1'), report('192.0.2.1'), report('192.0.2.2')])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: true })),
    )
    expect(await inClinic(db.app, key.clinicId, (trx) => countWaiting(trx, key.clinicId))).toBe(before + 1)
    const row = (await listReviews(db.app, key.clinicId, 'waiting')).reviews.find((each) => each.id === id)
    expect(row?.reports).toEqual([{ why: 'hate', count: 2 }])
    expect((await public_()).some((each) => each.id === id)).toBe(true)
    await moderateReview(db.app, by(), id, { what: 'reports-settled' })
    expect(await inClinic(db.app, key.clinicId, (trx) => countWaiting(trx, key.clinicId))).toBe(before)
  })

  test('from one address ends at ten reviews a day', async () => {
    const answers: unknown[] = []
    for (let at = 0; at < 11; at += 1) {
      const key = await finished()
      await writeReview(db.app, key, said)
      const wish = { clinicId: key.clinicId, reviewId: await idOf(key), why: 'hate', address: '192.0.2.9' } as const
      answers.push(await reportReview(db.app, db.secret, wish))
    }
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => ({ ok: true })))
    expect(answers[10]).toEqual({ ok: false, why: 'tooMany' })
  })

  test('counts against an address for a day, and no longer', async () => {
    const keys = await Promise.all(Array.from({ length: 11 }, () => finished()))
    const reportOf = async (key: (typeof keys)[number]) => {
      await writeReview(db.app, key, said)
      const wish = { clinicId: key.clinicId, reviewId: await idOf(key), why: 'hate', address: '192.0.2.11' } as const
      return reportReview(db.app, db.secret, wish)
    }
    for (const key of keys.slice(0, 10)) expect(await reportOf(key)).toEqual({ ok: true })
    const last = keys[10]
    if (!last) throw new Error('eleven were made')
    expect(await reportOf(last)).toEqual({ ok: false, why: 'tooMany' })
    await db.admin.query(`update clinic.review_reports set at = at - interval '24 hours 1 minute'`)
    expect(await reportOf(last)).toEqual({ ok: true })
  })
})

describe('the invitation to review', () => {
  test('is sent a day after the visit, once, however often the visit is made finished', async () => {
    const key = await finished()
    await invite(key)
    await invite(key)
    expect(await mailsOf(key)).toEqual([
      { kind: 'review-invitation', state: 'queued', address: `robin${visits}@example.org`, hours: 24 },
    ])
  })

  test.each(['confirmed', 'no-show', 'cancelled'] as const)('is not written for a visit that is %s', async (state) => {
    const key = await finished({ state })
    await invite(key)
    expect(await mailsOf(key)).toEqual([])
  })

  test('is dropped where the visit is not finished any more, and comes again once it is', async () => {
    const key = await finished()
    await invite(key)
    await db.admin.query(`update clinic.mails set next_try_at = now() where appointment_id = $1`, [key.appointmentId])
    await db.admin.query(`update clinic.appointments set state = 'no-show' where appointment_id = $1`, [
      key.appointmentId,
    ])
    expect(await taken(key)).toEqual([])
    expect(await mailsOf(key)).toMatchObject([{ state: 'dropped' }])
    await db.admin.query(`update clinic.appointments set state = 'finished' where appointment_id = $1`, [
      key.appointmentId,
    ])
    await invite(key)
    expect(await mailsOf(key)).toMatchObject([{ state: 'queued', hours: 24 }])
  })

  test('is dropped once the review is written', async () => {
    const key = await finished()
    await invite(key)
    await writeReview(db.app, key, said)
    expect(await mailsOf(key)).toMatchObject([{ state: 'dropped' }])
  })

  test('is due with what it needs, and not before', async () => {
    const key = await finished()
    await invite(key)
    expect(await taken(key)).toEqual([])
    await db.admin.query('update clinic.mails set next_try_at = now() where appointment_id = $1', [key.appointmentId])
    expect(await taken(key)).toMatchObject([{ kind: 'review-invitation', visit: { appointmentId: key.appointmentId } }])
  })

  test('is not sent to an address that wants none, whatever its letters; confirmations are', async () => {
    const key = await finished({ address: 'Ann@example.org' })
    await invite(key)
    await inClinic(db.app, key.clinicId, (trx) => stopInvitations(trx, key))
    expect(await mailsOf(key)).toMatchObject([{ state: 'dropped' }])
    const later = await finished({ address: 'ann@Example.org' })
    await invite(later)
    expect(await mailsOf(later)).toEqual([])
  })

  test.each([
    ['no more of them are wanted', stopInvitations],
    ['the visit needs none', (trx, { appointmentId }) => dropInvitation(trx, appointmentId, 'It needs none.')],
  ] satisfies [string, (trx: ClinicTransaction, key: Awaited<ReturnType<typeof finished>>) => Promise<void>][])(
    'alone is dropped, and only while it waits: %s',
    async (_, drop) => {
      const [key, other] = [await finished(), await finished()]
      const add = (kind: string, state: string, version: number, of = key) =>
        db.admin.query(
          `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, state, useless_after, handed_over_at)
           select a.clinic_id, appointment_id, $2, $3, email, $4, now() + interval '9 days', now()
           from clinic.appointments a join clinic.contacts using (clinic_id, contact_id) where appointment_id = $1`,
          [of.appointmentId, version, kind, state],
        )
      await add('confirmation', 'handed-over', 0)
      await add('reminder-48h', 'queued', 0)
      await add('review-invitation', 'queued', 1)
      await add('review-invitation', 'sending', 2)
      await add('review-invitation', 'handed-over', 3)
      await add('review-invitation', 'queued', 0, other)
      await inClinic(db.app, key.clinicId, (trx) => drop(trx, key))
      const { rows } = await db.admin.query<{ is: string }>(
        `select kind || ' ' || version || ' ' || state as is from clinic.mails where appointment_id = $1 order by kind, version`,
        [key.appointmentId],
      )
      expect(rows.map(({ is }) => is)).toEqual([
        'confirmation 0 handed-over',
        'reminder-48h 0 queued',
        'review-invitation 1 dropped',
        'review-invitation 2 sending',
        'review-invitation 3 handed-over',
      ])
      expect(await mailsOf(other)).toMatchObject([{ state: 'queued' }])
    },
  )

  test('goes to one address once in thirty days', async () => {
    await invite(await finished({ address: 'often@example.org' }))
    const second = await finished({ address: 'often@example.org' })
    await invite(second)
    expect(await mailsOf(second)).toEqual([])
    await db.admin.query(
      `update clinic.mails set created_at = now() - interval '31 days' where address = 'often@example.org'`,
    )
    await invite(second)
    expect(await mailsOf(second)).toMatchObject([{ state: 'queued' }])
  })
})

describe('what anybody can read of reviews', () => {
  test('holds neither the visit nor the person', async () => {
    const { rows } = await db.admin.query<{ column_name: string }>(
      `select column_name from information_schema.columns
       where table_schema = 'directory' and table_name in ('reviews', 'ratings')`,
    )
    const columns = rows.map(({ column_name }) => column_name)
    expect(columns).toContain('words')
    for (const column of ['appointment_id', 'person_id', 'contact_id', 'danger_heard_at', 'reported_by'])
      expect(columns).not.toContain(column)
  })
})
