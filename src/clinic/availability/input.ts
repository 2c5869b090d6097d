/**
 * What the search for free times is given, and what it gives. Plain data: no clock, no database.
 * Moments are milliseconds since 1970. Days are ISO days of the location's zone. Minutes of a day count from 00:00 on the
 * clock's face, 0 to 1440; a part of a day whose end is not after its start runs into the next day.
 */

/** A part of a day: "22:00 to 06:00" is `{ from: 1320, to: 360 }`, and "to midnight" is `to: 1440`. */
export interface DayPart {
  readonly from: number
  readonly to: number
}

/** A pause is kept free before and after a visit. Of the pauses of service, therapist, room and machine the longest counts. */
export interface Pauses {
  readonly pauseBefore: number
  readonly pauseAfter: number
}

export interface PlaceOfWork {
  readonly id: string
  /** IANA name, "Europe/London". */
  readonly zone: string
}

export interface Service extends Pauses {
  readonly id: string
  readonly minutes: number
  /** The kind of room and of machine that a visit needs, if any. */
  readonly roomKind?: string
  readonly machineKind?: string
  /** Minutes between now and the earliest start. */
  readonly noticeMinutes: number
  /** The last local day that can be booked is today and so many. Counted in days, never in hours. */
  readonly windowDays: number
  /** A start every so many minutes, counted from the opening. */
  readonly stepMinutes: number
  /** So many people at once, at the fixed times of `AvailabilityInput.meetings`. Not given: a visit of one. */
  readonly places?: number
}

/** One meeting of a class, which has claimed its therapist and room. Whoever comes takes one of its places. */
export interface ClassMeeting {
  readonly id: string
  readonly service: string
  readonly therapist: string
  readonly location: string
  readonly start: number
  readonly end: number
  readonly places: number
  /** Places that are held or booked; holds that have ended are not counted. */
  readonly taken: number
}

/** When a therapist works at a location. */
export interface Hours extends DayPart {
  readonly location: string
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  /** Every n weeks, counted from the week (Monday to Sunday) of `validFrom`, so that all rows of a rota keep step. */
  readonly everyWeeks: number
  readonly validFrom: string
  /** The last day, inclusive; open when not given. */
  readonly validTo?: string
  /** Exactly these starts (minutes of the day, after midnight above 1440) instead of a step. */
  readonly starts?: readonly number[]
}

/** Days or parts of days on which nothing is offered. */
export interface TimeOff {
  readonly firstDay: string
  /** Inclusive. Not given: only `firstDay`, or for ever when it repeats. */
  readonly lastDay?: string
  /** Not given: every day from first to last. Otherwise each n-th week on the weekday of `firstDay`. */
  readonly everyWeeks?: number
  /** Not given: the whole day. */
  readonly part?: DayPart
}

/** A closure of a location, or of all of them. */
export interface Closure extends TimeOff {
  readonly location?: string
}

export interface Therapist extends Pauses {
  readonly id: string
  readonly services: readonly string[]
  readonly hours: readonly Hours[]
  readonly absences: readonly TimeOff[]
  /** Hide times that would leave a gap too short for anything, while others exist that day. */
  readonly avoidsGaps: boolean
}

export interface Thing extends Pauses {
  readonly id: string
  readonly location: string
  readonly kind: string
}

/** A claim on a therapist, room or machine: half open, its own pauses included as they were when it was booked. */
export interface Busy {
  readonly resource: string
  readonly from: number
  readonly to: number
  /** Where the visit is: travel from and to other locations is kept free as well. Not given: nowhere, no travel. */
  readonly location?: string
}

export interface AvailabilityInput {
  readonly now: number
  /** Local days to look at, inclusive. */
  readonly firstDay: string
  readonly lastDay: string
  readonly locations: readonly PlaceOfWork[]
  readonly services: readonly Service[]
  readonly therapists: readonly Therapist[]
  readonly rooms: readonly Thing[]
  readonly machines: readonly Thing[]
  readonly closures: readonly Closure[]
  readonly busy: readonly Busy[]
  readonly meetings: readonly ClassMeeting[]
  /** Minutes on the way; a way that is not listed takes `otherwiseTravelMinutes`. */
  readonly travel: readonly { readonly from: string; readonly to: string; readonly minutes: number }[]
  readonly otherwiseTravelMinutes: number
}

/** A time that can be had. What it would claim is `claimFrom` to `claimTo` of each of `resources`. */
export interface Slot {
  readonly service: string
  readonly therapist: string
  readonly location: string
  readonly start: number
  readonly end: number
  readonly claimFrom: number
  readonly claimTo: number
  /** The therapist, then the room and the machine if the service needs them. None for a place in a class. */
  readonly resources: readonly string[]
  /** The meeting in which it is a place, and how many are left, this one counted. */
  readonly inClass?: { readonly id: string; readonly placesLeft: number }
  /** `beside`: it touches another visit. `leavesGap`: too short a gap would stay beside it. `open`: neither. */
  readonly fit: 'beside' | 'leavesGap' | 'open'
}

/** What is asked for. Everything not named is "any". */
export interface Wish {
  readonly service: string
  readonly therapist?: string
  readonly location?: string
  /** Staff may move inside the notice and beyond the window (and say why elsewhere); nobody may take what is taken or past. */
  readonly by?: 'public' | 'staff'
}
