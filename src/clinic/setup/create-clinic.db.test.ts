/** A clinic begins: what is made, that a second run makes nothing, and that an address once given leads on. */
import { beforeAll, describe, expect, test } from 'vitest'
import { inClinic } from '../db/connection.ts'
import { testDatabase } from '../db/test-database.ts'
import { ownRows } from '../db/test-neighbours.ts'
import { readClinic } from '../directory/read-profiles.ts'
import { createClinic, type NewClinic } from './create-clinic.ts'
import { takeSlug } from './slugs.ts'

const db = testDatabase()
const now = Temporal.Instant.from('2026-11-27T08:00:00Z')
const place = { name: 'Bethnal Green', postcode: 'E2', latitude: 51.527, longitude: -0.06 }
const wanted: NewClinic = { name: 'Kite Physio', place, email: 'wren@kite.example', ownerName: 'Wren Holly' }
const made = async (more: Partial<NewClinic> = {}) => {
  const created = await createClinic(db.app, { ...wanted, ...more })
  if (!created.ok) throw new Error(created.why)
  return created
}
let first: Awaited<ReturnType<typeof made>>
beforeAll(async () => {
  first = await made()
})
const countClinics = async () =>
  Number((await db.admin.query<{ n: string }>('select count(*) as n from clinic.clinics')).rows[0]?.n)

describe('a clinic that begins', () => {
  test('has a name in the address, a place and an invited owner, and is not found by the public', async () => {
    expect(first.slug).toBe('kite-physio')
    expect(await readClinic(db.directory, 'kite-physio', now)).toEqual({ ok: false, why: 'unknown' })
    const members = await inClinic(db.app, first.clinicId, (trx) => trx.selectFrom('members').selectAll().execute())
    expect(ownRows(members)).toMatchObject([{ name: 'Wren Holly', role: 'owner', account_id: null, joined_at: null }])
    const places = await inClinic(db.app, first.clinicId, (trx) => trx.selectFrom('locations').selectAll().execute())
    expect(ownRows(places)).toMatchObject([{ name: 'Bethnal Green', latitude: 51.527, zone: 'Europe/London' }])
  })

  test('run twice, with other capitals, is there already and is not made again', async () => {
    const before = await countClinics()
    expect(await createClinic(db.app, { ...wanted, name: 'KITE physio', email: 'Wren@kite.example' })).toEqual({
      ...{ ok: false, why: 'thereAlready' },
      ...{ clinicId: first.clinicId, slug: 'kite-physio' },
    })
    expect(await countClinics()).toBe(before)
  })

  test('run eight times at once is made once', async () => {
    const two = { ...wanted, name: 'Twin Physio' }
    // The connections are there already, so that all begin together.
    await Promise.all(Array.from({ length: 8 }, () => db.app.selectFrom('installation').selectAll().execute()))
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => createClinic(db.app, two)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('of somebody else with the same name gets an address of its own, told apart by the place, then by a number', async () => {
    expect((await made({ email: 'ann@other.example' })).slug).toBe('kite-physio-bethnal-green')
    expect((await made({ email: 'bob@other.example' })).slug).toBe('kite-physio-2')
    expect((await made({ name: 'Ωμέγα', email: 'c@other.example' })).slug).toMatch(/^[a-z0-9-]+$/)
  })

  test.each(['Best Backs', 'The B.E.S.T. Clinic', 'Instant Relief'])(
    'is refused with the reason when its name is a promise: %s',
    async (name) => {
      expect(await createClinic(db.app, { ...wanted, name })).toMatchObject({
        ok: false,
        why: 'words',
        says: expect.stringContaining('may not be said'),
      })
    },
  )

  test('needs a name of 1 to 120 characters', async () => {
    const before = await countClinics()
    for (const name of ['', 'x'.repeat(121)])
      expect(await createClinic(db.app, { ...wanted, name })).toEqual({ ok: false, why: 'name' })
    expect(await countClinics()).toBe(before)
    expect(await createClinic(db.app, { ...wanted, name: 'x'.repeat(120) })).toMatchObject({ ok: true })
  })

  test('is not made among the invented ones of a demonstration', async () => {
    await db.admin.query('update clinic.installation set demonstration = true')
    expect(await createClinic(db.app, { ...wanted, name: 'Real Physio' })).toEqual({ ok: false, why: 'demonstration' })
    await db.admin.query('update clinic.installation set demonstration = false')
  })
})

describe('an address', () => {
  const rename = (clinicId: string, name: string) =>
    inClinic(db.app, clinicId, (trx) => takeSlug(trx, { kind: 'clinic', clinicId, subjectId: clinicId, name }))

  test('that a clinic had before leads on to the present one, and is its own again when it takes the name back', async () => {
    const { clinicId } = await made({ name: 'Old Lantern' })
    await db.admin.query('update clinic.clinics set opened_at = now() where clinic_id = $1', [clinicId])
    expect(await rename(clinicId, 'New Lantern')).toBe('new-lantern')
    expect(await readClinic(db.directory, 'old-lantern', now)).toEqual({ ok: false, why: 'moved', slug: 'new-lantern' })
    expect(await rename(clinicId, 'Old Lantern')).toBe('old-lantern')
    expect(await readClinic(db.directory, 'new-lantern', now)).toEqual({ ok: false, why: 'moved', slug: 'old-lantern' })
  })

  test('that somebody once had is never given to another', async () => {
    const { clinicId } = await made({ name: 'Moved Away' })
    await rename(clinicId, 'Gone From There')
    expect((await made({ name: 'Moved Away', email: 'new@other.example' })).slug).not.toBe('moved-away')
  })

  test('stays when only a capital or an accent of the name changes, or when it has a number', async () => {
    const { clinicId, slug } = await made({ name: 'Steady Physio' })
    expect(await rename(clinicId, 'STEADY Physió')).toBe(slug)
    const numbered = await made({ email: 'zed@other.example' })
    expect(await rename(numbered.clinicId, 'Kite Physio')).toBe(numbered.slug)
  })

  test('of names as long as they may be is never longer than 80 signs', async () => {
    const long = 'a'.repeat(120)
    const slugs = [await made({ name: long }), await made({ name: long, email: 'l@other.example' })]
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2)
    for (const { slug } of slugs) expect(slug.length).toBeLessThanOrEqual(80)
  })
})
