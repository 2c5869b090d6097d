/**
 * What can happen in prevention, as events of the person's own record: the walking plan, the strength days, the desk list
 * and the reminders. Written by the prevention pages; folded by `walking.ts`, `strength.ts`, `desk.ts` and `reminders.ts`.
 * Types with the same base fields as in notebook.ts, the weekdays, and which events of a record are this room's.
 * Never changed once written: a later event says more.
 */
import { dayNumber, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { type Made, onceInOrder } from '../evidence/order.ts'

interface EventBase extends Moment, Made {
  readonly v: 1
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = (typeof weekdays)[number]
/** The days of the week as they are written. */
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
}

/** The weekday of a date. 1970-01-01, day 0, was a Thursday. */
export function weekdayOf(day: IsoDate): Weekday {
  const fromMonday = (((dayNumber(day) + 3) % 7) + 7) % 7
  // A rest after division by 7, and 1: from 1 to 7.
  return (fromMonday + 1) as Weekday
}

/** A walking plan begins, from what the person walks now. A later one of these begins it anew. */
export interface WalkingStarted extends EventBase {
  readonly kind: 'walkingStarted'
  /** One usual walk now, whole minutes, 0 to 180. */
  readonly minutesNow: number
  /** Days a week with such a walk, 0 to 7. */
  readonly daysNow: number
}
/** The plan ends. What was walked stays in the record. */
export interface WalkingEnded extends EventBase {
  readonly kind: 'walkingEnded'
}

/**
 * How a walk felt, by the traffic lights of evidence.md §5.0. `fine`: pain 0 to 3. `sore`: 4 or 5. `tooSore`: 6 or more, or
 * 2 points above the start. `leg`: pain or tingling went further down the leg, or stayed; red at once, whatever the score.
 */
export const walkFeelings = ['fine', 'sore', 'tooSore', 'leg'] as const
/** How a walk went. */
export type WalkFelt = (typeof walkFeelings)[number]
/** A walk was done. */
export interface WalkDone extends EventBase {
  readonly kind: 'walkDone'
  /** Whole minutes, 1 to 600. */
  readonly minutes: number
  readonly felt: WalkFelt
}

/** The two days a week for strength. Pages make it only with a day between (strength.ts, `apart`). */
export interface StrengthDaysChosen extends EventBase {
  readonly kind: 'strengthDaysChosen'
  readonly weekdays: readonly [Weekday, Weekday]
}

/** Items of the desk list (desk.ts). */
export const deskItemIds = ['move', 'stand', 'calls', 'reach', 'feet', 'seat', 'screen', 'arms'] as const
/** The id of one line of the desk list. */
export type DeskItemId = (typeof deskItemIds)[number]
/** The whole desk list as it stands: items not named are not done. */
export interface DeskNoted extends EventBase {
  readonly kind: 'deskNoted'
  readonly done: readonly DeskItemId[]
}

/** What a reminder can be for. */
export const reminderKinds = ['breaks', 'walk', 'strength', 'session', 'diary', 'miniCheck'] as const
/** What a reminder is for. */
export type ReminderKind = (typeof reminderKinds)[number]
/** `09:30`, 24 hours, by whatever clock the person lives by. */
export type ClockTime = `${number}:${number}`
/** Again and again through part of a day: at `from`, then every so many minutes, not after `to`. */
export interface EveryMinutes {
  readonly everyMinutes: number
  readonly from: ClockTime
  readonly to: ClockTime
}
/** A reminder is set, or set anew: the last one for its kind counts. */
export interface ReminderSet extends EventBase {
  readonly kind: 'reminderSet'
  readonly what: ReminderKind
  readonly times: readonly ClockTime[] | EveryMinutes
  readonly days: readonly Weekday[]
}
/** One kind of reminder is cancelled, or all of them at once. */
export interface ReminderCancelled extends EventBase {
  readonly kind: 'reminderCancelled'
  readonly what: ReminderKind | 'all'
}
/** What a reminder says on a locked screen or in a calendar. `hidden` says nothing at all of movement. */
export interface ReminderWording extends EventBase {
  readonly kind: 'reminderWording'
  readonly wording: 'hidden' | 'move'
}

/** Everything that the room folds. */
export type PreventionEvent =
  | WalkingStarted
  | WalkingEnded
  | WalkDone
  | StrengthDaysChosen
  | DeskNoted
  | ReminderSet
  | ReminderCancelled
  | ReminderWording

const kinds = {
  walkingStarted: true,
  walkingEnded: true,
  walkDone: true,
  strengthDaysChosen: true,
  deskNoted: true,
  reminderSet: true,
  reminderCancelled: true,
  reminderWording: true,
} as const satisfies Record<PreventionEvent['kind'], true>

/** The events of a record that belong to this room, oldest first, each id once. */
export function preventionEvents(events: readonly { readonly kind: string }[]): readonly PreventionEvent[] {
  return onceInOrder(events.filter((event): event is PreventionEvent => event.kind in kinds))
}
