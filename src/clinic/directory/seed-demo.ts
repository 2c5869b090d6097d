/**
 * Fills an empty installation with the demonstration, so that its days look lived in. The same seed and day give the same
 * clinics, people, hours and visits (ids are the database's own). One transaction: all of it is there, or nothing is.
 */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import { type DemoClinic, demoClinics, type DemoTherapist } from './demo-clinics.ts'
import { daysAfter, type DemoVisit, demoVisits } from './demo-visits.ts'
import { demoClasses } from './demo-classes.ts'
import { demoPastVisits } from './demo-reviews.ts'
import { folded } from './folded.ts'
import { professions } from './professions.ts'
import { writeDemoClasses } from './seed-demo-classes.ts'
import { type DemoHoliday, writeDemoHolidays } from './seed-demo-holidays.ts'
import { seedDemoMembers } from './seed-demo-members.ts'
import { type Ids, newIds } from './seed-demo-ids.ts'
import { demoPeople } from './seed-demo-person.ts'
import { writePastVisits } from './seed-past-visits.ts'
import { slugOf } from './slug.ts'

/** `there-already`: it has run before. `not-empty`: there are clinics of somebody's own, which are left alone. */
export type SeedResult =
  | { readonly ok: true; readonly clinics: number; readonly therapists: number; readonly visits: number }
  | { readonly ok: false; readonly why: 'there-already' | 'not-empty' }

interface SeedHow {
  readonly seed?: number
  readonly now?: number
  readonly holidays?: readonly DemoHoliday[]
}

/** One at a time on one database, however many servers start at once. */
const seedLock = 4_270_019

/**
 * Run once for an installation; a second run changes nothing.
 * @param app the server's role
 * @param today ISO day in London: hours, visits and registrations are set out from it
 * @param how `seed`: which visits are booked. `now`, in milliseconds since 1970: what is over by then is done.
 *   `holidays`: days on which all of them are shut
 */
export function seedDemo(app: Database, today: string, how: SeedHow = {}): Promise<SeedResult> {
  return app.transaction().execute(async (trx): Promise<SeedResult> => {
    await sql`select pg_advisory_xact_lock(${seedLock})`.execute(trx)
    const { demonstration } = await trx.selectFrom('installation').select('demonstration').executeTakeFirstOrThrow()
    if (demonstration) return { ok: false, why: 'there-already' }
    // Every clinic has a name in the address, whether it has opened or not.
    if (await trx.selectFrom('slugs').select('slug').limit(1).executeTakeFirst()) return { ok: false, why: 'not-empty' }
    let visits = 0
    for (const [index, clinic] of demoClinics.entries()) visits += await writeClinic(trx, clinic, index, today, how)
    await trx.updateTable('installation').set({ demonstration: true }).execute()
    const therapists = demoClinics.reduce((sum, clinic) => sum + clinic.therapists.length, 0)
    return { ok: true, clinics: demoClinics.length, therapists, visits }
  })
}

async function writeClinic(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  index: number,
  today: string,
  { seed = 1, now = -Infinity, holidays = [] }: SeedHow,
) {
  const spare = [...(await newIds(trx, 200))]
  const take = (count: number) => spare.splice(0, count)
  const [clinicId = ''] = take(1)
  await sql`select set_config('app.clinic', ${clinicId}, true)`.execute(trx)
  const ids: Ids = {
    clinic: clinicId,
    locations: take(clinic.locations.length),
    services: take(clinic.services.length),
    therapists: take(clinic.therapists.length),
  }
  await writePlaces(trx, clinic, ids, index)
  const rooms = await writeRooms(trx, clinic, ids)
  await writeServices(trx, clinic, ids)
  for (const [at, therapist] of clinic.therapists.entries()) await writeTherapist(trx, therapist, ids, at, today, index)
  await seedDemoMembers(trx, clinic, ids, index)
  if (clinic.closed) {
    const [from, to] = clinic.closed
    const days = { first_day: daysAfter(today, from), last_day: daysAfter(today, to) }
    await trx
      .insertInto('closures')
      .values({ clinic_id: clinicId, ...days, reason: 'The whole team learns together.' })
      .execute()
  }
  await writeDemoHolidays(trx, clinicId, holidays)
  const shut = new Set(holidays.map(({ day }) => day))
  const visits = demoVisits(clinic, today, seed * 100 + index, shut)
  await writeVisits(trx, clinic, visits, ids, rooms, now)
  // Three of them answer questions, and two read the comments.
  if (index < 3)
    await trx
      .insertInto('talk_settings')
      .values({ clinic_id: clinicId, answers_questions: true, reads_comments: index !== 1 })
      .execute()
  const classes = demoClasses(clinic, today, visits, shut)
  const studios = rooms.map(({ studio }) => studio[0])
  await writeDemoClasses(trx, clinic, classes, ids, studios)
  await writePastVisits(trx, clinic, demoPastVisits(clinic, today, seed * 100 + index), ids)
  return visits.length
}

