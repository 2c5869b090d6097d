/**
 * The staff's side of letters: written, looked at, tested, given a time, taken back, stopped. Every act is written down with
 * its member. Each may be pressed twice: the second press finds that it is so already.
 */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import type { Member } from '../people/members.ts'
import { triedForDays } from './due-letters.ts'
import { offerWords } from './offer-words.ts'
import { offerIn } from './offers.ts'
import { piecesOf } from './guide-pages.ts'
import { goneFrom, type LetterDraft } from './letter-form.ts'
import { readLetters, type StaffLetter } from './read-letters.ts'

type Who = Pick<Member, 'clinicId' | 'memberId'>

/** `version`: somebody else changed it meanwhile. `state`: it is past that. */
export type LetterAct =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: 'noLetter' | 'version' | 'state' | 'noPlace' | 'pageGone' | 'offerGone' | 'tooMany' | 'tooSoon'
    }

/** Readers are promised at most one letter a month about each topic. In days. */
const monthDays = 28
/** The most letters that a clinic may have unsent at a time. */
const mostUnsent = 50

/** Makes a draft. The same id twice makes one. @param letterId from the form that was shown */
export const makeLetter = (db: Database, who: Who, letterId: string, draft: LetterDraft): Promise<LetterAct> =>
  inClinic(db, who.clinicId, async (trx) => {
    const before = await isAsMade(trx, who, letterId, draft)
    if (before.ok || before.why !== 'noLetter') return before
    const { rows: counted } = await sql<{ unsent: number }>`select count(*)::int as unsent from letters
      where clinic_id = ${who.clinicId} and state in ('draft', 'scheduled')`.execute(trx)
    // The other press of two at the same moment may have made it since, and it may be the last one.
    if ((counted[0]?.unsent ?? 0) >= mostUnsent) return orTooMany(await isAsMade(trx, who, letterId, draft))
    const { subject, opening, topic, offerId, pages } = draft
    const { rows } = await sql`
      insert into letters (clinic_id, letter_id, subject, opening, topic, price_offer_id, pages, made_by)
      values (${who.clinicId}, ${letterId}, ${subject}, ${opening}, ${topic}, ${offerId}, ${[...pages]}::text[], ${who.memberId})
      on conflict (clinic_id, letter_id) do nothing returning 1`.execute(trx)
    if (rows.length > 0) {
      await note(trx, who, letterId, 'made')
      return { ok: true }
    }
    return isAsMade(trx, who, letterId, draft)
  })

const orTooMany = (made: LetterAct): LetterAct => (made.ok ? made : { ok: false, why: 'tooMany' })

/** The same press heard again finds its letter as it made it. Anything else is refused, so that no page says it is kept. */
async function isAsMade(
  trx: ClinicTransaction,
  { clinicId }: Who,
  letterId: string,
  draft: LetterDraft,
): Promise<LetterAct> {
  const { rows } = await sql<{ is_draft: boolean; is_same: boolean }>`
    select state = 'draft' as is_draft, subject = ${draft.subject} and opening = ${draft.opening} and topic = ${draft.topic}
      and pages = ${[...draft.pages]}::text[] and price_offer_id is not distinct from ${draft.offerId}::uuid as is_same
    from letters where clinic_id = ${clinicId} and letter_id = ${letterId}`.execute(trx)
  const [row] = rows
  if (!row) return { ok: false, why: 'noLetter' }
  if (row.is_same) return { ok: true }
  return { ok: false, why: row.is_draft ? 'version' : 'state' }
}

/** Keeps changed words. @param version of the letter as it was shown */
export const saveLetter = (
  db: Database,
  who: Who,
  letterId: string,
  version: number,
  draft: LetterDraft,
): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    if (letter.state !== 'draft') return { ok: false, why: 'state' }
    const { subject, opening, topic, offerId, pages } = draft
    const isSame =
      letter.subject === subject &&
      letter.opening === opening &&
      letter.topic === topic &&
      letter.offerId === offerId &&
      letter.pages.join() === pages.join()
    if (isSame) return { ok: true }
    if (letter.version !== version) return { ok: false, why: 'version' }
    await sql`update letters set subject = ${subject}, opening = ${opening}, topic = ${topic}, pages = ${[...pages]}::text[],
      price_offer_id = ${offerId},
      version = version + 1, changed_at = now()
      where clinic_id = ${who.clinicId} and letter_id = ${letterId}`.execute(trx)
    await note(trx, who, letterId, 'changed')
    return { ok: true }
  })

