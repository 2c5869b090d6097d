/** The rows of mail that are due: taken for a while, held against the visit as it is now, and their outcome written. */
import { sql } from 'kysely'
import { isAskedToChoose } from '../availability/asked-to-choose.ts'
import { type OffThen, standingButOff } from '../availability/called-off.ts'
import { doorOfVisit } from '../availability/read-openings.ts'
import { termsNow } from '../availability/terms-now.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { stillOffered } from '../directory/still-offered.ts'
import { type Kept, keptBy } from './kept-of-visit.ts'
import type { MailKind } from './mail-rows.ts'
import type { MailedVisit } from './mail-texts.ts'
import { isReviewMail } from './review-mails.ts'

/** A mail that this server has taken, for as long as the lease lasts, and that is still true. */
export interface TakenMail {
  readonly clinicId: string
  readonly mailId: string
  readonly kind: MailKind
  readonly address: string
  /** Which try this is, from 1. */
  readonly attempt: number
  /** When it was taken, by the database's clock: milliseconds since 1970. */
  readonly takenAt: number
  readonly visit: MailedVisit
}

/** Said of a mail that was handed over after a try of which nobody knows whether it arrived: both have one Message-ID. */
export const perhapsTwice = 'A try broke off half way, so it may come twice.'

/** Said of a mail that lies in a file here, since no mail server is named: it was sent to nobody. */
export const intoFile = 'No mail server is set up, so nobody was sent it.'

/** What became of a try. `isInFile`: see `intoFile`. `failed`: to be tried again after a wait, or given up where it would then come too late. */
export type MailOutcome =
  | { readonly what: 'handed-over'; readonly isInFile?: boolean }
  | { readonly what: 'bounced'; readonly why: string }
  | { readonly what: 'failed'; readonly why: string; readonly waitMs: number; readonly isInDoubt?: boolean }

/** How many mails are taken at a time, and for how long: longer than sending them can take. */
export interface Taking {
  readonly most: number
  readonly leaseMs: number
}

/** The statement that takes mails which are due, without what it returns of each: `m` is one of them. */
export const takeDue = (clinicId: string, which: 'aboutVisit' | 'notices', { most, leaseMs }: Taking) =>
  // Materialized: joined in, the rows could be looked for once for each of them, and more than `most` be taken.
  sql`with due as materialized (
      select clinic_id, mail_id from mails
      where clinic_id = ${clinicId} and state in ('queued', 'sending') and next_try_at <= now()
      and ${which === 'aboutVisit' ? sql`appointment_id is not null` : sql`appointment_id is null`}
      order by next_try_at limit ${most} for update skip locked
    )
    update mails m set state = 'sending', attempts = m.attempts + 1,
      why = case when m.state = 'sending' then ${perhapsTwice} else m.why end,
      next_try_at = now() + make_interval(secs => ${leaseMs / 1000})
    from due
    where m.clinic_id = due.clinic_id and m.mail_id = due.mail_id`

/**
 * Takes up to `most` due mails of a clinic. Two servers never take one at the same time; one that was taken by a server that
 * died is due again when its lease ends. A mail that is not true any more is dropped here, with the reason.
 */
export function takeDueMails(db: Database, clinicId: string, taking: Taking): Promise<readonly TakenMail[]> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<TakenRow>`${takeDue(clinicId, 'aboutVisit', taking)}
      returning m.mail_id, m.appointment_id, m.version, m.kind, m.address, m.attempts,
        m.useless_after <= now() as is_useless, now() as taken_at`.execute(trx)
    const taken: TakenMail[] = []
    for (const row of rows) {
      const visit = await loadVisit(trx, clinicId, row)
      const why = whyNotTrue(row, visit)
      if (why || !visit) await drop(trx, row.mail_id, why ?? 'There is no such visit.')
      else
        taken.push({
          clinicId,
          mailId: row.mail_id,
          kind: row.kind,
          address: row.address,
          attempt: row.attempts,
          takenAt: row.taken_at.getTime(),
          visit,
        })
    }
    return taken
  })
}

interface TakenRow {
  readonly mail_id: string
  readonly appointment_id: string
  readonly version: number
  readonly kind: MailKind
  readonly address: string
  readonly attempts: number
  readonly taken_at: Date
  readonly is_useless: boolean
}

interface FoundVisit extends MailedVisit {
  readonly off: OffThen | undefined
  /** The clinic cannot keep its time, and has said so. */
  readonly isAskedToChoose: boolean
  readonly state: string
  readonly begun: boolean
  /** Where its mails go now; it may have been put right since this one was written down. */
  readonly contactEmail: string | null
}

/** Why a mail was dropped that is true, but that nobody sent in time: the person was not reached by it. */
export const tooLate = 'It could not be sent in time: it would have come too late.'