async function writePlaces(trx: ClinicTransaction, clinic: DemoClinic, ids: Ids, index: number): Promise<void> {
  const phone = `020 7946 0${String(100 + index)}`
  const { name, slug } = clinic
  const email = `hello@${slug}.example`
  await trx.insertInto('clinics').values({ clinic_id: ids.clinic, name, email, phone, opened_at: sql`now()` }).execute()
  await trx
    .insertInto('slugs')
    .values({ kind: 'clinic', slug, clinic_id: ids.clinic, subject_id: ids.clinic })
    .execute()
  const locations = clinic.locations.map((location, at) => ({
    clinic_id: ids.clinic,
    location_id: ids.locations[at] ?? '',
    name: location.name,
    street: location.street,
    town: 'London',
    postcode: location.postcode,
    latitude: location.latitude,
    longitude: location.longitude,
    zone: 'Europe/London',
    country: 'england',
    step_free: location.stepFree,
    accessible_toilet: location.stepFree,
    low_couch: location.stepFree,
    way_there: location.wayThere,
  }))
  await trx.insertInto('locations').values(locations).execute()
  await trx.insertInto('opening_hours').values(openingOf(clinic, ids)).execute()
}

/** The door is open from when the first of them begins to when the last of them ends. */
function openingOf({ locations, therapists }: DemoClinic, ids: Ids) {
  const hours = therapists.flatMap((therapist) => therapist.hours)
  return locations.flatMap((_, at) =>
    [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
      const here = hours.filter((each) => each.at === at && each.weekdays.includes(weekday))
      const [from, to] = [
        here.map((each) => each.from).toSorted()[0],
        here
          .map((each) => each.to)
          .toSorted()
          .at(-1),
      ]
      if (from === undefined || to === undefined) return []
      return [{ clinic_id: ids.clinic, location_id: ids.locations[at] ?? '', weekday, from_time: from, to_time: to }]
    }),
  )
}

/** Rooms by location, treatment rooms before studios. */
async function writeRooms(trx: ClinicTransaction, clinic: DemoClinic, ids: Ids): Promise<RoomIds> {
  const rooms: { treatment: string[]; studio: string[] }[] = []
  for (const [at, location] of clinic.locations.entries()) {
    const here: { treatment: string[]; studio: string[] } = { treatment: [], studio: [] }
    for (const kind of ['treatment', 'studio'] as const)
      for (let number = 1; number <= (kind === 'treatment' ? location.rooms : location.studios); number += 1) {
        const { resource_id } = await trx
          .insertInto('resources')
          .values({ clinic_id: ids.clinic, kind: 'room' })
          .returning('resource_id')
          .executeTakeFirstOrThrow()
        const name = kind === 'treatment' ? `Room ${number}` : 'Studio'
        const keys = { clinic_id: ids.clinic, room_id: resource_id, location_id: ids.locations[at] ?? '' }
        await trx
          .insertInto('rooms')
          .values({ ...keys, name, room_kind: kind })
          .execute()
        here[kind].push(resource_id)
      }
    rooms.push(here)
  }
  return rooms
}

type RoomIds = readonly { readonly treatment: readonly string[]; readonly studio: readonly string[] }[]

async function writeServices(trx: ClinicTransaction, clinic: DemoClinic, ids: Ids): Promise<void> {
  const services = clinic.services.map(
    ({ treatment, name, minutes, pricePence, byVideo = false, room, places }, at) => ({
      clinic_id: ids.clinic,
      service_id: ids.services[at] ?? '',
      treatment,
      name,
      minutes,
      price_pence: pricePence,
      by_video: byVideo,
      pause_after: pricePence > 0 ? 5 : 0,
      room_kind: room ?? null,
      places: places ?? null,
      late_fee_pence: Math.round(pricePence / 200) * 100,
    }),
  )
  await trx.insertInto('services').values(services).execute()
  // An insurer pays for physiotherapy and osteopathy; a class or a talk nobody bills.
  const insured = clinic.services.flatMap(({ treatment }, at) =>
    /^(physiotherapy|osteopathy|chiropractic|video)/.test(treatment)
      ? clinic.insurers.map((insurer) => ({ clinic_id: ids.clinic, service_id: ids.services[at] ?? '', insurer }))
      : [],
  )
  if (insured.length > 0) await trx.insertInto('service_insurers').values(insured).execute()
}

