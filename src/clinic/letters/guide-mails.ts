/**
 * Printed guides that somebody wants by mail: written once, sealed, bounded, and stopped by whoever did not ask. No clinic has
 * part in it, and no letter follows from it. Never: keeps the address, or which guide it was, once the mail has gone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { type BookletName, bookletNames } from '../../care/booklets/types.ts'
import type { Database } from '../db/connection.ts'
import type { DB } from '../db/schema.ts'
import { seal, unseal } from '../people/seal.ts'
import { senderHash } from '../people/sender-hash.ts'

/** How many guides go to one address in a day, from one network in an hour, and from here in an hour. [C] */
export const mostOfAddress = 5
export const mostOfNetwork = 10
const mostAnHour = 500
/** For so many hours the same guide does not go to the same address again: a second press is the first. */
const sameAgainHours = 1
/** A mail that could not be handed over for so many days is given up; its keyed hashes stay for so many. */
const givenUpDays = 2
const keptDays = 7
/** For so many days no guide goes where somebody said that it was not they, and where mail came back from. */
const notMeDays = 90
const bouncedDays = 30

/** A wish, as it came from the page. */
export interface GuideWish {
  readonly guide: BookletName
  /** One address (people/email-address.ts). */
  readonly address: string
  /** Of the network; not kept, only a keyed hash. */
  readonly network: string | undefined
}

/**
 * `ok` says nothing of whether a mail goes out: nobody learns from it who asked for a guide, or who wants none.
 * `tooMany`: this network. `full`: all together.
 */
export type GuideAsked = { readonly ok: true } | { readonly ok: false; readonly why: 'tooMany' | 'full' }

/** The keyed hash by which an address is known here. */
export const guideAddressHash = (secret: Uint8Array, address: string): Buffer =>
  createHmac('sha256', secret).update(`guide mail to ${address.toLowerCase()}`).digest()

/** Writes it down for the sender, once however often it is pressed. */
export async function askForGuide(db: Database, secret: Uint8Array, wish: GuideWish): Promise<GuideAsked> {
  const { guide, address, network } = wish
  const by = senderHash(secret, network)
  // What is too much is said without waiting for one's turn, so that a flood does not queue up.
  const flooded = await whyTooMuch(db, by)
  if (flooded) return { ok: false, why: flooded }
  const of = guideAddressHash(secret, address)
  const what = createHmac('sha256', secret).update(`guide mail ${guide} to ${address.toLowerCase()}`).digest()
  return db.transaction().execute(async (trx): Promise<GuideAsked> => {
    // One after the other, so that what is counted is all there is.
    await sql`select pg_advisory_xact_lock(hashtext('guide_mails'))`.execute(trx)
    const why = await whyTooMuch(trx, by)
    if (why) return { ok: false, why }
    if (await mayGo(trx, of, what)) await write(trx, secret, { guide, address, of, what, by })
    return { ok: true }
  })
}

async function whyTooMuch(db: Database | Transaction<DB>, by: Buffer): Promise<'tooMany' | 'full' | undefined> {
  const { rows } = await sql<{ by_them: number; by_all: number }>`
    select count(*) filter (where asked_by = ${by})::int as by_them, count(*)::int as by_all
    from guide_mails where asked_at > now() - interval '1 hour'`.execute(db)
  const { by_them = 0, by_all = 0 } = rows[0] ?? {}
  if (by_them >= mostOfNetwork) return 'tooMany'
  return by_all >= mostAnHour ? 'full' : undefined
}

