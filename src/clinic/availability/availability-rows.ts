/**
 * The one statement that reads from clinics what free times depend on. Each list comes as JSON in the words of `input.ts`, so
 * that nothing is named twice and a look at free times is one question to the database. Decides nothing about times.
 *
 * A booking asks it of its own clinic's tables, a search of all clinics that it means, through the views that anybody may read
 * (migration 0031): one text for both, so that neither knows of anything else.
 */
import { type RawBuilder, sql } from 'kysely'
import { type ClinicTransaction, plannedOnce, type PublicTransaction } from '../db/connection.ts'
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

/** The rows of one clinic, each list in the order in which it is read. */
export interface AvailabilityRows {
  readonly clinic: string
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
   * is `null` itself in a clinic of one place.
   */
  readonly busy: readonly {
    readonly resource: string
    readonly from: readonly number[]
    readonly to: readonly number[]
    readonly at: readonly (string | null)[] | null
  }[]
}

const milliseconds = (moment: RawBuilder<unknown>) => sql`date_part('epoch', ${moment}) * 1000`
const minutes = (time: RawBuilder<unknown>) => sql`(date_part('epoch', ${time}) / 60)::integer`
/** A list as JSON. */
const listOf = (rows: RawBuilder<unknown>) => sql`(select coalesce(json_agg(one), '[]'::json) from (${rows}) one)`
/** The same, without what a row does not have. That makes the JSON anew, so it is not for long ones. */
const strippedListOf = (rows: RawBuilder<unknown>) => sql`json_strip_nulls(${listOf(rows)})`

const timeOff = sql`first_day as "firstDay", last_day as "lastDay", case when from_time is not null then
  json_build_object('from', ${minutes(sql`from_time`)}, 'to', ${minutes(sql`to_time`)}) end as part`

/** Some absences that touch the days. */
const absences = (table: RawBuilder<unknown>, whose: RawBuilder<unknown>, from: string, to: string) => sql`
  select therapist_id as therapist, ${timeOff}, every_weeks as "everyWeeks" from ${table}
  where ${whose} and last_day >= ${from} and first_day <= ${to}`

/** Some closures that do. */
const closures = (table: RawBuilder<unknown>, whose: RawBuilder<unknown>, from: string, to: string) => sql`
  select location_id as location, ${timeOff} from ${table} where ${whose} and last_day >= ${from} and first_day <= ${to}`

/** A therapist's absences and the clinic's closures that touch the days. @param from ISO day @param to the last, itself included */
export async function timeOffOf(
  trx: ClinicTransaction,
  therapist: string,
  from: string,
  to: string,
): Promise<Pick<AvailabilityRows, 'absences' | 'closures'>> {
  const { rows } = await sql<Pick<AvailabilityRows, 'absences' | 'closures'>>`
    select ${strippedListOf(absences(sql`absences`, sql`therapist_id = ${therapist}`, from, to))} as absences,
      ${strippedListOf(closures(sql`closures`, sql`true`, from, to))} as closures`.execute(trx)
  return rows[0] ?? { absences: [], closures: [] }
}

/** Where it is read. */
interface Source {
  readonly name: string
  /** The schema. */
  readonly of: 'clinic' | 'directory'
  /** The clinics, as `asked`. */
  readonly clinics: RawBuilder<unknown>
  /** What has not been withdrawn. */
  readonly isKept: RawBuilder<unknown>
}

const ownTables: Source = {
  name: 'free times',
  of: 'clinic',
  clinics: sql`(select clinic.current_clinic()) asked (clinic)`,
  isKept: sql`withdrawn_at is null`,
}

const publicViews = (clinics: readonly string[]): Source => ({
  name: 'free times of many',
  of: 'directory',
  clinics: sql`unnest(${clinics}::uuid[]) asked (clinic)`,
  // They show nothing else.
  isKept: sql`true`,
})

/**
 * Reads them, for the clinic of the transaction. A therapist who is in no register, or gives nothing, is not among them, and
 * holds that have ended are not busy.
 */
export async function readAvailability(trx: ClinicTransaction, asked: AskedRows): Promise<AvailabilityRows> {
  const { rows } = await statement(ownTables, asked).execute(trx)
  const [own] = rows
  if (!own) throw new Error(`nothing was read of the free times at ${asked.now.toString()}`)
  return own
}

/** The same of each of these clinics; nothing is in the rows of one that has not opened. */
export async function readAvailabilityOfMany(
  trx: PublicTransaction,
  clinics: readonly string[],
  asked: AskedRows,
): Promise<readonly AvailabilityRows[]> {
  const { rows } = await statement(publicViews(clinics), asked).execute(trx)
  return rows
}

/** One row for each clinic. Every list is asked of one clinic after the other, by its indexes: one plan suits few and many. */
function statement(source: Source, asked: AskedRows): RawBuilder<AvailabilityRows> {
  const { from, to } = asked
  const theirs = sql`${ofClinic} and therapist_id = any (team.ids)`
  return sql<AvailabilityRows>`${plannedOnce(source.name)}
    select asked.clinic, team.therapists,
      ${listOf(locations(source))} as locations,
      ${strippedListOf(services(source))} as services,
      ${strippedListOf(hours(source))} as hours,
      ${strippedListOf(absences(table(source, 'absences'), theirs, from, to))} as absences,
      ${strippedListOf(closures(table(source, 'closures'), ofClinic, from, to))} as closures,
      ${listOf(rooms(source))} as rooms,
      ${listOf(machines(source))} as machines,
      ${listOf(meetings(source, asked))} as meetings,
      ${listOf(busy(source, asked))} as busy
    from ${source.clinics} cross join lateral (${team(source, asked)}) team`
}

