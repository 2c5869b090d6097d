/**
 * Five questions about worry, hope, mood, load and what was given up (evidence.md §3.2), in our own words.
 * For the programme's pages, which pass what it asks for on as `helpAnswered`. Pure. A rule of ours, not a validated score, and never shown as one.
 * Never: changes the level of the check before 2 weeks.
 */
import { atLeast, below, count, is } from '../check/condition.ts'
import { type Answers, type Condition, notSure, type Question } from '../check/types.ts'
import { holds } from '../check/condition-met.ts'

const ours = { sources: ['unclench-design'], tag: 'C' } as const

/** The five questions of evidence.md §3.2, in the order in which they are asked. Scores run from 0 to 10. */
export const yellowFlagQuestions = [
  {
    id: 'worry',
    kind: 'number',
    min: 0,
    max: 10,
    unit: 'out of 10',
    ...ours,
    ask: 'How worried are you that moving will damage your back? 0 is not at all, 10 is very.',
    short: 'Worry about moving (0–10)',
  },
  {
    id: 'hope',
    kind: 'number',
    min: 0,
    max: 10,
    unit: 'out of 10',
    ...ours,
    ask: 'How sure are you that you will get back to normal? 0 is not at all, 10 is very.',
    short: 'Sure of recovery (0–10)',
  },
  {
    id: 'mood',
    kind: 'choice',
    ...ours,
    ask: 'Have you felt low, or lost interest in things lately?',
    short: 'Mood',
    options: [
      { value: 'no', text: 'No' },
      { value: 'someDays', text: 'Some days' },
      { value: 'mostDays', text: 'Most days' },
    ],
  },
  {
    id: 'load',
    kind: 'choice',
    ...ours,
    ask: 'Is work or home making this harder?',
    short: 'Work or home',
    options: [
      { value: 'no', text: 'No' },
      { value: 'little', text: 'A little' },
      { value: 'lot', text: 'A lot' },
    ],
  },
  {
    id: 'stopped',
    kind: 'yesNo',
    ...ours,
    ask: 'Have you stopped most of what you enjoy because of your back?',
    tick: 'Stopped most of what I enjoy',
    short: 'Stopped things you enjoy',
  },
] as const satisfies readonly Question[]

const difficult: readonly Condition[] = [
  atLeast('worry', 6),
  below('hope', 5),
  is('mood', 'mostDays'),
  is('load', 'lot'),
  is('stopped', 'yes'),
]

/** What the answers ask for. */
export interface YellowFlags {
  /** Two or more are difficult: offer a physio within 1 to 2 weeks, more reassurance, smaller steps. */
  readonly offerEarlierPhysio: boolean
  /** Low on most days, or not sure: ask the check's question about thoughts of ending one's life (I3). */
  readonly askI3: boolean
}

/** Reads the five answers. A number answered "not sure" counts as difficult; an unanswered question counts as nothing. */
export function yellowFlags(answers: Answers): YellowFlags {
  return {
    offerEarlierPhysio: holds(count(2, ...difficult), answers),
    askI3: holds(is('mood', 'mostDays', notSure), answers),
  }
}
