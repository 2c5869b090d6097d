/** A time as the public names it (a therapist's address, a service, a moment), found in its clinic. Holds nothing. */
import { uuidIn } from '../../care/evidence/ids.ts'
import { sql } from 'kysely'
import { type Acceptance, acceptSlot } from '../availability/accept-slot.ts'
import type { AvailabilityInput, Slot } from '../availability/input.ts'
import { loadAvailability } from '../availability/load-availability.ts'
import { listSlots } from '../availability/slots.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { busyToOthers } from './beside-visit.ts'
import {
  availabilityNear,
  databaseNow,
  inReach,
  type NotBooked,
  type WantedTime,
  withLength,
  withoutOwn,
} from './slot-claims.ts'
import type { VisitView } from './visit-view.ts'

/** Names for the ids of a clinic, as a list of times shows them. */
export interface ClinicNames {
  /** By id: name, and the slug of the public page. */
  readonly therapists: ReadonlyMap<string, { readonly name: string; readonly slug: string }>
  /** By id: name and IANA zone. */
  readonly locations: ReadonlyMap<string, { readonly name: string; readonly zone: string }>
  /** Ids of what is given by video: for it nobody goes anywhere. */
  readonly videoServices: ReadonlySet<string>
}

/** A therapist's service, found by the public address. */
export interface OfferedService {
  readonly clinicId: string
  readonly clinic: string
  readonly therapistId: string
  readonly therapist: string
  readonly slug: string
  readonly service: {
    readonly id: string
    readonly name: string
    readonly minutes: number
    readonly pricePence: number
    /** It is given with a letter of referral alone. */
    readonly needsReferral: boolean
    /** A free talk: asked for without choosing a time. */
    readonly isFreeTalk: boolean
  }
}

/** @param serviceId a UUID; anything else finds nothing */
export async function findOfferedService(
  directory: Database,
  slug: string,
  serviceId: string,
): Promise<OfferedService | undefined> {
  if (uuidIn(serviceId) === undefined || !/^[a-z0-9-]{1,80}$/.test(slug)) return undefined
  const row = await directory
    .selectFrom('directory.slugs as g')
    .innerJoin('directory.therapists as t', (on) =>
      on.onRef('t.clinic_id', '=', 'g.clinic_id').onRef('t.therapist_id', '=', 'g.subject_id'),
    )
    .innerJoin('directory.clinics as c', 'c.clinic_id', 'g.clinic_id')
    .innerJoin('directory.service_therapists as st', (on) =>
      on.onRef('st.clinic_id', '=', 'g.clinic_id').onRef('st.therapist_id', '=', 'g.subject_id'),
    )
    .innerJoin('directory.services as s', (on) =>
      on.onRef('s.clinic_id', '=', 'g.clinic_id').onRef('s.service_id', '=', 'st.service_id'),
    )
    .select(['g.clinic_id', 'c.name as clinic', 't.therapist_id', 't.name as therapist', 't.slug'])
    .select(['s.service_id', 's.name as service', 's.minutes', 's.price_pence', 's.needs_referral', 's.treatment'])
    .where('g.kind', '=', 'therapist')
    .where('g.slug', '=', slug)
    .where('s.service_id', '=', serviceId)
    .executeTakeFirst()
  // A view's columns are all said to be nullable; these come from columns that are not.
  if (!row?.clinic_id || !row.therapist_id || !row.service_id || !row.slug) return undefined
  return {
    clinicId: row.clinic_id,
    clinic: row.clinic ?? '',
    therapistId: row.therapist_id,
    therapist: row.therapist ?? '',
    slug: row.slug,
    service: {
      id: row.service_id,
      name: row.service ?? '',
      minutes: row.minutes ?? 0,
      pricePence: row.price_pence ?? 0,
      needsReferral: row.needs_referral ?? false,
      isFreeTalk: row.treatment === 'free-assessment',
    },
  }
}

/** Where the time would be, or why it is not to be had, with names for whatever is shown. */
export type LookedAt = { readonly names: ClinicNames; readonly now: number } /** `placesLeft`: of a class. */ & (
  | { readonly ok: true; readonly wanted: WantedTime; readonly placesLeft: number | undefined }
  | (NotBooked & { readonly kept?: KeptTime | undefined })
)

