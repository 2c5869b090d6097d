/**
 * The one statement that reads from a clinic what free times depend on. Each list comes as JSON in the words of `input.ts`, so
 * that nothing is named twice and a look at free times is one question to the database. Decides nothing about times.
 */
import { type RawBuilder, sql } from 'kysely'
import { type ClinicTransaction, plannedOnce } from '../db/connection.ts'
import type { Closure, ClassMeeting, Hours, Service, Therapist, Thing, TimeOff } from './input.ts'

/** What to read. Days are ISO days, the last itself included. */
export interface AskedRows {
  readonly now: Temporal.Instant
  readonly from: string
  readonly to: string
  /** Only those who give it, with all their services; `undefined`: whoever gives any. */
  readonly service: string | undefined
  /** Only these, by id; `undefined`: everybody. */
  readonly therapists: readonly string[] | undefined
}

/** The rows, each list in the order in which it is read. */
export interface AvailabilityRows {
  readonly locations: readonly {
    readonly id: string
    readonly zone: string
    readonly latitude: number
    readonly longitude: number
  }[]
  readonly services: readonly Omit<Service, 'stepMinutes'>[]
  /** `validUntil`: the last day of the registration, by the newest look at the register. */
  readonly therapists: readonly (Omit<Therapist, 'hours' | 'absences'> & { readonly validUntil: string })[]
  readonly hours: readonly (Hours & { readonly therapist: string })[]
  readonly absences: readonly (TimeOff & { readonly therapist: string })[]
  readonly closures: readonly Closure[]
  readonly rooms: readonly Thing[]
  readonly machines: readonly Thing[]
  readonly meetings: readonly ClassMeeting[]
  /**
   * When each is busy, in order: one list of the starts, one of the ends, and one of where that is (`null` for nowhere), which
   * a clinic of one place goes without.
   */
  readonly busy: readonly {
    readonly resource: string
    readonly from: readonly number[]
    readonly to: readonly number[]
    readonly at?: readonly (string | null)[]
  }[]
}

const milliseconds = (moment: RawBuilder<unknown>) => sql`date_part('epoch', ${moment}) * 1000`
const minutes = (time: RawBuilder<unknown>) => sql`(date_part('epoch', ${time}) / 60)::integer`
/** A list as JSON; what a row does not have is left out of it. */
const listOf = (rows: RawBuilder<unknown>) =>
  sql`(select coalesce(json_strip_nulls(json_agg(one)), '[]'::json) from (${rows}) one)`

const timeOff = sql`first_day as "firstDay", last_day as "lastDay", case when from_time is not null then
  json_build_object('from', ${minutes(sql`from_time`)}, 'to', ${minutes(sql`to_time`)}) end as part`

/** Absences of a therapist, or of everybody who is asked for, that touch the days. */
const absences = (of: RawBuilder<unknown>, from: string, to: string) => sql`
  select therapist_id as therapist, ${timeOff}, every_weeks as "everyWeeks" from absences
  where therapist_id in (${of}) and last_day >= ${from} and first_day <= ${to}`

const closures = (from: string, to: string) => sql`
  select location_id as location, ${timeOff} from closures where last_day >= ${from} and first_day <= ${to}`

/** A therapist's absences and the clinic's closures that touch the days. @param from ISO day @param to the last, itself included */
export async function timeOffOf(
  trx: ClinicTransaction,
  therapist: string,
  from: string,
  to: string,
): Promise<Pick<AvailabilityRows, 'absences' | 'closures'>> {
  const { rows } = await sql<Pick<AvailabilityRows, 'absences' | 'closures'>>`
    select ${listOf(absences(sql`${therapist}`, from, to))} as absences, ${listOf(closures(from, to))} as closures`.execute(
    trx,
  )
  return rows[0] ?? { absences: [], closures: [] }
}

/**
 * Reads them, for the clinic of the transaction. A therapist who is in no register, or gives nothing, is not among them, and
 * holds that have ended are not busy.
 */
export async function readAvailability(trx: ClinicTransaction, asked: AskedRows): Promise<AvailabilityRows> {
  const { now, from, to, service, therapists } = asked
  const givers = sql`select id from giver`
  const { rows } = await sql<AvailabilityRows>`${plannedOnce('free times')}
    with registered as (
      select distinct on (t.therapist_id) t.therapist_id, t.pause_before, t.pause_after, t.hide_gaps, r.valid_until
      from therapists t join registrations r on r.clinic_id = t.clinic_id and r.therapist_id = t.therapist_id
      where t.left_at is null and (${therapists ?? null}::uuid[] is null or t.therapist_id = any (${therapists ?? null}))
      order by t.therapist_id, r.looked_up_on desc, r.registration_id desc
    ), given as (
      select therapist_id, json_agg(service_id order by service_id) as services,
        bool_or(service_id = ${service ?? null}::uuid) as is_asked
      from service_therapists where withdrawn_at is null group by therapist_id
    ), giver as materialized (
      select r.therapist_id as id, g.services, r.hide_gaps as "avoidsGaps", r.pause_before as "pauseBefore",
        r.pause_after as "pauseAfter", r.valid_until as "validUntil"
      from registered r join given g on g.therapist_id = r.therapist_id
      where ${service ?? null}::uuid is null or g.is_asked
    )
    select ${listOf(sql`select location_id as id, zone, latitude, longitude from locations`)} as locations,
      ${listOf(services)} as services,
      ${listOf(sql`select * from giver order by id`)} as therapists,
      ${listOf(hours(givers))} as hours,
      ${listOf(absences(givers, from, to))} as absences,
      ${listOf(closures(from, to))} as closures,
      ${listOf(rooms)} as rooms,
      ${listOf(machines)} as machines,
      ${listOf(meetings(givers, asked))} as meetings,
      ${listOf(busy(givers, asked))} as busy`.execute(trx)
  const [all] = rows
  if (!all) throw new Error(`nothing was read of the free times at ${now.toString()}`)
  return all
}

