/**
 * The rows of letters that are due: begun, taken one by one at the letter's own pace, held against what the reader wants now,
 * and their outcome written. The moment is the database's own.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { bounceKind, statusIn } from './bounce-kind.ts'
import { type OfferWords, offerWords } from './offer-words.ts'
import { offerIn } from './offers.ts'
import { type Piece, piecesOf } from './guide-pages.ts'
import { beginsWithinHours } from './read-letters.ts'
import type { LetterSender, LetterWords } from './letter-texts.ts'
import { readSender } from './sender.ts'
import { stopLetters } from './stop-after-bounce.ts'

/** How many that are not wanted any more are dropped in one go. */
const mostDropped = 200
/** For how many days a letter that finds no way is tried. [C] */
export const triedForDays = 3

/**
 * Begins what is due, and not what was due long ago: one row for each reader, and the letter runs, in one transaction. Ends what has no row left to send.
 * @returns whether this clinic has anything to send now or soon
 */
export function openLetters(db: Database, clinicId: string): Promise<boolean> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ letter_id: string }>`
      select letter_id from letters where clinic_id = ${clinicId} and state = 'scheduled' and send_at <= now()
        and send_at > now() - make_interval(hours => ${beginsWithinHours})
      for update skip locked`.execute(trx)
    for (const { letter_id } of rows) await begin(trx, clinicId, letter_id)
    await sql`update letters l set state = 'finished', finished_at = now()
      where l.clinic_id = ${clinicId} and l.state = 'running' and not exists (select from letter_mails m
        where m.clinic_id = l.clinic_id and m.letter_id = l.letter_id and m.kind = 'letter'
        and m.state in ('queued', 'sending'))`.execute(trx)
    const { rows: open } = await sql`select from letter_mails m left join letters l using (clinic_id, letter_id)
      where m.clinic_id = ${clinicId} and m.state in ('queued', 'sending') and m.next_try_at <= now() + interval '1 second'
      and (m.kind <> 'letter' or l.state = 'running') limit 1`.execute(trx)
    return open.length > 0
  })
}

async function begin(trx: ClinicTransaction, clinicId: string, letterId: string): Promise<void> {
  await sql`
    insert into letter_mails (clinic_id, kind, letter_id, subscriber_id, address, useless_after)
    select s.clinic_id, 'letter', l.letter_id, s.subscriber_id, s.address, now() + make_interval(days => ${triedForDays})
    from letters l join letter_subscribers s on s.clinic_id = l.clinic_id and l.topic = any (s.topics)
    where l.clinic_id = ${clinicId} and l.letter_id = ${letterId} and s.confirmed_at is not null and s.left_at is null
      and not exists (select from mail_stops m where m.clinic_id = s.clinic_id and m.purpose = 'letters'
        and m.address = s.folded_address)
    on conflict (clinic_id, letter_id, subscriber_id) do nothing`.execute(trx)
  await sql`update letters set state = 'running', started_at = now(), next_send_at = now()
    where clinic_id = ${clinicId} and letter_id = ${letterId}`.execute(trx)
}

/** A letter, a test or the one question, taken for as long as the lease lasts. */
export interface TakenLetter {
  readonly clinicId: string
  readonly letterMailId: string
  readonly kind: 'was-it-you' | 'letter' | 'test'
  readonly address: string
  /** `null` in a test. */
  readonly subscriberId: string | null
  /** `null` in the question. */
  readonly letter: (LetterWords & { readonly letterId: string }) | null
  readonly sender: LetterSender
  /** Which try this is, from 1. */
  readonly attempt: number
  /** Milliseconds since 1970, by the database's clock. */
  readonly takenAt: number
}

interface TakenRow {
  readonly letter_mail_id: string
  readonly letter_id: string | null
  readonly subscriber_id: string | null
  readonly kind: TakenLetter['kind']
  readonly address: string
  readonly attempts: number
  readonly is_useless: boolean
  readonly taken_at: Date
}

/**
 * Takes the next one, questions and tests before letters; what is not wanted any more is dropped with the reason and the next
 * one taken. Two servers never have one at the same time. One that a dead server had is due again when its lease ends, and is
 * marked: it may arrive twice.
 * @param leaseMs longer than sending one can take
 */
export function takeNextLetter(db: Database, clinicId: string, leaseMs: number): Promise<TakenLetter | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    for (let dropped = 0; dropped < mostDropped; dropped += 1) {
      const row = await takeRow(trx, clinicId, leaseMs)
      if (!row) return undefined
      const why = row.is_useless ? 'It could not be sent in time.' : await whyNotWanted(trx, clinicId, row)
      if (why === undefined) return loadTaken(trx, clinicId, row)
      await sql`update letter_mails set state = ${row.is_useless ? 'given-up' : 'dropped'}, why = ${why}
        where clinic_id = ${clinicId} and letter_mail_id = ${row.letter_mail_id}`.execute(trx)
    }
    return undefined
  })
}

