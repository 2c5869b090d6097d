/** A search that goes outward from its place finds the same people in the same order as a look at everybody would. */
import { beforeAll, describe, expect, test } from 'vitest'
import { writeTown } from '../bench/booking/town.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import { findCandidates, mostCandidates } from '../src/clinic/directory/find-candidates.ts'

const db = testDatabase({
  withoutNeighbours: 'asks for everybody in the directory',
  plannedByValues: 'asks how far a search looks',
})
const now = Temporal.Now.instant()
// Off the middle of the town, so that nobody stands in the order in which they were written.
const from = { latitude: 51.531, longitude: -0.048 }
const [clinics, therapistsEach] = [90, 8]

/** Every tenth clinic has a second place, most of them far from the first, where all its therapists work too. */
const secondPlaces = `with second as (
    insert into clinic.locations (clinic_id, location_id, name, street, town, postcode, latitude, longitude, zone, country)
    select clinic_id, gen_random_uuid(), 'Second', '2 Lantern Yard', 'London', 'E2 9ZZ',
      51.527 + 0.003 * (k % 7), -0.055 - 0.004 * (k % 5), 'Europe/London', 'england'
    from (select clinic_id, row_number() over (order by name) as k from clinic.clinics) c where k % 10 = 0
    returning clinic_id, location_id)
  insert into clinic.hours (clinic_id, therapist_id, location_id, weekday, from_time, to_time, valid_from)
  select s.clinic_id, t.therapist_id, s.location_id, 6, '08:00', '12:00', '2020-01-01'
  from second s join clinic.therapists t using (clinic_id)`

/** How far each therapist is, at the nearest of their places, by a look at everybody. Nearest first. */
const everybody = `select t.therapist_id as id, min(power(l.latitude - $1, 2)
    + power((l.longitude - $2) * cos(radians($1)), 2)) as away
  from clinic.hours h join clinic.therapists t using (clinic_id, therapist_id) join clinic.locations l using (clinic_id, location_id)
  where $3::text is null or t.gender = $3 group by t.therapist_id order by away`

beforeAll(async () => {
  await writeTown(db.admin, { from: 1, clinics, therapistsEach, busyDays: 0 })
  await db.admin.query(secondPlaces)
  await db.admin.query('analyze')
})

async function page(after: number, gender: 'woman' | undefined) {
  return findCandidates(db.directory, { treatment: 'physiotherapy-first', from, gender }, now, after)
}

describe('a search outward', () => {
  test.each([undefined, 'woman'] as const)('finds all (%s) once, the nearest first, page by page', async (gender) => {
    const { rows } = await db.admin.query<{ id: string; away: number }>(everybody, [
      from.latitude,
      from.longitude,
      gender ?? null,
    ])
    const awayOf = new Map(rows.map(({ id, away }) => [id, away]))
    const pages = []
    for (let after = 0; after < rows.length; after += mostCandidates) pages.push(await page(after, gender))
    const found = pages.flat().map(({ therapistId }) => therapistId)
    expect(new Set(found)).toEqual(new Set(awayOf.keys()))
    expect(found).toHaveLength(rows.length)
    // Who is as far as another may stand before or behind them.
    expect(found.map((id) => awayOf.get(id))).toEqual(rows.map(({ away }) => away))
    expect(await page(Math.ceil(rows.length / mostCandidates) * mostCandidates, gender)).toEqual([])
  })

  test('names for each the nearest of their places', async () => {
    const near = await page(0, undefined)
    expect(near.some(({ locationName }) => locationName === 'Second')).toBe(true)
    expect(near.some(({ locationName }) => locationName !== 'Second')).toBe(true)
  })
})
