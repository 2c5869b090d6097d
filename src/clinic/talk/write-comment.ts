/** Comments of readers: written once, changed and erased by a private link. None shows before staff have read it. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic, readElsewhere } from '../db/connection.ts'
import { type HideReason, isHideReason } from '../directory/ratings.ts'
import { queueTalkMail, readdressTalkMail } from '../mail/talk-mail-rows.ts'
import { senderHash } from '../people/sender-hash.ts'
import { isCrowded, makeRoom } from './set-aside.ts'
import { keyOfWords, ofOneForm } from './of-one-form.ts'

/** Longest comment and name, in characters; most links in one. */
export const longestComment = 2000
export const longestName = 40
export const mostLinks = 2
/** How many comments one network and one email address may send in a day to all clinics. [C] */
const mostOfNetwork = 5
const mostOfAddress = 5
/** How often one may be changed. [C] */
const mostEdits = 20
/** How many alerts of danger a clinic is mailed in an hour: the banner in its pages stands for each all the same. [C] */
const mostAlerts = 10

/** What is written, parsed. */
export interface WrittenComment {
  readonly clinicId: string
  /** One key for one pressing of the button, however often it arrives. */
  readonly writeKey: string
  /** The page of the guide, as in its address. */
  readonly page: string
  readonly words: string
  readonly name: string | undefined
  readonly email: string | undefined
  /** Of the network; not kept. */
  readonly address: string | undefined
  /** Words of it may tell of danger. */
  readonly isDanger: boolean
  /** Where else comments are read: what the same network or address sent there counts too. */
  readonly alsoAt?: readonly string[]
}

/**
 * `tooMany`: this address or network has sent as many as may be. `full`: as many wait as can be read, and another is just being
 * written, or all of them may tell of danger.
 */
export type CommentOutcome =
  | { readonly ok: true; readonly commentId: string }
  | { readonly ok: false; readonly why: 'tooMany' | 'full' }

/** Writes it and its mails. However often the same words come under one key for a page, there is one. */
export function writeComment(db: Database, secret: Uint8Array, written: WrittenComment): Promise<CommentOutcome> {
  const { clinicId, page, words, name, email, isDanger, alsoAt = [] } = written
  const from = senderHash(secret, written.address)
  const sender = { clinicId, alsoAt, email, from }
  return inClinic(db, clinicId, async (trx): Promise<CommentOutcome> => {
    // Said without waiting for one's turn, so that a flood does not queue up.
    if ((await earlier(trx, written)) === undefined && (await hasSentMost(trx, sender))) return tooMany
    if (!(await takeTurn(trx, clinicId))) return { ok: false, why: 'full' }
    const before = await earlier(trx, written)
    if (before !== undefined) return heardAgain(trx, before, written)
    // And one at a time for a network and for an address, whichever clinic each goes to.
    for (const one of [from.toString('hex'), ...(email === undefined ? [] : [email.toLowerCase()])])
      await sql`select pg_advisory_xact_lock(hashtextextended(${`comment from ${one}`}, 0))`.execute(trx)
    if (await hasSentMost(trx, sender)) return tooMany
    const room = await makeRoom(trx, isDanger)
    if (room === 'none') return { ok: false, why: 'full' }
    const { comment_id: commentId } = await trx
      .insertInto('comments')
      .values({
        ...{ clinic_id: clinicId, page, words, shown_name: name ?? null, email: email ?? null },
        write_key: keyOf(written),
        ...{ written_from: from, danger_heard_at: isDanger ? sql<Date>`now()` : null },
        set_aside_at: room === 'aside' ? sql<Date>`now()` : null,
      })
      .returning('comment_id')
      .executeTakeFirstOrThrow()
    if (email !== undefined) await queueTalkMail(trx, { clinicId, commentId, kind: 'comment', address: email })
    if (isDanger) await alertClinic(trx, clinicId, commentId)
    return { ok: true, commentId }
  })
}

/**
 * One at a time for a clinic, so that the bounds hold. In a flood nobody waits for their turn: what queues up would keep the
 * connections that everything else needs.
 */
