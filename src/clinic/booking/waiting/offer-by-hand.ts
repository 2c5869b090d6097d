/**
 * Staff offer a free time to one of those who wait, by the rule by which a freed time is offered: it suits them, it is kept for
 * them alone, it has an end, nobody is asked at night, and whoever is next is asked when they pass it on.
 */
import type { ClinicTransaction, Database } from '../../db/connection.ts'
import { inClinic } from '../../db/connection.ts'
import { bookInClinic, databaseNow, lockTherapists, removeEndedHolds } from '../slot-claims.ts'
import { therapistOfMoved } from './close-offer.ts'
import { noteFreedTime } from './freed-times.ts'
import { makeOffer } from './make-offer.ts'
import { availabilityOf, possibleOffers, type PossibleOffer } from './possible-offers.ts'
import { type WaitingRow, waitingRows } from './waiting-rows.ts'

/** Somebody on the list of a clinic. */
export interface EntryId {
  readonly clinicId: string
  readonly entryId: string
}

/** A time that can be offered. Milliseconds since 1970. */
export interface OfferableTime {
  readonly therapist: string
  readonly location: string
  readonly start: number
}

/** The same, as it is chosen from. */
export interface OfferChoice extends OfferableTime {
  readonly end: number
  /** Where two come, one after the other. */
  readonly secondStart: number | null
  /** How long they would have to answer, and from when. */
  readonly askedAt: number
  readonly answerUntil: number
  readonly therapistName: string
  readonly place: { readonly name: string; readonly zone: string }
}

/** So many times are chosen from, and so many of one day, so that other days are among them. */
const mostChoices = 24
const mostOfADay = 6
const dayMs = 24 * 60 * 60_000
/** No clinic is booked further ahead. */
const furthestDays = 400

/** Their place on the list, once for each therapist whose time could be offered to them. */
const rowsOf = (trx: ClinicTransaction, entryId: string) =>
  waitingRows(trx)
    .where('e.waiting_entry_id', '=', entryId)
    .where('e.state', '=', 'waiting')
    .where((eb) => eb.or([eb('e.therapist_id', 'is', null), eb('e.therapist_id', '=', eb.ref('s.therapist_id'))]))

/** The free times that suit somebody, the earliest first. Looking keeps none of them. */
export function timesToOffer(db: Database, { clinicId, entryId }: EntryId): Promise<readonly OfferChoice[]> {
  return inClinic(db, clinicId, async (trx) => {
    const rows = await rowsOf(trx, entryId).select('s.therapist_id').execute()
    const now = await databaseNow(trx)
    const choices: Nameless[] = []
    for (const { therapist_id: therapistId, ...entry } of rows) {
      const asked = { clinicId, therapistId, now, from: now, to: now + furthestDays * dayMs }
      const input = await availabilityOf(trx, asked, entry.service_id)
      for (const possible of await possibleOffers(trx, asked, entry, input)) choices.push(...choiceOf(possible))
    }
    return spread(await withNames(trx, choices))
  })
}

/** The earliest of each day, on the clock of its place. */
function spread(choices: readonly OfferChoice[]): readonly OfferChoice[] {
  const inOrder = choices.toSorted((one, other) => one.start - other.start)
  const dayOf = ({ start, place }: OfferChoice) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(place.zone).toPlainDate().toString()
  const days = [...Map.groupBy(inOrder, dayOf).values()]
  return days.flatMap((ofDay) => ofDay.slice(0, mostOfADay)).slice(0, mostChoices)
}

type Nameless = Omit<OfferChoice, 'therapistName' | 'place'>

async function withNames(trx: ClinicTransaction, choices: readonly Nameless[]): Promise<readonly OfferChoice[]> {
  const therapists = await trx.selectFrom('therapists').select(['therapist_id', 'name']).execute()
  const places = await trx.selectFrom('locations').select(['location_id', 'name', 'zone']).execute()
  return choices.map((choice) => ({
    ...choice,
    therapistName: therapists.find(({ therapist_id }) => therapist_id === choice.therapist)?.name ?? '',
    place: places.find(({ location_id }) => location_id === choice.location) ?? { name: '', zone: 'Europe/London' },
  }))
}

