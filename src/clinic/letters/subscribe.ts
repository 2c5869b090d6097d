/**
 * Who wants letters. Somebody asks on the page, is asked once by mail if it was they, and says yes by a button: a program that
 * opens links says nothing. Each act adds to the proof (letter-consents.ts).
 * Never: makes anybody leave (leave-letters.ts), nor sends.
 */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { type SubscriberKey, writeConsent } from './letter-consents.ts'
import { askWords, changeWords, type Topic, topicsOf, yesWords } from './topics.ts'

/** How many may ask from one network address in an hour; and of how many all clinics together ask at once in an hour. [C] */
const mostFromOneAnHour = 5
export const mostAnHour = 200
/**
 * For how many days the link of the question can be said yes to, and a wish without a yes is kept; and for how long "it was not
 * me" is heeded and kept. Pages say them in words: two weeks, three months. [C]
 */
export const linkDays = 14

/** What came of links in mails is counted for so many days back. */
export const daysCounted = 90
export const notMeDays = 90

/** A wish for letters, as it came from the page. */
export interface LetterWish {
  readonly clinicId: string
  /** One address (people/email-address.ts). */
  readonly address: string
  /** At least one. */
  readonly topics: readonly Topic[]
  /** Of the network; not kept, only a keyed hash. Where it is not known, all such count as one. */
  readonly network: string | undefined
}

/** `ok` says nothing of whether a mail goes out: nobody learns from it who gets letters. */
export type Asked = { readonly ok: true } | { readonly ok: false; readonly why: 'tooMany' | 'noClinic' }

/**
 * Writes the wish down, and the mail that asks whether it was they. An address is asked once a day, whichever clinic is
 * named, and not while somebody there has said that it was not they.
 */
export function askForLetters(db: Database, secret: Uint8Array, wish: LetterWish): Promise<Asked> {
  const { clinicId, address, network = '' } = wish
  const hashOf = (text: string) => createHmac('sha256', secret).update(`letters asked ${text}`).digest()
  const asked = { of: hashOf(`of ${address.toLowerCase()}`), by: hashOf(`by ${network}`) }
  return inClinic(db, clinicId, async (trx): Promise<Asked> => {
    const { rows: clinics } =
      await sql`select from clinics where clinic_id = ${clinicId} and opened_at is not null`.execute(trx)
    if (clinics.length === 0) return { ok: false, why: 'noClinic' }
    // One after the other, so that what is counted is all there is.
    await sql`select pg_advisory_xact_lock(hashtext('letter_asks'))`.execute(trx)
    const { byThem, byAll } = await askedLately(trx, asked.by)
    if (byThem >= mostFromOneAnHour) return { ok: false, why: 'tooMany' }
    const { rows: first } = await sql`
      insert into letter_asks (asked_of, asked_by) values (${asked.of}, ${asked.by})
      on conflict (asked_of) do update set asked_by = excluded.asked_by, at = now()
        where letter_asks.at < now() - interval '1 day' returning 1`.execute(trx)
    if (first.length === 0 || (await saidNotMe(trx, address))) return { ok: true }
    await writeQuestion(trx, wish, waitHours(byThem === 0, byAll))
    return { ok: true }
  })
}

/** Hours that a question waits when very many ask: whoever comes from somewhere new is not kept waiting by them. Pure. */
function waitHours(isFirstFromThere: boolean, askedThisHour: number): number {
  if (askedThisHour < mostAnHour || (isFirstFromThere && askedThisHour < mostAnHour * 2)) return 0
  return Math.floor(askedThisHour / mostAnHour)
}

async function askedLately(trx: ClinicTransaction, by: Buffer) {
  const { rows } = await sql<{ by_them: number; by_all: number }>`
    select count(*) filter (where asked_by = ${by})::int as by_them, count(*)::int as by_all
    from letter_asks where at > now() - interval '1 hour'`.execute(trx)
  return { byThem: rows[0]?.by_them ?? 0, byAll: rows[0]?.by_all ?? 0 }
}

async function saidNotMe(trx: ClinicTransaction, address: string): Promise<boolean> {
  const { rows } = await sql`select from mail_stops where purpose = 'was-it-you' and address = lower(${address})
    and stopped_at > now() - make_interval(days => ${notMeDays})`.execute(trx)
  return rows.length > 0
}

async function writeQuestion(trx: ClinicTransaction, wish: LetterWish, hours: number): Promise<void> {
  const { clinicId, address, topics } = wish
  const { rows } = await sql<{ subscriber_id: string }>`
    insert into letter_subscribers (clinic_id, address, asked_topics) values (${clinicId}, ${address}, ${[...topics]}::text[])
    on conflict (clinic_id, folded_address) do update set asked_topics = excluded.asked_topics, asked_at = now(),
      -- Who gets letters keeps the address as they gave it.
      address = case when letter_subscribers.confirmed_at is null then excluded.address else letter_subscribers.address end
    returning subscriber_id`.execute(trx)
  const subscriberId = rows[0]?.subscriber_id ?? ''
  await writeConsent(trx, { clinicId, subscriberId, what: 'asked', topics, shown: askWords.join('\n') })
  await sql`
    insert into letter_mails (clinic_id, kind, subscriber_id, address, due_at, next_try_at, useless_after)
    select clinic_id, 'was-it-you', subscriber_id, address, now() + make_interval(hours => ${hours}),
      now() + make_interval(hours => ${hours}), now() + interval '2 days'
    from letter_subscribers where clinic_id = ${clinicId} and subscriber_id = ${subscriberId}`.execute(trx)
}

