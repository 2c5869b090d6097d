/**
 * Today: the next thing to do, why, and how many minutes; what changed since last time; the week as data.
 * Pure. Forgiving: no streaks, no scores, no blame; a way back is always there.
 * Never: puts a session before a danger check that is due, or a call for help behind anything.
 */
import type { MovementProfile } from '../movement/profile.ts'
import { phaseReadiness } from './advance-phase.ts'
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { askDirectionAgain } from './direction.ts'
import { fullCheckMinutes } from '../check/check-minutes.ts'
import { type HumanHelp, humanHelp } from './human-help.ts'
import { phases } from './phases.ts'
import { fullCheckWeeks, mayMove, screeningDue } from './screening.ts'
import { makeSession } from './session.ts'
import { strengthAllowed } from './session-lines.ts'
import { checkInDue, slowProgress } from './slow-progress.ts'
import { type Decision, isOfKnownDay, lockOf, type ProgrammeState } from './state.ts'
import type { MorningNoted } from './events.ts'
import type { Warning } from './warnings.ts'

/** What a task of today can be. */
export type TaskKind =
  | 'start'
  | 'getHelp'
  | 'seeClinician'
  | 'fullCheck'
  | 'morning'
  | 'miniCheck'
  | 'checkIn'
  | 'changePhase'
  | 'abilities'
  | 'askDirection'
  | 'session'
  | 'walk'
  | 'rest'

/** One thing to do. */
export interface Task {
  readonly kind: TaskKind
  readonly title: string
  readonly why: string
  readonly minutes: number
}

/** What there is to do today, and what has changed since the last visit. */
export interface Today {
  readonly next: Task
  /** What comes after it, in order. */
  readonly then: readonly Task[]
  /** Decisions since the person's last session or visit before today: newest first, each in words. */
  readonly changed: readonly Decision[]
  readonly help: HumanHelp
  readonly week: readonly WeekDay[]
  /** Shown after days away. Null when there is nothing to say. */
  readonly welcomeBack: string | null
}

/**
 * Is nothing to book shown today? While movements are locked, or a danger sign waits for its check, the way to help stands
 * alone (evidence.md §2.1, hazard H-23).
 */
export const nothingToBook = (state: ProgrammeState, warning: Pick<Warning, 'how'> | null): boolean =>
  lockOf(state) === 'locked' || (warning !== null && warning.how !== 'check')

/**
 * Is no session of the days ahead to be spoken of? While movements are closed, or a full check or a call for help comes
 * first, nobody knows yet whether there will be one.
 */
export const hidesFutureSessions = (state: ProgrammeState, { kind }: Task): boolean =>
  lockOf(state) !== 'open' || kind === 'fullCheck' || kind === 'getHelp' || kind === 'seeClinician'

/** What of the decisions may stand beside a call for help: nothing that goes on, or that says that all went well. */
export const besideCall = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.filter(({ kind }) => kind === 'stop' || kind === 'regress' || kind === 'phaseBack')

/** What of the tasks may stand beside it: a check, and being seen. */
export const tasksBesideCall = (tasks: readonly Task[]): readonly Task[] =>
  tasks.filter(({ kind }) => kind === 'fullCheck' || kind === 'seeClinician')

/** The week as it may be shown, on every page alike: no plan on its days while nobody knows which sessions are ahead. */
export function weekInSight(state: ProgrammeState, { week, next }: Pick<Today, 'week' | 'next'>): readonly WeekDay[] {
  const closed = hidesFutureSessions(state, next) || state.fullDue !== null || state.miniDue
  return closed ? week.map((day) => ({ ...day, sessionsPlanned: null })) : week
}

/** May one more session be offered on a day whose tasks are done? Up to the most of the phase, and only while moving is open. */
export const mayDoOneMore = (state: ProgrammeState, now: Moment): boolean =>
  mayMove(state, now).ok &&
  state.sessions.filter(({ day }) => day === now.day).length < phases[state.phase].sessionsADay[1]

