/**
 * The person as their own record knows them at one moment: the events that the programme and the diary fold, and what the
 * block list needs to know of the person's body.
 * Pure. Never: reads a clock, or turns what is not known into "no".
 */
import { isKeyOf } from '../evidence/closed-sets.ts'
import { checkState } from '../check/check.ts'
import { protocol } from '../check/protocol.ts'
import { switches } from '../check/switches.ts'
import { type Answers, type FiredRule, type Level, levels, type MovementLock } from '../check/types.ts'
import { type DiaryEntry, type DiaryEvent, entries } from '../diary/entry.ts'
import { morningIdOf } from '../diary/entry-events.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { placeOf } from '../evidence/order.ts'
import { asEpochMs, dayMs, type EpochMs } from '../evidence/time.ts'
import { mustReaskA1ToA3 } from '../medicines/tally.ts'
import { completedWeeks, type MovementProfile, nothingKnown } from '../movement/profile.ts'
import { type CheckFinished, doses, inOrder, type NotebookEvent } from './notebook.ts'
import { answeredBy, isBegunBefore } from '../programme/asked.ts'
import type { FullCheckDone, PainToldLate, ProgrammeEvent } from '../programme/events.ts'
import type { DangerLock } from '../programme/locks.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { movementProfileOf } from '../relief/movement-facts.ts'
import { fullProfile, parseProfile } from '../relief/profile.ts'
import { doseRecord } from './too-much.ts'

const programmeKinds = {
  programmeStarted: true,
  sessionDone: true,
  morningNoted: true,
  miniCheckDone: true,
  clinicianCleared: true,
  dangerMistaken: true,
  tooMuchTold: true,
  stopped: true,
  miniAsked: true,
  abilitiesNoted: true,
  phaseChanged: true,
  checkInDone: true,
  directionFound: true,
  helpAnswered: true,
} as const satisfies Record<Exclude<ProgrammeEvent['kind'], 'fullCheckDone' | 'painToldLate' | 'tooMuchFound'>, true>
const diaryKinds = {
  diaryEntry: true,
  entryWithdrawn: true,
  taskChosen: true,
  taskDropped: true,
} as const satisfies Record<DiaryEvent['kind'], true>

const isForProgramme = (event: NotebookEvent): event is Extract<NotebookEvent, { kind: keyof typeof programmeKinds }> =>
  isKeyOf(programmeKinds, event.kind)

/**
 * The events that the programme folds. Each finished check becomes its `fullCheckDone`; where the person went back and
 * confirmed a changed answer, the check's last result counts (`standingResults`). A diary entry about an earlier day
 * becomes its `painToldLate`, also one that was put right or taken back since: that makes nothing easier. What the doses
 * come to is found anew each time (too-much.ts).
 */
export function programmeEvents(events: readonly NotebookEvent[]): readonly ProgrammeEvent[] {
  const counted = standingResults(events)
  const found = new Map(doseRecord(events).found.map((one) => [one.id, one]))
  return events.flatMap((event): ProgrammeEvent | readonly ProgrammeEvent[] => {
    if (event.kind === 'checkFinished') return counted.has(event.id) ? checkForProgramme(event) : []
    if (event.kind === 'diaryEntry') return lateForProgramme(event) ?? []
    // In place of the dose or the telling that it is found by.
    return found.get(event.id) ?? (isForProgramme(event) ? event : [])
  })
}

function lateForProgramme(event: DiaryEntry): PainToldLate | null {
  const { id, at, order, day, about, painNow0to10 } = event
  if (about === undefined) return null
  const made = toldLate.get(event)
  if (made) return made
  const fresh = { v: 1, kind: 'painToldLate', id, at, order, day, about, pain0to10: painNow0to10 } as const
  toldLate.set(event, fresh)
  return fresh
}

/** Events never change: the same entry gives the same event, so that a fold can go on where it was. */
const toldLate = new WeakMap<DiaryEntry, PainToldLate>()

/**
 * Ids of the results that count. A later result of the same check takes the place of an earlier one if it is no milder; or
 * if the person confirmed a changed answer on the way, within the time that a result counts (evidence.md §2.4, ruling 14).
 * A milder one that nobody confirmed, or from days later, stands beside it: then both count.
 */
