/**
 * Offers with a code, as they are used: looked at before booking, drawn in the transaction that books, kept by a move, given
 * back by a cancel. One use for each address. An offer names services; it knows nothing of anybody's health.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'

/** "spring-10 " is "SPRING10": codes are typed in any habit. At most 60 signs are looked at. */
export const foldCode = (text: string): string =>
  text
    .slice(0, 60)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')

/** What an offer takes off. `off`: percent, or pence. */
export type TakesOff =
  | { readonly kind: 'percent' | 'amount'; readonly off: number }
  | { readonly kind: 'free'; readonly off: null }

/** The price with an offer, never below nothing; half a penny is the reader's. Pure. In pence. */
export function priceWith({ kind, off }: TakesOff, usualPence: number): number {
  if (kind === 'free') return 0
  return Math.max(0, usualPence - (kind === 'percent' ? Math.ceil((usualPence * off) / 100) : off))
}

/** Why a code takes nothing off. `unknown`: no offer of this clinic has it. `usedByYou`: that address has used it. */
export type OfferRefusal = 'unknown' | 'notYet' | 'over' | 'otherService' | 'usedUp' | 'usedByYou'

/** Carries a refusal out of the transaction, which is thereby undone. */
export class NoOffer extends Error {
  readonly why: OfferRefusal
  constructor(why: OfferRefusal) {
    super('the code takes nothing off')
    this.why = why
  }
}

/** A visit that is to be booked with a code. */
interface ToUse {
  readonly clinicId: string
  readonly appointmentId: string
  readonly code: string
  /** Where its mails go; `null` looks at the code alone, so that nobody learns by looking whose address has used it. */
  readonly address: string | null
}

/** What a code does to a price, in pence. */
export interface OfferedPrice {
  readonly usualPence: number
  readonly pricePence: number
}

type Looked =
  | ({ readonly ok: true; readonly offerId: string; readonly usedBy: Buffer } & OfferedPrice)
  | { readonly ok: false; readonly why: OfferRefusal }

async function lookIn(trx: ClinicTransaction, secret: Uint8Array, use: ToUse, lock: boolean): Promise<Looked> {
  const { clinicId, appointmentId, code, address } = use
  const { rows } = await sql<OfferRow>`
    select o.price_offer_id, o.kind, o.off, a.price_pence, o.used >= o.most_uses as used_up,
      (now() at time zone l.zone)::date < o.first_day as early,
      o.ended_at is not null or (now() at time zone l.zone)::date > o.last_day as over,
      exists (select from price_offer_services s where s.clinic_id = o.clinic_id and s.price_offer_id = o.price_offer_id
        and s.service_id = a.service_id) as for_it
    from price_offers o
    join appointments a on a.clinic_id = o.clinic_id and a.appointment_id = ${appointmentId}
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where o.clinic_id = ${clinicId} and o.folded_code = ${foldCode(code)}
    ${lock ? sql`for update of o` : sql``}`.execute(trx)
  const [offer] = rows
  if (!offer) return { ok: false, why: 'unknown' }
  const { price_offer_id: offerId, price_pence: usualPence } = offer
  const usedBy = usedByOf(secret, offerId, address)
  const before = await usesBy(trx, { clinicId, offerId, usedBy, address })
  if (offer.over) return { ok: false, why: 'over' }
  if (offer.early) return { ok: false, why: 'notYet' }
  if (!offer.for_it) return { ok: false, why: 'otherService' }
  if (before > 0) return { ok: false, why: 'usedByYou' }
  if (offer.used_up) return { ok: false, why: 'usedUp' }
  return { ok: true, offerId, usedBy, usualPence, pricePence: priceWith(takesOff(offer), usualPence) }
}

const usedByOf = (secret: Uint8Array, offerId: string, address: string | null): Buffer =>
  createHmac('sha256', secret)
    .update(`offer ${offerId} ${address?.toLowerCase() ?? ''}`)
    .digest()

interface UsesAsked {
  readonly clinicId: string
  readonly offerId: string
  readonly usedBy: Buffer
  readonly address: string | null
}

