/** Begins a clinic: its row, its name in the address, its first place and the owner who sets up the rest. */
import { sql } from 'kysely'
import type { ClinicTransaction, Database } from '../db/connection.ts'
import { findClinicWords } from '../directory/clinic-words.ts'
import type { Position } from '../directory/distance.ts'
import { slugOf } from '../directory/slug.ts'
import { takeSlug } from './slugs.ts'

/** What a clinic begins with. */
export interface NewClinic {
  /** 1 to 120 characters. */
  readonly name: string
  /** Where its first place is, roughly: the owner says the street. */
  readonly place: Position & { readonly name: string; readonly postcode: string }
  /** An address that `parseAddress` took. */
  readonly email: string
  readonly ownerName: string
}

/** `thereAlready`: this owner has a clinic of this name; nothing was changed. `words`: its name may not be used, with the reason. */
export type Created =
  | { readonly ok: true; readonly clinicId: string; readonly memberId: string; readonly slug: string }
  | { readonly ok: false; readonly why: 'thereAlready'; readonly clinicId: string; readonly slug: string }
  | { readonly ok: false; readonly why: 'words'; readonly says: string }
  | { readonly ok: false; readonly why: 'name' | 'demonstration' }

/** One at a time, so that two runs at once do not make two. */
const createLock = 4_270_021

/**
 * Makes it, or nothing. It is not open: nobody finds it before its owner has set it up.
 * @param app the server's role
 */
export function createClinic(app: Database, clinic: NewClinic): Promise<Created> {
  const [word] = findClinicWords(clinic.name)
  if (word) return Promise.resolve({ ok: false, why: 'words', says: `“${word.written}”: ${word.why}` })
  const length = [...clinic.name].length
  if (length < 1 || length > 120) return Promise.resolve({ ok: false, why: 'name' })
  return app.transaction().execute(async (trx): Promise<Created> => {
    await sql`select pg_advisory_xact_lock(${createLock})`.execute(trx)
    const { demonstration } = await trx.selectFrom('installation').select('demonstration').executeTakeFirstOrThrow()
    if (demonstration) return { ok: false, why: 'demonstration' }
    const there = await sameClinic(trx, clinic)
    return there ? { ok: false, why: 'thereAlready', ...there } : writeClinic(trx, clinic)
  })
}

/** The clinic of this name whose member has this address. */
async function sameClinic(trx: ClinicTransaction, { name, email }: NewClinic) {
  const base = slugOf(name, 'clinic')
  const rows = await trx
    .selectFrom('slugs')
    .select(['clinic_id', 'slug'])
    .where('kind', '=', 'clinic')
    .where('is_current', '=', true)
    .where((where) => where.or([where('slug', '=', base), where('slug', 'like', `${base}-%`)]))
    .execute()
  for (const { clinic_id, slug } of rows) {
    await enterClinic(trx, clinic_id)
    const found = await trx
      .selectFrom('clinics as c')
      .innerJoin('members as m', 'm.clinic_id', 'c.clinic_id')
      .select('c.clinic_id')
      .where(sql<boolean>`lower(c.name) = lower(${name}) and lower(m.email) = lower(${email}) and m.left_at is null`)
      .executeTakeFirst()
    if (found) return { clinicId: clinic_id, slug }
  }
  return undefined
}

const enterClinic = (trx: ClinicTransaction, clinicId: string) =>
  sql`select set_config('app.clinic', ${clinicId}, true)`.execute(trx)

async function writeClinic(trx: ClinicTransaction, { name, place, email, ownerName }: NewClinic): Promise<Created> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
  const clinic_id = rows[0]?.id ?? ''
  await enterClinic(trx, clinic_id)
  await trx.insertInto('clinics').values({ clinic_id, name, email, phone: '' }).execute()
  const slug = await takeSlug(trx, {
    kind: 'clinic',
    clinicId: clinic_id,
    subjectId: clinic_id,
    name,
    near: place.name,
  })
  const { latitude, longitude } = place
  await trx
    .insertInto('locations')
    .values({
      ...{ clinic_id, name: place.name, street: '', town: '', postcode: place.postcode, latitude, longitude },
      ...{ zone: 'Europe/London', country: 'england' },
    })
    .execute()
  const { member_id } = await trx
    .insertInto('members')
    .values({ clinic_id, name: ownerName.slice(0, 120), email, role: 'owner' })
    .returning('member_id')
    .executeTakeFirstOrThrow()
  return { ok: true, clinicId: clinic_id, memberId: member_id, slug }
}
