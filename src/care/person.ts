/**
 * The person as their own record knows them at one moment: the events that the programme and the diary fold, and what the
 * block list needs to know of the person's body.
 * Called by the pages (web/care/record/record-now.ts). Pure. Never: reads a clock, or turns what is not known into "no".
 */
import type { Answers } from './check/types.ts'
import type { DiaryEvent } from './diary/entry.ts'
import { daysBetween, type Moment } from './evidence/calendar.ts'
import { findLast } from './evidence/lists.ts'
import { placeOf } from './evidence/order.ts'
import { completedWeeks, type MovementProfile, nothingKnown } from './movement/profile.ts'
import { type CheckFinished, inOrder, type NotebookEvent } from './notebook.ts'
import type { FullCheckDone, ProgrammeEvent } from './programme/events.ts'
import type { ProgrammeState } from './programme/state.ts'
import { movementProfileOf } from './relief/movement-facts.ts'
import { fullProfile, parseProfile } from './relief/profile.ts'

const programmeKinds = {
  programmeStarted: true,
  sessionDone: true,
  morningNoted: true,
  miniCheckDone: true,
  clinicianCleared: true,
  stopped: true,
  miniAsked: true,
  abilitiesNoted: true,
  phaseChanged: true,
  checkInDone: true,
  directionFound: true,
  helpAnswered: true,
} as const satisfies Record<Exclude<ProgrammeEvent['kind'], 'fullCheckDone'>, true>
const diaryKinds = {
  diaryEntry: true,
  entryWithdrawn: true,
  taskChosen: true,
  taskDropped: true,
} as const satisfies Record<DiaryEvent['kind'], true>

/**
 * The events that the programme folds. Each finished check becomes its `fullCheckDone`; where the person went back and
 * confirmed a changed answer, the check's last result counts.
 */
export function programmeEvents(events: readonly NotebookEvent[]): readonly ProgrammeEvent[] {
  const lastOf = new Map<string, CheckFinished>()
  for (const event of inOrder(events)) if (event.kind === 'checkFinished') lastOf.set(event.check, event)
  return events.flatMap((event) =>
    event.kind === 'checkFinished'
      ? lastOf.get(event.check)?.id === event.id
        ? [checkForProgramme(event)]
        : []
      : event.kind in programmeKinds
        ? [event as ProgrammeEvent]
        : [],
  )
}

/**
 * The programme's state while entries of the record cannot be read: the full check comes first. One of them may have been
 * a stop or a worse check, so nothing opens until a full check was finished after they were found.
 */
export function carefulState(state: ProgrammeState, events: readonly NotebookEvent[]): ProgrammeState {
  const doubt = findLast(events, (event) => event.kind === 'unreadable')
  if (!doubt || (state.lastFull && state.lastFull.at > doubt.at)) return state
  const because = 'A part of your record cannot be read, so we check again before you move.'
  return { ...state, fullDue: { because, since: doubt.at } }
}

/** The events that the diary folds. */
export function diaryEvents(events: readonly NotebookEvent[]): readonly DiaryEvent[] {
  return events.filter((event): event is DiaryEvent => event.kind in diaryKinds)
}

/** Under 16, or of unknown age, nothing goes past rest, breathing, heat and walking (evidence.md §4.1), as in the plan. */
function checkForProgramme(event: CheckFinished): FullCheckDone {
  const { age } = event.answers
  const young = typeof age !== 'number' || age < 16
  const { id, at, order, day, level, protocolVersion } = event
  const lock = event.movement === 'open' && young ? 'gentle' : event.movement
  return { v: 1, kind: 'fullCheckDone', id, at, order, day, level, lock, protocolVersion }
}

/**
 * What the block list knows of this person: from the answers of the last check and of the last plan's questions.
 * @param painNow0to10 the pain they have just told; without it the last one told counts only on the day it was told
 * @returns everything on the careful side while there is no check
 */
export function movementProfileAt(
  events: readonly NotebookEvent[],
  now: Moment,
  painNow0to10?: number | 'notSure',
): MovementProfile {
  const ordered = inOrder(events)
  const doubt = findLast(ordered, (event) => event.kind === 'unreadable')
  // What was told before entries were found that cannot be read may have been corrected by one of them.
  const told = doubt ? ordered.filter((event) => placeOf(event) > placeOf(doubt)) : ordered
  const check = findLast(told, (event) => event.kind === 'checkFinished')
  if (check?.kind !== 'checkFinished') return nothingKnown
  const plan = findLast(told, (event) => event.kind === 'planMade')
  const given = plan?.kind === 'planMade' ? parseProfile(plan.profile) : {}
  const profile = movementProfileOf(fullProfile(given, check.answers))
  return {
    ...profile,
    painNow0to10: painNow0to10 ?? painToday(ordered, now),
    pregnancyWeeks: grown(profile.pregnancyWeeks, check, now),
  }
}

/** The last pain that was told today as "now". */
function painToday(ordered: readonly NotebookEvent[], { day, at }: Moment): number | 'notSure' {
  const told = ordered.flatMap((event) => (event.at <= at ? painOf(event, day) : []))
  return told.at(-1) ?? 'notSure'
}

function painOf(event: NotebookEvent, day: Moment['day']): readonly number[] {
  if (event.kind === 'morningNoted' || event.kind === 'checkInDone') return event.day === day ? [event.pain0to10] : []
  if (event.kind === 'diaryEntry') return event.day === day ? [event.painNow0to10] : []
  if (event.kind === 'checkFinished') return event.day === day ? numberIn(event.answers) : []
  return []
}

const numberIn = ({ painNow }: Answers): readonly number[] => (typeof painNow === 'number' ? [painNow] : [])

/** A pregnancy goes on after the check that told its week. */
function grown(
  weeks: MovementProfile['pregnancyWeeks'],
  check: CheckFinished,
  now: Moment,
): MovementProfile['pregnancyWeeks'] {
  if (typeof weeks !== 'number') return weeks
  return weeks + completedWeeks(0, Math.max(0, daysBetween(check.day, now.day)))
}
