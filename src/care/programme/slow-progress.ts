/**
 * When slow progress brings help, and how fast: the table of evidence.md §6.4, with the article's "few days" as a
 * check-in at days 3 to 5. Pure.
 * Never: waits for an answer that does not come. Where an answer is missing past its day, the careful side counts.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import type { CheckInDone } from './events.ts'
import { flareDay } from './flare.ts'
import { isNoticeable } from './noticeable.ts'
import { factsOf, isSettled, type ProgressFacts } from './progress-facts.ts'
import { episodeDays, type ProgrammeState } from './state.ts'
import { limit } from './thresholds.ts'

/** What a trigger asks for, most urgent first in `slowProgress`. `checkIn`: look again and offer booking. */
export type HelpLevel = 'urgent' | 'soon' | 'checkIn'
/** What a person can do when progress is slow. */
export type HelpAction =
  | 'call111'
  | 'fullCheck'
  | 'changeDirection'
  | 'pharmacist'
  | 'bookPhysio'
  | 'bookGp'
  | 'askSpecialist'
  | 'persistentPathway'
  | 'checkG1'

/** One row of evidence.md §6.4 that holds now. */
export interface SlowTrigger {
  readonly id: string
  readonly level: HelpLevel
  /** What to do, in words. */
  readonly words: string
  readonly because: string
  /** Where the person told it, so that the page can offer to put it right; missing: nothing they answered alone. */
  readonly toldIn?: 'checkIn' | 'number'
  readonly actions: readonly HelpAction[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const order: readonly HelpLevel[] = ['urgent', 'soon', 'checkIn']

/** All triggers that hold now, most urgent first. Empty before the start and once settled. */
export function slowProgress(state: ProgrammeState, now: Moment): readonly SlowTrigger[] {
  const elapsed = episodeDays(state, now)
  if (elapsed === null || elapsed < 0) return []
  const facts = factsOf(state, now, elapsed)
  return [...today(facts), ...fewDays(facts), ...inFlare(state, facts, now), ...twoWeeks(facts), ...later(facts)].sort(
    (a, b) => order.indexOf(a.level) - order.indexOf(b.level),
  )
}

/** Rows "24–48 h" and "day 3 on": call today. */
function today({
  told,
  toldLately,
  day,
  elapsed,
  dayOnePain,
  notEasing,
  painNow,
}: ProgressFacts): readonly SlowTrigger[] {
  const found: SlowTrigger[] = []
  if (told && toldLately && told.toiletAndDrink !== 'yes')
    found.push({
      id: 'cannot-cope',
      level: 'urgent',
      words: 'Call 111 today.',
      because:
        told.toiletAndDrink === 'no'
          ? 'You said you cannot get to the toilet or a drink.'
          : 'You were not sure that you can get to the toilet and a drink.',
      toldIn: 'checkIn',
      actions: ['call111'],
      ...ours,
    })
  const medicine = told && toldLately && told.medicineFor24Hours !== 'no'
  if (elapsed >= 1 && medicine && notEasing && told.pain0to10 >= limit('painNotEasing') && told.trend !== 'better')
    found.push({
      id: 'not-easing-24h',
      level: 'urgent',
      words: 'Call 111 today.',
      because: notEasingWords(told),
      toldIn: 'checkIn',
      actions: ['call111'],
      ...ours,
    })
  const severe = told && (told.pain0to10 >= limit('severe') || told.canStand10Minutes !== 'yes')
  const worse = told !== null && toldLately && severe && isWorse(told, dayOnePain)
  // A number told since, with no word beside it: any rise above day 1 counts.
  const worseNow = painNow !== null && painNow >= limit('severe') && dayOnePain !== 'notSure' && painNow > dayOnePain
  if (day >= limit('worseFromDay') && (worse || worseNow))
    found.push({
      id: 'worse-and-severe',
      level: 'urgent',
      words: 'Call 111 today.',
      because:
        worse && told
          ? `${worseWords(told, dayOnePain)} ${severeWords(told)}`
          : `You said ${dayOnePain} on the first day, and ${painNow} now.`,
      toldIn: worse ? 'checkIn' : 'number',
      actions: ['call111', 'fullCheck'],
      ...ours,
    })
  return found
}

/* Each reason quotes what the person answered: they alone can see that an answer was a slip. */

const notEasingWords = ({ pain0to10, medicineFor24Hours }: CheckInDone): string => {
  const pain = `You told us ${pain0to10} of 10.`
  if (medicineFor24Hours === 'noneSafe') return `${pain} You said no painkiller is safe for you.`
  return medicineFor24Hours === 'yes'
    ? `${pain} You said you have used a safe painkiller for a whole day.`
    : `${pain} You were not sure if you have used a painkiller for a whole day.`
}

function worseWords({ trend, pain0to10 }: CheckInDone, dayOne: number | 'notSure'): string {
  if (trend === 'worse') return 'You said it is worse than on the first day.'
  if (dayOne === 'notSure') return 'You were not sure if it is worse than on the first day.'
  return `You said ${dayOne} on the first day, and ${pain0to10} now.`
}

function severeWords({ pain0to10, canStand10Minutes }: CheckInDone): string {
  if (canStand10Minutes === 'no') return 'You said you cannot stand for 10 minutes.'
  if (pain0to10 >= limit('severe')) return `You told us ${pain0to10} of 10.`
  return 'You were not sure if you can stand for 10 minutes.'
}

/**
 * Worse than on day 1, by the person's word or by their numbers: the worse of them counts (§2.3). Beside "better" or "the
 * same" a number counts when people would notice the change (§7.4); beside "not sure", any rise does, and so does a first
 * day that nobody remembers.
 */
function isWorse({ trend, pain0to10 }: Pick<CheckInDone, 'trend' | 'pain0to10'>, dayOne: number | 'notSure'): boolean {
  if (trend === 'worse') return true
  if (dayOne === 'notSure') return trend === 'notSure'
  return pain0to10 > dayOne && (trend === 'notSure' || isNoticeable(dayOne, pain0to10))
}

/**
 * Row "day 3–5", and the article's "see someone if it lasts more than a few days": a check-in, not an alarm. It stays
 * due until it is answered.
 */
function fewDays({ day, told, toldOnDay, settled, elapsed }: ProgressFacts): readonly SlowTrigger[] {
  if (settled || day < limit('fewDaysFrom') || elapsed >= limit('twoWeeks')) return []
  // Only an answer from day 3 on counts: easing before that says little.
  if (told === null || toldOnDay < limit('fewDaysFrom')) return [fewDaysAsk]
  if (told.trend === 'better') return []
  return [
    {
      id: 'few-days-same',
      level: 'checkIn',
      words: 'Do the full check. Try the other direction, ask a pharmacist, or book a physio.',
      because: notEasedWords(told.trend),
      toldIn: 'checkIn',
      actions: ['fullCheck', 'changeDirection', 'pharmacist', 'bookPhysio'],
      ...ours,
    },
  ]
}

const fewDaysAsk: SlowTrigger = {
  id: 'few-days-ask',
  level: 'checkIn',
  words: 'Tell us: is it better, the same or worse? You can book a visit too.',
  because: 'It has been a few days. Most spasms take longer, but now is a good time to look again.',
  actions: ['fullCheck', 'bookPhysio'],
  ...ours,
}

/** What the person said of the first few days, where it was not "better". */
export const notEasedWords = (trend: CheckInDone['trend']): string =>
  trend === 'notSure'
    ? 'You were not sure if it has eased since the first day.'
    : `You said it is ${trend === 'worse' ? 'worse than' : 'the same as'} on the first day.`

/** A flare that has not eased by its day 3 gets the same row (§6.4). */
function inFlare(state: ProgrammeState, { settled }: ProgressFacts, now: Moment): readonly SlowTrigger[] {
  const day = flareDay(state, now)
  if (settled || day === null || day < limit('fewDaysFrom')) return []
  return [
    {
      id: 'flare-not-easing',
      level: 'checkIn',
      words: 'Do the full check, and book a physio if you would like help.',
      because: 'Your flare has not eased in a few days.',
      actions: ['fullCheck', 'changeDirection', 'pharmacist', 'bookPhysio'],
      ...ours,
    },
  ]
}

/** Row "2 weeks". */
function twoWeeks(facts: ProgressFacts): readonly SlowTrigger[] {
  const { elapsed, pain, dayOnePain, age, yellow, told, toldLately, settled } = facts
  if (elapsed < limit('twoWeeks')) return []
  const found: SlowTrigger[] = []
  const visit = { level: 'soon', words: 'Book a physio or GP in the next 1 to 2 weeks.' } as const
  const actions = ['bookPhysio', 'bookGp'] as const
  // Pain that nobody told us about counts as not easing.
  if (!settled && (pain === null || (pain >= limit('twoWeeksPain') && !meaningfullyLower(dayOnePain, pain))))
    found.push({
      id: 'two-weeks-slow',
      ...visit,
      because:
        pain === null
          ? 'It has been 2 weeks, and we do not know how you are.'
          : 'After 2 weeks it is not about a third better.',
      actions,
      ...ours,
    })
  if (yellow && !settled)
    found.push({
      id: 'two-weeks-help',
      ...visit,
      because: 'You told us that this is hard to live with.',
      actions,
      ...ours,
    })
  const young = age === 'notSure' || (age >= limit('youngFrom') && age <= limit('youngTo'))
  if (young && !settled && !(toldLately && told?.backToNormal === 'yes'))
    found.push({
      id: 'two-weeks-young',
      ...visit,
      because: 'From 16 to 19, being not back to normal at 2 weeks is worth a look.',
      actions,
      sources: ['nice-cks-back'],
      tag: 'V2',
    })
  return found
}

/** Lower than on day 1 by an amount that people notice (§7.4). Not known on day 1: cannot be told, so no. */
export const meaningfullyLower = (dayOne: number | 'notSure', now: number): boolean =>
  dayOne !== 'notSure' && now < dayOne && isNoticeable(dayOne, now)

/** Rows "4 weeks", "4–6 weeks" and "12 weeks". */
function later({
  elapsed,
  age,
  firstEver,
  settled,
  told,
  toldOnDay,
  toldLately,
}: ProgressFacts): readonly SlowTrigger[] {
  if (settled || elapsed < limit('fourWeeks')) return []
  const found: SlowTrigger[] = []
  const older = age === 'notSure' || age >= limit('olderAge')
  if (older || (age >= limit('firstEverAge') && firstEver !== 'no'))
    found.push({
      id: 'four-weeks-age',
      level: 'soon',
      words: 'Book your GP in the next 1 to 2 weeks. They may take some blood.',
      because: 'At your age, back pain of 4 weeks is worth a look.',
      actions: ['bookGp'],
      ...ours,
    })
  // An answer from 4 weeks on stands until the next check-in; an earlier one says nothing about this row.
  const change = toldOnDay > limit('fourWeeks') ? told?.globalChange : undefined
  const low = change === undefined ? elapsed >= limit('sixWeeks') : change < limit('globalChange')
  if (low)
    found.push({
      id: 'six-weeks-slow',
      level: 'soon',
      words: 'Book a GP or physio in the next 1 to 2 weeks.',
      because:
        change === undefined ? 'It has been 6 weeks and is not settled.' : 'After 4 weeks it is not much better.',
      actions:
        toldLately && told !== null && told.severeLegPain !== 'no'
          ? ['bookGp', 'bookPhysio', 'askSpecialist']
          : ['bookGp', 'bookPhysio'],
      ...ours,
    })
  if (elapsed >= limit('twelveWeeks'))
    found.push({
      id: 'twelve-weeks',
      level: 'soon',
      words: 'Ask your GP about help for long-lasting pain.',
      because: 'The pain is still there after 12 weeks.',
      actions: ['persistentPathway', 'checkG1', 'bookGp'],
      ...ours,
    })
  return found
}

/** Days since day 1 on which we ask for a check-in: the few days, then 2, 4, 6 and 12 weeks. */
const checkInDays = ['fewDaysFrom', 'twoWeeks', 'fourWeeks', 'sixWeeks', 'twelveWeeks'] as const

/** Is a check-in due that has not been answered since its day came? "Day 3" is two days after day 1. */
export function checkInDue(state: ProgrammeState, now: Moment): boolean {
  const { started } = state
  const elapsed = episodeDays(state, now)
  if (!started || elapsed === null || isSettled(state, now)) return false
  const told = state.checkIns.filter(({ at }) => at >= started.at).at(-1)
  const toldOn = told ? daysBetween(started.episodeDay, told.day) : -1
  return checkInDays.some((name) => {
    const day = name === 'fewDaysFrom' ? limit(name) - 1 : limit(name)
    return elapsed >= day && toldOn < day
  })
}
