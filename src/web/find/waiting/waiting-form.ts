/** What the forms of the waiting list post, read once. What is wrong comes back as a sentence for its field. */
import { uuidIn } from '../../../care/evidence/ids.ts'
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import type { Joining } from '../../../clinic/booking/waiting/waiting-list.ts'
import type { WaitingWish } from '../../../clinic/booking/waiting/wish.ts'
import type { HeardSign } from '../../../care/check/free-text/danger-phrases.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { readBooking, type TypedBooking, typedBooking, wordsIn } from '../booking/booking-form.ts'
import { isOtherUntold, type NoteAnswer, readNoteAnswers } from '../danger-first.tsx'

/** Days of the week as the form shows them: 1 is Monday. */
export const weekdays = weekdayNames.map((name, at) => ({ number: at + 1, name }))

/** Parts of the day, in minutes. [C] */
export const dayParts = {
  any: { text: 'Any time', from: 0, to: 1440 },
  morning: { text: 'Before noon', from: 0, to: 720 },
  afternoon: { text: 'Noon to 5 in the afternoon', from: 720, to: 1020 },
  evening: { text: 'After 5 in the afternoon', from: 1020, to: 1440 },
} as const
type DayPart = keyof typeof dayParts
const isDayPart = (text: string): text is DayPart => Object.hasOwn(dayParts, text)

/** For how many weeks somebody waits at most. */
export const weeksOffered = [1, 2, 4, 8] as const

/** What was typed and ticked about the times. */
export interface TypedWish {
  readonly days: readonly number[]
  readonly part: string
  readonly weeks: string
  /** `one`: only the therapist of the address. `any`: whoever gives the service. */
  readonly who: string
  readonly second: string
  readonly key: string
}

const textOf = (form: FormData, name: string): string => {
  const last = form.getAll(name).at(-1)
  return typeof last === 'string' ? last : ''
}

/** A form that nobody has touched. */
export const untouchedWish = (key: string): TypedWish => ({
  days: weekdays.map(({ number }) => number),
  part: 'any',
  weeks: '4',
  who: 'any',
  second: '',
  key,
})

/** The fields as they came. */
export const typedWish = (form: FormData): TypedWish => ({
  days: weekdays.map(({ number }) => number).filter((number) => textOf(form, `day${number}`) === 'yes'),
  part: textOf(form, 'part'),
  weeks: textOf(form, 'weeks'),
  who: textOf(form, 'who'),
  second: textOf(form, 'secondPerson'),
  key: textOf(form, 'key'),
})

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** @param today ISO day at the place */
function readWish({ days, part, weeks }: TypedWish, today: string): Read<WaitingWish> {
  const number = weeksOffered.find((offered) => String(offered) === weeks)
  const problems = [
    ...(days.length === 0 ? [{ field: 'days', text: 'Tick at least one day that suits.' }] : []),
    ...(isDayPart(part) ? [] : [{ field: 'part', text: 'Choose what time of day suits.' }]),
    ...(number ? [] : [{ field: 'weeks', text: 'Choose how long you want to wait.' }]),
  ]
  if (!isDayPart(part) || !number || problems.length > 0) return { ok: false, problems }
  const { from, to } = dayParts[part]
  const lastDay = Temporal.PlainDate.from(today).add({ weeks: number }).toString()
  const wish = { location: null, weekdays: days, fromMinute: from, toMinute: to, firstDay: today, lastDay }
  return { ok: true, value: wish }
}

/** A visit that its person would move to an earlier time. */
export interface MovedEarlier {
  readonly clinicId: string
  readonly appointmentId: string
  readonly service: { readonly id: string }
  readonly therapist: { readonly id: string }
  readonly place: { readonly zone: string }
  /** Milliseconds since 1970. */
  readonly startsAt: number
}

/** What is waited for with a visit: any day up to its own. @param today ISO day at the place */
export function readEarlier(visit: MovedEarlier, wish: TypedWish, today: string): Read<Joining> {
  const read = readWish({ ...wish, weeks: String(weeksOffered.at(-1)) }, today)
  if (!read.ok) return read
  const { clinicId, appointmentId, service, therapist, place, startsAt } = visit
  const own = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(place.zone).toPlainDate().toString()
  const { firstDay } = read.value
  return {
    ok: true,
    value: {
      clinicId,
      joinKey: joinKeyOf(wish),
      service: service.id,
      therapist: wish.who === 'one' ? therapist.id : null,
      wish: { ...read.value, firstDay: firstDay < own ? firstDay : own, lastDay: own },
      movesVisit: appointmentId,
    },
  }
}

/** The key of this press of the button. One that is not ours is nobody's: two people must never share a place. */
const joinKeyOf = ({ key }: TypedWish): string => uuidIn(key) ?? crypto.randomUUID()

/** What the lines of the form may tell of danger, whatever else is wrong with it. */
export interface ToldInJoin {
  readonly words: string
  readonly heard: readonly HeardSign[]
  readonly answers: readonly NoteAnswer[]
  /** One of them was answered with yes or not sure. */
  readonly isDanger: boolean
  readonly isUnanswered: boolean
  /** An emergency that is not of the back, which was not said yet. */
  readonly other: boolean
}

/** Listens to it, as booking does; this form has no note. */
export function toldInJoin(form: FormData): ToldInJoin {
  const typed = { ...typedBooking(form), note: '' }
  const { heard } = readBooking(typed)
  const [words, answers] = [wordsIn(typed), readNoteAnswers(form, heard)]
  return {
    ...{ words, heard, answers },
    isDanger: answers.some((one) => one === 'yes' || one === 'notSure'),
    isUnanswered: answers.includes(undefined),
    other: isOtherUntold(words, typed.told),
  }
}

/** What a whole form says: the times, and who waits. */
export interface ReadJoin {
  readonly typed: TypedBooking
  readonly hint?: string | undefined
  readonly read: Read<Pick<Joining, 'joinKey' | 'wish' | 'details'>>
}

/** Reads it. @param today ISO day at the place */
export function readJoin(form: FormData, wish: TypedWish, today: string): ReadJoin {
  const typed = typedBooking(form)
  const [times, who] = [readWish(wish, today), readBooking({ ...typed, note: '' })]
  const second = readBooking({ ...typed, note: '', forWhom: 'other', personName: wish.second || 'x' })
  const problems = [
    ...(times.ok ? [] : times.problems),
    ...(who.ok ? [] : who.problems),
    // Only its own fault: all else has been said.
    ...(second.ok ? [] : second.problems.filter(({ field }) => field === 'personName' && who.ok)).map(({ text }) => ({
      field: 'secondPerson',
      text,
    })),
  ]
  if (!times.ok || !who.ok || problems.length > 0) return { typed, hint: who.hint, read: { ok: false, problems } }
  const { note: _note, sharedCheck: _shared, secondIsMeant: _second, ...details } = who.details
  const secondPerson = wish.second.trim() && second.ok ? second.details.personName : undefined
  return {
    typed,
    hint: who.hint,
    read: { ok: true, value: { joinKey: joinKeyOf(wish), wish: times.value, details: { ...details, secondPerson } } },
  }
}