/** Why a mail was dropped whose address is not the one that stands now: its link would be one for somebody else. */
export const putRight = 'The address was put right before this was sent.'

/** Why a mail may not be sent any more, in words for staff. */
function whyNotTrue(row: TakenRow, visit: FoundVisit | undefined): string | undefined {
  if (!visit) return 'There is no such visit.'
  if (row.kind !== 'review-alert' && row.address.toLowerCase() !== visit.contactEmail?.toLowerCase()) return putRight
  if (isReviewMail(row.kind)) {
    if (visit.state !== 'finished') return 'The visit does not count as finished any more.'
    return row.is_useless ? tooLate : undefined
  }
  if (row.kind.startsWith('reminder') && visit.isAskedToChoose) return 'They were asked to choose another time.'
  if (visit.version !== row.version) return 'The visit was changed before this was sent.'
  const fits = row.kind === 'cancelled' ? visit.state.endsWith('cancelled') : visit.state === 'confirmed'
  if (!fits)
    return visit.state.endsWith('cancelled') ? 'The visit was cancelled before this was sent.' : 'The visit has begun.'
  return row.is_useless || visit.begun ? tooLate : undefined
}

const drop = (trx: ClinicTransaction, mailId: string, why: string) =>
  trx.updateTable('mails').set({ state: 'dropped', why }).where('mail_id', '=', mailId).execute()