async function takeTurn(trx: ClinicTransaction, clinicId: string): Promise<boolean> {
  const key = sql`hashtextextended(${`comment ${clinicId}`}, 0)`
  if (await isCrowded(trx)) {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${key}) as got`.execute(trx)
    return rows[0]?.got === true
  }
  await sql`select pg_advisory_xact_lock(${key})`.execute(trx)
  return true
}

/** One key for these words of this form on this page. */
const keyOf = ({ writeKey, page, words }: PressedComment) => keyOfWords(`${writeKey} ${page}`, words)

/** The clinic of these that has a comment of this form already: what is sent from it again goes to the same. */
export async function clinicThatHasComment(
  db: Database,
  clinicIds: readonly string[],
  press: PressedComment,
): Promise<string | undefined> {
  for (const clinicId of clinicIds) {
    const had = await inClinic(db, clinicId, (trx) =>
      trx
        .selectFrom('comments')
        .select('comment_id')
        .where(ofOneForm('write_key', keyOf(press)))
        .limit(1)
        .executeTakeFirst(),
    )
    if (had) return clinicId
  }
  return undefined
}

/** What makes two arrivals the same press. */
type PressedComment = Pick<WrittenComment, 'writeKey' | 'page' | 'words'>

/** The comment that this pressing of the button has written already. */
async function earlier(trx: ClinicTransaction, written: PressedComment): Promise<string | undefined> {
  const row = await trx
    .selectFrom('comments')
    .select('comment_id')
    .where('write_key', '=', keyOf(written))
    .executeTakeFirst()
  return row?.comment_id
}

/**
 * The same words of the same pressing under another name, as after Back: it bears that name from now on, and waits to be read
 * again. Another address is where its link goes.
 */
async function heardAgain(
  trx: ClinicTransaction,
  commentId: string,
  { clinicId, name, email }: WrittenComment,
): Promise<CommentOutcome> {
  const now = sql<Date>`now()`
  await trx
    .updateTable('comments')
    .set((eb) => ({
      ...{ shown_name: name ?? null, edited_at: now, edits: eb('edits', '+', 1) },
      ...{ state: 'waiting', kept_why: null, state_at: now },
    }))
    .where('comment_id', '=', commentId)
    .where('state', '<>', 'erased')
    .where('shown_name', 'is distinct from', name ?? null)
    .where('edits', '<', mostEdits)
    .execute()
  const { rows } = await sql`
    select from comments where clinic_id = clinic.current_clinic() and comment_id = ${commentId} and state <> 'erased'
      and lower(email) is distinct from lower(${email ?? null}::text)`.execute(trx)
  if (rows.length === 0 || email === undefined) return { ok: true, commentId }
  if (await readdressTalkMail(trx, { clinicId, commentId, kind: 'comment', address: email }))
    await trx.updateTable('comments').set({ email }).where('comment_id', '=', commentId).execute()
  return { ok: true, commentId }
}

interface Sender {
  readonly clinicId: string
  readonly alsoAt: readonly string[]
  readonly email: string | undefined
  readonly from: Buffer
}

const tooMany = { ok: false, why: 'tooMany' } as const

async function hasSentMost(trx: ClinicTransaction, sender: Sender): Promise<boolean> {
  const { clinicId, alsoAt } = sender
  const here = await sentHere(trx, sender)
  if (isTooMany([here])) return true
  const elsewhere = await readElsewhere(trx, clinicId, alsoAt, (there) => sentHere(there, sender))
  return isTooMany([here, ...elsewhere])
}

/** What one sender has sent to a clinic within a day: from this address of theirs, and from this network. */
interface Sent {
  readonly own: number
  readonly near: number
}

const isTooMany = (sent: readonly Sent[]): boolean =>
  sent.reduce((sum, { own }) => sum + own, 0) >= mostOfAddress ||
  sent.reduce((sum, { near }) => sum + near, 0) >= mostOfNetwork

/** Each count ends where the bound is reached, so that a flood does not make the next one slower. */
async function sentHere(trx: ClinicTransaction, { email, from }: Sender): Promise<Sent> {
  const { rows } = await sql<Sent>`
    select (select count(*)::int from (select from comments where clinic_id = clinic.current_clinic()
        and lower(email) = lower(${email ?? null}::text) and written_at > now() - interval '1 day'
        limit ${mostOfAddress}) o) as own,
      (select count(*)::int from (select from comments where clinic_id = clinic.current_clinic()
        and written_from = ${from} and written_at > now() - interval '1 day' limit ${mostOfNetwork}) n) as near`.execute(
    trx,
  )
  return rows[0] ?? { own: 0, near: 0 }
}

async function alertClinic(trx: ClinicTransaction, clinicId: string, commentId: string): Promise<void> {
  const { rows } = await sql<{ email: string; lately: number }>`
    select c.email, (select count(*)::int from mails m where m.clinic_id = c.clinic_id and m.kind = 'comment-alert'
      and m.created_at > now() - interval '1 hour') as lately
    from clinics c where c.clinic_id = ${clinicId}`.execute(trx)
  const [clinic] = rows
  if (clinic && clinic.lately < mostAlerts)
    await queueTalkMail(trx, { clinicId, commentId, kind: 'comment-alert', address: clinic.email })
}

/** What a private link of a comment opens. */
export interface CommentKey {
  readonly clinicId: string
  readonly commentId: string
}

/** A comment as its private link shows it. */
export interface OwnComment {
  readonly state: 'waiting' | 'shown' | 'kept-back' | 'erased'
  readonly page: string
  readonly words: string
  readonly name: string | undefined
  readonly keptWhy: HideReason | undefined
  readonly clinic: { readonly name: string; readonly phone: string }
  /** Others that were sent from the same form and are not erased, the first first. */
  readonly alsoSent: readonly { readonly commentId: string; readonly words: string }[]
}

/** @returns `undefined` where there is none */
export function findOwnComment(db: Database, { clinicId, commentId }: CommentKey): Promise<OwnComment | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('comments as m')
      .innerJoin('clinics as c', 'c.clinic_id', 'm.clinic_id')
      .select(['m.state', 'm.page', 'm.words', 'm.shown_name', 'm.kept_why', 'm.write_key', 'c.name', 'c.phone'])
      .where('m.comment_id', '=', commentId)
      .executeTakeFirst()
    const also = row
      ? await trx
          .selectFrom('comments')
          .select(['comment_id', 'words'])
          .where(ofOneForm('write_key', sql`${row.write_key}`))
          .where('comment_id', '<>', commentId)
          .where('state', '<>', 'erased')
          .orderBy('written_at')
          .execute()
      : []
    return (
      row && {
        // The column's own check allows these.
        state: row.state as OwnComment['state'],
        keptWhy: row.kept_why !== null && isHideReason(row.kept_why) ? row.kept_why : undefined,
        page: row.page,
        words: row.words ?? '',
        name: row.shown_name ?? undefined,
        clinic: { name: row.name, phone: row.phone },
        alsoSent: also.map(({ comment_id, words }) => ({ commentId: comment_id, words: words ?? '' })),
      }
    )
  })
}

/** `tooOften`: it has been changed as often as may be. `gone`: it was erased. */
export type CommentEdit = { readonly ok: true } | { readonly ok: false; readonly why: 'tooOften' | 'gone' }

/** Changes it: it waits to be read again, whatever stood before. The same words again change nothing. */
export function editOwnComment(
  db: Database,
  { clinicId, commentId }: CommentKey,
  { words, name, isDanger }: Pick<WrittenComment, 'words' | 'name' | 'isDanger'>,
): Promise<CommentEdit> {
  return inClinic(db, clinicId, async (trx): Promise<CommentEdit> => {
    const row = await trx
      .selectFrom('comments')
      .select(['state', 'words', 'shown_name', 'edits'])
      .where('comment_id', '=', commentId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.state === 'erased') return { ok: false, why: 'gone' }
    if (row.words === words && row.shown_name === (name ?? null)) return { ok: true }
    if (row.edits >= mostEdits) return { ok: false, why: 'tooOften' }
    const now = sql<Date>`now()`
    await trx
      .updateTable('comments')
      .set({
        ...{ words, shown_name: name ?? null, edited_at: now, edits: row.edits + 1 },
        ...{ state: 'waiting', kept_why: null, state_at: now },
        ...(isDanger && { danger_heard_at: now, danger_seen_at: null }),
      })
      .where('comment_id', '=', commentId)
      .execute()
    if (isDanger) await alertClinic(trx, clinicId, commentId)
    return { ok: true }
  })
}

/** Erases words, name and address. That there was a comment, and what was done with it, stays. */
export function eraseOwnComment(db: Database, { clinicId, commentId }: CommentKey): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    await trx
      .updateTable('comments')
      .set({ state: 'erased', words: null, shown_name: null, email: null, kept_why: null, state_at: sql<Date>`now()` })
      .where('comment_id', '=', commentId)
      .where('state', '<>', 'erased')
      .execute()
    // Their rows hold the address.
    await trx.deleteFrom('mails').where('comment_id', '=', commentId).execute()
  })
}