export function standingResults(events: readonly NotebookEvent[]): ReadonlySet<string> {
  const standing = new Map<string, readonly CheckFinished[]>()
  for (const event of inOrder(events)) {
    if (event.kind !== 'checkFinished') continue
    const before = standing.get(event.check) ?? []
    standing.set(event.check, [...before.filter((one) => !replaces(event, one)), event])
  }
  return new Set([...standing.values()].flatMap((all) => all.map(({ id }) => id)))
}

function replaces(later: CheckFinished, earlier: CheckFinished): boolean {
  const [found, before] = [foundIn(later), foundIn(earlier)]
  const milder = found.level < before.level || found.lock < before.lock
  if (!milder) return true
  const agoMs = later.at - earlier.at
  return later.changed.length > earlier.changed.length && agoMs >= 0 && agoMs < dayMs
}

/** Mildest first. */
const locks = ['open', 'gentle', 'locked'] as const satisfies readonly MovementLock[]

/** What a check found, as places in `levels` and `locks`. */
interface Found {
  readonly level: number
  readonly lock: number
}

/**
 * What a kept check found: what it says, or what its own answers say by the same rules, whichever is worse. A file that was
 * changed by hand cannot say "all clear" above an answer that is not. Checks of other rules are taken at their word.
 */
function foundIn(event: CheckFinished): Found {
  const known = found.get(event)
  if (known) return known
  const said: Found = { level: levels.indexOf(event.level), lock: locks.indexOf(event.movement) }
  const worse = event.protocolVersion === rulesInForce ? worseOf(said, event.answers) : said
  found.set(event, worse)
  return worse
}

function worseOf(said: Found, answers: Answers): Found {
  // The private question is never kept. Its only rule is an emergency, which the kept level still says.
  const state = checkState({ I4: 'no', ...answers })
  if (!state.complete) return said
  const { level, movement } = state
  return { level: Math.max(said.level, levels.indexOf(level)), lock: Math.max(said.lock, locks.indexOf(movement)) }
}

/** Events never change, and every page folds them again. */
const found = new WeakMap<CheckFinished, Found>()
const rulesInForce = protocol(switches).version

/**
 * The programme's state while entries of the record cannot be read: the full check comes first. One of them may have been
 * a stop or a worse check, so nothing opens until a full check was finished after they were found.
 */
export function carefulState(state: ProgrammeState, events: readonly NotebookEvent[]): ProgrammeState {
  const doubt = findLast(events, (event) => event.kind === 'unreadable')
  const check = state.lastFull
  if (!doubt || (check && check.at > doubt.at && !isBegunBefore(check, placeOf(doubt)))) return state
  const because = 'A part of your record cannot be read, so we check again before you move.'
  return { ...state, fullDue: { because, since: doubt.at } }
}

/** The state where the record did not open: what it would close nobody knows, so a check is due. */
export function unopenedState(state: ProgrammeState, { at }: Moment): ProgrammeState {
  const because = 'We could not open your record just now.'
  return { ...state, fullDue: state.fullDue ?? { because, since: at } }
}

/** The events that the diary folds. */
export function diaryEvents(events: readonly NotebookEvent[]): readonly DiaryEvent[] {
  return events.filter((event): event is DiaryEvent => event.kind in diaryKinds)
}

function checkForProgramme(event: CheckFinished): FullCheckDone {
  const { id, at, order, day, protocolVersion, answers, check, unknownAge, begunAfter } = event
  const worst = foundIn(event)
  const [level, lock] = [levels[worst.level] ?? event.level, locks[worst.lock] ?? event.movement]
  const young = typeof answers.age !== 'number' || answers.age < 16
  const done = { v: 1, kind: 'fullCheckDone', id, at, order, day, level, lock, protocolVersion, check } as const
  return {
    ...done,
    ...(young && { young }),
    ...(unknownAge && { unknownAge }),
    ...(begunAfter !== undefined && { begunAfter }),
  }
}

/**
 * Must bladder, bowel and saddle be asked about again today, because the record holds a dose of codeine or the like, which
 * can hide their signs (hazard H-13)? Asked by a full check and by the short one.
 */
export function mustAskForCodeine(events: readonly NotebookEvent[], now: Moment): boolean {
  const taken = doses(events).map(({ ingredient, milligrams, product, takenAt }) => ({
    product,
    takenAt,
    milligrams: { [ingredient]: milligrams },
  }))
  return mustReaskA1ToA3(taken, nervesAskedAt(events), now.at)
}

