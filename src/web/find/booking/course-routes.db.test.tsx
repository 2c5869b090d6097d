/** A course of visits through the pages as a browser posts them, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { beside } from '../../../clinic/db/test-rival.ts'
import { makeOffer } from '../../../clinic/letters/offers.ts'
import { browserOf, homeOver } from './test-pages.ts'

const db = testDatabase()
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db)
})
const { get: ask, post } = browserOf(homeOver(db))
const slug = () => `therapist-${clinic.therapists[0]}`
const at = () => new Date(dayAfterTomorrow('10:00')).toISOString().replace('.000', '')
const look = (more = 'visits=4&every=7') =>
  ask(`/book/${slug()}/course?service=${clinic.serviceId}&at=${encodeURIComponent(at())}&${more}`)
/** What a browser posts from the page: the hidden fields, and the first of each list. */
const chosen = (body: string, pick = (options: readonly string[]) => options[0] ?? '') => {
  const fields = new URLSearchParams()
  const form = body.slice(body.indexOf('<form'))
  for (const [, name = '', value = ''] of form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
    fields.append(name, value)
  for (const [, inside = ''] of form.matchAll(/<select[^>]*name="start"[^>]*>(.*?)<\/select>/gs))
    fields.append('start', pick([...inside.matchAll(/value="(\d*)"/g)].map(([, value = '']) => value)))
  return fields
}

test('tells before its dates are held that each visit needs a letter of referral, and what each costs', async () => {
  expect((await look()).body).toMatch(/£\d+ each</)
  expect((await look()).body).not.toContain('letter of referral')
  await db.admin.query('update clinic.services set needs_referral = true where clinic_id = $1', [clinic.clinicId])
  expect((await look()).body).toContain('This visit needs a letter of referral, such as from your GP.')
})

test('its dates are shown, held together, booked with one form, and each visit leads to the others', async () => {
  const page = await look()
  expect(page.body).toContain('Every date is free')
  const held = await post(`/book/${slug()}/course`, chosen(page.body))
  expect(held.status).toBe(303)
  const form = await ask(held.to)
  expect(form.body).toContain('Book all 4 visits')
  const booked = await post(
    held.to,
    new URLSearchParams({
      ...{ do: 'book', name: 'Robin', email: 'robin@example.org', payer: 'self', service: clinic.serviceId },
      ...{
        therapist: clinic.therapists[0] ?? '',
        location: clinic.locationId,
        start: String(dayAfterTomorrow('10:00')),
      },
    }),
  )
  const visit = await ask(booked.to)
  const links = [...visit.body.matchAll(/<li><a href="(\/visits\/[\w-]{64})">/g)].map(([, href = '']) => href)
  expect(links).toHaveLength(3)
  expect((await ask(links[2] ?? '')).body).toMatch(/Your \d visits are booked/)
})

/** How many dates are held in this clinic. */
const heldHere = async () => {
  const text = `select from clinic.appointments where clinic_id = $1 and state = 'held'`
  return (await db.admin.query(text, [clinic.clinicId])).rows.length
}

test('its form says what all of it costs to whoever pays, and with a code, which counts for the first', async () => {
  const held = await post(`/book/${slug()}/course`, chosen((await look()).body))
  expect((await ask(held.to)).body).toContain('I pay, 4 visits at £62: £248 in all')
  const looked = async (code: string) => {
    const member = { clinicId: clinic.clinicId, memberId: await makeMember(db, clinic.clinicId, 'owner') }
    const today = Temporal.Now.plainDateISO('Europe/London')
    await makeOffer(db.app, member, crypto.randomUUID(), {
      ...{ code, words: 'Spring', mostUses: 5, services: [clinic.serviceId] },
      takes: code === 'FREE' ? { kind: 'free', off: null } : { kind: 'percent', off: 10 },
      ...{ firstDay: today.toString(), lastDay: today.add({ days: 9 }).toString() },
    })
    const fields = { do: 'look', name: 'Robin', email: 'robin@example.org', payer: 'self', offer: code }
    return (await post(held.to, new URLSearchParams(fields))).body
  }
  expect(await looked('SPRING10')).toContain(
    'With this code the first visit costs £55.80, and all 4 visits £241.80. Without it: £248.',
  )
  expect(await looked('FREE')).toContain('With this code the first visit is free, and all 4 visits cost £186.')
  await db.admin.query('update clinic.appointments set price_pence = 0 where clinic_id = $1', [clinic.clinicId])
  expect((await ask(held.to)).body).not.toContain('in all')
})

test('a second press of its button leads to the dates that the first holds', async () => {
  const page = (await look()).body
  const first = await post(`/book/${slug()}/course`, chosen(page))
  const second = await post(`/book/${slug()}/course`, chosen(page))
  expect(second.status).toBe(303)
  expect((await ask(second.to)).body).toContain('Book all 4 visits')
  expect(readPrivateToken(db.secret, 'hold', second.to.split('/').at(-1) ?? '')).toEqual(
    readPrivateToken(db.secret, 'hold', first.to.split('/').at(-1) ?? ''),
  )
  expect(await heldHere()).toBe(4)
})

test('two presses of its button at the same moment hold its dates once, and both lead to them', async () => {
  const page = (await look()).body
  const both = await Promise.all([1, 2].map(() => post(`/book/${slug()}/course`, chosen(page))))
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect(await heldHere()).toBe(4)
})

test('other dates chosen on the page that was gone back to are held in place of the first ones', async () => {
  const heldTimes = async () => {
    const { rows } = await db.admin.query<{ at: Date }>(
      `select starts_at as at from clinic.appointments where clinic_id = $1 and state = 'held' order by starts_at`,
      [clinic.clinicId],
    )
    return rows.map((row) => row.at.getTime())
  }
  const { body } = await look()
  await post(`/book/${slug()}/course`, chosen(body))
  const before = await heldTimes()
  const other = chosen(body, (options) => options[1] ?? '')
  expect((await post(`/book/${slug()}/course`, other)).status).toBe(303)
  expect(await heldTimes()).toEqual(other.getAll('start').map(Number))
  expect(await heldTimes()).not.toEqual(before)
  // And back once more: it is these then.
  expect((await post(`/book/${slug()}/course`, chosen(body))).status).toBe(303)
  expect(await heldTimes()).toEqual(before)
})

test('what cancelling costs is said of each of its visits, and of the first alone where it is too late for that one', async () => {
  const held = await post(`/book/${slug()}/course`, chosen((await look()).body))
  const form = await ask(held.to)
  expect(form.body).toMatch(
    /Each visit is free to move or cancel until \d+ hours before it\. After that, cancelling that one costs £\d+, and you move it by ringing the clinic\./,
  )
  // The end of the first would read as that of all.
  expect(form.body).not.toContain('Free to move or cancel until')
  await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 minute' where state = 'held'`)
  expect((await ask(held.to)).body).toContain('For the first it is later than that already. Cancelling now costs £')
})

test('whose hold had ended and whose price has changed since is held once more and said so, and is booked by another press', async () => {
  const held = await post(`/book/${slug()}/course`, chosen((await look()).body))
  const fieldsOf = (body: string) => {
    const fields = new URLSearchParams({ do: 'book', name: 'Robin', email: 'robin@example.org', payer: 'self' })
    for (const [, name = '', value = ''] of body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
      fields.set(name, value)
    return fields
  }
  const form = await ask(held.to)
  await db.admin.query(`update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`)
  await db.admin.query('update clinic.services set price_pence = 9900 where service_id = $1', [clinic.serviceId])
  const asked = await post(held.to, fieldsOf(form.body))
  expect([asked.status, asked.body.includes('The clinic has changed this visit since: 45 minutes, £99.')]).toEqual([
    422,
    true,
  ])
  expect(asked.body).toContain('Book all 4 visits')
  const next = /<form id="details" method="post" action="([^"]+)"/.exec(asked.body)?.[1] ?? ''
  expect((await post(next, fieldsOf(asked.body))).status).toBe(303)
  const { rows } = await db.admin.query(
    `select price_pence, count(*)::int as n from clinic.appointments where clinic_id = $1 and state = 'confirmed' group by 1`,
    [clinic.clinicId],
  )
  expect(rows).toEqual([{ price_pence: 9900, n: 4 }])
})