function choiceOf({ times: [first, second], answer }: PossibleOffer): readonly Nameless[] {
  if (!first) return []
  const { therapist, location, start } = first
  return [{ therapist, location, start, end: (second ?? first).end, secondStart: second?.start ?? null, ...answer }]
}

/**
 * `notWaiting`: they wait no more, or never did. `hasOffer`: another time is offered to them now. `notFree`: this one is not
 * free any more, or cannot be offered to them.
 */
export type Offered =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly why: 'notWaiting' | 'hasOffer' | 'notFree' }

/** Offers it. However often it is pressed, and by however many, one offer of one time to one person. */
export function offerByHand(db: Database, id: EntryId, time: OfferableTime): Promise<Offered> {
  return bookInClinic(
    db,
    id.clinicId,
    (trx) => offerIn(trx, id, time),
    () => Promise.resolve({ ok: false, why: 'notFree' }),
  )
}

async function offerIn(trx: ClinicTransaction, { clinicId, entryId }: EntryId, time: OfferableTime): Promise<Offered> {
  await lockTherapists(trx, [time.therapist, ...(await therapistOfMoved(trx, entryId))])
  await removeEndedHolds(trx)
  const offered = await openTimeOf(trx, entryId)
  if (offered) return isSame(offered, time) ? { ok: true, already: true } : { ok: false, why: 'hasOffer' }
  const rows = await rowsOf(trx, entryId).select('s.therapist_id').forUpdate('e').execute()
  if (rows.length === 0) return { ok: false, why: 'notWaiting' }
  const entry = rows.find(({ therapist_id }) => therapist_id === time.therapist)
  const possible = entry && (await possibleAt(trx, clinicId, entry, time))
  if (!possible) return { ok: false, why: 'notFree' }
  const stretch = { from: possible.times[0]?.claimFrom ?? time.start, to: possible.times.at(-1)?.claimTo ?? time.start }
  const freed = { clinicId, therapistId: time.therapist, ...stretch }
  const freedTimeId = await noteFreedTime(trx, freed)
  if (freedTimeId === undefined) return { ok: false, why: 'notFree' }
  await makeOffer(trx, { ...freed, freedTimeId, now: await databaseNow(trx), waitMs: 0 }, possible)
  return { ok: true, already: false }
}

/** What is offered to them at this moment. */
async function openTimeOf(trx: ClinicTransaction, entryId: string): Promise<OfferableTime | undefined> {
  const row = await trx
    .selectFrom('offers as o')
    .innerJoin('offer_times as t', (on) =>
      on.onRef('t.clinic_id', '=', 'o.clinic_id').onRef('t.offer_id', '=', 'o.offer_id'),
    )
    .select(['t.therapist_id as therapist', 't.location_id as location', 't.starts_at'])
    .where('o.waiting_entry_id', '=', entryId)
    .where('o.state', '=', 'open')
    .where('t.nth', '=', 1)
    .executeTakeFirst()
  return row && { therapist: row.therapist, location: row.location, start: row.starts_at.getTime() }
}

const isSame = (one: OfferableTime, other: OfferableTime) =>
  one.therapist === other.therapist && one.location === other.location && one.start === other.start

async function possibleAt(
  trx: ClinicTransaction,
  clinicId: string,
  entry: WaitingRow,
  { therapist, location, start }: OfferableTime,
): Promise<PossibleOffer | undefined> {
  const now = await databaseNow(trx)
  const asked = { clinicId, therapistId: therapist, now, from: start, to: start + 1 }
  const input = await availabilityOf(trx, asked, entry.service_id)
  for (const possible of await possibleOffers(trx, asked, entry, input)) {
    const [first] = possible.times
    if (first?.start === start && first.location === location) return possible
  }
  return undefined
}
