/** The truth about the mails of a visit, in words for staff: what waits, what was handed over, what came back and why. */
import { sql } from 'kysely'
import { isAskedToChoose } from '../availability/asked-to-choose.ts'
import { wallClockSentence } from '../availability/wall-clock.ts'
import { type Database, inClinic } from '../db/connection.ts'
import { intoFile, tooLate } from './due-mails.ts'
import type { ChooseAgainMailKind, MailKind } from './mail-rows.ts'
import { isReviewMail } from './review-mails.ts'

/** A mail about a visit; that it cannot be kept is asked by one, too. */
type VisitMailKind = MailKind | ChooseAgainMailKind

/** A row of mail. Moments are milliseconds since 1970. */
export interface MailRow {
  readonly kind: VisitMailKind
  readonly address: string
  readonly state: 'queued' | 'sending' | 'handed-over' | 'bounced' | 'given-up' | 'dropped'
  readonly why: string | null
  readonly attempts: number
  readonly dueAt: number
  readonly nextTryAt: number
  readonly handedOverAt: number | null
  /** They were asked to choose another time of the visit as it stands: of a reminder nothing is sent meanwhile. */
  readonly isAskedToChoose?: boolean
}

/** Oldest mail first. */
export interface MailTruth {
  readonly mails: readonly { readonly kind: VisitMailKind; readonly says: string }[]
  /** Why the person may not know of the visit as it stands, so that somebody rings; null where nothing speaks for that. */
  readonly notReached: string | null
  /** The last mail about the visit itself whose fate is known came back, or could not be delivered. */
  readonly cameBack: boolean
}

const names: Readonly<Record<VisitMailKind, string>> = {
  confirmation: 'Confirmation',
  moved: 'Mail about the move',
  cancelled: 'Mail about the cancelling',
  'reminder-48h': 'First reminder',
  'reminder-2h': 'Second reminder',
  'choose-again': 'Question to choose another time',
  'stands-again': 'Mail that it stands after all',
  'review-invitation': 'Question how it was',
  'review-alert': 'Mail to the clinic about a review',
}

/**
 * What the rows of one visit say.
 * @param held a restored backup holds all mail
 * @param zone of the visit's place
 * @param now milliseconds since 1970
 * @param deadBecause why letters to the same address came back for good; `null` where none did
 */
export function mailTruth(
  rows: readonly MailRow[],
  held: boolean,
  zone: string,
  now: number,
  deadBecause: string | null = null,
): MailTruth {
  const at = (ms: number) =>
    wallClockSentence(Temporal.Instant.fromEpochMilliseconds(ms), zone, Temporal.Instant.fromEpochMilliseconds(now))
  const ordered = rows.toSorted((one, other) => one.dueAt - other.dueAt)
  const last = lastKnown(ordered.filter(({ kind }) => !isReviewMail(kind) && !isChooseAgainMail(kind)))
  return {
    mails: ordered.map((row) => ({
      kind: row.kind,
      says: `${names[row.kind]} to ${row.address}: ${fate(row, held, at, now)}`,
    })),
    notReached:
      whyNotReached(last) ??
      (deadBecause === null ? null : `Not reached by mail: phone. A letter to this address: ${deadBecause}`),
    cameBack: last?.state === 'bounced' || last?.state === 'given-up',
  }
}

/** Whom these do not reach, the list of those who were asked says. */
const isChooseAgainMail = (kind: VisitMailKind) => kind === 'choose-again' || kind === 'stands-again'

function fate(row: MailRow, held: boolean, at: (ms: number) => string, now: number): string {
  const { state, attempts, why, dueAt, nextTryAt, handedOverAt } = row
  switch (state) {
    case 'handed-over':
      return [
        why === intoFile ? 'written to a file' : 'handed over to the mail server',
        handedOverAt === null ? '.' : `, ${at(handedOverAt)}.`,
        ...(why === null ? [] : [` ${why}`]),
      ].join('')
    case 'sending':
      return 'is being sent.'
    case 'queued':
      if (held) return 'waits, since all mail is held after a backup was restored.'
      if (attempts > 0)
        return `tried ${attempts === 1 ? 'once' : `${attempts} times`}, next try ${at(nextTryAt)}.${why ? ` ${why}` : ''}`
      if (row.isAskedToChoose && row.kind.startsWith('reminder'))
        return `goes out ${at(dueAt)}, if the visit stands after all. They were asked to choose another time.`
      return dueAt > now ? `goes out ${at(dueAt)}.` : 'waits to be sent.'
    default:
      return `${state === 'bounced' ? 'not delivered' : state === 'given-up' ? 'given up' : 'not sent'}.${why ? ` ${why}` : ''}`
  }
}