/** Was it on this day, as far as that is sure? */
export const isOf = (told: Pick<MorningNoted, 'day' | 'dayNotKnown'>, day: IsoDate): boolean =>
  isOfKnownDay(told) && told.day === day

/** What is to do today, most needed first. */
export function today(state: ProgrammeState, profile: MovementProfile, now: Moment): Today {
  const tasks = tasksOf(state, profile, now)
  const [next, ...then] = tasks
  if (!next) throw new Error('there is always something to do: resting at least')
  const restart = state.decisions.filter(({ kind, day }) => kind === 'restart' && day === now.day).at(-1)
  return {
    next,
    then,
    changed: changedSince(state, now),
    help: humanHelp(state, now),
    week: weekOf(state, now),
    welcomeBack: restart?.words ?? null,
  }
}

function tasksOf(state: ProgrammeState, profile: MovementProfile, now: Moment): readonly Task[] {
  if (!state.started)
    return [{ kind: 'start', title: 'Start your day-by-day plan', why: 'Answer a few questions first.', minutes: 5 }]
  const tasks: Task[] = []
  const [urgent] = slowProgress(state, now).filter(({ level }) => level === 'urgent')
  if (urgent) tasks.push({ kind: 'getHelp', title: urgent.words, why: urgent.because, minutes: 10 })
  const may = mayMove(state, now)
  const screening = screeningDue(state, now)
  if (!may.ok && may.why === 'locked')
    return [...tasks, { kind: 'seeClinician', title: 'Be seen first', why: may.because, minutes: 0 }]
  if (screening.due === 'full')
    tasks.push({ kind: 'fullCheck', title: 'Do the full check', why: screening.because, minutes: fullCheckMinutes })
  // Beneath a call for help nothing of a session stands, nor of what would come after one.
  if (urgent) return tasks
  if (!state.mornings.some((one) => isOf(one, now.day)))
    tasks.push({
      kind: 'morning',
      title: 'Tell us your pain now',
      why: 'It decides if today goes on, stays the same or steps back.',
      minutes: 1,
    })
  if (screening.due === 'mini')
    tasks.push({ kind: 'miniCheck', title: 'Do the short check', why: screening.because, minutes: 1 })
  if (checkInDue(state, now))
    tasks.push({
      kind: 'checkIn',
      title: 'Better, the same or worse?',
      why: 'Now is a good time to look again.',
      minutes: 1,
    })
  tasks.push(...phaseTasks(state, now))
  if (askDirectionAgain(state, now))
    tasks.push({
      kind: 'askDirection',
      title: 'Which way feels better now?',
      why: 'It can change in a few days.',
      minutes: 5,
    })
  return [...tasks, ...movementTasks(state, profile, now)]
}

function phaseTasks(state: ProgrammeState, now: Moment): readonly Task[] {
  const { next, ready, onlyCheckMissing, criteria } = phaseReadiness(state, now)
  if (next === null) return []
  const name = `phase ${next}, ${phases[next].name}`
  if (ready)
    return [{ kind: 'changePhase', title: `Go on to ${name}`, why: 'All the signs for it are met.', minutes: 1 }]
  if (onlyCheckMissing && screeningDue(state, now).due !== 'full')
    return [
      {
        kind: 'fullCheck',
        title: 'Do the full check',
        why: `It is the last thing before ${name}.`,
        minutes: fullCheckMinutes,
      },
    ]
  const open = criteria.filter(({ met, id }) => !met && id !== 'check')
  const onlyToAsk = open.length > 0 && open.every(({ stillToTell }) => stillToTell === 'abilities')
  const asked = state.abilities?.day === now.day
  return onlyToAsk && !asked
    ? [{ kind: 'abilities', title: 'Tell us what you can do now', why: `You may be ready for ${name}.`, minutes: 1 }]
    : []
}

