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
  /** Which reminder of the clinic it is: its column says how many hours before the visit; null for at once. */
  readonly reminder: 'first_reminder_hours' | 'second_reminder_hours' | null
  /** After so many milliseconds before the visit it would only confuse. */
  readonly uselessBefore: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * The kinds are named after the hours that every clinic has at first. The first reminder is of use while the visit is a day off, the second until one would be on the way. [C]
 */
const reminders: readonly PlannedMail[] = [
  { kind: 'reminder-48h', reminder: 'first_reminder_hours', uselessBefore: 24 * hourMs },
  { kind: 'reminder-2h', reminder: 'second_reminder_hours', uselessBefore: 30 * minuteMs },
]
const atOnce = (kind: VisitMailKind): PlannedMail => ({ kind, reminder: null, uselessBefore: 0 })

/** What follows from each change, in the order in which it arrives. */
export const mailPlans: Readonly<Record<MailedChangeKind, readonly PlannedMail[]>> = {
  confirmed: [atOnce('confirmation'), ...reminders],
  moved: [atOnce('moved'), ...reminders],
  cancelled: [atOnce('cancelled')],
}
