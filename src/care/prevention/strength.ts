/**
 * Strength on two days a week, with a day between: which days, and what those days hold. The sets come from the
 * programme's own session maker, so its doses, its ladder, its locks and the block list decide (evidence.md §6.1, §5.0).
 * Pure. Never: two strength days next to each other, or a set for somebody who may not move now.
 */
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { phases } from '../programme/phases.ts'
import { makeSession, type Session } from '../programme/session.ts'
import { strengthAllowed } from '../programme/session-lines.ts'
import type { ProgrammeState, SessionRecord } from '../programme/state.ts'
import { type PreventionEvent, type Weekday, weekdayOf } from './events.ts'
import { type Closed, gate } from './gate.ts'

/** Tuesday and Friday, until the person chooses: two or three days between. Ours [C]. */
export const firstDays = [2, 5] as const satisfies readonly [Weekday, Weekday]

/** Is there a day between them, round the week too? Sunday and Monday are neighbours. */
export function apart(one: Weekday, other: Weekday): boolean {
  const gap = Math.abs(one - other)
  return Math.min(gap, 7 - gap) >= 2
}

/** The two days that the person chose last; the first ones where none were chosen or they are not apart. */
export function chosenDays(events: readonly PreventionEvent[]): readonly [Weekday, Weekday] {
  const last = findLast(events, (event) => event.kind === 'strengthDaysChosen')
  return last?.kind === 'strengthDaysChosen' && apart(...last.weekdays) ? last.weekdays : firstDays
}

/** One strength day to come. */
export interface StrengthDay {
  readonly day: IsoDate
  readonly weekday: Weekday
  /** What it will hold if all goes as now; null when a full check is due before it. */
  readonly set: Session | null
}
/** The two strength days of a week, or why there are none yet (evidence.md §6.1). */
export type StrengthPlan =
  /** Phases 1 and 2, or no programme yet. */
  | { readonly kind: 'notYet'; readonly because: string }
  | { readonly kind: 'first'; readonly why: Closed['why']; readonly because: string }
  | { readonly kind: 'gentle'; readonly because: string }
  | { readonly kind: 'days'; readonly days: readonly [StrengthDay, StrengthDay] }

/** The next two strength days and their sets. */
export function strengthPlan(
  state: ProgrammeState,
  profile: MovementProfile,
  chosen: readonly [Weekday, Weekday],
  now: Moment,
): StrengthPlan {
  const door = gate(state, profile, now)
  // Being seen, and the check that something told asks for, come before every other word.
  if (!state.started && (door.ok || (door.why !== 'locked' && !state.fullDue)))
    return { kind: 'notYet', because: 'Strength is part of your day-by-day plan. Start that first.' }
  if (!door.ok) return { kind: 'first', why: door.why, because: door.because }
  if (door.lock === 'gentle') return { kind: 'gentle', because: 'Your check allows only gentle things for now.' }
  if (state.easeOnlySince || state.phase < 3)
    return {
      kind: 'notYet',
      because: `You are in phase ${state.phase}, ${phases[state.phase].name}. Strength comes in phase 3, ${phases[3].name}.`,
    }
  const [one, sessions] = nextDay(state, profile, chosen, now, 0)
  const [two] = nextDay({ ...state, sessions }, profile, chosen, now, daysBetween(now.day, one.day) + 1)
  return { kind: 'days', days: [one, two] }
}

/** The first chosen weekday from then on that the programme allows for strength, and the sessions once it is done. */
function nextDay(
  state: ProgrammeState,
  profile: MovementProfile,
  chosen: readonly Weekday[],
  now: Moment,
  from: number,
): readonly [StrengthDay, readonly SessionRecord[]] {
  // Two chosen days a week, a day apart: within three weeks one is always free.
  for (let ahead = from; ahead < from + 21; ahead += 1) {
    const when: Moment = { at: asEpochMs(now.at + ahead * dayMs), day: addDays(now.day, ahead) }
    const weekday = weekdayOf(when.day)
    const doneToday = ahead === 0 && state.sessions.some(({ day }) => day === now.day)
    if (!chosen.includes(weekday) || doneToday || !strengthAllowed(state, when)) continue
    // As it will be when that day's short check is clear too; today it is.
    const then: ProgrammeState = ahead === 0 ? state : { ...state, lastClear: when, miniDue: false }
    const made = makeSession(then, profile, phases[state.phase].usualMinutes, when)
    const set = made.kind === 'session' ? made : null
    return [{ day: when.day, weekday, set }, [...state.sessions, asDone(set, when, state)]]
  }
  throw new Error('no strength day in three weeks')
}

/** That day's session as the next day's rotation and the rule of a day between will see it. */
function asDone(set: Session | null, when: Moment, state: ProgrammeState): SessionRecord {
  const movements = set
    ? set.items.map(({ card, movement }) => ({
        card,
        movement,
        peak0to10: 0,
        done: 'all' as const,
        light: 'green' as const,
      }))
    : phases[state.phase].content.flatMap(({ card, role }) =>
        role === 'strength'
          ? { card, movement: 'breathing' as const, peak0to10: 0, done: 'all' as const, light: 'green' as const }
          : [],
      )
  return {
    ...when,
    id: `planned ${when.day}`,
    phase: state.phase,
    painBefore: 0,
    peak: 0,
    effort: 0,
    leg: 'none',
    light: 'green',
    movements,
    wholeDose: true,
    nextMorning: null,
  }
}
