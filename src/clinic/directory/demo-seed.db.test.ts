/** The demonstration: once, the same each time, and plainly invented. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../db/test-database.ts'
import { demoClinics } from './demo-clinics.ts'
import { seedDemo } from './seed-demo.ts'

const today = '2026-11-27'
const db = testDatabase({ withoutNeighbours: 'counts all that the demonstration puts in' })
const again = testDatabase({ withoutNeighbours: 'counts all that the demonstration puts in' })
const owned = testDatabase({ withoutNeighbours: 'counts all that the demonstration puts in' })

const content = `
  select c.name as clinic, t.name as therapist, s.name as service, a.starts_at, a.ends_at, p.name as person
  from clinic.appointments a
  join clinic.clinics c using (clinic_id) join clinic.services s using (clinic_id, service_id)
  join clinic.therapists t using (clinic_id, therapist_id) join clinic.persons p using (clinic_id, person_id)
  order by 1, 2, 4`

let made: Awaited<ReturnType<typeof seedDemo>>
beforeAll(async () => {
  made = await seedDemo(db.app, today)
})

describe('the demonstration', () => {
  test('brings eight clinics and twenty-four therapists, with days that look lived in', () => {
    expect(made).toMatchObject({ ok: true, clinics: 8, therapists: 24 })
    expect(made.ok && made.visits).toBeGreaterThan(300)
  })

  test('writes nobody of a clinic twice, so that staff are asked of no two records of one person', async () => {
    const { rows } = await db.admin.query(
      'select name from clinic.persons group by clinic_id, name having count(*) > 1',
    )
    expect(rows).toEqual([])
  })

  test('has reviews of finished visits, of every mark, some with an answer and a few kept back', async () => {
    const { rows } = await db.admin.query<{ rating: number; count: number; replies: number; hidden: number }>(
      `select rating, count(*)::int as count, count(reply)::int as replies, count(hidden_at)::int as hidden
       from clinic.reviews group by rating order by rating`,
    )
    expect(rows.map(({ rating }) => rating)).toEqual([1, 2, 3, 4, 5])
    const sum = (of: 'count' | 'replies' | 'hidden') => rows.reduce((all, row) => all + row[of], 0)
    expect(sum('count')).toBeGreaterThan(80)
    expect(sum('replies')).toBeGreaterThan(3)
    expect(sum('hidden')).toBeGreaterThan(0)
    const { rows: odd } = await db.admin.query(
      `select from clinic.reviews r join clinic.appointments a using (clinic_id, appointment_id)
       where a.state <> 'finished' or r.written_at < a.ends_at or r.therapist_id <> a.therapist_id`,
    )
    expect(odd).toEqual([])
  })

  test('has classes with places: the nearest is full, later ones are not, and each lies inside its therapist’s hours', async () => {
    const { rows } = await db.admin.query<{ places: number; taken: number; inside: boolean; starts_at: Date }>(
      `select a.starts_at, (select count(*)::int from clinic.class_places p where p.class_id = a.appointment_id) as places,
         (select count(*)::int from clinic.appointments v where v.class_id = a.appointment_id and v.class_place is not null)
           as taken,
         exists (select from clinic.hours h where h.therapist_id = a.therapist_id and h.location_id = a.location_id
           and h.weekday = extract(isodow from a.starts_at at time zone 'Europe/London')
           and h.from_time <= (a.starts_at at time zone 'Europe/London')::time
           and h.to_time >= (a.ends_at at time zone 'Europe/London')::time) as inside
       from clinic.appointments a where a.state = 'class' order by a.service_id, a.starts_at`,
    )
    expect(rows.length).toBeGreaterThan(8)
    expect(rows.every(({ inside }) => inside)).toBe(true)
    expect(rows[0]?.taken).toBe(rows[0]?.places)
    expect(rows.some(({ taken, places }) => taken > 0 && taken < places)).toBe(true)
    expect(rows.some(({ taken }) => taken === 0)).toBe(true)
  })

  test('says of the installation that it is one', async () => {
    const { rows } = await db.admin.query('select demonstration from clinic.installation')
    expect(rows).toEqual([{ demonstration: true }])
  })

  test('run a second time, or twice at once, it changes nothing', async () => {
    const before = (await db.admin.query(content)).rows
    const twice = await Promise.all([seedDemo(db.app, today), seedDemo(db.app, '2027-01-01')])
    expect(twice).toEqual([
      { ok: false, why: 'there-already' },
      { ok: false, why: 'there-already' },
    ])
    expect((await db.admin.query(content)).rows).toEqual(before)
  })

  test('the same seed and day give the same visits of the same people; another seed gives others', async () => {
    const of = async (seed: number) => {
      await again.admin.query('update clinic.installation set demonstration = false')
      await seedDemo(again.app, today, { seed })
      return (await again.admin.query(content)).rows
    }
    expect(await of(1)).toEqual((await db.admin.query(content)).rows)
  })

  test('leaves an installation alone that holds somebody’s own clinic', async () => {
    await owned.admin.query(
      "insert into clinic.clinics (clinic_id, name, email, phone) values (uuidv7(), 'Own', 'a@b.example', '1')",
    )
    await owned.admin.query(
      "insert into clinic.slugs (kind, slug, clinic_id, subject_id) select 'clinic', 'own', clinic_id, clinic_id from clinic.clinics",
    )
    expect(await seedDemo(owned.app, today)).toEqual({ ok: false, why: 'not-empty' })
    expect((await owned.admin.query('select count(*)::int as n from clinic.clinics')).rows).toEqual([{ n: 1 }])
  })

  test('nothing in it leads to a real person or door: numbers say DEMO, telephones are of the range for plays', async () => {
    const numbers = (await db.admin.query('select number from clinic.registrations')).rows
    expect(numbers.length).toBe(23)
    for (const { number } of numbers) expect(number).toMatch(/^[A-Z]{2}-DEMO-\d\d$/)
    const clinics = (await db.admin.query('select phone, email from clinic.clinics')).rows
    for (const { phone, email } of clinics) {
      expect(phone).toMatch(/^020 7946 0\d{3}$/)
      expect(email).toMatch(/\.example$/)
    }
    for (const { locations } of demoClinics) for (const { postcode } of locations) expect(postcode).not.toContain(' ')
  })

  test('has one therapist never looked up, one whose registration has ended, and one that ends within three weeks', async () => {
    const { rows } = await db.admin.query(
      `select t.name, (r.valid_until - $1::date) as days from clinic.therapists t
       left join clinic.registrations r using (clinic_id, therapist_id)
       where r.valid_until is null or r.valid_until < $1::date + 22 order by days nulls first`,
      [today],
    )
    expect(rows).toEqual([
      { name: 'Jory Penhallowby', days: null },
      { name: 'Petra Windlesome', days: -9 },
      { name: 'Noor Saffronwell', days: 16 },
    ])
  })
})