/** Sends it to whoever asks, and to nobody else. Pressed twice within half a minute it is sent once. */
export const testLetter = (
  db: Database,
  who: Pick<Member, 'clinicId' | 'memberId' | 'email'>,
  letterId: string,
): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx) => {
    const { rows } = await sql`
      insert into letter_mails (clinic_id, kind, letter_id, address, useless_after)
      select ${who.clinicId}, 'test', ${letterId}, ${who.email}, now() + interval '1 hour'
      where not exists (select from letter_mails where clinic_id = ${who.clinicId} and letter_id = ${letterId}
        and kind = 'test' and address = ${who.email} and due_at > now() - interval '30 seconds')
      returning 1`.execute(trx)
    if (rows.length > 0) await note(trx, who, letterId, 'tested')
    return { ok: true }
  })

/**
 * Gives it a time; from then its words and pieces stand as they are now.
 * @param sendAt milliseconds since 1970; one that is past means now
 */
export const scheduleLetter = (
  db: Database,
  who: Who,
  letterId: string,
  wish: { readonly version: number; readonly sendAt: number; readonly perMinute: number },
): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    const at = new Date(wish.sendAt).toISOString()
    // Heard again it may be on its way by now.
    if (letter.state !== 'draft' && letter.sendAt === wish.sendAt) return { ok: true }
    if (letter.state !== 'draft') return { ok: false, why: 'state' }
    if (letter.version !== wish.version) return { ok: false, why: 'version' }
    const { rows: places } = await sql`select from locations where clinic_id = ${who.clinicId} limit 1`.execute(trx)
    if (places.length === 0) return { ok: false, why: 'noPlace' }
    const { rows: near } = await sql`select from letters where clinic_id = ${who.clinicId} and letter_id <> ${letterId}
      and topic = ${letter.topic} and state <> 'draft' and send_at > ${at}::timestamptz - make_interval(days => ${monthDays})
      and send_at < ${at}::timestamptz + make_interval(days => ${monthDays}) limit 1`.execute(trx)
    if (near.length > 0) return { ok: false, why: 'tooSoon' }
    const pieces = piecesOf(letter.pages)
    if (goneFrom(letter.pages, pieces).length > 0) return { ok: false, why: 'pageGone' }
    const offer = letter.offerId === null ? undefined : await offerIn(trx, who.clinicId, letter.offerId)
    // It must still be there on the day after: who reads it in the evening can use it.
    if (offer && (offer.hasEnded || at.slice(0, 10) >= offer.lastDay)) return { ok: false, why: 'offerGone' }
    const words = offer ? JSON.stringify(offerWords(offer)) : null
    await sql`update letters set state = 'scheduled', send_at = ${at}, per_minute = ${wish.perMinute},
      pieces = ${JSON.stringify(pieces)}::jsonb, offer_words = ${words}::jsonb, version = version + 1
      where clinic_id = ${who.clinicId} and letter_id = ${letterId}`.execute(trx)
    await note(trx, who, letterId, 'scheduled')
    return { ok: true }
  })

/** A draft again, as long as it does not run. */
export const takeLetterBack = (db: Database, who: Who, letterId: string): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    if (letter.state === 'draft') return { ok: true }
    if (letter.state !== 'scheduled') return { ok: false, why: 'state' }
    await sql`update letters set state = 'draft', send_at = null, pieces = null, offer_words = null, version = version + 1
      where clinic_id = ${who.clinicId} and letter_id = ${letterId}`.execute(trx)
    await note(trx, who, letterId, 'taken-back')
    return { ok: true }
  })

