/**
 * The walking plan: from what a person walks now to 30 minutes on 5 days a week, one small thing at a time, forward, hold
 * or back by how it felt (evidence.md §5.1 M15, §5.0, §6.2; WalkBack 2024). A fold of the person's events.
 * Pure. Forgiving: weeks away cost one step at most, and no word of blame.
 * Never: gets harder while locked, in a flare, with a check due or before phase 3; never two things harder in one week.
 */
import { addDays, dayNumber, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { placeOf } from '../evidence/order.ts'
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { limit } from '../programme/thresholds.ts'
import { days as dayWords } from '../programme/words.ts'
import type { PreventionEvent, WalkDone, WalkingStarted } from './events.ts'
import type { Standing } from './walk-permission.ts'

/** Where the plan leads, and how long that may take. */
export const walkingGoal: {
  readonly minutes: number
  readonly daysAWeek: number
  readonly mostWeeks: number
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
} = { minutes: 30, daysAWeek: 5, mostWeeks: 26, sources: ['walkback-2024'], tag: 'V' }

/**
 * How it grows. M15 allows 1 to 2 minutes more a day; we add 2 minutes, or one day, in a whole week [C].
 * The least walk is the shortest of the calm phase (M15, dose A).
 */
const pace = { minutesMore: 2, leastMinutes: 2, firstDays: 3, minutesBeforeMoreDays: 10 } as const

/** One step of the plan. */
export interface WalkStep {
  readonly minutes: number
  readonly daysAWeek: number
}

/**
 * The steps from here to the goal: each adds 2 minutes or one day, never both. Somebody who is there already has one step.
 * Who does not walk yet begins with 2 minutes on 3 days.
 */
export function walkingSteps({
  minutesNow,
  daysNow,
}: Pick<WalkingStarted, 'minutesNow' | 'daysNow'>): readonly WalkStep[] {
  const none = minutesNow < 1 || daysNow < 1
  const between = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))
  let step: WalkStep = {
    minutes: none ? pace.leastMinutes : between(Math.floor(minutesNow), pace.leastMinutes, walkingGoal.minutes),
    daysAWeek: none ? pace.firstDays : between(Math.floor(daysNow), 1, walkingGoal.daysAWeek),
  }
  const steps = [step]
  while (step.minutes < walkingGoal.minutes || step.daysAWeek < walkingGoal.daysAWeek) {
    step = after(step)
    steps.push(step)
  }
  return steps
}

/** Three days first, then ten minutes, then all the days, then the rest of the minutes. */
function after({ minutes, daysAWeek }: WalkStep): WalkStep {
  const moreDays =
    daysAWeek < walkingGoal.daysAWeek && (daysAWeek < pace.firstDays || minutes >= pace.minutesBeforeMoreDays)
  return moreDays
    ? { minutes, daysAWeek: daysAWeek + 1 }
    : { minutes: Math.min(walkingGoal.minutes, minutes + pace.minutesMore), daysAWeek }
}

/** What was decided about the plan, and why, in words. */
export interface WalkDecision {
  readonly day: IsoDate
  readonly kind: 'forward' | 'hold' | 'back' | 'there'
  readonly words: string
}

/** The walking plan as the walks so far leave it. */
export interface WalkingPlan {
  readonly started: WalkingStarted
  readonly steps: readonly WalkStep[]
  /** Place in `steps`, from 0. */
  readonly at: number
  readonly step: WalkStep
  /** The week of the plan, from 1, and its first day. */
  readonly week: number
  readonly weekFrom: IsoDate
  /** Every walk since the start, oldest first. */
  readonly walks: readonly WalkDone[]
  /** Days of this week on which the whole walk was done; in one go or in pieces. */
  readonly daysDone: number
  /** Minutes walked this week. */
  readonly minutesDone: number
  /** After a walk that was too sore: the next one is half. */
  readonly half: boolean
  /** It was too sore today: no more of it today. */
  readonly offToday: boolean
  /** Red three times in 7 days: check again and offer to be seen. */
  readonly seekHelp: boolean
  readonly there: boolean
  /** Newest first. */
  readonly decisions: readonly WalkDecision[]
}

