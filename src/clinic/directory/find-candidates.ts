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

/** How many of the nearest places are looked at first, and how many times as many where these do not hold enough who fit. */
const [firstReach, further] = [64, 4]

/**
 * At most `mostCandidates`, nearest first. Of several services of the kind the cheapest is named. Goes from the place of the
 * search outward, so that its work grows with how many fit near it and not with the directory.
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
    // lies in memory dear to read out of turn. And one plan will do for whatever is asked.
    await sql`select set_config('enable_nestloop', 'off', true), set_config('random_page_cost', '1.1', true),
      set_config('plan_cache_mode', 'force_generic_plan', true)`.execute(trx)
    const within = (reach: Reach | undefined) => candidates(filter, now, after, reach).execute(trx)
    for await (const reach of reachesFrom(trx, filter.from, after)) {
      const { rows } = await within(reach)
      if (rows.length === mostCandidates) return rows
    }
    const { rows } = await within(undefined)
    return rows
  })
}

/** The nearest places, all that are as far as the last of them included. */
interface Reach {
  readonly clinics: readonly string[]
  readonly locations: readonly string[]
}

/** Further and further, short of all places: everybody in one comes before everybody beyond it. None without a place to start from. */
async function* reachesFrom(db: Database, from: Position | undefined, after: number): AsyncGenerator<Reach> {
  if (!from) return
  const { rows: places } = await sql<{ clinic: string; location: string; away: number }>`
    select clinic_id as clinic, location_id as location, ${awayFrom(from)} as away
    from directory.locations l order by away`.execute(db)
  const first = firstReach * (1 + after / mostCandidates)
  for (let reach = first; reach < places.length; reach *= further) {
    const end = places[reach - 1]?.away ?? 0
    const near = places.filter(({ away }) => away <= end)
    yield { clinics: [...new Set(near.map(({ clinic }) => clinic))], locations: near.map(({ location }) => location) }
  }
}

/** The square of how far a location is, in degrees of latitude: for the order alone. */
const awayFrom = (from: Position) => sql`power(l.latitude - ${from.latitude}, 2)
  + power((l.longitude - ${from.longitude}) * cos(radians(${from.latitude})), 2)`

/**
 * The statement of it. Who is nearest is found with ids and numbers alone; what is shown is read of those alone.
 * Its work grows with the places looked at, and not with their square: prove/search-work.db.test.ts.
 */
function candidates(
  filter: CandidateFilter,
  now: Temporal.Instant,
  after: number,
  reach: Reach | undefined,
): RawBuilder<Candidate> {
  const { from, treatment, insurer, language, gender, need, video = false, stepFree = false } = filter
  const away = from ? awayFrom(from) : sql`0::double precision`
  const today = sql`(${now.toString()}::timestamptz at time zone l.zone)::date`
  // Said of each table: the planner does not conclude it from one to the next.
  const near = (clinic: RawBuilder<unknown>) => (reach ? sql`${clinic} = any (${reach.clinics}::uuid[])` : sql`true`)
  return sql<Candidate>`${plannedOnce(reach ? 'candidates near' : from ? 'candidates by distance' : 'candidates')}
    with place as (
      select clinic_id, therapist_id, location_id, max(coalesce(valid_until, 'infinity')) as until
      from directory.hours where ${near(sql`clinic_id`)} group by clinic_id, therapist_id, location_id
    ), giver as (
      select t.clinic_id, t.therapist_id, t.slug, t.name as therapist, t.folded_name, t.profession, t.languages, l.location_id, s.service_id, s.price_pence, s.name, ${away} as away
      from directory.services s
      join directory.service_therapists st on st.clinic_id = s.clinic_id and st.service_id = s.service_id
      join directory.therapists t on t.clinic_id = st.clinic_id and t.therapist_id = st.therapist_id
      join place p on p.clinic_id = t.clinic_id and p.therapist_id = t.therapist_id
      join directory.locations l on l.clinic_id = p.clinic_id and l.location_id = p.location_id
      where s.treatment = ${treatment} and t.registered_until >= ${today} and p.until >= ${today}
        and ${near(sql`s.clinic_id`)} and ${near(sql`st.clinic_id`)} and ${near(sql`t.clinic_id`)} and ${near(sql`l.clinic_id`)}
        and ${reach ? sql`l.location_id = any (${reach.locations}::uuid[])` : sql`true`}
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