/** The last mail whose fate is known decides: a later one that was handed over has reached the person after all. */
const lastKnown = (ordered: readonly MailRow[]): MailRow | undefined =>
  ordered.findLast(
    ({ state, why }) => state !== 'queued' && state !== 'sending' && (state !== 'dropped' || why === tooLate),
  )

function whyNotReached(last: MailRow | undefined): string | null {
  return last === undefined || last.state === 'handed-over'
    ? null
    : `Not reached by mail: phone. ${last.why ?? ''}`.trim()
}

/** The truth for each of these visits of a clinic, its mails in the order in which they go out. Visits without a mail, or that are not there, are left out. */
export function loadMailTruths(
  db: Database,
  clinicId: string,
  appointmentIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, MailTruth>> {
  return inClinic(db, clinicId, async (trx) => {
    const ids = sql`${[...appointmentIds]}::uuid[]`
    const { rows } = await sql<FoundRow>`
      with ours as (
        select appointment_id, mail_id from mails where clinic_id = ${clinicId} and appointment_id = any(${ids})
        union all
        select q.appointment_id, m.mail_id from choose_again q join mails m using (clinic_id, choose_again_id)
        where q.clinic_id = ${clinicId} and q.appointment_id = any(${ids}))
      select ours.appointment_id, m.kind, m.address, m.state, m.why, m.attempts, m.due_at, m.next_try_at, m.handed_over_at,
        l.zone, i.mail_held_since is not null as held,
        (select s.because from mail_stops s where s.clinic_id = m.clinic_id and s.purpose = 'letters' and s.why = 'bounced'
          and s.address = lower(m.address)) as dead_because,
        ${isAskedToChoose} as is_asked_to_choose
      from ours
      join mails m on m.clinic_id = ${clinicId} and m.mail_id = ours.mail_id
      join appointments a on a.clinic_id = m.clinic_id and a.appointment_id = ours.appointment_id
      join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
      cross join installation i
      order by m.due_at, m.created_at, m.mail_id`.execute(trx)
    const visits = Map.groupBy(rows, ({ appointment_id }) => appointment_id)
    return new Map(
      [...visits].map(([id, [first, ...more]]) => {
        const all = first ? [first, ...more] : []
        // The address that the last one went to counts: it may have been put right since.
        const dead = all.at(-1)?.dead_because ?? null
        return [id, mailTruth(all.map(toMailRow), first?.held ?? false, first?.zone ?? 'UTC', now, dead)]
      }),
    )
  })
}

interface FoundRow {
  readonly appointment_id: string
  readonly kind: VisitMailKind
  readonly address: string
  readonly state: MailRow['state']
  readonly why: string | null
  readonly attempts: number
  readonly due_at: Date
  readonly next_try_at: Date
  readonly handed_over_at: Date | null
  readonly zone: string
  readonly held: boolean
  readonly dead_because: string | null
  readonly is_asked_to_choose: boolean
}

const toMailRow = ({
  kind,
  address,
  state,
  why,
  attempts,
  due_at,
  next_try_at,
  handed_over_at,
  is_asked_to_choose,
}: FoundRow): MailRow => ({
  kind,
  address,
  state,
  why,
  attempts,
  dueAt: due_at.getTime(),
  nextTryAt: next_try_at.getTime(),
  handedOverAt: handed_over_at?.getTime() ?? null,
  isAskedToChoose: is_asked_to_choose,
})

/** The most mails of one visit that are looked at. */
const mostOfVisit = 20

/** The ids of the mails of a visit that went to the person, the newest first; and whether one is due that has not gone yet. */
export function mailsToPerson(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<{ readonly ids: readonly string[]; readonly isMoreToCome: boolean }> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<{ mail_id: string; has_gone: boolean }>`
      select mail_id, state = 'handed-over' as has_gone from mails
      where clinic_id = ${clinicId} and appointment_id = ${appointmentId} and kind <> 'review-alert'
        and (state = 'handed-over' or state in ('queued', 'sending') and due_at <= now())
      order by due_at desc, created_at desc, mail_id desc limit ${mostOfVisit}`.execute(trx)
    return {
      ids: rows.flatMap(({ mail_id, has_gone }) => (has_gone ? [mail_id] : [])),
      isMoreToCome: rows.some(({ has_gone }) => !has_gone),
    }
  })
}