/** How many visits an address has used an offer for. */
async function usesBy(trx: ClinicTransaction, { clinicId, offerId, usedBy, address }: UsesAsked): Promise<number> {
  // By the address it was booked with, or the one that its visit is written to now: a slip mended, or two records made one.
  const { rows } = await sql`select from price_offer_uses u
    join appointments a on a.clinic_id = u.clinic_id and a.appointment_id = u.appointment_id
    left join contacts c on c.clinic_id = a.clinic_id and c.contact_id = a.contact_id
    where u.clinic_id = ${clinicId} and u.price_offer_id = ${offerId}
      and (u.used_by = ${usedBy} or lower(c.email) = ${address?.toLowerCase() ?? null})`.execute(trx)
  return rows.length
}

interface OfferRow {
  readonly price_offer_id: string
  readonly kind: string
  readonly off: number | null
  readonly price_pence: number
  readonly used_up: boolean
  readonly early: boolean
  readonly over: boolean
  readonly for_it: boolean
}

/** The columns as what they mean; their own checks allow nothing else. */
export const takesOff = ({ kind, off }: { readonly kind: string; readonly off: number | null }): TakesOff =>
  off === null ? { kind: 'free', off } : { kind: kind === 'percent' ? 'percent' : 'amount', off }

/** What a code would do to the price of a hold. Uses nothing. */
export const lookAtOffer = (
  db: Database,
  secret: Uint8Array,
  use: Omit<ToUse, 'address'>,
): Promise<({ readonly ok: true } & OfferedPrice) | { readonly ok: false; readonly why: OfferRefusal }> =>
  inClinic(db, use.clinicId, (trx) => lookIn(trx, secret, { ...use, address: null }, false))

/** Uses the code for this visit and lowers its price, and a late fee that would be above it. @throws NoOffer */
export async function useOffer(trx: ClinicTransaction, secret: Uint8Array, use: ToUse): Promise<void> {
  const { clinicId, appointmentId } = use
  const looked = await lookIn(trx, secret, use, true)
  if (!looked.ok) throw new NoOffer(looked.why)
  await writeUse(trx, { clinicId, appointmentId, ...looked })
  await lower(trx, appointmentId, looked.pricePence)
}

/** A cancelled visit that had used an offer, and stands again. */
interface ToUseAgain {
  readonly clinicId: string
  readonly appointmentId: string
  readonly offerId: string
  readonly usualPence: number
  readonly address: string
}

/**
 * Uses the offer again that a cancelled visit had used and given back. Its price is as it was; that the offer has ended since
 * changes nothing, since it was booked in time. @throws NoOffer where others have used it up, or this address for another visit
 */
export async function useOfferAgain(trx: ClinicTransaction, secret: Uint8Array, use: ToUseAgain): Promise<void> {
  const { clinicId, appointmentId, offerId, usualPence, address } = use
  const { rows } = await sql<{ used_up: boolean }>`select used >= most_uses as used_up from price_offers
    where clinic_id = ${clinicId} and price_offer_id = ${offerId} for update`.execute(trx)
  const usedBy = usedByOf(secret, offerId, address)
  if ((await usesBy(trx, { clinicId, offerId, usedBy, address })) > 0) throw new NoOffer('usedByYou')
  if (rows[0]?.used_up ?? true) throw new NoOffer('usedUp')
  await writeUse(trx, { clinicId, appointmentId, offerId, usedBy, usualPence })
}

interface Use {
  readonly clinicId: string
  readonly appointmentId: string
  readonly offerId: string
  readonly usedBy: Buffer
  readonly usualPence: number
}

async function writeUse(trx: ClinicTransaction, use: Use): Promise<void> {
  const { clinicId, appointmentId, offerId, usedBy, usualPence } = use
  await sql`update price_offers set used = used + 1
    where clinic_id = ${clinicId} and price_offer_id = ${offerId}`.execute(trx)
  await sql`insert into price_offer_uses (clinic_id, appointment_id, price_offer_id, used_by, usual_pence)
    values (${clinicId}, ${appointmentId}, ${offerId}, ${usedBy}, ${usualPence})`.execute(trx)
}

