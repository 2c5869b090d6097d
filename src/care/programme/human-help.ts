/**
 * How much help from a person is offered now, and why: from the five questions of evidence.md §3.2, from slow progress
 * (§6.4) and from step-backs (§6.2). Pure.
 * Never: shows the five answers as a score, or changes the level of the check before 2 weeks. Never hides a way to a person.
 */
import type { Moment } from '../evidence/calendar.ts'
import { directionOf, isForDirections } from './direction.ts'
import { type HelpAction, slowProgress } from './slow-progress.ts'
import type { ProgrammeState } from './state.ts'

/** `usual`: booking is there if wanted. `earlier`: offered within 1–2 weeks. `soon`: advised. `today`: call now. */
export type HelpAmount = 'usual' | 'earlier' | 'soon' | 'today'

/** How much help from a person the programme asks for now, why, and what to do (evidence.md §6.4). */
export interface HumanHelp {
  readonly amount: HelpAmount
  readonly words: string
  readonly because: readonly string[]
  readonly actions: readonly HelpAction[]
  /** Which answers of the person the most urgent of it stands on; null: none that they could put right. */
  readonly toldIn: 'checkIn' | 'number' | null
  /** Steps of one at a time, and a smaller set. */
  readonly smallerSteps: boolean
  /** Show more about why movement is safe. */
  readonly moreReassurance: boolean
  /** Ask the check's question about thoughts of ending one's life. */
  readonly askI3: boolean
}

const words: Readonly<Record<HelpAmount, string>> = {
  usual: 'You can book a physio at any time.',
  earlier: 'Would you like to see a physio in the next 1 to 2 weeks? It can help to talk it through.',
  soon: 'Book to be seen in the next 1 to 2 weeks.',
  today: 'Call 111 today.',
}

/** The help to offer now. */
export function humanHelp(state: ProgrammeState, now: Moment): HumanHelp {
  const triggers = slowProgress(state, now)
  const yellow = state.help?.offerEarlierPhysio ?? false
  const bothWays = directionOf(state) === 'stopBoth'
  const because = [
    ...triggers.map((trigger) => trigger.because),
    ...(bothWays ? ['Both directions sent pain down your leg.'] : []),
    ...(state.bookingOffered ? [state.bookingOffered.because] : []),
    ...(yellow ? ['You told us that this is hard to live with.'] : []),
  ]
  const amount: HelpAmount = triggers.some(({ level }) => level === 'urgent')
    ? 'today'
    : bothWays || triggers.some(({ level }) => level === 'soon')
      ? 'soon'
      : yellow || state.bookingOffered || triggers.length > 0
        ? 'earlier'
        : 'usual'
  const actions = triggers
    .flatMap((trigger) => trigger.actions)
    .filter((action) => action !== 'changeDirection' || isForDirections(state))
  const book: readonly HelpAction[] = amount === 'usual' || amount === 'today' ? [] : ['bookPhysio']
  return {
    amount,
    words: words[amount],
    because: [...new Set(because)],
    actions: [...new Set([...actions, ...book])],
    toldIn: triggers[0]?.toldIn ?? null,
    smallerSteps: yellow,
    moreReassurance: yellow,
    askI3: state.help?.askI3 ?? false,
  }
}