test('a date that is taken says so, is swapped for one near it, and nothing was held by looking', async () => {
  await db.admin.query(
    `insert into clinic.closures (clinic_id, first_day, last_day, reason)
     select $1, day, day, 'Stocktaking' from (select (now() at time zone 'Europe/London')::date + 9 as day) d`,
    [clinic.clinicId],
  )
  const page = await look()
  expect(page.body).toContain('One of the 4 dates is not free')
  expect(page.body).toContain('is a day on which the clinic is closed')
  expect(page.body).not.toContain('Stocktaking')
  // What is offered in its place is free: the page never says both.
  expect(page.body).not.toContain('Nothing near it is free')
  expect(
    (await db.admin.query('select from clinic.appointments where clinic_id = $1', [clinic.clinicId])).rows,
  ).toEqual([])
  expect((await post(`/book/${slug()}/course`, chosen(page.body))).status).toBe(303)
})

test('a date with nothing free near it says so, and can only be left out', async () => {
  await db.admin.query(
    `insert into clinic.closures (clinic_id, first_day, last_day, reason)
     select $1, day - 8, day + 8, 'Stocktaking' from (select (now() at time zone 'Europe/London')::date + 16 as day) d`,
    [clinic.clinicId],
  )
  const { body } = await look()
  expect(body).toContain('Nothing near it is free')
  const none = /<select[^>]*>((?:(?!<\/select>).)*)<\/select>/.exec(
    body.slice(body.indexOf('Nothing near it is free')),
  )?.[1]
  expect(none).toMatch(/^<option value(?:="")?>Leave this one out<\/option>$/)
})