async function loadVisit(trx: ClinicTransaction, clinicId: string, mail: TakenRow): Promise<FoundVisit | undefined> {
  const { rows } = await sql<VisitRow>`
    select a.state, a.version, a.organizer, a.starts_at, a.ends_at, a.free_until, a.late_fee_pence, a.price_pence, a.payer, a.insurer,
      a.starts_at <= now() as begun, s.service_id, s.name as service,
      (extract(epoch from a.ends_at - a.starts_at) / 60)::int as minutes, s.by_video,
      t.name as therapist, t.profession,
      case when ${stillOffered} then g.slug end as slug,
      c.name as clinic, c.phone, c.email, l.location_id, l.street, l.town, l.postcode, l.zone, l.way_there, l.step_free,
      p.name as person, k.name as contact, k.email as contact_email, k.link_round,
      (select demonstration from installation) as demonstration,
      (select e.by_whom from appointment_events e where e.clinic_id = a.clinic_id
        and e.appointment_id = a.appointment_id and e.version = a.version and not e.undoes
        and e.what in ('confirmed', 'moved', 'cancelled', 'late-cancelled') order by e.at desc limit 1) as by_whom,
      coalesce((select e.starts_at = a.starts_at from appointment_events e where e.clinic_id = a.clinic_id
        and e.appointment_id = a.appointment_id and e.version < a.version and e.what in ('confirmed', 'moved')
        order by e.version desc, e.event_id desc limit 1), false) as keeps_start,
      (select e.price_pence from appointment_events e where e.clinic_id = a.clinic_id
        and e.appointment_id = a.appointment_id and e.version < a.version and e.price_pence is not null
        order by e.version desc, e.event_id desc limit 1) as price_before,
      (select ${keptBy} from appointment_events e where e.clinic_id = a.clinic_id
        and e.appointment_id = a.appointment_id and e.version = a.version and e.what = 'moved'
        order by e.event_id desc limit 1) as kept,
      exists (select from appointment_events e join mails m on m.clinic_id = e.clinic_id
        and m.appointment_id = e.appointment_id and m.version = e.version - 1 and m.kind = 'cancelled'
        and m.state in ('sending', 'handed-over', 'bounced') and lower(m.address) = lower(k.email)
        where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.version = a.version
        and e.what = 'confirmed' and e.undoes) as stands_again,
      exists (select from grant_draws d join grants w using (clinic_id, grant_id) where d.clinic_id = a.clinic_id
        and d.appointment_id = a.appointment_id and w.late_cancel_uses) as late_uses_one,
      ${isAskedToChoose} as is_asked_to_choose
    from appointments a
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    join therapists t on t.clinic_id = a.clinic_id and t.therapist_id = a.therapist_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    join clinics c on c.clinic_id = a.clinic_id
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join contacts k on k.clinic_id = a.clinic_id and k.contact_id = a.contact_id
    left join slugs g on g.clinic_id = a.clinic_id and g.kind = 'therapist' and g.subject_id = a.therapist_id and g.is_current
    where a.clinic_id = ${clinicId} and a.appointment_id = ${mail.appointment_id}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const { appointment_id: appointmentId } = mail
  const off = await standingButOff(trx, { appointmentId, state: row.state })
  const visit = toVisit(row, { clinicId, appointmentId, off })
  const open = await doorOfVisit(trx, visit)
  return { ...visit, place: { ...visit.place, ...(open && { open }) } }
}

interface VisitRow {
  readonly state: string
  readonly version: number
  readonly organizer: string | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly free_until: Date
  readonly late_fee_pence: number
  readonly price_pence: number
  readonly price_before: number | null
  readonly payer: string
  readonly insurer: string | null
  readonly begun: boolean
  readonly service_id: string
  readonly service: string
  readonly minutes: number
  readonly by_video: boolean
  readonly therapist: string
  readonly profession: string
  readonly slug: string | null
  readonly clinic: string
  readonly phone: string
  readonly email: string
  readonly location_id: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly zone: string
  readonly way_there: string | null
  readonly step_free: boolean
  readonly person: string
  readonly contact: string
  readonly contact_email: string | null
  readonly link_round: number
  readonly demonstration: boolean
  readonly by_whom: 'person' | 'staff' | null
  readonly keeps_start: boolean
  readonly kept: Kept
  readonly stands_again: boolean
  readonly is_asked_to_choose: boolean
  readonly late_uses_one: boolean
}

const agreedIn = (row: VisitRow) => ({
  startsAt: row.starts_at.getTime(),
  freeUntil: row.free_until.getTime(),
  lateFeePence: row.late_fee_pence,
})

const toVisit = (row: VisitRow, of: Pick<FoundVisit, 'clinicId' | 'appointmentId' | 'off'>): FoundVisit => ({
  ...of,
  ...agreedIn(row),
  ...termsNow(agreedIn(row), of.off),
  linkRound: row.link_round,
  contactEmail: row.contact_email,
  state: row.state,
  begun: row.begun,
  version: row.version,
  organizer: row.organizer,
  endsAt: row.ends_at.getTime(),
  pricePence: row.price_pence,
  ...(row.price_before !== null && { priceBefore: row.price_before }),
  byWhom: row.by_whom,
  keepsStart: row.keeps_start || row.kept !== null,
  onlyLength: row.kept === 'length',
  standsAgain: row.stands_again,
  isAskedToChoose: row.is_asked_to_choose,
  late: row.state === 'late-cancelled',
  lateUsesOne: row.late_uses_one && of.off === undefined,
  contactName: row.contact,
  personName: row.person,
  insurer: row.payer === 'insurer' ? row.insurer : null,
  prepaid: row.payer === 'package',
  service: { id: row.service_id, name: row.service, minutes: row.minutes, byVideo: row.by_video },
  therapist: { name: row.therapist, profession: row.profession, bookableSlug: row.slug },
  clinic: { name: row.clinic, phone: row.phone, email: row.email },
  place: {
    id: row.location_id,
    street: row.street,
    town: row.town,
    postcode: row.postcode,
    zone: row.zone,
    wayThere: row.way_there,
    stepFree: row.step_free,
  },
  demonstration: row.demonstration,
})

/**
 * Writes what became of a try. That a mail was handed over is written whoever has it now; anything else only by the server
 * whose try it was.
 */
export function writeOutcome(
  db: Database,
  mail: Pick<TakenMail, 'clinicId' | 'mailId' | 'attempt'>,
  outcome: MailOutcome,
): Promise<void> {
  const { clinicId, mailId, attempt } = mail
  return inClinic(db, clinicId, async (trx) => {
    if (outcome.what === 'handed-over')
      await sql`update mails set state = 'handed-over', handed_over_at = now(),
          why = case when ${outcome.isInFile ?? false} then ${intoFile}
            when why like ${`%${perhapsTwice}`} then ${perhapsTwice} end
        where clinic_id = ${clinicId} and mail_id = ${mailId} and state in ('queued', 'sending')`.execute(trx)
    else if (outcome.what === 'bounced')
      await sql`update mails set state = 'bounced', why = ${outcome.why}
        where clinic_id = ${clinicId} and mail_id = ${mailId} and state = 'sending' and attempts = ${attempt}`.execute(
        trx,
      )
    else {
      const next = sql`now() + make_interval(secs => ${outcome.waitMs / 1000})`
      const why = sql`${outcome.why} || case when ${outcome.isInDoubt ?? false} or why like ${`%${perhapsTwice}`}
        then ${` ${perhapsTwice}`} else '' end`
      await sql`update mails set next_try_at = ${next}, why = ${why},
          state = case when ${next} >= useless_after then 'given-up' else 'queued' end
        where clinic_id = ${clinicId} and mail_id = ${mailId} and state = 'sending' and attempts = ${attempt}`.execute(
        trx,
      )
    }
  })
}

/** The first invitation of a visit has gone out: whoever sent it stays its organizer. */
export async function keepOrganizer(
  db: Database,
  { clinicId, visit }: Pick<TakenMail, 'clinicId' | 'visit'>,
  from: string,
): Promise<void> {
  await inClinic(db, clinicId, (trx) =>
    trx
      .updateTable('appointments')
      .set({ organizer: from })
      .where('appointment_id', '=', visit.appointmentId)
      .where('organizer', 'is', null)
      .execute(),
  )
}
