/** Offers with a code, as staff keep them: made, listed, ended; and what a letter says of one. */
import { sql } from 'kysely'
import { foldCode, type TakesOff, takesOff } from './price-offers.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'

/** What staff enter. Parsed already (offer-form.ts). Days are ISO days, both included. */
export interface NewOffer {
  readonly code: string
  readonly words: string
  readonly takes: TakesOff
  readonly services: readonly string[]
  readonly firstDay: string
  readonly lastDay: string
  readonly mostUses: number
}

/** An offer as staff see it. */
export interface Offer extends Omit<NewOffer, 'services'> {
  readonly offerId: string
  /** Their names. */
  readonly services: readonly string[]
  readonly used: number
  readonly hasEnded: boolean
}

/** The most offers that a clinic may have at a time, ended ones aside. */
const mostOffers = 50

/**
 * `known`: another offer has this code. `services`: one of them is not of this clinic. `made`: this form made an offer
 * already, with the code named here, and it is not the one that was sent now. The same press twice makes one.
 */
export type OfferMade =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'known' | 'services' | 'tooMany' }
  | { readonly ok: false; readonly why: 'made'; readonly code: string }

/** @param offerId from the form that was shown */
export const makeOffer = (
  db: Database,
  { clinicId, memberId }: Pick<Member, 'clinicId' | 'memberId'>,
  offerId: string,
  offer: NewOffer,
): Promise<OfferMade> =>
  inClinic(db, clinicId, async (trx): Promise<OfferMade> => {
    const before = await madeBefore(trx, clinicId, offerId, offer)
    if (before) return before
    const { rows: open } = await sql<{ count: number }>`select count(*)::int as count from price_offers
      where clinic_id = ${clinicId} and ended_at is null and last_day >= current_date`.execute(trx)
    // The other press of two may have made the last one between the two questions.
    if ((open[0]?.count ?? 0) >= mostOffers)
      return (await madeBefore(trx, clinicId, offerId, offer)) ?? { ok: false, why: 'tooMany' }
    const { rows: own } = await sql`select from services where clinic_id = ${clinicId}
      and service_id = any (${[...offer.services]}::uuid[])`.execute(trx)
    if (own.length !== offer.services.length) return { ok: false, why: 'services' }
    const { code, words, takes, firstDay, lastDay, mostUses } = offer
    const { rows } = await sql`
      insert into price_offers (clinic_id, price_offer_id, code, folded_code, words, kind, off, first_day, last_day, most_uses, made_by)
      values (${clinicId}, ${offerId}, ${code}, ${foldCode(code)}, ${words}, ${takes.kind}, ${takes.off}, ${firstDay},
        ${lastDay}, ${mostUses}, ${memberId}) on conflict do nothing returning 1`.execute(trx)
    // The other press of two at the same moment may have made it since.
    if (rows.length === 0) return (await madeBefore(trx, clinicId, offerId, offer)) ?? { ok: false, why: 'known' }
    await sql`insert into price_offer_services select ${clinicId}, ${offerId}, unnest(${[...offer.services]}::uuid[])`.execute(
      trx,
    )
    return { ok: true }
  })

/** What an earlier press of the same form did; `undefined` where there was none. What has ended since is not made again. */
async function madeBefore(
  trx: ClinicTransaction,
  clinicId: string,
  offerId: string,
  { code, words, takes, services, firstDay, lastDay, mostUses }: NewOffer,
): Promise<OfferMade | undefined> {
  const { rows } = await sql<{ code: string; is_same: boolean }>`
    select o.code, o.ended_at is null and o.folded_code = ${foldCode(code)} and o.words = ${words}
      and o.kind = ${takes.kind} and o.off is not distinct from ${takes.off}::integer
      and o.first_day = ${firstDay}::date and o.last_day = ${lastDay}::date and o.most_uses = ${mostUses}
      and array(select s.service_id from price_offer_services s where s.clinic_id = o.clinic_id
        and s.price_offer_id = o.price_offer_id order by 1)
        = array(select unnest(${[...services]}::uuid[]) order by 1) as is_same
    from price_offers o where o.clinic_id = ${clinicId} and o.price_offer_id = ${offerId}`.execute(trx)
  const [row] = rows
  return row && (row.is_same ? { ok: true } : { ok: false, why: 'made', code: row.code })
}

/** Ends it: nobody books with it any more, and visits that were booked with it keep their price. Safe to repeat. */
export const endOffer = (db: Database, clinicId: string, offerId: string): Promise<void> =>
  inClinic(db, clinicId, async (trx) => {
    await sql`update price_offers set ended_at = coalesce(ended_at, now())
      where clinic_id = ${clinicId} and price_offer_id = ${offerId}`.execute(trx)
  })

interface Row {
  readonly offer_id: string
  readonly code: string
  readonly words: string
  readonly kind: string
  readonly off: number | null
  readonly first_day: string
  readonly last_day: string
  readonly most_uses: number
  readonly used: number
  readonly has_ended: boolean
  readonly services: string[]
}

async function readOffers(trx: ClinicTransaction, clinicId: string, offerId: string | null = null) {
  const { rows } = await sql<Row>`
    select o.price_offer_id as offer_id, o.code, o.words, o.kind, o.off, o.first_day, o.last_day, o.most_uses, o.used,
      o.ended_at is not null or o.last_day < current_date as has_ended,
      (select array_agg(s.name order by s.name) from price_offer_services p join services s using (clinic_id, service_id)
        where p.clinic_id = o.clinic_id and p.price_offer_id = o.price_offer_id) as services
    from price_offers o where o.clinic_id = ${clinicId} and (${offerId}::uuid is null or o.price_offer_id = ${offerId}::uuid)
    order by o.created_at desc limit 100`.execute(trx)
  return rows.map(
    (row): Offer => ({
      ...{ offerId: row.offer_id, code: row.code, words: row.words, takes: takesOff(row), services: row.services },
      ...{ firstDay: row.first_day, lastDay: row.last_day, mostUses: row.most_uses, used: row.used },
      hasEnded: row.has_ended,
    }),
  )
}

/** The newest first, a hundred at most. */
export const listOffers = (db: Database, clinicId: string): Promise<readonly Offer[]> =>
  inClinic(db, clinicId, (trx) => readOffers(trx, clinicId))

/** One offer of the transaction's clinic, as it is now. */
export const offerIn = async (trx: ClinicTransaction, clinicId: string, offerId: string): Promise<Offer | undefined> =>
  (await readOffers(trx, clinicId, offerId))[0]

/** The services of a clinic, to choose from, by name. */
export const servicesToOffer = (
  db: Database,
  clinicId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ id: string; name: string }>`select service_id as id, name from services
      where clinic_id = ${clinicId} order by name, service_id limit 200`.execute(trx)
    return rows
  })