const ofClinic = sql`clinic_id = asked.clinic`
const table = ({ of }: Source, name: string) => sql.table(`${of}.${name}`)

/**
 * Who gives what is asked, as a list and as ids; whether there is a way between two places to think of; and the visits whose
 * hold has ended.
 */
const team = (source: Source, { now, service, therapists }: AskedRows) => sql`
  select coalesce(json_agg(one order by one.id), '[]'::json) as therapists, array_agg(one.id) as ids,
    (select count(*) > 1 from ${table(source, 'locations')} where ${ofClinic}) as travels,
    array(select appointment_id from ${table(source, 'holds')}
      where ${ofClinic} and hold_ends_at <= ${now.toString()}::timestamptz) as ended
  from (
    select r.therapist_id as id, g.services, r.hide_gaps as "avoidsGaps", r.pause_before as "pauseBefore",
      r.pause_after as "pauseAfter", r.valid_until as "validUntil"
    from ${table(source, 'registered')} r
    join (
      select therapist_id, json_agg(service_id order by service_id) as services,
        bool_or(service_id = ${service ?? null}::uuid) as is_asked
      from ${table(source, 'service_therapists')} where ${ofClinic} and ${source.isKept} group by therapist_id
    ) g on g.therapist_id = r.therapist_id
    where r.clinic_id = asked.clinic and (${service ?? null}::uuid is null or g.is_asked)
      and (${therapists ?? null}::uuid[] is null or r.therapist_id = any (${therapists ?? null}))
  ) one`

const locations = (source: Source) => sql`
  select location_id as id, zone, latitude, longitude from ${table(source, 'locations')} where ${ofClinic}`

const services = (source: Source) => sql`
  select service_id as id, minutes, pause_before as "pauseBefore", pause_after as "pauseAfter",
    notice_minutes as "noticeMinutes", window_days as "windowDays", room_kind as "roomKind",
    machine_kind as "machineKind", places
  from ${table(source, 'services')} where ${ofClinic} and ${source.isKept}`

const hours = (source: Source) => sql`
  select therapist_id as therapist, location_id as location, weekday, ${minutes(sql`from_time`)} as "from",
    ${minutes(sql`to_time`)} as "to", every_weeks as "everyWeeks", valid_from as "validFrom", valid_until as "validTo"
  from ${table(source, 'hours')} where ${ofClinic} and therapist_id = any (team.ids) order by hours_id`

const rooms = (source: Source) => sql`
  select room_id as id, location_id as location, room_kind as kind, 0 as "pauseBefore", pause_after as "pauseAfter"
  from ${table(source, 'rooms')} where ${ofClinic} and ${source.isKept} order by room_id`

const machines = (source: Source) => sql`
  select machine_id as id, location_id as location, machine_kind as kind, 0 as "pauseBefore", 0 as "pauseAfter"
  from ${table(source, 'machines')} where ${ofClinic} and ${source.isKept} order by machine_id`

const startOf = (day: string) => sql`${`${day}T00:00:00Z`}::timestamptz`

/** The classes of these therapists that are not called off, with how many places somebody has. */
const meetings = (source: Source, { now, from, to }: AskedRows) => sql`
  select appointment_id as id, service_id as service, therapist_id as therapist, location_id as location,
    ${milliseconds(sql`starts_at`)} as start, ${milliseconds(sql`ends_at`)} as "end", places,
    booked + (select count(*) from unnest(held_until) held where held > ${now.toString()}::timestamptz) as taken
  from ${table(source, 'meetings')}
  where ${ofClinic} and starts_at >= ${startOf(from)} and starts_at < ${startOf(to)} and therapist_id = any (team.ids)
  order by starts_at, appointment_id`

/**
 * When these therapists, and all rooms and machines, are taken, but for holds that have ended. Where a visit is matters for the
 * way between two places alone: a clinic with one is spared the look at each visit. Asked of one therapist or thing after the
 * other and by the two moments, so that their index gives what is asked and no visit of the past (migration 0027).
 */
function busy(source: Source, { from, to }: AskedRows) {
  // Lists of numbers, since a JSON array made for each claim cost the database most of its work.
  const moments = (when: RawBuilder<unknown>) => sql`array_agg((${milliseconds(when)})::bigint order by begins_at)`
  const things = (name: string, id: string) =>
    sql`array(select ${sql.ref(id)} from ${table(source, name)} where ${ofClinic} and ${source.isKept})`
  return sql`
    select thing.id as resource, taken.* from unnest(team.ids || ${things('rooms', 'room_id')} || ${things('machines', 'machine_id')}) thing (id)
    cross join lateral (
      select ${moments(sql`begins_at`)} as "from", ${moments(sql`ends_at`)} as "to",
        array_agg(case when team.travels then (
          select location_id from ${table(source, 'visit_places')} v
          where v.clinic_id = asked.clinic and v.appointment_id = b.appointment_id) end order by begins_at) filter (where team.travels) as "at"
      from ${table(source, 'busy')} b
      where ${ofClinic} and resource_id = thing.id and ends_at > ${startOf(from)} and begins_at < ${startOf(to)}
        and (appointment_id = any (team.ended)) is not true
    ) taken
    where taken."from" is not null`
}