const services = sql`
  select service_id as id, minutes, pause_before as "pauseBefore", pause_after as "pauseAfter",
    notice_minutes as "noticeMinutes", window_days as "windowDays", room_kind as "roomKind",
    machine_kind as "machineKind", places
  from services where withdrawn_at is null`

const hours = (givers: RawBuilder<unknown>) => sql`
  select therapist_id as therapist, location_id as location, weekday, ${minutes(sql`from_time`)} as "from",
    ${minutes(sql`to_time`)} as "to", every_weeks as "everyWeeks", valid_from as "validFrom", valid_until as "validTo"
  from hours where therapist_id in (${givers}) order by hours_id`

const rooms = sql`
  select room_id as id, location_id as location, room_kind as kind, 0 as "pauseBefore", pause_after as "pauseAfter"
  from rooms where withdrawn_at is null order by room_id`

const machines = sql`
  select machine_id as id, location_id as location, machine_kind as kind, 0 as "pauseBefore", 0 as "pauseAfter"
  from machines where withdrawn_at is null order by machine_id`

const startOf = (day: string) => sql`${`${day}T00:00:00Z`}::timestamptz`

/** The classes of these therapists that are not called off, with how many places somebody has. */
const meetings = (givers: RawBuilder<unknown>, { now, from, to }: AskedRows) => sql`
  select c.appointment_id as id, c.service_id as service, c.therapist_id as therapist, c.location_id as location,
    ${milliseconds(sql`c.starts_at`)} as start, ${milliseconds(sql`c.ends_at`)} as "end",
    (select count(*) from class_places p where p.clinic_id = c.clinic_id and p.class_id = c.appointment_id) as places,
    (select count(*) from appointments a where a.clinic_id = c.clinic_id and a.class_id = c.appointment_id
      and a.class_place is not null and (a.state <> 'held' or a.hold_ends_at > ${now.toString()}::timestamptz)) as taken
  from appointments c
  where c.clinic_id = clinic.current_clinic() and c.state = 'class' and c.called_off_at is null
    and c.starts_at >= ${startOf(from)} and c.starts_at < ${startOf(to)} and c.therapist_id in (${givers})
  order by c.starts_at, c.appointment_id`

/**
 * Claims of these therapists and of all rooms and machines, but for those of holds that have ended. A video visit is nowhere,
 * and so is a block. Whoever has a visit for which staff bent a rule is busy then, though it may have no claim. Where a visit
 * is matters for the way between two places alone: a clinic with one is spared the look at each visit. Asked by the two moments
 * and not by the range, so that no visit of the past is read (migration 0027).
 */
function busy(givers: RawBuilder<unknown>, { now, from, to }: AskedRows) {
  const [first, end] = [startOf(from), startOf(to)]
  // Lists of numbers, since a JSON array made for each claim cost the database most of its work.
  const moment = (when: RawBuilder<unknown>) => sql`(${milliseconds(when)})::bigint`
  return sql`
    select resource, array_agg(start order by start) as "from", array_agg(stop order by start) as "to",
      case when (select count(*) > 1 from locations) then array_agg(place order by start) end as "at"
    from (
      select c.resource_id as resource, ${moment(sql`c.begins_at`)} as start, ${moment(sql`c.ends_at`)} as stop,
        case when r.kind = 'therapist' and (select count(*) > 1 from locations) then (
          select a.location_id from appointments a
          join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
          where a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id and not s.by_video) end as place
      from claims c join resources r on r.clinic_id = c.clinic_id and r.resource_id = c.resource_id
      where c.ends_at > ${first} and c.begins_at < ${end} and (r.kind <> 'therapist' or c.resource_id in (${givers}))
        and (c.appointment_id is null or c.appointment_id not in (
          select appointment_id from appointments
          where clinic_id = clinic.current_clinic() and state = 'held' and hold_ends_at <= ${now.toString()}::timestamptz))
      union all
      select a.therapist_id, ${moment(sql`a.starts_at - make_interval(mins => a.pause_before)`)},
        ${moment(sql`a.ends_at + make_interval(mins => a.pause_after)`)},
        case when s.by_video then null else a.location_id end
      from appointments a join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
      where a.bent_rule is not null and a.state not in ('cancelled', 'late-cancelled')
        and a.starts_at < ${end} and a.ends_at > ${first} and a.therapist_id in (${givers})
    ) taken group by resource order by resource`
}