async function takeRow(trx: ClinicTransaction, clinicId: string, leaseMs: number): Promise<TakenRow | undefined> {
  const { rows } = await sql<TakenRow>`
    with due as materialized (
      select m.clinic_id, m.letter_mail_id from letter_mails m
      where m.clinic_id = ${clinicId} and m.state in ('queued', 'sending') and m.next_try_at <= now()
        and (m.kind <> 'letter' or exists (select from letters l where l.clinic_id = m.clinic_id
          and l.letter_id = m.letter_id and l.state = 'running' and l.next_send_at <= now()))
      order by (m.kind = 'letter'), m.next_try_at, m.letter_mail_id limit 1 for update of m skip locked
    )
    update letter_mails m set state = 'sending', attempts = m.attempts + 1, in_doubt = m.in_doubt or m.state = 'sending',
      next_try_at = now() + make_interval(secs => ${leaseMs / 1000})
    from due where m.clinic_id = due.clinic_id and m.letter_mail_id = due.letter_mail_id
    returning m.letter_mail_id, m.letter_id, m.subscriber_id, m.kind, m.address, m.attempts,
      m.useless_after <= now() as is_useless, now() as taken_at`.execute(trx)
  return rows[0]
}

/** Why a letter is not wanted now that was wanted when it was written, in words for staff. */
async function whyNotWanted(trx: ClinicTransaction, clinicId: string, row: TakenRow): Promise<string | undefined> {
  if (row.kind !== 'letter') return undefined
  const { rows } = await sql<{ getting: boolean; topic: boolean; stopped: boolean; paused: boolean }>`
    select s.left_at is null and s.confirmed_at is not null as getting, l.topic = any (s.topics) as topic,
      exists (select from mail_stops t where t.clinic_id = s.clinic_id and t.purpose = 'letters'
        and t.address = s.folded_address) as stopped,
      exists (select from letter_pauses p where p.clinic_id = s.clinic_id and p.address = s.folded_address
        and p.until > now()) as paused
    from letter_subscribers s join letters l on l.clinic_id = s.clinic_id and l.letter_id = ${row.letter_id}
    where s.clinic_id = ${clinicId} and s.subscriber_id = ${row.subscriber_id}`.execute(trx)
  const [now] = rows
  if (!now?.getting) return 'They left the letters before this was sent.'
  if (!now.topic) return 'They want no letters about this any more.'
  if (now.stopped) return 'Letters do not arrive at this address.'
  return now.paused ? 'They get no letters this week.' : undefined
}

interface LoadedRow {
  readonly subject: string
  readonly opening: string
  readonly pages: string[]
  readonly pieces: Piece[] | null
  readonly price_offer_id: string | null
  readonly offer_words: OfferWords | null
}

async function loadTaken(trx: ClinicTransaction, clinicId: string, row: TakenRow): Promise<TakenLetter> {
  const { letter_id: letterId } = row
  if (row.kind === 'letter')
    await sql`update letters set next_send_at = now() + make_interval(secs => 60.0 / per_minute)
      where clinic_id = ${clinicId} and letter_id = ${letterId}`.execute(trx)
  const { rows } = await sql<LoadedRow>`select subject, opening, pages, pieces, price_offer_id, offer_words from letters
    where clinic_id = ${clinicId} and letter_id = ${letterId}`.execute(trx)
  const [found] = rows
  // A test of a draft: as it is now.
  const offer = found?.price_offer_id ? await offerIn(trx, clinicId, found.price_offer_id) : undefined
  return {
    clinicId,
    letterMailId: row.letter_mail_id,
    kind: row.kind,
    address: row.address,
    subscriberId: row.subscriber_id,
    letter:
      letterId === null || !found
        ? null
        : {
            letterId,
            subject: found.subject,
            opening: found.opening,
            pieces: found.pieces ?? piecesOf(found.pages),
            offer: found.offer_words ?? (offer ? offerWords(offer) : null),
          },
    sender: await readSender(trx, clinicId),
    attempt: row.attempts,
    takenAt: row.taken_at.getTime(),
  }
}

/** What became of a try. `failed`: to be tried again after a wait, or given up where its days are over. */
export type LetterOutcome =
  | { readonly what: 'handed-over'; readonly why?: string }
  | { readonly what: 'bounced'; readonly why: string }
  | { readonly what: 'failed'; readonly why: string; readonly waitMs: number; readonly inDoubt: boolean }

/** Writes it; a refusal that says the address is dead stops further letters to it. */
export function writeLetterOutcome(
  db: Database,
  taken: Pick<TakenLetter, 'clinicId' | 'letterMailId' | 'attempt' | 'address'>,
  outcome: LetterOutcome,
): Promise<void> {
  const { clinicId, letterMailId, attempt, address } = taken
  return inClinic(db, clinicId, async (trx) => {
    const own = sql`clinic_id = ${clinicId} and letter_mail_id = ${letterMailId}`
    if (outcome.what === 'handed-over') {
      await sql`update letter_mails set state = 'handed-over', handed_over_at = now(), why = ${outcome.why ?? null}
        where ${own} and state in ('queued', 'sending')`.execute(trx)
      return
    }
    const why = outcome.why.slice(0, 500)
    if (outcome.what === 'failed') {
      const next = sql`now() + make_interval(secs => ${outcome.waitMs / 1000})`
      await sql`update letter_mails set next_try_at = ${next}, why = ${why}, in_doubt = in_doubt or ${outcome.inDoubt},
        state = case when ${next} >= useless_after then 'given-up' else 'queued' end
        where ${own} and state = 'sending' and attempts = ${attempt}`.execute(trx)
      return
    }
    await sql`update letter_mails set state = 'bounced', why = ${why}
      where ${own} and state = 'sending' and attempts = ${attempt}`.execute(trx)
    if (bounceKind(statusIn(why), why, false) === 'hard') await stopLetters(trx, clinicId, address, why)
  })
}