/**
 * Where the plan stands now; null when none is under way.
 * @param standings what the programme said, day by day; oldest first
 */
export function walkingPlan(
  events: readonly PreventionEvent[],
  standings: readonly Standing[],
  now: Moment,
): WalkingPlan | null {
  const past = events.filter(({ at }) => at <= now.at)
  const started = findLast(past, (event) => event.kind === 'walkingStarted')
  if (started?.kind !== 'walkingStarted' || daysBetween(started.day, now.day) < 0) return null
  if (past.some((event) => event.kind === 'walkingEnded' && placeOf(event) >= placeOf(started))) return null
  const walks = events.filter(
    (event): event is WalkDone =>
      // A fine walk from the future (a wrong clock) does not count; one that was too much does.
      event.kind === 'walkDone' && placeOf(event) >= placeOf(started) && (event.at <= now.at || event.felt !== 'fine'),
  )
  return new Course(started, walks, standings, now).plan()
}

/** One run through the days from the start to now. Kept in one place, since each day needs what the days before left. */
class Course {
  readonly #started: WalkingStarted
  readonly #walks: readonly WalkDone[]
  readonly #now: Moment
  readonly #steps: readonly WalkStep[]
  readonly #decisions: WalkDecision[] = []
  readonly #standings: readonly Standing[]
  readonly #redDays = new Set<IsoDate>()
  #at = 0
  #half = false
  #seekHelp = false

  constructor(started: WalkingStarted, walks: readonly WalkDone[], standings: readonly Standing[], now: Moment) {
    this.#started = started
    this.#walks = walks
    this.#now = now
    this.#steps = walkingSteps(started)
    this.#standings = standings
  }