async function writeTherapist(
  trx: ClinicTransaction,
  therapist: DemoTherapist,
  ids: Ids,
  at: number,
  today: string,
  clinic: number,
): Promise<void> {
  const clinic_id = ids.clinic
  const therapist_id = ids.therapists[at] ?? ''
  const { name, profession, gender, about } = therapist
  await trx.insertInto('resources').values({ clinic_id, resource_id: therapist_id, kind: 'therapist' }).execute()
  await trx
    .insertInto('therapists')
    .values({
      ...{ clinic_id, therapist_id, name, folded_name: folded(name), profession, gender, about },
      languages: [...therapist.languages],
      conditions: [...therapist.conditions],
    })
    .execute()
  await trx
    .insertInto('slugs')
    .values({ kind: 'therapist', slug: slugOf(name), clinic_id, subject_id: therapist_id })
    .execute()
  const gives = therapist.gives.map((service) => ({ clinic_id, therapist_id, service_id: ids.services[service] ?? '' }))
  await trx.insertInto('service_therapists').values(gives).execute()
  if (therapist.registeredForDays !== null) {
    const number = `${profession.slice(0, 2).toUpperCase()}-DEMO-${String(clinic * 3 + at + 1).padStart(2, '0')}`
    const looked = Math.min(0, therapist.registeredForDays) - 25
    const until = daysAfter(today, therapist.registeredForDays)
    const [body] = professions[profession].registers
    await trx
      .insertInto('registrations')
      .values({
        ...{ clinic_id, therapist_id, body, number, valid_until: until },
        ...{ looked_up_by: 'The demonstration', looked_up_on: daysAfter(today, looked) },
      })
      .execute()
  }
  await writeHours(trx, therapist, ids, therapist_id, today)
}

async function writeHours(
  trx: ClinicTransaction,
  therapist: DemoTherapist,
  ids: Ids,
  therapist_id: string,
  today: string,
) {
  const clinic_id = ids.clinic
  const hours = therapist.hours.flatMap(({ at, weekdays, from, to, everyWeeks = 1 }) =>
    weekdays.map((weekday) => ({
      ...{ clinic_id, therapist_id, location_id: ids.locations[at] ?? '', weekday },
      ...{ from_time: from, to_time: to, every_weeks: everyWeeks, valid_from: today },
    })),
  )
  await trx.insertInto('hours').values(hours).execute()
  if (!therapist.away) return
  const [from, to] = therapist.away
  await trx
    .insertInto('absences')
    .values({ clinic_id, therapist_id, first_day: daysAfter(today, from), last_day: daysAfter(today, to) })
    .execute()
}

async function writeVisits(
  trx: ClinicTransaction,
  clinic: DemoClinic,
  visits: readonly DemoVisit[],
  ids: Ids,
  rooms: RoomIds,
  now: number,
): Promise<void> {
  if (visits.length === 0) return
  const names = visits.map(({ name }) => name)
  const people = await demoPeople(trx, ids.clinic, names)
  const appointments = await newIds(trx, visits.length)
  const written = visits.map((visit, nth) => {
    const keys = { clinic_id: ids.clinic, appointment_id: appointments[nth] ?? '' }
    const row = { ...visitRow(visit, clinic, ids), ...keys, ...people(visit.name) }
    const room = row.room_kind && rooms[visit.at]?.[row.room_kind][visit.room]
    return { visit, row, taken: [row.therapist_id, ...(room ? [room] : [])] }
  })
  const rows = written.map(({ visit, row: { room_kind: _, ...row } }) => ({
    ...row,
    state: visit.end <= now ? 'finished' : 'confirmed',
  }))
  await trx.insertInto('appointments').values(rows).execute()
  const claims = written.flatMap(({ visit, row: { clinic_id, appointment_id, pause_after }, taken }) => {
    const until = new Date(visit.end + pause_after * 60_000).toISOString()
    const during = `[${new Date(visit.start).toISOString()},${until})`
    return taken.map((resource_id) => ({ clinic_id, appointment_id, resource_id, during }))
  })
  await trx.insertInto('claims').values(claims).execute()
}

/** What a visit's row takes from the data, and the kind of room that it needs. */
function visitRow(visit: DemoVisit, clinic: DemoClinic, ids: Ids) {
  const service = clinic.services[visit.service]
  if (!service) throw new Error(`The demonstration's ${clinic.name} has no service ${visit.service}.`)
  return {
    ...{ therapist_id: ids.therapists[visit.therapist] ?? '', payer: 'self', room_kind: service.room },
    service_id: ids.services[visit.service] ?? '',
    location_id: ids.locations[visit.at] ?? '',
    starts_at: new Date(visit.start),
    ends_at: new Date(visit.end),
    ...{ pause_before: 0, pause_after: service.pricePence > 0 ? 5 : 0, price_pence: service.pricePence },
    free_until: new Date(visit.start - 86_400_000),
    late_fee_pence: Math.round(service.pricePence / 200) * 100,
    booking_key: sql<string>`gen_random_uuid()`,
  }
}
