/**
 * Which mails follow from a change of a visit, when each is due, and until when it is of use. Plain data.
 * Never: writes a row (mail-rows.ts), or sends (send-mails.ts).
 */

/** What a mail about a visit that stands, or was cancelled, tells. */
export type VisitMailKind = 'confirmation' | 'moved' | 'cancelled' | 'reminder-48h' | 'reminder-2h'

/** A change of a visit of which the person is told. */
export type MailedChangeKind = 'confirmed' | 'moved' | 'cancelled'

/** One mail of a plan. */
interface PlannedMail {
  readonly kind: VisitMailKind
  /** Milliseconds before the visit; null for at once. */
  readonly dueBefore: number | null
  /** After so many milliseconds before the visit it would only confuse. */
  readonly uselessBefore: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The first reminder is of use while the visit is a day off, the second until one would be on the way. [C] */
const reminders: readonly PlannedMail[] = [
  { kind: 'reminder-48h', dueBefore: 48 * hourMs, uselessBefore: 24 * hourMs },
  { kind: 'reminder-2h', dueBefore: 2 * hourMs, uselessBefore: 30 * minuteMs },
]
const atOnce = (kind: VisitMailKind): PlannedMail => ({ kind, dueBefore: null, uselessBefore: 0 })

/** What follows from each change, in the order in which it arrives. */
export const mailPlans: Readonly<Record<MailedChangeKind, readonly PlannedMail[]>> = {
  confirmed: [atOnce('confirmation'), ...reminders],
  moved: [atOnce('moved'), ...reminders],
  cancelled: [atOnce('cancelled')],
}
