/** A visit by its private link, as a browser posts to it, over a real PostgreSQL: seen, moved, cancelled. */
import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { freeTimesToMove } from '../../../clinic/booking/offered-time.ts'
import { dayAfterTomorrow, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import type { BookingHome } from '../find-home.ts'
import { frame } from '../find.fixtures.ts'
import { createBookingApp } from './booking-app.tsx'
import { askPaths } from '../ask/ask-paths.ts'
import { bookingPages, robin } from './test-pages.ts'
import { bookingPaths } from './booking-paths.ts'

const pages = bookingPages()
const { db, home, get, post, slug, hold, carried, book, everything } = pages
let clinic: TestClinic
beforeEach(() => {
  clinic = pages.clinic()
})

describe('a private link', () => {
  test('looked at by a robot, any way and three times, changes not one byte', async () => {
    const visit = await book()
    const before = await everything()
    for (let time = 0; time < 3; time += 1)
      for (const path of [visit, `${visit}/visit.ics`, `${visit}/cancel`, `${visit}/move`])
        for (const method of ['GET', 'HEAD', 'OPTIONS']) await get(path, method)
    expect(await everything()).toBe(before)
  })

  test('of a visit that is still a hold opens nothing', async () => {
    const subject = readPrivateToken(db.secret, 'hold', (await hold()).split('/').at(-1) ?? '')
    if (!subject) throw new Error('no hold')
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', subject)))).status).toBe(404)
  })

  test('of another installation opens nothing', async () => {
    const subject = readPrivateToken(db.secret, 'visit', (await book()).split('/').at(-1) ?? '')
    if (!subject) throw new Error('no visit')
    const foreign = Buffer.alloc(32, 7)
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', subject)))).status).toBe(200)
    expect((await get(bookingPaths.visit(privateToken(foreign, 'visit', subject)))).status).toBe(404)
    expect((await get(bookingPaths.hold(privateToken(foreign, 'hold', subject)))).status).toBe(404)
  })

  test('shows pages that nothing on the way may keep', async () => {
    const visit = await book()
    for (const page of [await hold('12:00'), visit, `${visit}/cancel`, `${visit}/move`, `${visit}/visit.ics`])
      expect((await get(page)).response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('with any one letter changed is refused in the same words as one that never was', async () => {
    const visit = await book()
    const token = visit.split('/').at(-1) ?? ''
    const never = (await get(`/visits/${'A'.repeat(64)}`)).body
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${token[at] === 'B' ? 'C' : 'B'}${token.slice(at + 1)}`
      const refused = await get(`/visits/${changed}`)
      expect([refused.status, refused.body]).toEqual([404, never])
    }
  })

  test.each(['.', '),', '>', '”', '%20'])(
    'copied with what stood after it in a sentence (%s) opens all the same',
    async (after) => {
      const visit = await book()
      expect((await get(visit + after)).status).toBe(200)
      expect((await get(`${visit.slice(0, -1)}${after}`)).status).toBe(404)
    },
  )

  test('of a visit that the list lost, put back from a copy, says whom to ring before anybody sets out; no post is done', async () => {
    const lost = { clinicId: clinic.clinicId, appointmentId: crypto.randomUUID() }
    const path = bookingPaths.visit(privateToken(db.secret, 'visit', lost))
    const { rows } = await db.admin.query<{ phone: string }>('select phone from clinic.clinics where clinic_id = $1', [
      clinic.clinicId,
    ])
    for (const answered of [await get(path), await get(`${path}/cancel`), await post(`${path}/cancel`, {})]) {
      expect(answered.status).toBe(404)
      expect(answered.body).toContain('The clinic’s list does not have this visit')
      expect(answered.body).toContain(rows[0]?.phone ?? 'no phone')
    }
    const elsewhere = { clinicId: crypto.randomUUID(), appointmentId: crypto.randomUUID() }
    expect((await get(bookingPaths.visit(privateToken(db.secret, 'visit', elsewhere)))).body).toContain(
      'opens no visit',
    )
  })

  test.each([
    ['offer', bookingPaths.offer, 'No time is kept for you'],
    ['waiting', bookingPaths.waiting, 'waiting list does not have you'],
    ['request', bookingPaths.request, 'Nobody answers it. Ask again'],
    ['question', askPaths.own, 'Nobody answers it. Ask it again'],
    ['comment', askPaths.ownComment, 'You can send it again'],
    ['choose-again', bookingPaths.again, 'Do not set out before you have rung them'],
  ] as const)(
    'to what the list lost (%s), put back from a copy, says that nothing comes of it, and whom to ring',
    async (kind, to, words) => {
      const subject = { clinicId: clinic.clinicId, appointmentId: crypto.randomUUID() }
      const path = to(privateToken(db.secret, kind, subject))
      const { rows } = await db.admin.query('select phone from clinic.clinics where clinic_id = $1', [clinic.clinicId])
      const { status, body } = await get(path)
      expect([status, body]).toEqual([404, expect.stringContaining(words)])
      expect(body).toContain(rows[0]?.phone ?? 'no phone')
      expect(body).toContain('The link is right')
      // A link of nobody is told as before.
      const foreign = await get(to(privateToken(Buffer.alloc(32, 7), kind, subject)))
      expect([foreign.status, foreign.body]).toEqual([404, expect.not.stringContaining('The link is right')])
    },
  )

  test('that a newer email took the place of says to open that one, as does any link that opens nothing', async () => {
    const visit = await book('12:00')
    await db.admin.query(`update clinic.contacts set link_round = link_round + 1 where clinic_id = $1`, [
      clinic.clinicId,
    ])
    for (const path of [visit, `${visit.slice(0, -4)}AAAA`]) {
      const { status, body } = await get(path)
      expect(status).toBe(404)
      expect(body).toContain('If you have a newer email about it, open that one')
    }
  })

  test('of a hold opens no visit, and of a visit no hold', async () => {
    const path = await hold()
    const booked = (await post(path, { ...robin, ...carried() })).to
    expect((await get(path.replace('/book/hold/', '/visits/'))).status).toBe(404)
    expect((await get(booked.replace('/visits/', '/book/hold/'))).status).toBe(404)
  })

  test('says before and after the booking that no letter can be sent here, and to have it at the visit', async () => {
    const words = 'You cannot send a file here. Have it with you at the visit'
    expect((await get(await hold())).body).toContain(words)
    const visit = await book('12:00')
    expect((await get(visit)).body).toContain(words)
    await post(`${visit}/cancel`, {})
    expect((await get(visit)).body).not.toContain(words)
  })

  test('leads to the visit’s present state after twenty moves', async () => {
    const visit = await book()
    for (let time = 0; time < 20; time += 1) {
      const to = { ...carried(time % 2 ? '11:00' : '15:00') }
      expect((await post(`${visit}/move`, to)).to).toBe(visit)
    }
    expect((await get(visit)).body).toContain('11:00 to 11:45')
  })

  test('gives a calendar file at the right moment, which a cancellation, late or not, takes back under the same name', async () => {
    const visit = await book()
    const read = async () => {
      const file = await get(`${visit}/visit.ics`)
      const calendar = new ICAL.Component(ICAL.parse(file.body))
      const event = calendar.getFirstSubcomponent('vevent')
      const start = event?.getFirstPropertyValue('dtstart')
      return {
        method: calendar.getFirstPropertyValue('method'),
        mime: file.response.headers.get('Content-Type'),
        uid: event?.getFirstPropertyValue('uid'),
        sequence: Number(event?.getFirstPropertyValue('sequence')),
        start: start instanceof ICAL.Time ? start.toJSDate().getTime() : 0,
      }
    }
    const first = await read()
    expect(first).toMatchObject({ method: 'PUBLISH', start: dayAfterTomorrow('10:00'), sequence: 0 })
    await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
      clinic.clinicId,
    ])
    await post(`${visit}/cancel`, {})
    const last = await read()
    expect(last).toMatchObject({ method: 'CANCEL', uid: first.uid, sequence: 1 })
    expect(last.mime).toContain('method=CANCEL')
  })
})

describe('moving and cancelling', () => {
  test('a new time is looked at beside the old one before it is taken', async () => {
    const visit = await book()
    const list = (await get(`${visit}/move`)).body
    const href = /href="(\/visits\/[^"]+\/move\?[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const before = await everything()
    const looked = (await get(href)).body
    expect(looked).toContain('It is now on')
    expect(looked).not.toContain('one of several visits')
    expect(await everything()).toBe(before)
  })

  test('every time that is listed to move to can be had; its own is not among them', async () => {
    // 50 minutes are no whole number of quarters: what begins when the visit ends is free only while it stands.
    await db.admin.query('update clinic.services set minutes = 50 where service_id = $1', [clinic.serviceId])
    const visit = await book()
    const day = Temporal.Instant.fromEpochMilliseconds(dayAfterTomorrow('10:00')).toString().slice(0, 10)
    const list = (await get(`${visit}/move?from=${day}`)).body
    const hrefs = [...list.matchAll(/href="(\/visits\/[^"]+\/move\?[^"]*start=[^"]+)"/g)]
      .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      .slice(0, 60)
    expect(hrefs.length).toBeGreaterThan(9)
    const looked = await Promise.all(hrefs.map(async (href) => ({ href, status: (await get(href)).status })))
    expect(looked.filter(({ status }) => status !== 200)).toEqual([])
  })

  test('a price that has changed since the booking is said before the press that takes it', async () => {
    const visit = await book()
    const to = {
      therapist: clinic.therapists[0] ?? '',
      location: clinic.locationId,
      start: String(dayAfterTomorrow('12:00')),
    }
    const look = () => get(`${visit}/move?${new URLSearchParams(to)}`)
    expect((await look()).body).not.toContain('The price has changed')
    await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
    const asked = (await look()).body.replaceAll(/<[^>]+>/g, '')
    expect(asked).toContain('If you move it, it costs £70 and not £62.')
    expect((await post(`${visit}/move`, to)).status).toBe(303)
    expect((await get(visit)).body).toContain('£70')
  })

  test('a reason that is too long cancels nothing and is not cut: all of it stands in the form; danger in it is answered first', async () => {
    const visit = await book()
    const long = 'My train is at another hour now. '.repeat(20).trim()
    const answered = await post(`${visit}/cancel`, { reason: long })
    expect(answered.status).toBe(422)
    expect(answered.body).toContain('Nothing was cancelled yet. Use 500 characters or fewer')
    expect(answered.body).toContain(`${long}</textarea>`)
    expect(answered.body).toContain('<title>Error: Cancel ')
    const danger = await post(`${visit}/cancel`, { reason: `${long} and I am numb between my legs` })
    expect(danger.body).toContain('tel:999')
    expect(danger.body).toContain('Your visit is not cancelled yet')
    expect((await get(visit)).body).toContain('Your visit is booked')
    expect((await get(`${visit}/cancel`)).body).not.toContain('maxlength')
    expect((await post(`${visit}/cancel`, { reason: long.slice(0, 500).trim() })).to).toBe(visit)
  })

  describe('a new time that is held', () => {
    const to = (wall: string) => ({
      ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: String(dayAfterTomorrow(wall)) },
    })
    const lookAt = (visit: string, wall: string) => `${visit}/move?${new URLSearchParams(to(wall))}`
    const held = async () =>
      (
        await db.admin.query(`select from clinic.appointments where clinic_id = $1 and moves_id is not null`, [
          clinic.clinicId,
        ])
      ).rows.length
    const fieldsIn = (html: string) =>
      Object.fromEntries(
        [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
          name,
          value,
        ]),
      )
    const holdAt = async (visit: string, wall: string) => {
      const page = await get(lookAt(visit, wall))
      const { to: at } = await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'hold' })
      expect(at).toBe(lookAt(visit, wall))
      return { at, page: await get(at) }
    }

    test('says until when, on what terms, and that the old one stays; one press moves it, and Back leads to the visit', async () => {
      const visit = await book()
      const { at, page } = await holdAt(visit, '15:00')
      const text = page.body.replaceAll(/<[^>]+>/g, '')
      for (const words of [
        'Held for you until',
        'You keep that until you move it',
        'Once it is moved: Free to move or cancel until',
      ])
        expect(text).toContain(words)
      expect(page.body).toMatch(/data-countdown="(300|2\d\d)"/)
      expect((await get(visit)).body).toContain('10:00 to 10:45')
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('15:00 to 15:45')
      expect(await held()).toBe(0)
      expect((await get(at)).to).toBe(visit)
      // The same press again, from a page that was kept.
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
    })

    test('is renewed, let go by a button or on leaving, and a word of one tab leaves the hold of another alone', async () => {
      const visit = await book()
      const { at } = await holdAt(visit, '15:00')
      expect((await post(at, { do: 'renew' })).to).toBe(at)
      expect((await get(at)).body).not.toContain('value="renew"')
      expect((await post(at, { do: 'away' })).status).toBe(204)
      expect((await get(at)).body).toMatch(/data-countdown="(\d|1[0-5])"/)
      await post(at, { do: 'back' })
      expect((await get(at)).body).toMatch(/data-countdown="(600|5\d\d)"/)
      const other = await holdAt(visit, '17:00')
      for (const word of ['away', 'leave']) await post(at, { do: word })
      expect((await get(other.at)).body).toMatch(/data-countdown="(300|2\d\d)"/)
      // The first tab is told that its time is not held, and can hold it again.
      expect((await get(at)).body).toContain('Hold it for 5 minutes')
      expect((await post(other.at, { do: 'leave' })).to).toBe(`${visit}/move`)
      expect(await held()).toBe(0)
      expect((await get(visit)).body).toContain('10:00 to 10:45')
    })

    test('whose end has come is moved all the same while it is free, but never at another price than was read', async () => {
      const visit = await book()
      const { page } = await holdAt(visit, '15:00')
      await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
      await db.admin.query(
        `update clinic.appointments set hold_ends_at = now() where state = 'held' and clinic_id = $1`,
        [clinic.clinicId],
      )
      const again = await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })
      expect(again.status).toBe(409)
      const text = again.body.replaceAll(/<[^>]+>/g, '')
      expect(text).toContain('Your visit is not moved yet.')
      expect(text).toContain('it costs £70 and not £62')
      expect((await get(visit)).body).toContain('10:00 to 10:45')
      expect((await post(`${visit}/move`, { ...fieldsIn(again.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('15:00 to 15:45')
    })

    test('by somebody else is answered with what is free near it, and the visit stands', async () => {
      const visit = await book()
      await hold('15:00')
      const answered = await post(`${visit}/move`, { ...to('15:00'), do: 'hold' })
      expect(answered.status).toBe(409)
      expect(answered.body).toContain('These times are free near the other')
      expect((await get(visit)).body).toContain('10:00 to 10:45')
    })

    test('keeps the price that was read, whatever the clinic changes meanwhile', async () => {
      const visit = await book()
      const { page } = await holdAt(visit, '15:00')
      await db.admin.query('update clinic.services set price_pence = 7000 where service_id = $1', [clinic.serviceId])
      expect((await post(`${visit}/move`, { ...fieldsIn(page.body), do: 'move' })).to).toBe(visit)
      expect((await get(visit)).body).toContain('£62')
    })
  })

  test('a time near its own that cannot be had is answered with others, and never with the one it has', async () => {
    const visit = await book()
    const to = (wall: string) => ({
      ...{ therapist: clinic.therapists[0] ?? '', location: clinic.locationId, start: String(dayAfterTomorrow(wall)) },
    })
    const { therapist, location, start } = to('10:00')
    const own = `therapist=${therapist}&amp;location=${location}&amp;start=${start}`
    expect((await get(`${visit}/move`)).body).toContain(own.slice(0, own.indexOf('&amp;start')))
    for (const { status, body } of [
      await get(`${visit}/move?${new URLSearchParams(to('10:05'))}`),
      await post(`${visit}/move`, to('10:05')),
    ]) {
      expect(status).toBe(409)
      expect(body).toContain('These times are free near the other')
      expect(body).not.toContain(own)
    }
  })

  test('every later week is reached from the soonest times, and no time of a day is passed over', async () => {
    const visit = await book()
    const hrefsOf = (html: string) =>
      [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    const startsOf = (html: string) => [...html.matchAll(/move\?[^"]*start=(\d+)/g)].map(([, start]) => Number(start))
    let page = (await get(`${visit}/move`)).body
    const seen = new Set(startsOf(page))
    let next = hrefsOf(page).find((href) => href.includes('/move?from='))
    for (let week = 0; next && week < 60; week += 1) {
      page = (await get(next)).body
      for (const start of startsOf(page)) seen.add(start)
      const [, after] = /href="([^"]+)" aria-label="The week after"/.exec(page) ?? []
      next = startsOf(page).length === 0 ? undefined : after?.replaceAll('&amp;', '&')
    }
    const { serviceId: service, clinicId, therapists } = clinic
    const wish = { clinicId, service, minutes: 45, therapist: therapists[0] ?? '' }
    const all = { firstDay: Temporal.Now.plainDateISO('Europe/London').toString(), lastDay: '' }
    all.lastDay = Temporal.PlainDate.from(all.firstDay).add({ days: 70 }).toString()
    const { free } = await freeTimesToMove(db.app, wish, 9999, all)
    expect(free.length).toBeGreaterThan(1000)
    expect(free.filter(({ start }) => start > Date.now() + 3_600_000 && !seen.has(start))).toEqual([])
    // The last that can be booked says until when; one after it is not said to have no time.
    expect(page).toContain('You can book until')
    const beyond = (await get(`${visit}/move?from=9999-12-31`)).body
    expect(beyond).toContain('These days cannot be booked yet. You can book until')
    expect(beyond).not.toContain('There is no free time')
    for (const from of ['2026-02-30', 'x', '9999-12-31', '-000001-01-01'])
      expect((await get(`${visit}/move?from=${from}`)).status).toBe(200)
  })

  test.each([
    ['treatment that was withdrawn', 'update clinic.services set withdrawn_at = now() where clinic_id = $1'],
    [
      'therapist whose registration has ended',
      'update clinic.registrations set valid_until = current_date - 1 where clinic_id = $1',
    ],
  ])('of a %s says that there is no other time here, and whom to ring', async (_, statement) => {
    const visit = await book()
    await db.admin.query(statement, [clinic.clinicId])
    for (const path of [`${visit}/move`, `${visit}/move?from=2099-01-01`]) {
      const { status, body } = await get(path)
      expect(status).toBe(200)
      expect(body).toContain('It cannot be booked online any more')
      expect(body).toMatch(/To move it, ring Lantern Physio/)
      for (const wrong of ['No time is free', 'Later days', 'no free time', 'The week after'])
        expect(body).not.toContain(wrong)
    }
  })

  test('to another place says which, in the list, before the button, and where a time is lost', async () => {
    const visit = await book()
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
       values ($1, 'Tottenham', '2 Row', 'London', 'N15', 51.572, -0.055, 'Europe/London', 'england') returning location_id as id`,
      [clinic.clinicId],
    )
    await db.admin.query('update clinic.services set room_kind = null where clinic_id = $1', [clinic.clinicId])
    await db.admin.query('update clinic.hours set location_id = $2 where clinic_id = $1', [
      ...[clinic.clinicId, rows[0]?.id],
    ])
    const list = (await get(`${visit}/move`)).body
    expect(list).toMatch(/\d\d:\d\d<small> Tottenham<\/small>/)
    const href = /href="(\/visits\/[^"]+\/move\?[^"]+)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await get(href)).body).toMatch(/Move it to [^<]+, Tottenham\?/)
    const lost = await get(href.replace(/start=\d+/, `start=${dayAfterTomorrow('10:07')}`))
    expect(lost.body).toContain('<small>Therapist 1, Tottenham</small>')
  })

  test('to a time that somebody has leaves it, says so, and shows others', async () => {
    await book('15:00', { name: 'Else', email: 'else@example.org' })
    const visit = await book('10:00')
    const refused = await post(`${visit}/move`, carried('15:00'))
    expect(refused.status).toBe(409)
    expect(refused.body).toContain('Your visit stands as it was')
    expect((await get(visit)).body).toContain('10:00 to 10:45')
  })

  test('that is cancelled is never said to stand: not by a page left open, by Back, or by asking for an earlier time', async () => {
    const visit = await book()
    await post(`${visit}/cancel`, {})
    for (const { body } of [
      await get(`${visit}/move`),
      await post(`${visit}/move`, carried('15:00')),
      await get(`${visit}/earlier`),
    ]) {
      expect(body).toContain('This visit is cancelled')
      expect(body).not.toContain('stands')
    }
  })

  test('cancelled by one press heard twice leads on; at the same moment by somebody else’s, they are told by whom and when', async () => {
    const visit = await book()
    const keyIn = ({ body }: { readonly body: string }) => /name="key" value="([\w-]{36})"/.exec(body)?.[1] ?? ''
    const [mine, theirs] = [keyIn(await get(`${visit}/cancel`)), keyIn(await get(`${visit}/cancel`))]
    expect([mine === theirs, mine.length]).toEqual([false, 36])
    const form = /name="version" value="(\d+)"/.exec((await get(`${visit}/cancel`)).body)?.[1] ?? ''
    expect((await post(`${visit}/cancel`, { version: form, key: mine })).status).toBe(303)
    expect((await post(`${visit}/cancel`, { version: form, key: mine })).status).toBe(303)
    const second = await post(`${visit}/cancel`, { version: form, key: theirs })
    expect(second.status).toBe(409)
    expect(second.body).toContain('This visit is cancelled already')
    expect(second.body).toMatch(/cancelled .*Nothing was done now/s)
  })

  test('cancelled already, is said to be, by the page for cancelling', async () => {
    const visit = await book()
    await post(`${visit}/cancel`, {})
    const page = await get(`${visit}/cancel`)
    expect(page.body).toContain('This visit is cancelled already')
    expect(page.body).not.toContain('cannot be changed')
  })

  test('is not offered to be moved to a minute that nobody could have, and to what it overlaps itself it is', async () => {
    const visit = await book()
    const { therapist, location } = carried()
    const to = async (start: number) => get(`${visit}/move?therapist=${therapist}&location=${location}&start=${start}`)
    const before = await everything()
    for (const start of [
      dayAfterTomorrow('10:07'),
      dayAfterTomorrow('03:00'),
      dayAfterTomorrow('19:45'),
      Date.UTC(2020, 0, 1),
    ]) {
      const page = await to(start)
      expect([start, page.status]).toEqual([start, 409])
      expect(page.body).toContain('That time is not free')
      expect(page.body).not.toContain('Hold it for 5 minutes</button>')
    }
    expect((await to(dayAfterTomorrow('10:15'))).body).toContain('Hold it for 5 minutes</button>')
    expect((await to(dayAfterTomorrow('10:00'))).body).not.toContain('Hold it for 5 minutes</button>')
    expect(await everything()).toBe(before)
  })

  test.each(['x', '', '-1', '1e0', ' 0'])(
    'with the version %j, which is none, is neither moved nor cancelled',
    async (version) => {
      const visit = await book()
      const before = await everything()
      expect((await post(`${visit}/cancel`, { version })).status).toBe(409)
      const { therapist, location } = carried()
      const to = { therapist, location, start: String(dayAfterTomorrow('15:00')) }
      expect((await post(`${visit}/move`, { ...to, version })).status).toBe(409)
      expect(await everything()).toBe(before)
    },
  )

  const itsDay = '(starts_at at time zone zone)::date'
  const of = 'from clinic.appointments join clinic.locations using (clinic_id, location_id) where clinic_id = $1'
  const off = {
    away: `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
      select clinic_id, therapist_id, ${itsDay}, ${itsDay} ${of}`,
    closed: `insert into clinic.closures (clinic_id, location_id, first_day, last_day, reason)
      select clinic_id, location_id, ${itsDay}, ${itsDay}, 'Flood' ${of}`,
  }
  test.each([
    ['away', 'Therapist 1 is away then.'],
    ['closed', 'Bethnal Green is shut then.'],
  ] as const)(
    'at a time when nobody is there, %s, and nobody was asked yet, every page says so, and it costs nothing',
    async (why, says) => {
      const visit = await book()
      const isNowLate = `update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`
      await db.admin.query(isNowLate, [clinic.clinicId])
      await db.admin.query(
        `insert into clinic.opening_hours (clinic_id, location_id, weekday, from_time, to_time)
          select clinic_id, location_id, weekday, '08:00', '20:00' from clinic.locations, generate_series(1, 7) weekday where clinic_id = $1`,
        [clinic.clinicId],
      )
      expect((await get(visit)).body).toMatch(/Your visit is booked[\s\S]*door is open[\s\S]*visit\.ics/)
      const asked = (await get(`${visit}/cancel`)).body
      expect([asked.includes(says), asked.includes('It now costs £30.')]).toEqual([false, true])
      expect((await get(visit)).body).toContain('Cancelling now costs £30.')
      await db.admin.query(off[why], [clinic.clinicId])
      const pages = [
        await get(visit),
        await get(`${visit}/cancel`),
        await post(`${visit}/cancel`, { reason: 'x'.repeat(501) }),
      ]
      expect(pages.map(({ status }) => status)).toEqual([200, 200, 422])
      for (const { body } of pages) {
        expect(body).toContain(`${says} Moving or cancelling it costs nothing.`)
        expect(body).toMatch(/To find another time together, ring [^<]+: [^<]+\./)
        expect(body).not.toMatch(/Flood|£30|an earlier time/)
        expect(body).toContain(`href="${visit}/move"`)
      }
      expect(pages[1]?.body).toContain('It costs nothing.')
      // Nothing on its page, or in a calendar, says that it is certain.
      const own = pages[0]?.body ?? ''
      expect(own).toContain('<title>Please ring the clinic about this visit')
      expect(own).not.toMatch(/Your visit is booked|visit\.ics|door is open/i)
      const file = (await get(`${visit}/visit.ics`)).body
      expect(file).toContain('STATUS:TENTATIVE')
      expect(file).toContain('SUMMARY:Ring first: Lantern Physio')
      expect(file.replaceAll('\r\n ', '')).toContain('DESCRIPTION:The clinic cannot keep this time')
      const choice = (await get(`${visit}/move`)).body
      expect(choice).toContain(`${says} Moving or cancelling it costs nothing.`)
      // What nobody keeps for them is not called theirs.
      expect(choice).not.toContain('You keep')
      expect((await get(`${visit}/earlier`)).to).toBe(`${visit}/move`)
      // Nobody is away any more: the cost that was said is held to, and the new one stands before the button.
      await db.admin.query(`delete from clinic.${why === 'away' ? 'absences' : 'closures'} where clinic_id = $1`, [
        clinic.clinicId,
      ])
      const costless = { fee: '0', used: '0', reason: 'The trains are off.' }
      const dearer = await post(`${visit}/cancel`, costless)
      expect([dearer.status, dearer.body.includes('The cost has changed. Nothing was cancelled.')]).toEqual([409, true])
      expect(dearer.body).toContain('It now costs £30.')
      expect(dearer.body).toContain('The trains are off.')
      await db.admin.query(off[why], [clinic.clinicId])
      expect((await post(`${visit}/cancel`, costless)).to).toBe(visit)
      const after = (await get(visit)).body
      expect(after).toContain('Your visit is cancelled')
      expect(after).not.toContain('£30')
    },
  )

  test('the cost of cancelling stands before the button, and cancelling twice is one', async () => {
    const visit = await book()
    expect((await get(`${visit}/cancel`)).body).toContain('It costs nothing until')
    await db.admin.query(`update clinic.appointments set free_until = now() - interval '1 hour' where clinic_id = $1`, [
      clinic.clinicId,
    ])
    expect((await get(`${visit}/cancel`)).body).toContain('It now costs £30.')
    const key = crypto.randomUUID()
    expect((await post(`${visit}/cancel`, { key })).to).toBe(visit)
    expect((await post(`${visit}/cancel`, { key })).to).toBe(visit)
    expect((await get(visit)).body).toContain('Your visit is cancelled')
    expect(
      (await db.admin.query(`select from clinic.mails where clinic_id = $1 and kind = 'cancelled'`, [clinic.clinicId]))
        .rows,
    ).toHaveLength(1)
  })
})

test.each(['bounced', 'given-up'])('a last mail that is %s is told on its page, until one arrives', async (state) => {
  const visit = await book()
  const said = async () => (await get(visit)).body.includes('Our last email about this visit did not arrive')
  const set = (to: string, kind: string) =>
    db.admin.query(
      `update clinic.mails set state = $2, why = 'No such mailbox.', handed_over_at = now() where clinic_id = $1 and kind = $3`,
      [clinic.clinicId, to, kind],
    )
  expect(await said()).toBe(false)
  await set(state, 'confirmation')
  const { body } = await get(visit)
  expect(body).toMatch(
    /did not arrive, so no news of it will\. To put your email address right, ring Lantern Physio: 020/,
  )
  expect(body).not.toMatch(/robin@|No such mailbox/)
  await set('handed-over', 'reminder-2h')
  expect(await said()).toBe(false)
})

describe('the mail of a demonstration', () => {
  const demonstration = (more: Partial<BookingHome> = {}) =>
    createBookingApp({
      ...home,
      frame: { ...frame, isDemonstration: () => true },
      readMail: async (id) => `Hello <b>Robin</b>.\nhttps://unclench.test/visits/x\n${id}`,
      ...more,
    })
  const of = async (from: ReturnType<typeof createBookingApp>, path: string) => {
    const response = await from.request(path)
    return { status: response.status, body: await response.text() }
  }

  test('is read from the private link of its visit, and no other’s', async () => {
    const [visit, other] = [await book('10:00'), await book('12:00', { name: 'Sam Other', email: 'sam@example.org' })]
    const shown = demonstration()
    expect((await of(shown, visit)).body).toContain('This demonstration sends no mail.')
    expect((await of(shown, `${visit}/mails`)).body).toContain('One is being written just now.')
    await db.admin.query(
      `update clinic.mails set state = 'handed-over', handed_over_at = now() where kind = 'confirmation'`,
    )
    const [mine, theirs] = [await of(shown, `${visit}/mails`), await of(shown, `${other}/mails`)]
    expect(mine.body).toContain('Hello &lt;b>Robin')
    expect(mine.body).toContain('<a href="https://unclench.test/visits/x"')
    const idIn = (html: string) => /[\da-f]{8}-[\da-f-]{27}/.exec(html)?.[0]
    expect(idIn(mine.body)).toBeDefined()
    expect(idIn(theirs.body)).not.toBe(idIn(mine.body))
  })

  test.each([
    ['a clinic of somebody’s own', { frame }],
    ['where a mail server is named', { readMail: undefined }],
  ])('is not there for %s', async (_, more) => {
    const visit = await book()
    const shown = demonstration(more)
    expect((await of(shown, visit)).body).not.toContain('sends no mail')
    expect((await of(shown, `${visit}/mails`)).status).toBe(404)
  })
})

describe('beside the visit', () => {
  test('a friend is sent to the therapist’s own page, by an address that carries nothing else', async () => {
    const { body } = await get(await book())
    expect(body).toContain(`<a href="/therapists/${slug()}">Recommend Therapist 1 to a friend</a>`)
  })

  test('the page for a doctor or physio is a link away, made from what is on their own device', async () => {
    const { body } = await get(await book())
    expect(body).toContain('<a href="/report">Make one page for a doctor or physio</a>')
  })

  test('the form says what to do with a letter from a GP', async () => {
    expect((await get(await hold())).body).toContain(
      'If your GP gave you a letter, say so here. You cannot send a file here.',
    )
  })
})
