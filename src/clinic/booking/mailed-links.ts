/**
 * How many finish what a mail asks of them: links that lead to a button. Counts alone, and of nobody by name.
 * Never: says who read a mail. No mail of ours tells that.
 */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'
import { canSayYes, daysCounted } from '../letters/subscribe.ts'

/** What a mail asks. `offer`: an answer to a free time; `choice`: another time for a visit; `letters`: that they want the letters. */
export type AskedByMail = 'offer' | 'choice' | 'letters'

/** The mails of one kind that a mail server took in those days. */
export interface LinkCounts {
  readonly what: AskedByMail
  readonly sent: number
  /** They pressed a button behind the link and gave an answer, whichever. */
  readonly finished: number
  /** There is still time to answer. */
  readonly open: number
}

/** All three, in one order. */
export const mailedLinks = (db: Database, clinicId: string): Promise<readonly LinkCounts[]> =>
  inClinic(db, clinicId, async (trx) => {
    const lately = sql`m.state = 'handed-over' and m.handed_over_at > now() - make_interval(days => ${daysCounted})`
    const counts = sql`count(*)::int as sent, (count(*) filter (where is_done))::int as finished,
      (count(*) filter (where is_open and not is_done))::int as open`
    const { rows } = await sql<LinkCounts>`
      select 'offer' as what, ${counts} from (
        select o.state = 'taken' or (o.state = 'passed' and o.closed_by is null) as is_done, o.state = 'open' as is_open
        from mails m join offers o on o.clinic_id = m.clinic_id and o.offer_id = m.offer_id
        where m.clinic_id = ${clinicId} and m.kind = 'offer' and ${lately}) one
      union all
      select 'choice', ${counts} from (
        select c.opened_at is not null and (c.phone_asked_at is not null or coalesce(c.outcome in ('moved', 'cancelled'), false)) as is_done,
          c.closed_at is null as is_open
        from mails m join choose_again c on c.clinic_id = m.clinic_id and c.choose_again_id = m.choose_again_id
        where m.clinic_id = ${clinicId} and m.kind = 'choose-again' and ${lately}) one
      union all
      select 'letters', ${counts} from (
        select bool_or(s.confirmed_at >= m.handed_over_at) is true as is_done, bool_or(${canSayYes}) as is_open
        from letter_mails m join letter_subscribers s on s.clinic_id = m.clinic_id and s.subscriber_id = m.subscriber_id
        where m.clinic_id = ${clinicId} and m.kind = 'was-it-you' and ${lately} group by s.subscriber_id
        union all
        select false, false from clinics, unnest(unanswered_letters) day
        where clinic_id = ${clinicId} and day > current_date - ${daysCounted}::int) one`.execute(trx)
    return rows
  })