/**
 * When A1–A3 were last asked and answered, all three, by a check or a short check; undefined: never. Of one in whose midst
 * something else was told: just before that.
 */
export function nervesAskedAt(events: readonly NotebookEvent[]): EpochMs | undefined {
  const asked = events.flatMap((event) =>
    (event.kind === 'checkFinished' || event.kind === 'miniCheckDone') && hasNerves(event.answers)
      ? answeredBy(event, events)
      : [],
  )
  return asked.length > 0 ? asEpochMs(Math.max(...asked)) : undefined
}

const hasNerves = (answers: Answers): boolean => (['A1', 'A2', 'A3'] as const).every((id) => answers[id] !== undefined)

/** A check that still closes something, and what was told to it, in words. */
export interface DangerTold {
  readonly lock: DangerLock
  /** Why it closed something, most urgent first; empty when the reason is not kept, for privacy. */
  readonly because: readonly string[]
}

/** What was told to the checks that still close something, oldest first (evidence.md §2.4, ruling 14). */
export function dangerTold(events: readonly NotebookEvent[], locks: readonly DangerLock[]): readonly DangerTold[] {
  return locks.map((lock) => {
    if (lock.tooMuch) return { lock, because: ['You took, or may have taken, too much of a medicine.'] }
    const check = events.find(({ id }) => id === lock.event)
    if (check?.kind !== 'checkFinished') return { lock, because: [] }
    const state = checkState({ I4: 'no', ...check.answers })
    const reasons = state.complete ? state.reasons : []
    // At a check that closed all, those that did; else those that left the gentle part only.
    const closing = reasons.filter(({ level, locks: closes }) =>
      lock.lock === 'locked' ? closesAll(level) : closes !== undefined,
    )
    return { lock, because: closing.filter(isToldAgain).map(({ because }) => because) }
  })
}

/** Thoughts of ending one's life are never shown again on a page that anybody with the phone may open (H-17, H-20). */
const isToldAgain = ({ deciding }: Pick<FiredRule, 'deciding'>): boolean =>
  !deciding.some(({ question }) => question === 'I3')

const closesAll = (level: Level): boolean => levels.indexOf(level) >= levels.indexOf('urgent')

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

/**
 * The last pain that was told today as "now". An entry about another day says nothing of it. One that was taken back or put
 * right, and the one that puts it right, can only raise it: somebody who is better says so anew.
 */
function painToday(ordered: readonly NotebookEvent[], { day, at }: Moment): number | 'notSure' {
  const counting = new Set(entries(diaryEvents(ordered)).map(({ id }) => id))
  const putsRight = new Set(
    ordered.flatMap((event) =>
      event.kind === 'diaryEntry' && event.replaces !== undefined ? [event.id, morningIdOf(event.id)] : [],
    ),
  )
  let pain = 0
  let known = false
  for (const event of ordered) {
    const told = event.at <= at ? painOf(event, day) : undefined
    if (told === undefined) continue
    const counts = event.kind !== 'diaryEntry' || counting.has(event.id)
    pain = counts && !putsRight.has(event.id) && !event.dayNotKnown ? told : Math.max(pain, told)
    known ||= counts && !event.dayNotKnown
  }
  return known ? pain : 'notSure'
}

function painOf(event: NotebookEvent, day: Moment['day']): number | undefined {
  if (event.kind === 'morningNoted' || event.kind === 'checkInDone')
    return event.day === day ? event.pain0to10 : undefined
  if (event.kind === 'diaryEntry')
    return event.day === day && event.about === undefined ? event.painNow0to10 : undefined
  if (event.kind === 'checkFinished') return event.day === day ? numberIn(event.answers) : undefined
  return undefined
}

const numberIn = ({ painNow }: Answers): number | undefined => (typeof painNow === 'number' ? painNow : undefined)

/** A pregnancy goes on after the check that told its week. */
function grown(
  weeks: MovementProfile['pregnancyWeeks'],
  check: CheckFinished,
  now: Moment,
): MovementProfile['pregnancyWeeks'] {
  if (typeof weeks !== 'number') return weeks
  return weeks + completedWeeks(0, Math.max(0, daysBetween(check.day, now.day)))
}
