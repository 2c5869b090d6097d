/** Tells the one whom a new start is for, and every owner, of each step of it. Rows are the truth; see send-invitations.ts. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../../clinic/db/connection.ts'
import { composeAccountMail } from '../../clinic/mail/account-mail.ts'
import { isPlainAddress } from '../../clinic/people/email-address.ts'
import type { NewStartNews } from '../../clinic/people/new-start-rows.ts'
import { consolePaths } from '../../web/console/console-paths.ts'
import { type AccountMailer, isMailHeld } from './account-mailer.ts'

type NewStartMailer = Pick<AccountMailer, 'app' | 'mail' | 'origin'>

const perClinic = 20
/** One that nobody could deliver is given up after so many tries, the next five minutes after each. */
const mostTries = 12

/** One sweep over all clinics. @returns how many were handed over */
export async function sendNewStartMails(mailer: NewStartMailer, signal: AbortSignal): Promise<number> {
  const { app } = mailer
  if (await isMailHeld(app)) return 0
  const clinics = await app.selectFrom('slugs').select('clinic_id').where('kind', '=', 'clinic').distinct().execute()
  let sent = 0
  for (const { clinic_id: clinicId } of clinics) {
    if (signal.aborted) break
    for (const due of await takeDue(app, clinicId)) if (await sendOne(mailer, clinicId, due, signal)) sent += 1
  }
  return sent
}

interface Due {
  readonly id: string
  readonly what: NewStartNews
  readonly email: string
  readonly clinic: string
  /** Whom it is for, and whether that is who reads it. */
  readonly name: string
  readonly forReader: boolean
  readonly asker: string | null
  readonly agreer: string | null
  readonly stopper: string | null
}

const takeDue = (app: Database, clinicId: string): Promise<readonly Due[]> =>
  inClinic(app, clinicId, async (trx) => {
    const { rows } = await sql<Due>`
      with due as materialized (
        select new_start_mail_id from new_start_mails
        where clinic_id = ${clinicId} and sent_at is null and next_try_at <= now() and tries < ${mostTries}
        order by new_start_mail_id limit ${perClinic} for update skip locked
      )
      update new_start_mails n set tries = n.tries + 1, next_try_at = now() + interval '5 minutes'
      from due, members m, clinics c, new_starts s
        join members p on p.clinic_id = s.clinic_id and p.member_id = s.member_id
        left join members a on a.clinic_id = s.clinic_id and a.member_id = s.asked_by
        left join members g on g.clinic_id = s.clinic_id and g.member_id = s.agreed_by
        left join members t on t.clinic_id = s.clinic_id and t.member_id = s.stopped_by
      where n.clinic_id = ${clinicId} and n.new_start_mail_id = due.new_start_mail_id
        and m.clinic_id = n.clinic_id and m.member_id = n.member_id and m.left_at is null
        and c.clinic_id = n.clinic_id and s.clinic_id = n.clinic_id and s.new_start_id = n.new_start_id
      returning n.new_start_mail_id as id, n.what, m.email, c.name as clinic, p.name, p.member_id = m.member_id as "forReader",
        a.name as asker, g.name as agreer, t.name as stopper`.execute(trx)
    return rows
  })

async function sendOne({ app, mail, origin }: NewStartMailer, clinicId: string, due: Due, signal: AbortSignal) {
  if (!isPlainAddress(due.email)) return false
  const message = await composeAccountMail({
    from: mail.from,
    to: due.email,
    subject: subjects[due.what],
    before: [...words[due.what](due)],
    link: { label: 'Look at it, or stop it', href: `${origin}${consolePaths.newStarts}` },
    after: ['Nobody who helps you ever asks for a password or a code.'],
  })
  const delivered = await mail.deliver({ mailId: due.id, from: mail.from, to: due.email, message }, signal)
  if (!delivered.ok && delivered.why !== 'bounced') return false
  await inClinic(app, clinicId, (trx) =>
    trx
      .updateTable('new_start_mails')
      .set({ sent_at: sql<Date>`now()` })
      .where('new_start_mail_id', '=', due.id)
      .execute(),
  )
  return delivered.ok
}

/** No names: a subject shows on locked screens. */
const subjects: Readonly<Record<NewStartNews, string>> = {
  asked: 'A new start for a sign-in was asked for',
  agreed: 'A new start for a sign-in was agreed to',
  stopped: 'A new start for a sign-in was stopped',
  done: 'A sign-in was set up anew',
}

const whose = ({ name, forReader }: Due) => (forReader ? 'your sign-in' : `the sign-in of ${name}`)
const installation = 'Whoever runs this installation'

const words: Readonly<Record<NewStartNews, (due: Due) => readonly string[]>> = {
  asked: (due) => [
    `${due.asker ?? installation} of ${due.clinic} asked for a new start of ${whose(due)}.`,
    due.forReader
      ? 'If a second colleague agrees, we send you a link. Have you lost nothing? Then sign in and stop it.'
      : 'A second owner or manager has to agree. Does that surprise you? Then stop it, and call them.',
  ],
  agreed: (due) => [
    due.agreer
      ? `${due.agreer} of ${due.clinic} agreed to a new start of ${whose(due)}.`
      : `${installation} allowed a new start of ${whose(due)} at ${due.clinic}.`,
    'A link has gone to them that is good for 24 hours. Does that surprise you? Then stop it, and call them.',
  ],
  stopped: (due) => [`${due.stopper ?? installation} of ${due.clinic} stopped the new start of ${whose(due)}.`],
  done: (due) => [
    `The link for ${due.forReader ? 'you' : due.name} at ${due.clinic} was used. A new password and a new app stand now, and every older way in has ended.`,
    due.forReader
      ? 'Was it not you? Tell an owner of your clinic at once.'
      : 'Does that surprise you? Then end this sign-in on the page of the team.',
  ],
}