/** How somebody stands with the letters of a clinic. */
export interface Subscriber extends SubscriberKey {
  readonly clinicName: string
  readonly address: string
  readonly topics: readonly Topic[]
  readonly askedTopics: readonly Topic[]
  /** `asked`: nobody has said yes. `getting`: letters come. `left`: they came once. */
  readonly standing: 'asked' | 'getting' | 'left'
  /** The question that was mailed can still be said yes to: not when it is old, and not when they have left or refused since. */
  readonly canSayYes: boolean
  /** They answered that question: it was not me. */
  readonly isRefused: boolean
  /** An address where letters do not arrive. */
  readonly isBounced: boolean
}

/** Is this nobody's link but that of a letter which staff sent themselves as a test? */
export const isTestLetter = (db: Database, { clinicId, subscriberId }: SubscriberKey): Promise<boolean> =>
  inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql`select from letter_mails
      where clinic_id = ${clinicId} and letter_mail_id = ${subscriberId} and kind = 'test'`.execute(trx)
    return rows.length > 0
  })

/** `undefined` for nobody. Changes nothing. */
export const findSubscriber = (db: Database, key: SubscriberKey): Promise<Subscriber | undefined> =>
  inClinic(db, key.clinicId, (trx) => readSubscriber(trx, key))

/** Of a subscriber `s`: they answered the question that it was not they. */
const isRefused = sql<boolean>`exists (select from mail_stops m where m.clinic_id = s.clinic_id and m.purpose = 'was-it-you'
  and m.address = s.folded_address and m.stopped_at >= s.asked_at)`

/** Of a subscriber `s`: the question that was mailed can still be said yes to. */
export const canSayYes = sql<boolean>`(s.asked_at > now() - make_interval(days => ${linkDays})
  and (s.left_at is null or s.asked_at > s.left_at) and not ${isRefused})`

async function readSubscriber(
  trx: ClinicTransaction,
  key: SubscriberKey,
  lock = false,
): Promise<Subscriber | undefined> {
  const { rows } = await sql<{
    name: string
    address: string
    topics: string[]
    asked_topics: string[]
    confirmed: boolean
    is_left: boolean
    can_say_yes: boolean
    is_refused: boolean
    bounced: boolean
  }>`
    select c.name, s.address, s.topics, s.asked_topics, s.confirmed_at is not null as confirmed, s.left_at is not null as is_left,
      ${canSayYes} as can_say_yes, ${isRefused} as is_refused,
      exists (select from mail_stops m where m.clinic_id = s.clinic_id and m.purpose = 'letters'
        and m.address = s.folded_address) as bounced
    from letter_subscribers s join clinics c on c.clinic_id = s.clinic_id
    where s.clinic_id = ${key.clinicId} and s.subscriber_id = ${key.subscriberId}
    ${lock ? sql`for update of s` : sql``}`.execute(trx)
  const [row] = rows
  return (
    row && {
      ...key,
      clinicName: row.name,
      address: row.address,
      topics: topicsOf(row.topics),
      askedTopics: topicsOf(row.asked_topics),
      standing: row.is_left ? 'left' : row.confirmed ? 'getting' : 'asked',
      canSayYes: row.can_say_yes,
      isRefused: row.is_refused,
      isBounced: row.bounced,
    }
  )
}

/** `tooOld`: the question was mailed too long ago, or they have left or refused since. `nobody`: there is no such wish any more. */
export type Changed = { readonly ok: true } | { readonly ok: false; readonly why: 'nobody' | 'tooOld' }

/** Does something to a subscriber whose row is locked for it: one act after the other. `nobody` where there is none. */
export const changeSubscriber = (
  db: Database,
  key: SubscriberKey,
  work: (trx: ClinicTransaction, found: Subscriber) => Promise<Changed>,
): Promise<Changed> =>
  inClinic(db, key.clinicId, async (trx) => {
    const found = await readSubscriber(trx, key, true)
    return found ? work(trx, found) : { ok: false, why: 'nobody' }
  })

const isSame = (one: readonly Topic[], other: readonly Topic[]) => one.join() === other.join()

/**
 * They say yes, to these topics. Said twice it is one yes. Whatever stopped letters to the address before is over.
 * @param chosen at least one
 */
export const sayYes = (db: Database, key: SubscriberKey, chosen: readonly Topic[]): Promise<Changed> =>
  changeSubscriber(db, key, async (trx, found) => {
    if (found.standing === 'getting' && isSame(found.topics, chosen)) return { ok: true }
    if (!found.canSayYes) return { ok: false, why: 'tooOld' }
    await sql`update letter_subscribers set topics = ${[...chosen]}::text[], confirmed_at = now(), left_at = null
      where clinic_id = ${key.clinicId} and subscriber_id = ${key.subscriberId}`.execute(trx)
    await sql`delete from mail_stops where purpose in ('letters', 'was-it-you') and address = lower(${found.address})`.execute(
      trx,
    )
    const shown = yesWords(found.clinicName).join('\n')
    await writeConsent(trx, { ...key, what: 'confirmed', topics: chosen, shown })
    return { ok: true }
  })

/** Letters about these topics from now on. @param chosen at least one */
export const chooseTopics = (db: Database, key: SubscriberKey, chosen: readonly Topic[]): Promise<Changed> =>
  changeSubscriber(db, key, async (trx, found) => {
    if (found.standing === 'asked') return { ok: false, why: 'nobody' }
    if (found.standing === 'getting' && isSame(found.topics, chosen)) return { ok: true }
    // Coming back is a yes of its own, later than whatever leaving is written down.
    await sql`update letter_subscribers set topics = ${[...chosen]}::text[], left_at = null,
        confirmed_at = case when left_at is null then confirmed_at else now() end
      where clinic_id = ${key.clinicId} and subscriber_id = ${key.subscriberId}`.execute(trx)
    await writeConsent(trx, { ...key, what: 'changed', topics: chosen, shown: changeWords.join('\n') })
    return { ok: true }
  })