test('a date that goes while one looks: nothing is held, and the page says which', async () => {
  const [page, others] = [await look(), await look()]
  await post(`/book/${slug()}/course`, chosen(others.body))
  const late = await post(`/book/${slug()}/course`, chosen(page.body))
  expect(late.status).toBe(409)
  expect(late.body).toContain('Nothing was held')
  expect(late.body).toContain('is taken')
})

test('one date alone is no course, and made-up dates, rhythms and places are no fault of ours', async () => {
  const page = await look()
  const alone = chosen(page.body, (options) => options[0] ?? '')
  const all = alone.getAll('start')
  alone.delete('start')
  alone.append('start', all[0] ?? '')
  expect((await post(`/book/${slug()}/course`, alone)).body).toContain('at least two dates')
  for (const more of ['visits=1e9&every=0', 'visits=-1&every=x', '']) expect((await look(more)).status).toBe(200)
  const odd = new URLSearchParams({ service: clinic.serviceId, location: 'x' })
  for (const start of ['1', '8999999999999999', 'x', String(dayAfterTomorrow('10:00'))]) odd.append('start', start)
  expect((await post(`/book/${slug()}/course`, odd)).status).toBe(409)
})

describe('this visit and those after it', () => {
  /** Books four visits, a week apart. @returns the private addresses, the first first */
  async function booked(): Promise<readonly string[]> {
    const held = await post(`/book/${slug()}/course`, chosen((await look()).body))
    const made = await post(
      held.to,
      new URLSearchParams({
        ...{ do: 'book', name: 'Robin', email: 'robin@example.org', payer: 'self', service: clinic.serviceId },
        ...{
          therapist: clinic.therapists[0] ?? '',
          location: clinic.locationId,
          start: String(dayAfterTomorrow('10:00')),
        },
      }),
    )
    const { body } = await ask(made.to)
    return [made.to, ...[...body.matchAll(/<li><a href="(\/visits\/[\w-]{64})">/g)].map(([, href = '']) => href)]
  }
  const rows = async () =>
    (
      await db.admin.query(
        `select state, starts_at, version from clinic.appointments where clinic_id = $1 and course_id is not null order by appointment_id`,
        [clinic.clinicId],
      )
    ).rows

  test('say at which of them nobody is there, which costs nothing', async () => {
    const [, second = ''] = await booked()
    const own = `${second}/later/cancel`
    expect((await ask(own)).body).not.toMatch(/is away then|cannot keep costs nothing/)
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       select clinic_id, therapist_id, max(starts_at)::date, max(starts_at)::date from clinic.appointments
       where clinic_id = $1 and course_id is not null group by 1, 2`,
      [clinic.clinicId],
    )
    const page = await ask(own)
    const wrong = chosen(page.body)
    wrong.set('fee', '100')
    for (const { body } of [page, await post(own, wrong)]) {
      expect(body.match(/is away then\./g)).toHaveLength(1)
      expect(body).toMatch(/: free\. The therapist is away then\.<\/li>\s*<\/ol>/)
      expect(body).toContain(
        'What the clinic cannot keep costs nothing. To find another time together, ring Lantern Physio: 020 7946 0000.',
      )
    }
  })

  test('are cancelled together, at the cost that was said, and the page leads there', async () => {
    const [firstOne = '', second = ''] = await booked()
    expect((await ask(firstOne)).body).toContain('Your 4 visits are booked')
    expect((await ask(second)).body).toContain('Cancel this and the 2 later ones')
    const page = await ask(`${second}/later/cancel`)
    expect(page.body).toContain('Cancel these 3 visits?')
    expect(page.body).toContain('It costs nothing now.')
    const before = await rows()
    expect(await rows()).toEqual(before)
    const fields = chosen(page.body)
    const wrong = new URLSearchParams(fields)
    wrong.set('fee', '100')
    expect((await post(`${second}/later/cancel`, wrong)).body).toContain('The cost has changed')
    expect(await rows()).toEqual(before)
    expect((await post(`${second}/later/cancel`, fields)).to).toBe(second)
    expect((await ask(second)).body).toContain('3 of your visits are cancelled')
    // Four were booked just now, and one of them stands.
    expect((await ask(firstOne)).body).toContain('Your visit is booked')
    expect((await rows()).map(({ state }) => state).toSorted()).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
      'confirmed',
    ])
    // A second tap, and Back and again: the page of the visits says what is so.
    expect((await post(`${second}/later/cancel`, fields)).to).toBe(second)
    await db.admin.query(`update clinic.appointments set version = version + 1 where clinic_id = $1`, [clinic.clinicId])
    expect((await post(`${second}/later/cancel`, fields)).status).toBe(409)
  })

  test('that another browser changed at the same moment are shown as they stand now', async () => {
    const [, second = ''] = await booked()
    const fields = chosen((await ask(`${second}/later/cancel`)).body)
    const { appointmentId } = readPrivateToken(db.secret, 'visit', second.split('/').at(-1) ?? '') ?? {}
    const text = `update clinic.appointments set version = version + 1, starts_at = starts_at + interval '5 hours',
      ends_at = ends_at + interval '5 hours' where appointment_id = $1`
    const lost = await beside(db, { text, values: [appointmentId] }, () => post(`${second}/later/cancel`, fields))
    expect([lost.waited, lost.answer.status]).toEqual([true, 409])
    expect(lost.answer.body).toMatch(/Nothing was done now\. This one: [^.]+ 15:00 to/)
  })

  test('are moved together: each date is looked at, swapped where it is taken, and all go or none', async () => {
    const [firstOne = ''] = await booked()
    const start = dayAfterTomorrow('14:00')
    const confirm = await ask(
      `${firstOne}/move?therapist=${clinic.therapists[0]}&location=${clinic.locationId}&start=${start}`,
    )
    expect(confirm.body).toContain('the 3 later ones as far')
    const before = await rows()
    const page = await ask(`${firstOne}/later/move?start=${start}`)
    expect(page.body).toContain('Every new date is free.')
    expect(await rows()).toEqual(before)
    const fields = chosen(page.body)
    expect(page.body).not.toContain('The price has changed')
    await db.admin.query('update clinic.services set price_pence = 7000 where clinic_id = $1', [clinic.clinicId])
    expect((await ask(`${firstOne}/later/move?start=${start}`)).body).toContain(
      'The price has changed since the booking. Each visit that moves costs £70 and not £62.',
    )
    const dearer = await post(`${firstOne}/later/move`, fields)
    expect([dearer.status, dearer.body]).toEqual([
      409,
      expect.stringContaining('The price has changed since that page'),
    ])
    expect(await rows()).toEqual(before)
    fields.set('price', '28000')
    const outside = new URLSearchParams(fields)
    outside.delete('start')
    for (const at of fields.getAll('start')) outside.append('start', String(Number(at) + 12 * 3_600_000))
    expect((await post(`${firstOne}/later/move`, outside)).body).toContain('Nothing was moved.')
    expect(await rows()).toEqual(before)
    expect((await post(`${firstOne}/later/move`, fields)).to).toBe(firstOne)
    expect((await ask(firstOne)).body).toContain('4 of your visits are moved')
    const four = 4 * 3_600_000
    expect((await rows()).map(({ starts_at }) => starts_at.getTime())).toEqual(
      before.map(({ starts_at }) => starts_at.getTime() + four),
    )
    expect((await post(`${firstOne}/later/move`, fields)).to).toBe(firstOne)
    await db.admin.query(`update clinic.appointments set version = version + 1 where clinic_id = $1`, [clinic.clinicId])
    expect((await post(`${firstOne}/later/move`, fields)).status).toBe(409)
  })

  test('of a visit that stands alone, or by a changed link, are not there', async () => {
    const [firstOne = ''] = await booked()
    const changed = `${firstOne.slice(0, -1)}${firstOne.endsWith('A') ? 'B' : 'A'}`
    expect((await ask(`${changed}/later/cancel`)).status).toBe(404)
    expect((await post(`${changed}/later/move`, new URLSearchParams({ seen: 'x', start: 'y' }))).status).toBe(404)
    for (const far of [Date.UTC(9999, 11, 31), 253_402_300_799_000])
      expect((await ask(`${firstOne}/later/move?start=${far}`)).body).toContain('are not free. Choose others.')
    for (const nonsense of ['', 'x', '-1', '99999999999999999'])
      expect((await ask(`${firstOne}/later/move?start=${nonsense}`)).to).toBe(`${firstOne}/move`)
    expect((await post(`${firstOne}/later/move`, new URLSearchParams({ seen: 'x', start: '1' }))).status).toBe(409)
  })
})
