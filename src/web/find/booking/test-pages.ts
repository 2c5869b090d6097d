/** For tests: the pages of booking as a browser posts to them, over a real PostgreSQL of the file's own. */
import { beforeEach, expect } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { frame as frameOfFind } from '../find.fixtures.ts'
import { createBookingApp } from './booking-app.tsx'

type Fields = Readonly<Record<string, string>>

/** What somebody types who books for themselves and pays. */
export const robin = { do: 'book', name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self' }

/** What a browser would post from the page's form: what stands in it, and what a person changes. */
export const filledIn = (html: string, changed: Fields = {}) => {
  const form = html.slice(html.indexOf('<div class="booking"'))
  const part = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  const inputs = [...form.matchAll(/<input [^>]*>/g)].flatMap(([tag]) => {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    return isChoice && !/ checked/.test(tag) ? [] : [[part(tag, 'name') ?? '', part(tag, 'value') ?? '']]
  })
  const note = /<textarea[^>]*name="note"[^>]*>([^<]*)/.exec(form)?.[1] ?? ''
  return { ...Object.fromEntries(inputs), do: 'book', note, ...changed }
}

/** What a test may change of the house: the database is away; the network address that the next request comes from. */
interface House {
  away: boolean
  address: string | undefined
}

type Pages = Pick<ReturnType<typeof testDatabase>, 'app' | 'directory' | 'secret'>

/** What the pages of the clinic half have of a database. */
export const dataOf = ({ app, directory, secret }: Pages): FindData => ({ app, directory, secret })

/** The pages of booking over this database, asked from no network address that is known, and without the bar of the places. */
export const homeOver = (db: Pages): BookingHome => ({
  frame: { ...frameOfFind, headerFor: () => ({ kind: 'alone' }) },
  data: () => dataOf(db),
  addressOf: () => undefined,
})

/** A time of the day after tomorrow with one of the therapists, as the form of it carries it. */
export const carriedBy = (clinic: TestClinic, wall = '10:00', therapist = 0) => ({
  service: clinic.serviceId,
  therapist: clinic.therapists[therapist] ?? '',
  location: clinic.locationId,
  start: String(dayAfterTomorrow(wall)),
})

/** The pages of one file of tests, with a clinic of its own for each test: two therapists, two rooms. */
export function bookingPages() {
  const db = testDatabase()
  const house: House = { away: false, address: undefined }
  const home: BookingHome = {
    ...homeOver(db),
    data: () => (house.away ? undefined : dataOf(db)),
    addressOf: () => house.address,
  }
  const made: { clinic?: TestClinic } = {}
  beforeEach(async () => {
    Object.assign(house, { away: false, address: undefined })
    made.clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
  })
  const clinic = (): TestClinic => {
    if (!made.clinic) throw new Error('asked for before the test began')
    return made.clinic
  }
  const asked = browserOf(home)
  return { db, house, home, clinic, ...asked, ...bookedBy(asked.post, clinic), everything: everythingIn(db) }
}

/** Looks and posts, as a browser that follows nothing by itself. `ask` posts where there are fields, and looks where there are none. */
export function browserOf(home: BookingHome) {
  const app = () => createBookingApp(home)
  const get = async (path: string, method = 'GET') => {
    const response = await app().request(path, { method })
    const to = response.headers.get('Location') ?? ''
    return { status: response.status, body: await response.text(), response, to }
  }
  const post = async (path: string, fields: Fields | URLSearchParams) => {
    const response = await app().request(path, { method: 'POST', body: new URLSearchParams(fields) })
    return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
  }
  const ask = (path: string, fields?: Fields) => (fields ? post(path, fields) : get(path))
  return { app, get, post, ask }
}

/** A time held and booked through the pages. */
function bookedBy(post: ReturnType<typeof browserOf>['post'], clinic: () => TestClinic) {
  const slug = (therapist = 0) => `therapist-${clinic().therapists[therapist]}`
  const hold = async (wall = '10:00', therapist = 0) => {
    const fields = { service: clinic().serviceId, start: String(dayAfterTomorrow(wall)) }
    const { to, status } = await post(`/book/${slug(therapist)}`, fields)
    expect(status).toBe(303)
    return to
  }
  const carried = (wall = '10:00', therapist = 0) => carriedBy(clinic(), wall, therapist)
  const book = async (wall = '10:00', more: Fields = {}) => {
    const booked = await post(await hold(wall), { ...robin, ...carried(wall), ...more })
    expect(booked.status).toBe(303)
    return booked.to
  }
  return { slug, hold, carried, book }
}

/** Every row of every table that a visit may touch, as text. */
const everythingIn = (db: ReturnType<typeof testDatabase>) => async () => {
  const tables = ['appointments', 'claims', 'persons', 'contacts', 'appointment_events', 'mails', 'shared_checks']
  const rows = await Promise.all(
    tables.map(async (table) => (await db.admin.query(`select t::text from clinic.${table} t order by 1`)).rows),
  )
  return JSON.stringify(rows)
}
