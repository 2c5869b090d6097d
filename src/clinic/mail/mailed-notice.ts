/** What a mail that is about no visit needs to be written. Types only. */
import type { PayingGrant } from '../directory/grant-if-taken.ts'

/** What it says, and to whom. Moments are milliseconds since 1970, money is pence. */
export interface MailedNotice {
  readonly clinicId: string
  /** The offer, place on the list, request, question to choose again, question or comment. */
  readonly subjectId: string
  readonly contactName: string
  /** How often the address of the visit was put right that it is about, if any: links of earlier mails open nothing. */
  readonly linkRound: number
  readonly clinic: { readonly name: string; readonly phone: string; readonly email: string }
  /** `null` where it is about no service. */
  readonly service: {
    readonly name: string
    readonly minutes: number
    readonly pricePence: number
    /** It is given with a letter of referral alone; said where nothing is booked yet. */
    readonly needsReferral?: boolean
  } | null
  readonly demonstration: boolean
  /** The time that is offered. */
  readonly offer: MailedOffer | null
  /** The time that the clinic cannot keep, or keeps after all; `person`: who comes, where somebody else is written to. */
  readonly visitTime: MailedVisitTime | null
}

/** The time of a visit that stands, with what a calendar knows that visit by. */
export interface MailedVisitTime extends MailedTime {
  readonly person: string | null
  readonly appointmentId: string
  readonly version: number
  /** The organizer of its first invitation; null where none was sent yet. */
  readonly organizer: string | null
  /** Where it is, in a calendar's one line. */
  readonly location: string
}

/** A visit's own time. */
export interface MailedTime {
  readonly startsAt: number
  readonly endsAt: number
  readonly therapist: string
  readonly place: string
  readonly zone: string
}

/** A time that is offered. */
export interface MailedOffer extends MailedTime {
  readonly answerUntil: number
  /** Straight after it, for the second person. */
  readonly secondStartsAt: number | null
  /** When the visit is now that would be moved. */
  readonly movesFrom: number | null
  /** Until when a cancel is free once it is taken, and what a later one costs. */
  readonly freeUntil: number
  readonly lateFeePence: number
  /** What pays for it of visits paid ahead or granted. */
  readonly grant?: PayingGrant | undefined
}