async function mayGo(trx: Transaction<DB>, of: Buffer, what: Buffer): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select not exists (select from guide_mail_stops where asked_of = ${of} and until > now())
      and not exists (select from guide_mails where asked_of = ${of} and asked_what = ${what}
        and asked_at > now() - make_interval(hours => ${sameAgainHours}))
      and (select count(*) from guide_mails where asked_of = ${of} and asked_at > now() - interval '1 day')
        < ${mostOfAddress} as may`.execute(trx)
  return rows[0]?.may ?? false
}

interface Written extends Pick<GuideWish, 'guide' | 'address'> {
  readonly of: Buffer
  readonly what: Buffer
  readonly by: Buffer
}

async function write(trx: Transaction<DB>, secret: Uint8Array, { guide, address, of, what, by }: Written) {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
  const id = rows[0]?.id ?? ''
  const sealed = seal(secret, sealOf(id), JSON.stringify({ guide, address }))
  await sql`insert into guide_mails (guide_mail_id, asked_of, asked_what, asked_by, sealed)
    values (${id}, ${of}, ${what}, ${by}, ${sealed})`.execute(trx)
}

const sealOf = (guideMailId: string) => ({ kind: 'guide-mail', clinicId: '', appointmentId: guideMailId }) as const

/** What was sealed; `undefined` where it was sealed with another secret, or says what is no wish. */
export function openGuideWish(
  secret: Uint8Array,
  guideMailId: string,
  sealed: Uint8Array,
): Pick<GuideWish, 'guide' | 'address'> | undefined {
  const text = unseal(secret, sealOf(guideMailId), sealed)
  if (text === undefined) return undefined
  const read: unknown = JSON.parse(text)
  if (typeof read !== 'object' || read === null || !('guide' in read) || !('address' in read)) return undefined
  const guide = bookletNames.find((name) => name === read.guide)
  return guide && typeof read.address === 'string' ? { guide, address: read.address } : undefined
}

/** No guide goes there for a while. What waits for it goes nowhere. */
export async function stopGuides(db: Database, asked: Uint8Array, why: 'not-me' | 'bounced'): Promise<void> {
  const days = why === 'not-me' ? notMeDays : bouncedDays
  const of = Buffer.from(asked)
  await sql`insert into guide_mail_stops (asked_of, why, until)
    values (${of}, ${why}, now() + make_interval(days => ${days}))
    on conflict (asked_of) do update set until = greatest(guide_mail_stops.until, excluded.until),
      why = case when guide_mail_stops.why = 'not-me' then 'not-me' else excluded.why end`.execute(db)
  await forget(db, sql`asked_of = ${of}`)
}

/** Whether no guide goes there now, whatever the reason. */
export async function areGuidesStopped(db: Database, asked: Uint8Array): Promise<boolean> {
  const { rows } = await sql`select from guide_mail_stops
    where asked_of = ${Buffer.from(asked)} and until > now()`.execute(db)
  return rows.length > 0
}

/**
 * Lets go of all that is known of an address that asked to be forgotten, but for its wish to get no guide.
 * @returns whether there was anything
 */
export async function forgetGuideMails(db: Database, secret: Uint8Array, address: string): Promise<boolean> {
  const { rows } = await sql`delete from guide_mails
    where asked_of = ${guideAddressHash(secret, address)} returning 1`.execute(db)
  return rows.length > 0
}

/** Lets go of what is over: mails that nobody could take, hashes that bound nothing any more, stops that have ended. */
export async function forgetOldGuideMails(db: Database): Promise<void> {
  await forget(db, sql`sealed is not null and asked_at < now() - make_interval(days => ${givenUpDays})`)
  await sql`update guide_mails set asked_what = null
    where asked_what is not null and asked_at < now() - make_interval(hours => ${sameAgainHours})`.execute(db)
  await sql`delete from guide_mails where asked_at < now() - make_interval(days => ${keptDays})`.execute(db)
  await sql`delete from guide_mail_stops where until < now()`.execute(db)
}

const forget = (db: Database, so: RawBuilder<unknown>) =>
  sql`update guide_mails set sealed = null where sealed is not null and ${so}`.execute(db)

const signatureBytes = 16
const sign = (secret: Uint8Array, of: Uint8Array) =>
  createHmac('sha256', secret).update('no guide by mail').update(of).digest().subarray(0, signatureBytes)

/** The private part of the link under which an address stops such mail. It says nothing of the address, and never ends. */
export function noGuidesToken(secret: Uint8Array, address: string): string {
  const of = guideAddressHash(secret, address)
  return Buffer.concat([of, sign(secret, of)]).toString('base64url')
}

/** @returns the keyed hash of the address; `undefined` for what this installation did not make */
export function readNoGuidesToken(secret: Uint8Array, token: string): Uint8Array | undefined {
  if (!/^[\w-]{64}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const of = bytes.subarray(0, -signatureBytes)
  return timingSafeEqual(bytes.subarray(-signatureBytes), sign(secret, of)) ? of : undefined
}