  plan(): WalkingPlan {
    const { day: from } = this.#started
    const length = daysBetween(from, this.#now.day)
    let lastWalk = from
    for (let index = 0; index <= length; index += 1) {
      const day = addDays(from, index)
      if (index > 0 && index % 7 === 0) this.#judge(addDays(day, -7), day)
      if (daysBetween(lastWalk, day) === limit('missedDays') + 1) this.#away(day)
      for (const walk of this.#on(day)) {
        lastWalk = day
        this.#felt(walk, day)
      }
    }
    const week = Math.floor(length / 7)
    const weekFrom = addDays(from, week * 7)
    const step = this.#step()
    return {
      started: this.#started,
      steps: this.#steps,
      at: this.#at,
      step,
      week: week + 1,
      weekFrom,
      walks: this.#walks,
      daysDone: this.#daysDone(weekFrom),
      minutesDone: this.#inWeek(weekFrom).reduce((sum, { minutes }) => sum + minutes, 0),
      half: this.#half,
      offToday: this.#redDays.has(this.#now.day),
      seekHelp: this.#seekHelp,
      there: this.#at === this.#steps.length - 1,
      decisions: [...this.#decisions].reverse(),
    }
  }

  #step(): WalkStep {
    const step = this.#steps[this.#at]
    if (!step) throw new Error('a place outside the steps')
    return step
  }
  /** A walk that says it is from tomorrow happened today at the latest. */
  #on(day: IsoDate): readonly WalkDone[] {
    const today = day === this.#now.day
    return this.#walks.filter((walk) => walk.day === day || (today && daysBetween(day, walk.day) > 0))
  }
  #inWeek(from: IsoDate): readonly WalkDone[] {
    return this.#walks.filter(({ day }) => inside(daysBetween(from, day)))
  }
  #daysDone(from: IsoDate): number {
    const minutes = new Map<IsoDate, number>()
    for (const walk of this.#inWeek(from)) minutes.set(walk.day, (minutes.get(walk.day) ?? 0) + walk.minutes)
    return [...minutes.values()].filter((sum) => sum >= this.#step().minutes).length
  }
  #decide(day: IsoDate, kind: WalkDecision['kind'], words: string): void {
    this.#decisions.push({ day, kind, words })
  }

  /** §6.2: once red, off today and half next time; twice in 7 days, down a step; three times, back to the start and help. */
  #felt(walk: WalkDone, day: IsoDate): void {
    if (walk.felt === 'fine') {
      if (!this.#redDays.has(day)) this.#half = false
      return
    }
    if (walk.felt === 'sore' || this.#redDays.has(day)) return
    this.#redDays.add(day)
    this.#half = true
    const reds = [...this.#redDays].filter((red) => inside(daysBetween(red, day))).length
    const why = walk.felt === 'leg' ? 'pain went further down your leg' : 'a walk was too sore'
    if (reds >= limit('phaseDownDays')) {
      this.#at = 0
      this.#seekHelp = true
      this.#decide(
        day,
        'back',
        `Back to your first step: ${why}, for the third time in 7 days. Check again, and book a visit.`,
      )
    } else if (reds >= limit('levelDownDays')) {
      this.#at = Math.max(0, this.#at - 1)
      this.#decide(day, 'back', `One step back: ${why}, for the second time in 7 days.`)
    } else this.#decide(day, 'hold', `No more today, and half next time: ${why}.`)
  }

  #away(day: IsoDate): void {
    if (this.#at === 0) return
    this.#at -= 1
    this.#decide(
      day,
      'back',
      `Welcome back. It has been ${dayWords(limit('missedDays') + 1)} or more. That is fine. We start one step lower.`,
    )
  }

  /** At the end of each week: forward only when all of it was fine and nothing speaks against it. */
  #judge(from: IsoDate, day: IsoDate): void {
    const hold = this.#whyHold(from, day)
    if (this.#at === this.#steps.length - 1) {
      if (hold === null) this.#decide(day, 'there', 'You walk as much as the plan asks. Keep it up for good.')
      return
    }
    if (hold !== null) {
      this.#decide(day, 'hold', `The same again this week: ${hold}`)
      return
    }
    const [before, next] = [this.#step(), this.#steps[this.#at + 1]]
    if (!next) throw new Error('no step after this one')
    this.#at += 1
    this.#seekHelp = false
    const more =
      next.daysAWeek > before.daysAWeek ? `now ${next.daysAWeek} days a week` : `now ${next.minutes} minutes a walk`
    this.#decide(day, 'forward', `One step on: ${more}. Why: your last walks were fine.`)
  }

  #whyHold(from: IsoDate, day: IsoDate): string | null {
    const against = this.#programmeAgainst(from, day)
    const walks = this.#inWeek(from)
    if (walks.some(({ felt }) => felt === 'tooSore' || felt === 'leg')) return 'a walk was too sore.'
    if (walks.some(({ felt }) => felt === 'sore')) return 'a walk was sore.'
    if (against !== null) return against.charAt(0).toLowerCase() + against.slice(1)
    if (this.#daysDone(from) < limit('plannedShare') * this.#step().daysAWeek)
      return 'fewer walks than planned. That is fine.'
    const last = this.#walks.filter((walk) => daysBetween(walk.day, day) > 0).slice(-limit('sessionsToAdvance'))
    if (last.length < limit('sessionsToAdvance') || last.some(({ felt }) => felt !== 'fine'))
      return 'three fine walks in a row come first.'
    return null
  }

  /** Did the programme speak against more at any time of that week, or does it at its end? */
  #programmeAgainst(from: IsoDate, day: IsoDate): string | null {
    const known = this.#standings.filter((one) => before(one.day, day))
    const now = known.at(-1)
    if (!now) return 'A check comes first.'
    if (now.against !== null) return now.against
    // In force at the start of the week, or at any time in it.
    const inWeek = [findLast(known, (one) => before(one.day, from)), ...known.filter((one) => !before(one.day, from))]
    if (inWeek.some((one) => one?.flare)) return 'You were in a flare.'
    // Without a programme nothing else asks for checks: one in the week that is judged.
    if (!now.inProgramme && (now.checked === null || before(now.checked, from)))
      return 'A check each week comes before more.'
    return null
  }
}

const before = (day: IsoDate, other: IsoDate) => dayNumber(day) < dayNumber(other)
const inside = (days: number) => days >= 0 && days < limit('window')
