/** What came back, written to the rows it is about: letters, mails of visits, guides by mail. Reads the same report twice and writes once. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { bounceKind } from './bounce-kind.ts'
import { guideAddressHash, stopGuides } from './guide-mails.ts'
import { type BounceReport, readBounce } from './read-bounce.ts'
import { stopLetters } from './stop-after-bounce.ts'

/**
 * How many messages were what. `unknown`: a report about no mail of these clinics. `elsewhere`: about another address than the one that
 * this mail went to, or about none. `known`: written down before. `delayed`: still being
 * tried. `guides`: a printed guide that somebody had asked for, for good. `noReport`: no report of a delivery, so nothing was done.
 */
export interface BouncesTaken {
  readonly hard: number
  readonly soft: number
  readonly delayed: number
  readonly known: number
  readonly unknown: number
  readonly elsewhere: number
  readonly guides: number
  readonly noReport: number
}

type What = keyof BouncesTaken
const none: BouncesTaken = { hard: 0, soft: 0, delayed: 0, known: 0, unknown: 0, elsewhere: 0, guides: 0, noReport: 0 }

/**
 * @param messages raw; each is looked for in the clinics in turn
 * @param secret of the installation, for whoever runs it: then guides by mail, which are no clinic's, are looked for too
 */
export async function takeBounces(
  db: Database,
  clinicIds: readonly string[],
  messages: readonly string[],
  secret?: Uint8Array,
): Promise<BouncesTaken> {
  const taken = { ...none }
  for (const message of messages) taken[await takeOne(db, clinicIds, readBounce(message), secret)] += 1
  return taken
}

async function takeOne(
  db: Database,
  clinicIds: readonly string[],
  report: BounceReport | undefined,
  secret: Uint8Array | undefined,
): Promise<What> {
  if (!report) return 'noReport'
  const { mailId, about } = report
  if (mailId === undefined) return 'unknown'
  for (const clinicId of clinicIds) {
    const what = await inClinic(db, clinicId, (trx) => write(trx, clinicId, { mailId, about }))
    if (what) return what
  }
  return (secret && (await ofGuide(db, secret, { mailId, about }))) ?? 'unknown'
}

/** A report that names a mail as ours are named. */
type OurReport = BounceReport & { readonly mailId: string }

/** Its address is forgotten: who is named in the report is held against the keyed hash of it. */
async function ofGuide(db: Database, secret: Uint8Array, { mailId, about }: OurReport): Promise<What | undefined> {
  const { rows } = await sql<{ of: Buffer; known: boolean }>`
    select asked_of as of, exists (select from guide_mail_stops s where s.asked_of = g.asked_of and s.why = 'bounced'
      and until > now()) as known
    from guide_mails g where guide_mail_id = ${mailId}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const said = about.find(({ recipients }) => recipients.some((one) => guideAddressHash(secret, one).equals(row.of)))
  if (!said) return 'elsewhere'
  if (row.known) return 'known'
  if (said.action === 'delayed') return 'delayed'
  if (bounceKind(said.status, said.words, true) === 'soft') return 'soft'
  await stopGuides(db, row.of, 'bounced')
  return 'guides'
}

async function write(trx: ClinicTransaction, clinicId: string, report: OurReport): Promise<What | undefined> {
  const { mailId, about } = report
  const { rows } = await sql<{ is_letter: boolean; address: string; state: string }>`
    select true as is_letter, address, state from letter_mails where clinic_id = ${clinicId} and letter_mail_id = ${mailId}
    union all select false, address, state from mails where clinic_id = ${clinicId} and mail_id = ${mailId}`.execute(
    trx,
  )
  const [row] = rows
  if (!row) return undefined
  const said = about.find(({ recipients }) => recipients.includes(row.address.toLowerCase()))
  if (!said) return 'elsewhere'
  const { action, status, words } = said
  if (row.state === 'bounced') return 'known'
  if (action === 'delayed') return 'delayed'
  const why = `It came back. ${[status, words].filter(Boolean).join(' ')}`.trim().slice(0, 500)
  if (row.is_letter)
    await sql`update letter_mails set state = 'bounced', why = ${why}
      where clinic_id = ${clinicId} and letter_mail_id = ${mailId}`.execute(trx)
  else
    await sql`update mails set state = 'bounced', why = ${why} where clinic_id = ${clinicId} and mail_id = ${mailId}`.execute(
      trx,
    )
  if (bounceKind(status, words, true) === 'soft') return 'soft'
  await stopLetters(trx, clinicId, row.address, why)
  return 'hard'
}

/** What was done with them, in words. */
export function bouncesWords({
  hard,
  soft,
  delayed,
  known,
  unknown,
  elsewhere,
  guides,
  noReport,
}: BouncesTaken): readonly string[] {
  const line = (count: number, words: string) => (count === 0 ? [] : [`${count} ${words}`])
  return [
    ...line(hard, 'came back for good: no more letters go there.'),
    ...line(soft, 'did not arrive this time: letters go on.'),
    ...line(delayed, 'still on the way: nothing was changed.'),
    ...line(known, 'written down before.'),
    ...line(unknown, 'about a mail that is not ours: nothing was changed.'),
    ...line(elsewhere, 'about another address than the one we wrote to: nothing was changed.'),
    ...line(guides, 'about a guide that was asked for, for good: no guide goes there for a month.'),
    ...line(noReport, 'no report of a delivery, such as a holiday notice: nothing was changed.'),
  ]
}
