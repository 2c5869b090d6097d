/**
 * Tells somebody by mail what changed in how their account signs in, so that they hear of it if it was not them. The row is
 * written in the transaction that changes it, and goes when the mail has gone; a kill between the two may send one twice.
 */
import { sql } from 'kysely'
import type { AccountTables } from '../../clinic/db/account-tables.ts'
import type { AccountDatabase } from '../../clinic/db/connection.ts'
import { wallClockSentence } from '../../clinic/availability/wall-clock.ts'
import { composeAccountMail } from '../../clinic/mail/account-mail.ts'
import { isPlainAddress } from '../../clinic/people/email-address.ts'
import { personPaths } from '../../web/account/person-paths.ts'
import { consolePaths } from '../../web/console/console-paths.ts'
import { type AccountMailer, isMailHeld } from './account-mailer.ts'

/** What changed. */
export type WayInChange = AccountTables['wayInNotices']['what']

/**
 * Writes it down for the address that the account has now. Nobody writes to somebody invented.
 * @param db the transaction that makes the change
 * @param forStaff whether it opens the console, or a person's own account
 */
export async function noteWayIn(
  db: AccountDatabase,
  userId: string,
  what: WayInChange,
  forStaff: boolean,
): Promise<void> {
  await sql`insert into way_in_notices (email, what, for_staff)
    select email, ${what}, ${forStaff} from users where id = ${userId} and not demonstration`.execute(db)
}

/** In one sweep. */
const perSweep = 50
/** One that nobody could deliver is given up after so many tries, the next five minutes after each. */
const mostTries = 12

/** One sweep. @returns how many were handed over */
export async function sendWayInNotices(mailer: AccountMailer, signal: AbortSignal): Promise<number> {
  const { app, auth } = mailer
  if (await isMailHeld(app)) return 0
  // Locked rows are another server's; taken rows are nobody else's for five minutes.
  const { rows } = await sql<Notice>`
    with due as materialized (
      select notice_id from way_in_notices where next_try_at <= now() order by at limit ${perSweep} for update skip locked
    )
    update way_in_notices n set tries = n.tries + 1, next_try_at = now() + interval '5 minutes'
    from due where n.notice_id = due.notice_id
    returning n.notice_id as id, n.email, n.what, n.for_staff, n.at, n.tries`.execute(auth)
  let sent = 0
  for (const notice of rows) {
    if (signal.aborted) break
    const outcome = await sendOne(mailer, notice, signal)
    if (outcome === 'sent') sent += 1
    if (outcome !== 'later' || notice.tries >= mostTries)
      await auth.deleteFrom('wayInNotices').where('noticeId', '=', notice.id).execute()
  }
  return sent
}

interface Notice {
  readonly id: string
  readonly email: string
  readonly what: WayInChange
  readonly forStaff: boolean
  readonly at: Date
  readonly tries: number
}

async function sendOne(
  { mail, origin }: AccountMailer,
  { id, email, what, forStaff, at }: Notice,
  signal: AbortSignal,
): Promise<'sent' | 'never' | 'later'> {
  if (!isPlainAddress(email)) return 'never'
  const { subject, happened, ifNot, look } = words[what]
  const moment = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  const message = await composeAccountMail({
    from: mail.from,
    to: email,
    subject,
    before: [
      `${happened(opens(forStaff))} That was on ${wallClockSentence(moment, 'Europe/London', moment)}.`,
      'Was it you? Then there is nothing to do.',
      `Was it not you? ${ifNot[forStaff ? 'staff' : 'person']}`,
    ],
    link: { label: look.label, href: `${origin}${look[forStaff ? 'staff' : 'person']}` },
    after: ['Nobody who helps you ever asks for a password or a code.'],
  })
  const delivered = await mail.deliver({ mailId: id, from: mail.from, to: email, message }, signal)
  if (delivered.ok) return 'sent'
  return delivered.why === 'bounced' ? 'never' : 'later'
}

const opens = (forStaff: boolean) => (forStaff ? 'the console of your clinic' : 'your account')

interface Words {
  readonly subject: string
  readonly happened: (what: string) => string
  readonly ifNot: { readonly staff: string; readonly person: string }
  readonly look: { readonly label: string; readonly staff: string; readonly person: string }
}

const passkeyPages = { label: 'Look at your passkeys', staff: consolePaths.passkeys, person: personPaths.passkeys }
const signInPages = { label: 'Go to the sign-in page', staff: consolePaths.signIn, person: personPaths.account }
const tellOwner = 'Tell the owner of your clinic at once. They can end your sign-in.'
const endOthers = 'Sign in, and delete each passkey and end each sign-in that is not yours.'

const words: Readonly<Record<WayInChange, Words>> = {
  'passkey added': {
    subject: 'A passkey was added',
    happened: (what) => `A passkey was added that opens ${what}.`,
    ifNot: { staff: `Delete that passkey now. ${tellOwner}`, person: endOthers },
    look: passkeyPages,
  },
  'passkey removed': {
    subject: 'A passkey was deleted',
    happened: (what) => `A passkey was deleted that opened ${what}.`,
    ifNot: { staff: tellOwner, person: endOthers },
    look: passkeyPages,
  },
  'passkey stopped': {
    subject: 'A passkey was stopped',
    happened: (what) =>
      `Somebody may have copied a passkey that opened ${what}. So we stopped it: it opens nothing now.`,
    ifNot: { staff: `Sign in another way, and delete that passkey. ${tellOwner}`, person: endOthers },
    look: passkeyPages,
  },
  'set up': {
    subject: 'Your sign-in is set up',
    happened: (what) => `A password and an authenticator app were set up for this address. They open ${what}.`,
    ifNot: { staff: tellOwner, person: tellOwner },
    look: signInPages,
  },
  'set up anew': {
    subject: 'Your sign-in was set up anew',
    happened: (what) =>
      `A new password and a new authenticator app were set up for this address. They open ${what}. Every older password, app, passkey and sign-in has ended.`,
    ifNot: { staff: tellOwner, person: tellOwner },
    look: signInPages,
  },
  'recovery code used': {
    subject: 'A recovery code was used',
    happened: (what) => `Somebody signed in to ${what} with your password and one of your recovery codes.`,
    ifNot: { staff: tellOwner, person: tellOwner },
    look: signInPages,
  },
  'account deleted': {
    subject: 'Your account was deleted',
    happened: () => 'The account of this address was deleted, with all its passkeys and sign-ins.',
    ifNot: {
      staff: tellOwner,
      person: 'Somebody may read your mail. Change the password of your mailbox.',
    },
    look: signInPages,
  },
}