const lower = (trx: ClinicTransaction, appointmentId: string, pricePence: number) =>
  sql`update appointments set price_pence = ${pricePence}, late_fee_pence = least(late_fee_pence, ${pricePence})
    where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId}`.execute(trx)

/** A move takes the terms of its day; a visit that used a code keeps what it takes off. Call it after they are written. */
export async function keepOffer(trx: ClinicTransaction, appointmentId: string): Promise<void> {
  const { rows } = await sql<{ kind: string; off: number | null; price_pence: number }>`
    update price_offer_uses u set usual_pence = a.price_pence from appointments a, price_offers o
    where u.clinic_id = clinic.current_clinic() and u.appointment_id = ${appointmentId}
      and a.clinic_id = u.clinic_id and a.appointment_id = u.appointment_id
      and o.clinic_id = u.clinic_id and o.price_offer_id = u.price_offer_id
    returning o.kind, o.off, a.price_pence`.execute(trx)
  const [row] = rows
  if (row) await lower(trx, appointmentId, priceWith(takesOff(row), row.price_pence))
}

/**
 * What a visit will cost once its person moves it: the price of its new time, or today's where none is held, less the offer
 * that it was booked with. In pence.
 */
export const priceOnceMoved = (
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
  heldPence?: number,
): Promise<number | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ price_pence: number; kind: string | null; off: number | null }>`
      select s.price_pence, o.kind, o.off from appointments a join services s using (clinic_id, service_id)
      left join price_offer_uses u on u.clinic_id = a.clinic_id and u.appointment_id = a.appointment_id
      left join price_offers o on o.clinic_id = u.clinic_id and o.price_offer_id = u.price_offer_id
      where a.clinic_id = ${clinicId} and a.appointment_id = ${appointmentId}`.execute(trx)
    const [row] = rows
    if (!row) return undefined
    return withOffer({ ...row, price_pence: heldPence ?? row.price_pence })
  })

/** A price less what an offer takes off, where there is one. In pence. */
export const withOffer = ({
  price_pence: price,
  kind,
  off,
}: {
  readonly price_pence: number
  readonly kind: string | null
  readonly off: number | null
}): number => (kind === null ? price : priceWith(takesOff({ kind, off }), price))

/** A move that kept an offer is taken back: what the visit costs without it is as it was. In pence. */
export const putUsualPriceBack = (trx: ClinicTransaction, appointmentId: string, usualPence: number) =>
  sql`update price_offer_uses set usual_pence = ${usualPence}
    where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId}`.execute(trx)

/** Gives back the use of a cancelled visit, late or not. Nothing happens twice. */
export async function giveBackOffer(trx: ClinicTransaction, appointmentId: string): Promise<void> {
  await sql`
    with back as (
      delete from price_offer_uses where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId}
      returning clinic_id, price_offer_id
    )
    update price_offers o set used = o.used - 1 from back
    where o.clinic_id = back.clinic_id and o.price_offer_id = back.price_offer_id`.execute(trx)
}

/** The offer that a visit was booked with. */
export interface UsedOffer {
  readonly code: string
  readonly usualPence: number
}

/** `undefined` where it was booked with none. */
export const offerOfVisit = (
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<UsedOffer | undefined> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<UsedOffer>`
      select o.code, u.usual_pence as "usualPence" from price_offer_uses u join price_offers o using (clinic_id, price_offer_id)
      where u.clinic_id = ${clinicId} and u.appointment_id = ${appointmentId}`.execute(trx)
    return rows[0]
  })

/** Has this clinic an offer that can be booked with, or soon can? */
export const hasOffers = (db: Database, clinicId: string): Promise<boolean> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql`select from price_offers where clinic_id = ${clinicId} and ended_at is null
      and last_day >= current_date - 1 limit 1`.execute(trx)
    return rows.length > 0
  })