/** A time that is not booked: whoever is booking it, or was offered it, has it until then. Moments are milliseconds since 1970. */
export interface KeptTime {
  readonly service: string
  readonly start: number
  readonly until: number
  readonly zone: string
}

/** Of several places these say only that the time is not at this one. */
const elsewhere: readonly string[] = ['unknown', 'noRoom', 'outsideHours', 'notAStart']

/** Asks the one function, at each location of the clinic; of refusals the one that says most. */
export function lookAtTime(app: Database, offered: OfferedService, start: number): Promise<LookedAt> {
  const { clinicId, therapistId, service } = offered
  return inClinic(app, clinicId, async (trx) => {
    const names = await clinicNames(trx)
    const now = await databaseNow(trx)
    const input = await loadAvailability(trx, { ...daysRound(start), now: at(now), service: service.id })
    const looked = [...names.locations.keys()].map((location) => {
      const wanted = { clinicId, service: service.id, therapist: therapistId, location, start }
      const accepted = acceptSlot(input, wanted)
      return accepted.ok
        ? ({ names, now, ok: true, wanted, placesLeft: accepted.slot.inClass?.placesLeft } as const)
        : { names, now, ...accepted }
    })
    const best =
      looked.find(({ ok }) => ok) ?? looked.find((one) => !one.ok && !elsewhere.includes(one.why)) ?? looked[0]
    if (best && !best.ok && best.why === 'taken' && !best.ofClass)
      return { ...best, kept: await keptTime(trx, offered, start) }
    return best ?? { names, now, ok: false, why: 'unknown', near: [] }
  })
}

/** Until when holds have a time; nothing where anything else takes it too. */
async function keptTime(
  trx: ClinicTransaction,
  { therapistId, service: { id: service, minutes } }: OfferedService,
  start: number,
): Promise<KeptTime | undefined> {
  const end = new Date(start + minutes * 60_000)
  const { rows } = await sql<{ until: Date | null; zone: string | null; held_alone: boolean | null }>`
    select max(a.hold_ends_at) as until, max(l.zone) as zone, bool_and(coalesce(a.state = 'held', false)) as held_alone
    from claims c
    left join appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
    left join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where c.clinic_id = clinic.current_clinic() and c.resource_id = ${therapistId}
      and c.during && tstzrange(${new Date(start)}::timestamptz, ${end}::timestamptz)
      and (a.state is distinct from 'held' or a.hold_ends_at > now())`.execute(trx)
  const [row] = rows
  if (!row?.held_alone || !row.until || !row.zone) return undefined
  return { service, start, until: row.until.getTime(), zone: row.zone }
}

/**
 * Whether a visit could be moved to this time, as it looks now; what the visit takes itself is not in its way. Holds nothing,
 * changes nothing: `moveVisit` decides.
 */
export function lookToMoveTo(
  app: Database,
  visit: Pick<VisitView, 'clinicId' | 'appointmentId' | 'service' | 'therapist' | 'place' | 'startsAt'>,
  to: { readonly therapist: string; readonly location: string; readonly start: number },
): Promise<Acceptance> {
  const { clinicId, appointmentId, service } = visit
  return inClinic(app, clinicId, async (trx) => {
    const wanted = { clinicId, service: service.id, minutes: service.minutes, ...to }
    const input = await availabilityNear(trx, wanted)
    const accepted = acceptSlot({ ...input, busy: await busyToOthers(trx, appointmentId, input.busy) }, wanted)
    const { therapist, place, startsAt } = visit
    const now = { therapistId: therapist.id, locationId: place.id, startsAt }
    return accepted.ok ? accepted : withoutOwn(accepted, now)
  })
}

/** How far ahead a therapist gives a service; undefined where they do not any more, or their registration has ended. */
function windowOf(
  { now, services, therapists }: AvailabilityInput,
  of: { readonly service: string; readonly therapist: string },
) {
  const given = services.find(({ id }) => id === of.service)
  const giver = therapists.find(({ id }) => id === of.therapist)
  const yesterday = at(now).toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 }).toString()
  const hasHours = giver?.hours.some(({ validTo }) => validTo === undefined || validTo > yesterday)
  return giver && (hasHours || given?.places !== undefined) ? given?.windowDays : undefined
}

/** Times to which a visit can be moved. */
interface FreeToMove {
  readonly free: readonly Slot[]
  readonly names: ClinicNames
  readonly now: number
  /** How many days ahead it can be booked; undefined where this therapist does not give it online any more. */
  readonly windowDays: number | undefined
}