/** The session of the hour, or a walk between strength days, or rest when today's sessions are done. */
function movementTasks(state: ProgrammeState, profile: MovementProfile, now: Moment): readonly Task[] {
  const phase = phases[state.phase]
  const done = state.sessions.filter((one) => isOf(one, now.day)).length
  const [least] = phase.sessionsADay
  if (done >= least)
    return [
      {
        kind: 'rest',
        title: 'Done for today',
        why: done < phase.sessionsADay[1] ? 'One more is fine if you feel like it.' : 'Rest is part of the plan.',
        minutes: 0,
      },
    ]
  const made = makeSession(state, profile, phase.usualMinutes, now)
  if (made.kind === 'none')
    // Not yet allowed: say what waits behind the check, without a single movement.
    return [{ kind: 'session', title: 'Your movements', why: 'Once the check is clear.', minutes: phase.usualMinutes }]
  if (!strengthAllowed(state, now))
    return [{ kind: 'walk', title: 'Walk and move gently', why: made.because, minutes: made.minutes }]
  const title = least > 1 ? `Your movements: ${done + 1} of ${least} today` : 'Your movements'
  return [{ kind: 'session', title, why: made.because, minutes: made.minutes }]
}

/** Decisions after the last session of an earlier day, newest first, each in words that are true now. */
function changedSince(state: ProgrammeState, now: Moment): readonly Decision[] {
  const last = state.sessions.filter(({ day }) => daysBetween(day, now.day) > 0).at(-1)
  return state.decisions
    .filter(({ at }) => at <= now.at && (!last || at >= last.at))
    .map((decision) => asItStands(decision, state))
    .reverse()
}

/** A decision that asked for the full check, once that is done: it must not go on asking beside a task that may be done. */
function asItStands(decision: Decision, state: ProgrammeState): Decision {
  const { at, fullCheckBecause, reasons, stepBack } = decision
  if (fullCheckBecause === undefined || state.fullDue || !state.lastFull || state.lastFull.at <= at) return decision
  const lock = lockOf(state)
  if (lock === 'locked') return decision
  const found = lock === 'open' ? 'Check clear.' : 'The check is done.'
  const half = stepBack || state.flare || Object.values(state.cards).some((card) => card?.half)
  const because = reasons.map(({ words }) => words).join(' Also: ')
  return { ...decision, words: `${found} ${half ? 'Half today. Why' : 'It came first because'}: ${because}` }
}

/** One day of the week view. */
export interface WeekDay {
  readonly day: IsoDate
  /** Days from today: −6 to 6. */
  readonly fromToday: number
  readonly sessionsDone: number
  /** Past days carry no plan, so nothing looks like a failure; no day does while nobody knows what is ahead. */
  readonly sessionsPlanned: number | null
  readonly sort: 'past' | 'today' | 'strength' | 'gentle' | 'everyDay'
  readonly morningPain: number | null
  readonly stepBack: boolean
  readonly decisions: readonly Decision['kind'][]
  readonly fullCheckDue: boolean
}

/** The 3 days before, today and the 3 days after. */
function weekOf(state: ProgrammeState, now: Moment): readonly WeekDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const fromToday = index - 3
    const day = addDays(now.day, fromToday)
    const strengthDays = phases[state.phase].strengthDays !== null
    const restFirst = strengthDays && !strengthAllowed(state, now)
    const strength = (fromToday + (restFirst ? 1 : 0)) % 2 === 0
    return {
      day,
      fromToday,
      sessionsDone: state.sessions.filter((one) => isOf(one, day)).length,
      sessionsPlanned: fromToday < 0 ? null : strengthDays && !strength ? 0 : phases[state.phase].sessionsADay[0],
      sort:
        fromToday < 0
          ? 'past'
          : fromToday === 0
            ? 'today'
            : strengthDays
              ? strength
                ? 'strength'
                : 'gentle'
              : 'everyDay',
      morningPain: state.mornings.filter((one) => isOf(one, day)).at(-1)?.pain0to10 ?? null,
      stepBack: state.stepBackDays.includes(day),
      decisions: state.decisions.filter((one) => one.day === day).map(({ kind }) => kind),
      fullCheckDue:
        state.started !== null &&
        fullCheckWeeks.some((week) => state.started && daysBetween(state.started.episodeDay, day) === week * 7),
    }
  })
}
