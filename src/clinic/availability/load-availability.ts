/** Reads from the database what the search for free times needs of one clinic. Decides nothing about times. */
import { type RawBuilder, sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { dayNumber, isoDay } from './calendar-days.ts'
import type { AvailabilityInput, Busy, ClassMeeting, Hours, Service, TimeOff } from './input.ts'

/** Every visit may begin each quarter of an hour from the opening. */
const stepMinutes = 15
/** Our guess at a way through a town: a quarter of an hour to leave and arrive, and four minutes for each straight kilometre. */
const wayMinutes = (km: number) => 15 + Math.ceil(km * 4)

export interface AvailabilityQuestion {
  readonly now: Temporal.Instant
  /** Local days, inclusive. */
  readonly firstDay: string
  readonly lastDay: string
  /** Only those who give this service. All their other services come too: the shortest decides what a useless gap is. */
  readonly service?: string
  readonly therapist?: string
}

/**
 * What `listSlots` and `acceptSlot` are given, for the clinic of the transaction. A therapist works only as long as the
 * newest look at the register says that the registration is valid; without any look, never. Holds that have ended are not
 * busy. Nine statements, whatever the size.
 */
export async function loadAvailability(
  trx: ClinicTransaction,
  { now, firstDay, lastDay, service, therapist }: AvailabilityQuestion,
): Promise<AvailabilityInput> {
  // The evening before, and the morning after the last night, belong to the answer.
  const [from, to] = [isoDay(dayNumber(firstDay) - 2), isoDay(dayNumber(lastDay) + 3)]
  const locations = await trx.selectFrom('locations').select(['location_id', 'zone', 'latitude', 'longitude']).execute()
  const services = await servicesOf(trx)
  const therapists = await trx
    .selectFrom('therapists as t')
    .innerJoin('registrations as r', 'r.therapist_id', 't.therapist_id')
    .innerJoin('service_therapists as s', 's.therapist_id', 't.therapist_id')
    .where('t.left_at', 'is', null)
    .where('s.withdrawn_at', 'is', null)
    .$if(therapist !== undefined, (query) => query.where('t.therapist_id', '=', therapist ?? null))
    .distinctOn(['t.therapist_id', 's.service_id'])
    .select(['t.therapist_id', 's.service_id', 't.pause_before', 't.pause_after', 't.hide_gaps', 'r.valid_until'])
    .orderBy('t.therapist_id')
    .orderBy('s.service_id')
    .orderBy('r.looked_up_on', 'desc')
    .orderBy('r.registration_id', 'desc')
    .execute()
  const givers = [...Map.groupBy(therapists, ({ therapist_id }) => therapist_id)].filter(
    ([, rows]) => service === undefined || rows.some(({ service_id }) => service_id === service),
  )
  const ids = givers.map(([id]) => id)
  const [hours, absences] = [await hoursOf(trx, ids), await absencesOf(trx, ids, from, to)]
  return {
    now: now.epochMilliseconds,
    firstDay,
    lastDay,
    locations: locations.map(({ location_id, zone }) => ({ id: location_id, zone })),
    services,
    therapists: givers.flatMap(([id, rows]) => {
      const [one] = rows
      if (!one) return []
      return {
        id,
        services: rows.map(({ service_id }) => service_id),
        hours: (hours.get(id) ?? []).flatMap((row) => whileRegistered(row, one.valid_until)),
        absences: absences.get(id) ?? [],
        avoidsGaps: one.hide_gaps,
        pauseBefore: one.pause_before,
        pauseAfter: one.pause_after,
      }
    }),
    ...(await thingsOf(trx)),
    closures: await closuresOf(trx, from, to),
    busy: await busyOf(trx, ids, now, from, to),
    meetings: await meetingsOf(trx, ids, now, from, to),
    travel: locations.flatMap((one) =>
      locations.map((other) => ({
        from: one.location_id,
        to: other.location_id,
        minutes: wayMinutes(kmBetween(one, other)),
      })),
    ),
    otherwiseTravelMinutes: wayMinutes(10),
  }
}

async function servicesOf(trx: ClinicTransaction): Promise<readonly Service[]> {
  const rows = await trx.selectFrom('services').selectAll().where('withdrawn_at', 'is', null).execute()
  return rows.map((row) => ({
    id: row.service_id,
    minutes: row.minutes,
    pauseBefore: row.pause_before,
    pauseAfter: row.pause_after,
    noticeMinutes: row.notice_minutes,
    windowDays: row.window_days,
    stepMinutes,
    ...(row.room_kind !== null && { roomKind: row.room_kind }),
    ...(row.machine_kind !== null && { machineKind: row.machine_kind }),
    ...(row.places !== null && { places: row.places }),
  }))
}

/** The classes of these therapists that are not called off, with how many places somebody has. */
async function meetingsOf(
  trx: ClinicTransaction,
  ids: readonly string[],
  now: Temporal.Instant,
  from: string,
  to: string,
): Promise<readonly ClassMeeting[]> {
  const { rows } = await sql<Omit<ClassMeeting, 'start' | 'end'> & { starts_at: Date; ends_at: Date }>`
    select c.appointment_id as id, c.service_id as service, c.therapist_id as therapist, c.location_id as location,
      c.starts_at, c.ends_at,
      (select count(*)::integer from class_places p where p.clinic_id = c.clinic_id and p.class_id = c.appointment_id) as places,
      (select count(*)::integer from appointments a where a.clinic_id = c.clinic_id and a.class_id = c.appointment_id
        and a.class_place is not null and (a.state <> 'held' or a.hold_ends_at > ${now.toString()}::timestamptz)) as taken
    from appointments c
    where c.clinic_id = clinic.current_clinic() and c.state = 'class' and c.called_off_at is null
      and c.starts_at >= ${`${from}T00:00:00Z`}::timestamptz and c.starts_at < ${`${to}T00:00:00Z`}::timestamptz
      and c.therapist_id = any(${ids}::uuid[])
    order by c.starts_at, c.appointment_id`.execute(trx)
  return rows.map(({ starts_at, ends_at, ...row }) => ({ ...row, start: starts_at.getTime(), end: ends_at.getTime() }))
}

/** Hours end with the registration, whose last day counts. */
function whileRegistered(hours: Hours, validUntil: string): readonly Hours[] {
  if (validUntil < hours.validFrom) return []
  return [{ ...hours, validTo: hours.validTo !== undefined && hours.validTo < validUntil ? hours.validTo : validUntil }]
}

async function hoursOf(trx: ClinicTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, Hours[]>> {
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('hours').selectAll().where('therapist_id', 'in', ids).orderBy('hours_id').execute()
  const byTherapist = new Map<string, Hours[]>()
  for (const row of rows) {
    const one: Hours = {
      location: row.location_id,
      weekday: row.weekday,
      from: minuteOf(row.from_time),
      to: minuteOf(row.to_time),
      everyWeeks: row.every_weeks,
      validFrom: row.valid_from,
      ...(row.valid_until !== null && { validTo: row.valid_until }),
    }
    byTherapist.set(row.therapist_id, [...(byTherapist.get(row.therapist_id) ?? []), one])
  }
  return byTherapist
}

interface OffRow {
  readonly first_day: string
  readonly last_day: string
  readonly from_time: string | null
  readonly to_time: string | null
}

const timeOff = ({ first_day, last_day, from_time, to_time }: OffRow): TimeOff => ({
  firstDay: first_day,
  lastDay: last_day,
  ...(from_time !== null && to_time !== null && { part: { from: minuteOf(from_time), to: minuteOf(to_time) } }),
})

/** Absences of these therapists that touch the days, by therapist. @param from ISO day @param to the last, itself included */
export async function absencesOf(trx: ClinicTransaction, ids: readonly string[], from: string, to: string) {
  const byTherapist = new Map<string, TimeOff[]>()
  if (ids.length === 0) return byTherapist
  const rows = await trx
    .selectFrom('absences')
    .selectAll()
    .where('therapist_id', 'in', ids)
    .where('last_day', '>=', from)
    .where('first_day', '<=', to)
    .execute()
  for (const row of rows) {
    const one = { ...timeOff(row), ...(row.every_weeks !== null && { everyWeeks: row.every_weeks }) }
    byTherapist.set(row.therapist_id, [...(byTherapist.get(row.therapist_id) ?? []), one])
  }
  return byTherapist
}

/** Closures that touch the days. @param from ISO day @param to the last, itself included */
export async function closuresOf(
  trx: ClinicTransaction,
  from: string,
  to: string,
): Promise<AvailabilityInput['closures']> {
  const rows = await trx
    .selectFrom('closures')
    .selectAll()
    .where('last_day', '>=', from)
    .where('first_day', '<=', to)
    .execute()
  return rows.map((row) => ({ ...timeOff(row), ...(row.location_id !== null && { location: row.location_id }) }))
}

async function thingsOf(trx: ClinicTransaction): Promise<Pick<AvailabilityInput, 'rooms' | 'machines'>> {
  const { rows } = await sql<{ id: string; location: string; kind: string; what: string; pauseAfter: number }>`
    select room_id as id, location_id as location, room_kind as kind, 'room' as what, pause_after as "pauseAfter"
    from rooms where withdrawn_at is null
    union all
    select machine_id, location_id, machine_kind, 'machine', 0 from machines where withdrawn_at is null order by 1`.execute(
    trx,
  )
  const all = (what: string) =>
    rows
      .filter((row) => row.what === what)
      .map(({ id, location, kind, pauseAfter }) => ({ id, location, kind, pauseBefore: 0, pauseAfter }))
  return { rooms: all('room'), machines: all('machine') }
}

/**
 * Claims of these therapists and of all rooms and machines, but for those of holds that have ended. A video visit is nowhere,
 * and so is a block. Whoever has a visit for which staff bent a rule is busy then, though it may have no claim.
 */
async function busyOf(
  trx: ClinicTransaction,
  ids: readonly string[],
  now: Temporal.Instant,
  from: string,
  to: string,
): Promise<readonly Busy[]> {
  const span = sql`tstzrange(${`${from}T00:00:00Z`}::timestamptz, ${`${to}T00:00:00Z`}::timestamptz)`
  const ms = (moment: RawBuilder<unknown>) => sql`(extract(epoch from ${moment}) * 1000)::float8`
  const { rows } = await sql<{ resource: string; from: number; to: number; location: string | null }>`
    select c.resource_id as resource, ${ms(sql`lower(c.during)`)} as "from", ${ms(sql`upper(c.during)`)} as "to",
      case when s.by_video then null else a.location_id end as location
    from claims c
    join resources r on r.clinic_id = c.clinic_id and r.resource_id = c.resource_id
    left join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    left join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    where c.during && ${span} and (r.kind <> 'therapist' or c.resource_id = any(${ids}::uuid[]))
      and (c.block_id is not null or a.state <> 'held' or a.hold_ends_at > ${now.toString()}::timestamptz)
    union all
    select a.therapist_id, ${ms(sql`a.starts_at - make_interval(mins => a.pause_before)`)},
      ${ms(sql`a.ends_at + make_interval(mins => a.pause_after)`)}, case when s.by_video then null else a.location_id end
    from appointments a
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    where a.bent_rule is not null and a.state not in ('cancelled', 'late-cancelled')
      and a.starts_at < upper(${span}) and a.ends_at > lower(${span}) and a.therapist_id = any(${ids}::uuid[])
    order by 1, 2`.execute(trx)
  return rows.map(({ resource, from, to, location }) => ({
    resource,
    from,
    to,
    ...(location !== null && { location }),
  }))
}

/** "08:20:00" as minutes of the day; "24:00:00" is 1440. */
function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Straight kilometres, flat-earth: good to a few metres within a town. */
function kmBetween(one: Position, other: Position): number {
  const kmPerDegree = 111.2
  const north = (one.latitude - other.latitude) * kmPerDegree
  const east = (one.longitude - other.longitude) * kmPerDegree * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
