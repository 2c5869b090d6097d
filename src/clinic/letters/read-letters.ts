/**
 * Letters with all that staff see of them: the words, the offer, the guide's pages, and how many mails are where.
 * Never: changes one (that is write-letters.ts), or says who a reader is.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { type Piece, piecesOf } from './guide-pages.ts'
import type { OfferWords } from './offer-words.ts'
import { type Topic, topicsOf } from './topics.ts'

/** Where a letter is on its way. `stopped`: it ran, and what has not gone waits. */
export type LetterState = 'draft' | 'scheduled' | 'running' | 'stopped' | 'finished'

/** How many readers' letters are where. */
export interface LetterCounts {
  readonly readers: number
  readonly waiting: number
  readonly handedOver: number
  readonly bounced: number
  /** No way was found within the days that are tried. */
  readonly givenUp: number
  /** Not wanted any more when it was their turn. */
  readonly dropped: number
  /** Of those handed over or waiting: the server was stopped in the middle, so it may have come twice. */
  readonly inDoubt: number
  /** Left the letters since it began. */
  readonly left: number
}

/** A letter with all that staff see of it. Moments are milliseconds since 1970. */
export interface StaffLetter {
  readonly letterId: string
  readonly state: LetterState
  readonly version: number
  readonly subject: string
  readonly opening: string
  readonly topic: Topic
  readonly offerId: string | null
  /** What it says of its offer, as it goes out. */
  readonly offer: OfferWords | null
  readonly pages: readonly string[]
  /** As they go out: kept since a time was set, or as the guide is now. */
  readonly pieces: readonly Piece[]
  readonly sendAt: number | null
  readonly perMinute: number
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly changedAt: number
  readonly counts: LetterCounts
}

/**
 * For how long after its time a letter still begins, in hours: a night without a server. Later, what it says may be over, so it
 * waits until somebody has looked at it. [C]
 */
export const beginsWithinHours = 24

/** Could it not begin when it should have, and does not any more by itself? @param now milliseconds since 1970 */
export const missedItsTime = ({ state, sendAt }: Pick<StaffLetter, 'state' | 'sendAt'>, now: number): boolean =>
  state === 'scheduled' && sendAt !== null && now > sendAt + beginsWithinHours * 3_600_000

/** One letter; `undefined` where the clinic has none of that id. */
export const findLetter = (db: Database, clinicId: string, letterId: string): Promise<StaffLetter | undefined> =>
  inClinic(db, clinicId, async (trx) => (await readLetters(trx, clinicId, letterId))[0])

/** The newest first, a hundred at most. */
export const listLetters = (db: Database, clinicId: string): Promise<readonly StaffLetter[]> =>
  inClinic(db, clinicId, (trx) => readLetters(trx, clinicId))

interface LetterRow {
  readonly letter_id: string
  readonly state: LetterState
  readonly version: number
  readonly subject: string
  readonly opening: string
  readonly topic: string
  readonly price_offer_id: string | null
  readonly offer_words: OfferWords | null
  readonly pages: string[]
  readonly pieces: Piece[] | null
  readonly send_at: Date | null
  readonly per_minute: number
  readonly started_at: Date | null
  readonly finished_at: Date | null
  readonly changed_at: Date
  readonly counts: LetterCounts
}

/** All letters of a clinic, or the one of this id, with how many of each are where. */
export async function readLetters(
  trx: ClinicTransaction,
  clinicId: string,
  letterId: string | null = null,
): Promise<readonly StaffLetter[]> {
  const { rows } = await sql<LetterRow>`
    select l.letter_id, l.state, l.version, l.subject, l.opening, l.topic, l.price_offer_id, l.offer_words, l.pages, l.pieces, l.send_at, l.per_minute,
      l.started_at, l.finished_at, l.changed_at,
      (select json_build_object('readers', count(*),
          'waiting', count(*) filter (where m.state in ('queued', 'sending')),
          'handedOver', count(*) filter (where m.state = 'handed-over'),
          'bounced', count(*) filter (where m.state = 'bounced'),
          'givenUp', count(*) filter (where m.state = 'given-up'),
          'dropped', count(*) filter (where m.state = 'dropped'),
          'inDoubt', count(*) filter (where m.in_doubt and m.state in ('handed-over', 'queued', 'sending')),
          'left', count(*) filter (where s.left_at >= l.started_at))
        from letter_mails m left join letter_subscribers s on s.clinic_id = m.clinic_id and s.subscriber_id = m.subscriber_id
        where m.clinic_id = l.clinic_id and m.letter_id = l.letter_id and m.kind = 'letter') as counts
    from letters l where l.clinic_id = ${clinicId} and (${letterId}::uuid is null or l.letter_id = ${letterId}::uuid)
    order by l.created_at desc limit 100`.execute(trx)
  return rows.map(toLetter)
}

const toLetter = (row: LetterRow): StaffLetter => ({
  letterId: row.letter_id,
  state: row.state,
  version: row.version,
  subject: row.subject,
  opening: row.opening,
  // The column's own check allows the topics alone.
  topic: topicsOf([row.topic])[0] ?? 'keep-away',
  offerId: row.price_offer_id,
  offer: row.offer_words,
  pages: row.pages,
  pieces: row.pieces ?? piecesOf(row.pages),
  sendAt: row.send_at?.getTime() ?? null,
  perMinute: row.per_minute,
  startedAt: row.started_at?.getTime() ?? null,
  finishedAt: row.finished_at?.getTime() ?? null,
  changedAt: row.changed_at.getTime(),
  counts: row.counts,
})