/** A visit as long as this one, with one therapist. */
interface VisitAsLong {
  readonly clinicId: string
  readonly service: string
  readonly minutes: number
  readonly therapist: string
  /** Which visit it is: what it takes itself is not in its way, and its own time is none to move to. */
  readonly appointmentId?: string
}

/**
 * Free times for a visit to move to, as `moveVisit` accepts them; and names for them.
 * @param span which days, the first as an ISO day; from today on where not given
 */
export function freeTimesToMove(
  app: Database,
  visit: VisitAsLong,
  most: number,
  span?: { readonly firstDay: string; readonly lastDay: string },
): Promise<FreeToMove> {
  const days = 35
  return inClinic(app, visit.clinicId, async (trx) => {
    const now = await databaseNow(trx)
    const first = at(now).toZonedDateTimeISO('UTC').toPlainDate()
    const input = await loadAvailability(trx, {
      ...(span ?? { firstDay: first.toString(), lastDay: first.add({ days }).toString() }),
      now: at(now),
      service: visit.service,
      therapists: [visit.therapist],
    })
    const { appointmentId } = visit
    const busy = appointmentId ? await busyToOthers(trx, appointmentId, input.busy) : input.busy
    const asLong = withLength({ ...input, busy }, visit.service, visit.minutes)
    const { slots } = listSlots(asLong, { service: visit.service, therapist: visit.therapist })
    const own = appointmentId ? await ownTime(trx, appointmentId) : undefined
    const others = slots.filter(({ start, location }) => start !== own?.start || location !== own.location)
    const windowDays = windowOf(input, visit)
    return { free: others.slice(0, most), names: await clinicNames(trx), now, windowDays }
  })
}

/** Where and when a visit is. */
async function ownTime(trx: ClinicTransaction, appointmentId: string) {
  const row = await trx
    .selectFrom('appointments')
    .select(['starts_at', 'location_id'])
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  return row && { start: row.starts_at.getTime(), location: row.location_id }
}

const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** A week on either side: what is near is shown when the time itself is gone. */
function daysRound(start: number) {
  const day = at(inReach(start)).toZonedDateTimeISO('UTC').toPlainDate()
  return { firstDay: day.subtract({ days: 7 }).toString(), lastDay: day.add({ days: 7 }).toString() }
}

/** The names of a clinic, and the database's time, for a page. */
export const clinicNamesOf = (
  app: Database,
  clinicId: string,
): Promise<{ readonly names: ClinicNames; readonly now: number }> =>
  inClinic(app, clinicId, async (trx) => ({ names: await clinicNames(trx), now: await databaseNow(trx) }))

/** Every therapist and location of the clinic of the transaction. */
async function clinicNames(trx: ClinicTransaction): Promise<ClinicNames> {
  const therapists = await trx
    .selectFrom('therapists as t')
    .innerJoin('slugs as g', (on) =>
      on.onRef('g.clinic_id', '=', 't.clinic_id').onRef('g.subject_id', '=', 't.therapist_id'),
    )
    .select(['t.therapist_id', 't.name', 'g.slug'])
    .where('g.kind', '=', 'therapist')
    .where('g.is_current', '=', true)
    .execute()
  const locations = await trx.selectFrom('locations').select(['location_id', 'name', 'zone']).execute()
  const video = await trx.selectFrom('services').select('service_id').where('by_video', '=', true).execute()
  return {
    videoServices: new Set(video.map(({ service_id }) => service_id)),
    therapists: new Map(therapists.map(({ therapist_id, name, slug }) => [therapist_id, { name, slug }])),
    locations: new Map(locations.map(({ location_id, name, zone }) => [location_id, { name, zone }])),
  }
}

/** The database's time, read once for a page. */
export const clockOf = (app: Database, clinicId: string): Promise<number> => inClinic(app, clinicId, databaseNow)

/** Insurers that the service is billed to, as they were written down. */
export function insurersOf(app: Database, clinicId: string, serviceId: string): Promise<readonly string[]> {
  return inClinic(app, clinicId, async (trx) => {
    const rows = await trx
      .selectFrom('service_insurers')
      .select('insurer')
      .where('service_id', '=', serviceId)
      .orderBy('insurer')
      .execute()
    return rows.map(({ insurer }) => insurer)
  })
}