/** No more of it goes for now. One that is being handed over at this moment still arrives. */
export const stopLetter = (db: Database, who: Who, letterId: string): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    if (letter.state === 'stopped') return { ok: true }
    if (letter.state !== 'running') return { ok: false, why: 'state' }
    await sql`update letters set state = 'stopped'
      where clinic_id = ${who.clinicId} and letter_id = ${letterId}`.execute(trx)
    await note(trx, who, letterId, 'stopped')
    return { ok: true }
  })

/** What has not gone goes on. */
export const letLetterGoOn = (db: Database, who: Who, letterId: string): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    if (letter.state === 'running') return { ok: true }
    // Heard again it may be done by now.
    if (letter.state === 'finished' && (await lastActOf(trx, who, letterId)) === 'went-on') return { ok: true }
    if (letter.state !== 'stopped') return { ok: false, why: 'state' }
    await goAgain(trx, who, letterId, 'queued')
    await note(trx, who, letterId, 'went-on')
    return { ok: true }
  })

/**
 * Sends it once more to those whom no server took it for, and to nobody who has it: refused for a while, or given up. Who left,
 * or whose address is dead, gets none.
 */
export const sendToMissing = (db: Database, who: Who, letterId: string): Promise<LetterAct> =>
  onLetter(db, who, letterId, async (trx, letter) => {
    if (letter.state === 'running') return { ok: true }
    if (letter.state !== 'finished') return { ok: false, why: 'state' }
    await sql`update letter_mails m set state = 'queued', attempts = 0, why = null
      where m.clinic_id = ${who.clinicId} and m.letter_id = ${letterId} and m.kind = 'letter'
        and m.state in ('bounced', 'given-up') and m.handed_over_at is null and not exists (select from mail_stops t
          where t.clinic_id = m.clinic_id and t.purpose = 'letters' and t.address = lower(m.address))`.execute(trx)
    await goAgain(trx, who, letterId, 'queued')
    await note(trx, who, letterId, 'sent-to-missing')
    return { ok: true }
  })

async function goAgain(trx: ClinicTransaction, { clinicId }: Who, letterId: string, state: 'queued'): Promise<void> {
  await sql`update letter_mails set next_try_at = now(), useless_after = now() + make_interval(days => ${triedForDays})
    where clinic_id = ${clinicId} and letter_id = ${letterId} and kind = 'letter' and state = ${state}`.execute(trx)
  await sql`update letters set state = 'running', finished_at = null, next_send_at = now()
    where clinic_id = ${clinicId} and letter_id = ${letterId}`.execute(trx)
}

type ActName = 'made' | 'changed' | 'tested' | 'scheduled' | 'taken-back' | 'stopped' | 'went-on' | 'sent-to-missing'

const note = (trx: ClinicTransaction, { clinicId, memberId }: Who, letterId: string, what: ActName) =>
  sql`insert into letter_acts (clinic_id, letter_id, member_id, what)
    values (${clinicId}, ${letterId}, ${memberId}, ${what})`.execute(trx)

/** What was done with it last, where this member did it. */
async function lastActOf(trx: ClinicTransaction, { clinicId, memberId }: Who, letterId: string) {
  const { rows } = await sql<{ what: string; member_id: string }>`select what, member_id from letter_acts
    where clinic_id = ${clinicId} and letter_id = ${letterId} order by act_id desc limit 1`.execute(trx)
  return rows[0]?.member_id === memberId ? rows[0].what : undefined
}

const onLetter = (
  db: Database,
  { clinicId }: Pick<Member, 'clinicId'>,
  letterId: string,
  work: (trx: ClinicTransaction, letter: StaffLetter) => Promise<LetterAct>,
): Promise<LetterAct> =>
  inClinic(db, clinicId, async (trx) => {
    await sql`select from letters where clinic_id = ${clinicId} and letter_id = ${letterId} for update`.execute(trx)
    const [letter] = await readLetters(trx, clinicId, letterId)
    return letter ? work(trx, letter) : { ok: false, why: 'noLetter' }
  })
