/**
 * Sends what people join a team by. Everybody on a team who has no account yet is sent one link, whoever wrote them down and
 * however; rows are the truth, so nothing is lost by a crash. Between handing over and writing that down a kill may send one
 * twice, never none.
 */
import { sql } from 'kysely'
import { privateToken } from '../../clinic/booking/private-link.ts'
import { type Database, inClinic } from '../../clinic/db/connection.ts'
import { composeAccountMail } from '../../clinic/mail/account-mail.ts'
import { isPlainAddress } from '../../clinic/people/email-address.ts'
import type { Role } from '../../clinic/people/members.ts'
import { accountPaths } from '../../web/account/account-paths.ts'
import { type AccountMailer, isMailHeld } from './account-mailer.ts'

type InvitationSender = Omit<AccountMailer, 'auth'>

/** How many of one clinic go out in one sweep. */
const perClinic = 10
/** An invitation that nobody could deliver is given up after so many tries, the next five minutes after each. */
const mostTries = 12

/** One sweep over all clinics. @returns how many were handed over */
export async function sendInvitations(sender: InvitationSender, signal: AbortSignal): Promise<number> {
  const { app } = sender
  if (await isMailHeld(app)) return 0
  // Also clinics that have not opened: their owner has to come in first.
  const clinics = await app.selectFrom('slugs').select('clinic_id').where('kind', '=', 'clinic').distinct().execute()
  let sent = 0
  for (const { clinic_id: clinicId } of clinics) {
    if (signal.aborted) break
    for (const due of await takeDue(app, clinicId)) if (await sendOne(sender, clinicId, due, signal)) sent += 1
  }
  return sent
}

interface Due {
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly clinic: string
  readonly again: boolean
  /** It was tried so often that this is the last time. */
  readonly isLast: boolean
}

/** Writes the invitations that are missing, and takes those that are due; nobody else takes them for five minutes. */
const takeDue = (app: Database, clinicId: string): Promise<readonly Due[]> =>
  inClinic(app, clinicId, async (trx) => {
    await sql`
      insert into invitations (clinic_id, member_id)
      select m.clinic_id, m.member_id from members m
      where m.clinic_id = ${clinicId} and m.account_id is null and m.left_at is null
        and not exists (select from invitations i where i.clinic_id = m.clinic_id and i.member_id = m.member_id)
        and pg_try_advisory_xact_lock(hashtextextended(m.member_id::text, 3))`.execute(trx)
    // Materialized: joined in, the rows could be looked for once for each of them, and more than `perClinic` be taken.
    const { rows } = await sql<Due>`
      with due as materialized (
        select invitation_id from invitations
        where clinic_id = ${clinicId} and sent_at is null and used_at is null and ends_at > now()
          and next_try_at <= now() and tries < ${mostTries}
        order by created_at limit ${perClinic} for update skip locked
      )
      update invitations i set tries = i.tries + 1, next_try_at = now() + interval '5 minutes'
      from due, members m, clinics c
      where i.clinic_id = ${clinicId} and i.invitation_id = due.invitation_id
        and m.clinic_id = i.clinic_id and m.member_id = i.member_id and m.left_at is null
        and c.clinic_id = i.clinic_id
      returning i.invitation_id as id, m.email, m.role, c.name as clinic, m.account_id is not null as again,
        i.tries >= ${mostTries} as "isLast"`.execute(trx)
    return rows
  })

async function sendOne(sender: InvitationSender, clinicId: string, due: Due, signal: AbortSignal): Promise<boolean> {
  const { app, secret, origin, mail } = sender
  if (!isPlainAddress(due.email)) return cameBack(app, clinicId, due, 'This is no address that mail can be sent to.')
  const href = `${origin}${accountPaths.invite(privateToken(secret, 'invitation', { clinicId, appointmentId: due.id }))}`
  const message = await composeAccountMail({
    from: mail.from,
    to: due.email,
    subject: due.again ? 'Set up your sign-in again' : 'Your invitation to a team',
    before: [
      due.again
        ? `${due.clinic} lets you set up your sign-in again, as ${roleOf(due.role)}. Your old ways in end once the new ones stand.`
        : `${due.clinic} asks you to join its team, as ${roleOf(due.role)}.`,
    ],
    link: { label: due.again ? 'Set up again' : 'Join the team', href },
    after: [
      `The link is good for ${due.again ? '24 hours' : 'seven days'}. You choose a password there, and a second step.`,
      due.again
        ? 'Have you lost nothing? Then do not use it. Sign in as before, and stop it on the page “Let a colleague in again”.'
        : 'Not for you? Then do nothing.',
    ],
  })
  const delivered = await mail.deliver({ mailId: due.id, from: mail.from, to: due.email, message }, signal)
  if (!delivered.ok)
    return delivered.why === 'bounced' || due.isLast ? cameBack(app, clinicId, due, delivered.because) : false
  await inClinic(app, clinicId, (trx) =>
    trx
      .updateTable('invitations')
      .set({ sent_at: sql`now()`, came_back: null })
      .where('invitation_id', '=', due.id)
      .execute(),
  )
  return true
}

/** Nobody is tried again at an address that was refused: why is shown to the owner, who puts it right. @returns that it was not sent */
async function cameBack(app: Database, clinicId: string, due: Due, because: string): Promise<false> {
  await inClinic(app, clinicId, (trx) =>
    trx
      .updateTable('invitations')
      .set({ came_back: because.slice(0, 500), tries: mostTries })
      .where('invitation_id', '=', due.id)
      .execute(),
  )
  return false
}

const roleOf = (role: Role) =>
  ({ owner: 'an owner', manager: 'a manager', therapist: 'a therapist', reception: 'somebody at the desk' })[role]
