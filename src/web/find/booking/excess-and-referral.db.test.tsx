/** The excess that somebody knows of, and the letter of referral that a visit needs, from the form to the visit. Over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { markReferral } from '../../../clinic/booking/referral.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { browserOf, carriedBy, homeOver, robin } from './test-pages.ts'

const db = testDatabase()
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})
const { ask } = browserOf(homeOver(db))
const carried = (wall = '10:00') => carriedBy(clinic, wall)
const slug = () => `therapist-${clinic.therapists[0]}`
const hold = async () => (await ask(`/book/${slug()}`, carried())).to
const insured = { ...robin, payer: 'insurer', insurer: 'AXA Health', insurerIsMeant: 'AXA Health' }
const send = async (path: string, more: Readonly<Record<string, string>>) => ask(path, { ...carried(), ...more })
const kept = async () =>
  (
    await db.admin.query(
      `select excess_pence as excess, insurer, referred_by as by, appointment_id as id from clinic.appointments
       where clinic_id = $1 and state = 'confirmed'`,
      [clinic.clinicId],
    )
  ).rows

describe('the excess', () => {
  test('is asked for with the rest of the insurance, is kept in any habit of writing, and stands on the page of the visit', async () => {
    const path = await hold()
    expect((await ask(path)).body).toContain('Excess in pounds, if you know it')
    const { to } = await send(path, { ...insured, excess: '£1,100.50' })
    expect(await kept()).toMatchObject([{ excess: 110_050 }])
    expect((await ask(to)).body).toContain('Your excess, as you told us: £1100.50.')
    const other = await send(path, { ...insured, excess: '100' })
    expect([other.status, other.body.includes('how it is paid')]).toEqual([409, true])
  })

  test('is never needed, and 0 is an answer', async () => {
    const { to } = await send(await hold(), insured)
    expect(await kept()).toMatchObject([{ excess: null }])
    expect((await ask(to)).body).not.toContain('excess')
  })

  test('that is no sum is said, and stays as it was typed', async () => {
    const wrong = await send(await hold(), { ...insured, excess: 'about a hundred' })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('Enter the excess in pounds, such as 100 or 62.50, or leave it empty.')
    expect(wrong.body).toContain('value="about a hundred"')
  })

  test.each(['abc', '100'])('of %s is read only where an insurer pays', async (excess) => {
    const sent = await send(await hold(), { ...robin, insurer: 'AXA Health', excess })
    expect(sent.status).toBe(303)
    expect(await kept()).toMatchObject([{ excess: null, insurer: null }])
  })

  test('and other fields of what was not chosen are not found too long, where nobody sees them', async () => {
    const long = 'x'.repeat(200)
    const hidden = { personName: long, insurer: long, membership: long, package: long }
    const path = await hold()
    const asked = await send(path, { ...robin, ...hidden })
    expect([asked.status, asked.body.includes('You typed a number for another way to pay.')]).toEqual([422, true])
    expect(asked.body).not.toContain('characters or fewer')
    expect((await send(path, { ...robin, ...hidden, numberOut: 'yes' })).status).toBe(303)
  })
})

describe('a letter of referral', () => {
  const needIt = () =>
    db.admin.query('update clinic.services set needs_referral = true where clinic_id = $1', [clinic.clinicId])

  test('is not spoken of as needed where it is not', async () => {
    const path = await hold()
    expect((await ask(path)).body).not.toContain('name="referredBy"')
    const { to } = await send(path, robin)
    expect((await ask(to)).body).toContain('Do you have a letter from your GP')
  })

  test('that is needed is said before the time is held, is asked for in the form, and the visit waits for it', async () => {
    await needIt()
    const at = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toString()
    const time = await ask(`/book/${slug()}?service=${clinic.serviceId}&at=${at}`)
    expect(time.body).toContain('This visit needs a letter of referral, such as from your GP.')
    const path = await hold()
    expect((await ask(path)).body).toContain('Who wrote your letter of referral?')
    const without = await send(path, robin)
    expect([without.status, without.body.includes('This visit needs one.')]).toEqual([422, true])
    expect(without.body).toContain('value="Robin Ashdown"')
    expect(await kept()).toEqual([])
    const { to } = await send(path, { ...robin, referredBy: 'Dr Sorrel Ney' })
    expect(await kept()).toMatchObject([{ by: 'Dr Sorrel Ney' }])
    expect((await ask(to)).body).toContain(
      'Your letter of referral from Dr Sorrel Ney: the clinic has not seen it yet. This visit needs it.',
    )
  })

  test('that staff have seen is said to its person, the first who saw it stays, and it can be taken back', async () => {
    await needIt()
    const { to } = await send(await hold(), { ...robin, referredBy: 'Dr Sorrel Ney' })
    const [visit] = await kept()
    const [first, second] = [
      await makeMember(db, clinic.clinicId, 'reception'),
      await makeMember(db, clinic.clinicId, 'therapist'),
    ]
    const mark = (memberId: string, isSeen: boolean) =>
      markReferral(db.app, { clinicId: clinic.clinicId, memberId }, visit?.id ?? '', isSeen)
    await mark(first, true)
    await mark(second, true)
    const by = await db.admin.query(
      'select referral_seen_by as by from clinic.appointments where appointment_id = $1',
      [visit?.id],
    )
    expect(by.rows).toEqual([{ by: first }])
    expect((await ask(to)).body).toContain('Your letter of referral from Dr Sorrel Ney: the clinic has seen it, ')
    await mark(second, false)
    expect((await ask(to)).body).toContain('the clinic has not seen it yet')
  })
})
