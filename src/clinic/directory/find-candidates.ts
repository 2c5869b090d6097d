/**
 * Who could be meant by a search: the filters that the directory's views can answer, nearest first. Whether they have a
 * free time is not asked here. Only who stands in a register today comes up; nobody pays for a place.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Database, plannedOnce } from '../db/connection.ts'
import type { ConditionId } from './conditions.ts'
import type { Position } from './distance.ts'
import { type InsurerId, insurerIds, insurers } from './insurers.ts'
import type { TreatmentId } from './treatments.ts'

/** What is asked. Absent or `false`: any. */
export interface CandidateFilter {
  readonly treatment: TreatmentId
  /** Nearest first from here; not given: by name. */
  readonly from?: Position | undefined
  readonly insurer?: InsurerId | undefined
  /** BCP 47, as `therapists.languages` has it. */
  readonly language?: string | undefined
  readonly gender?: 'woman' | 'man' | undefined
  readonly need?: ConditionId | undefined
  readonly video?: boolean | undefined
  readonly stepFree?: boolean | undefined
}

/** A therapist with the service that is asked for, at the nearest place where they work. */
export interface Candidate extends Position {
  readonly clinicId: string
  readonly clinicName: string
  readonly clinicSlug: string
  readonly therapistId: string
  readonly slug: string
  readonly name: string
  readonly profession: string
  readonly languages: readonly string[]
  readonly locationId: string
  readonly locationName: string
  readonly postcode: string
  readonly zone: string
  readonly stepFree: boolean
  readonly treatment: TreatmentId
  readonly serviceId: string
  readonly serviceName: string
  readonly minutes: number
  readonly pricePence: number
  readonly byVideo: boolean
  /** What the clinic lists for this service: ids, or names as typed. */
  readonly insurers: readonly string[]
}

/** The most that are found at once, the nearest: more than a person reads, and the bound of the work. */
export const mostCandidates = 200

/**
 * At most `mostCandidates`, nearest first. Of several services of the kind the cheapest is named.
 * @param db logged in as `unclench_directory`: it can read nothing but what anybody may
 * @param after how many of the nearest are left out, since they were looked at before
 */
export function findCandidates(
  db: Database,
  filter: CandidateFilter,
  now: Temporal.Instant,
  after = 0,
): Promise<readonly Candidate[]> {
  return db.transaction().execute(async (trx) => {
    // Two ids that always go together are taken for chance: the planner expects one row of thousands, and would walk all of
    // a table again for each row of another. Then 200 therapists took four seconds; hashed, 10,000 take less than one. Nor is a page that
    // lies in memory dear to read out of turn.
    await sql`select set_config('enable_nestloop', 'off', true), set_config('random_page_cost', '1.1', true)`.execute(
      trx,
    )
    const { rows } = await candidates(filter, now, after).execute(trx)
    return rows
  })
}

/**
 * The statement of it. Who is nearest is found with ids and numbers alone; what is shown is read of those alone.
 * Its work grows with the directory, and not with its square: prove/search-work.db.test.ts.
 */
function candidates(filter: CandidateFilter, now: Temporal.Instant, after: number): RawBuilder<Candidate> {
  const { from, treatment, insurer, language, gender, need, video = false, stepFree = false } = filter
  const away = from
    ? sql`power(l.latitude - ${from.latitude}, 2)
        + power((l.longitude - ${from.longitude}) * cos(radians(${from.latitude})), 2)`
    : sql`0::double precision`
  const today = sql`(${now.toString()}::timestamptz at time zone l.zone)::date`
  return sql<Candidate>`${plannedOnce(from ? 'candidates near' : 'candidates')}
    with place as (
      select clinic_id, therapist_id, location_id, max(coalesce(valid_until, 'infinity')) as until
      from directory.hours group by clinic_id, therapist_id, location_id
    ), giver as (
      select t.clinic_id, t.therapist_id, t.slug, t.name as therapist, t.folded_name, t.profession, t.languages, l.location_id, s.service_id, s.price_pence, s.name, ${away} as away
      from directory.services s
      join directory.service_therapists st on st.clinic_id = s.clinic_id and st.service_id = s.service_id
      join directory.therapists t on t.clinic_id = st.clinic_id and t.therapist_id = st.therapist_id
      join place p on p.clinic_id = t.clinic_id and p.therapist_id = t.therapist_id
      join directory.locations l on l.clinic_id = p.clinic_id and l.location_id = p.location_id
      where s.treatment = ${treatment} and t.registered_until >= ${today} and p.until >= ${today}
        and (${language ?? null}::text is null or ${language ?? null} = any (t.languages))
        and (${gender ?? null}::text is null or t.gender = ${gender ?? null})
        and (${need ?? null}::text is null or ${need ?? null} = any (t.conditions))
        and (not ${video}::boolean or s.by_video)
        and (not ${stepFree}::boolean or l.step_free or s.by_video)
        and (${insurer ?? null}::text is null or exists (
          select from directory.service_insurers i
          where i.clinic_id = s.clinic_id and i.service_id = s.service_id
            and (i.insurer = any (${sameGroup(insurer)}::text[]) or i.insurer <> all (${[...insurerIds]}::text[]))))
    ), nearest as materialized (
      select * from (
        select distinct on (clinic_id, therapist_id) * from giver
        order by clinic_id, therapist_id, away, price_pence, name
      ) each
      order by away, folded_name, therapist_id limit ${mostCandidates} offset ${after}
    )
    select c.clinic_id as "clinicId", c.name as "clinicName", c.slug as "clinicSlug",
      n.therapist_id as "therapistId", n.slug, n.therapist as name, n.profession, n.languages,
      l.location_id as "locationId", l.name as "locationName", l.postcode, l.zone, l.step_free as "stepFree",
      l.latitude, l.longitude,
      s.treatment, s.service_id as "serviceId", s.name as "serviceName", s.minutes, s.price_pence as "pricePence",
      s.by_video as "byVideo",
      array(select i.insurer from directory.service_insurers i
        where i.clinic_id = n.clinic_id and i.service_id = n.service_id order by 1) as insurers
    from nearest n
    join directory.clinics c on c.clinic_id = n.clinic_id
    join directory.locations l on l.clinic_id = n.clinic_id and l.location_id = n.location_id
    join directory.services s on s.clinic_id = n.clinic_id and s.service_id = n.service_id
    order by n.away, n.folded_name, n.therapist_id`
}

/** The insurer and the others of its group: in doubt the clinic is asked, so nobody is left out who may take it. */
function sameGroup(insurer: InsurerId | undefined): readonly string[] {
  return insurerIds.filter((id) => insurer !== undefined && insurers[id].group === insurers[insurer].group)
}
