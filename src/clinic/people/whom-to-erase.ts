/** Somebody of the clinic whom its owner may forget: how they are called and reached, and what became of it if it was done before. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { isBack, nowhere } from './erase-person.ts'
import type { WhoAsks } from './find-person.ts'
import type { Member } from './members.ts'
import { recordLooks } from './reads.ts'

/** How somebody was forgotten. Moments are milliseconds since 1970, days ISO. `isBack`: something was booked under the record since. */
export interface WasErased {
  readonly at: number
  readonly by: string | null
  readonly keptUntil: string | null
  readonly isBack: boolean
}

/** See above. */
export interface WhomToErase {
  readonly who: WhoAsks
  readonly erased: WasErased | undefined
  readonly now: number
  readonly zone: string
}

/** @returns `undefined` for nobody of this clinic. That this member looked is written down. */
export function whomToErase(
  app: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  personId: string,
): Promise<WhomToErase | undefined> {
  return inClinic(app, member.clinicId, async (trx) => {
    const { rows } = await sql<Row>`
      select p.name, nullif(k.email, ${nowhere}) as email, k.phone, l.zone, e.asked_at, e.kept_until, m.name as by, now() as now,
        ${isBack} as is_back
      from persons p
      join appointments a on a.clinic_id = p.clinic_id and a.person_id = p.person_id
      join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      left join erasures e on e.clinic_id = p.clinic_id and e.person_id = p.person_id
      left join members m on m.clinic_id = e.clinic_id and m.member_id = e.asked_by
      where p.clinic_id = clinic.current_clinic() and p.person_id = ${personId}
      order by a.starts_at desc, a.appointment_id limit 1`.execute(trx)
    const [row] = rows
    if (!row) return undefined
    await recordLooks(trx, member, 'person', [{ personId }])
    return {
      who: { name: row.name, reach: row.email ?? row.phone ?? '' },
      erased: row.asked_at ? wasErased({ ...row, asked_at: row.asked_at }) : undefined,
      now: row.now.getTime(),
      zone: row.zone,
    }
  })
}

/** When somebody of this clinic was forgotten and by whom, for a page that shows their visits. That one is written down there. */
export function whenErased(app: Database, clinicId: string, personId: string): Promise<WasErased | undefined> {
  return inClinic(app, clinicId, async (trx) => {
    const { rows } = await sql<ErasedRow>`
      select e.asked_at, e.kept_until, m.name as by, ${isBack} as is_back from erasures e
      left join members m on m.clinic_id = e.clinic_id and m.member_id = e.asked_by
      where e.clinic_id = clinic.current_clinic() and e.person_id = ${personId}`.execute(trx)
    const [row] = rows
    return row && wasErased(row)
  })
}

interface ErasedRow {
  readonly asked_at: Date
  readonly kept_until: string | null
  readonly by: string | null
  readonly is_back: boolean
}

const wasErased = ({ asked_at, by, kept_until, is_back }: ErasedRow): WasErased => ({
  ...{ at: asked_at.getTime(), by, keptUntil: kept_until, isBack: is_back },
})

interface Row extends Omit<ErasedRow, 'asked_at'> {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly zone: string
  readonly asked_at: Date | null
  readonly now: Date
}
