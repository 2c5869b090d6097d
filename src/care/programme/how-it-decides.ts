/**
 * The rules of the programme as sentences, each made from the numbers that the rules themselves read, with where it comes
 * from (evidence.md §5.0, §6.2–§6.4). Pure.
 * Never: a number written by hand; a change in thresholds.ts changes the sentence.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { fullCheckWeeks } from './screening.ts'
import { limit, thresholds } from './thresholds.ts'
import { inWords, list } from './words.ts'

/** One rule of the programme as a person reads it, with where it comes from. */
export interface RuleInWords {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

type Name = keyof typeof thresholds
/** The sources of the numbers used. One design choice among them makes the whole a design choice. */
function from(...names: readonly Name[]): { sources: readonly SourceId[]; tag: VerificationTag } {
  const used = names.map((name) => thresholds[name])
  return {
    sources: [...new Set(used.flatMap(({ sources }): readonly SourceId[] => sources))],
    tag: used.some(({ tag }) => tag === 'C') ? 'C' : (used[0]?.tag ?? 'C'),
  }
}

/** How the plan decides, in the order in which the rules beat each other. */
export const howItDecides: readonly RuleInWords[] = [
  {
    id: 'stop',
    title: 'Stop, and check again',
    lines: [
      'A danger sign, or a leg that is newly weak or numb.',
      'A fall, a fever, chest pain, or you feel dizzy.',
      `Or the pain jumps by ${limit('painJump')} points or more with no clear reason.`,
      `Or you tell us that it is worse, or from day ${limit('fewDaysFrom')} that it has not eased at all.`,
      'This comes first, whatever else is true.',
    ],
    ...from('painJump', 'fewDaysFrom'),
  },
  {
    id: 'back',
    title: 'Step back',
    lines: [
      `A movement hurts ${limit('redPeak')} or more, or ${limit('redRise')} points more than at the start.`,
      'Or leg pain goes further down, or stays.',
      `Or the next morning is ${limit('morningRegress')} points worse or more.`,
      'Then that movement is out for the day, and comes back at half.',
      `${upper(inWords(limit('levelDownDays')))} days like this in ${limit('window')}: each movement goes down a level.`,
      `${upper(inWords(limit('phaseDownDays')))} days like this in ${limit('window')}: back a phase, a full check, and we offer a visit.`,
    ],
    ...from('redPeak', 'redRise', 'morningRegress', 'levelDownDays', 'phaseDownDays'),
  },
  {
    id: 'hold',
    title: 'Hold',
    lines: [
      `A movement hurts ${limit('greenPeak') + 1} or ${limit('redPeak') - 1}.`,
      `Or the next morning is ${limit('morningHold')} point worse.`,
      'Or it was too hard, you slept badly, or you are ill.',
      'Or we do not know. What is not told never counts as good.',
    ],
    ...from('greenPeak', 'morningHold'),
  },
  {
    id: 'on',
    title: 'Go on one step',
    lines: [
      `Your last ${inWords(limit('sessionsToAdvance'))} sessions hurt ${limit('greenPeak')} or less, and no morning was worse.`,
      `And you did at least ${limit('plannedShare') * 10} out of every 10 planned sessions.`,
      'Then one thing gets a bit harder. Never two.',
    ],
    ...from('sessionsToAdvance', 'greenPeak', 'plannedShare'),
  },
  {
    id: 'away',
    title: 'Days away',
    lines: [`After more than ${limit('missedDays')} days away we start one step lower. Nobody is to blame.`],
    ...from('missedDays'),
  },
  {
    id: 'checks',
    title: 'Safety checks',
    lines: [
      'The short check comes before the first session of each day.',
      `It comes again after a pain of ${limit('redPeak')} or more.`,
      `A clear check counts for less than ${limit('resultHours')} hours.`,
      `The full check comes before a new phase, and in weeks ${list(fullCheckWeeks.map(String))}.`,
    ],
    ...from('resultHours', 'redPeak'),
  },
  {
    id: 'help',
    title: 'When we point you to a person',
    lines: [
      'You cannot get to the toilet or a drink. Then call 111 that day.',
      `From day ${limit('worseFromDay')}: it is worse than on day 1 and very bad. Then call 111 that day.`,
      `Day ${limit('fewDaysFrom')} to ${limit('fewDaysTo')}: we ask if it eases, and offer a visit.`,
      `2 weeks: pain of ${limit('twoWeeksPain')} or more that has hardly eased.`,
      `4 weeks: you are ${limit('olderAge')} or older, or ${limit('firstEverAge')} or older and it is your first.`,
      `4 to 6 weeks: it is not much better.`,
      `${limit('twelveWeeks') / 7} weeks: it is still there.`,
      'You can ask for help sooner, at any time.',
    ],
    ...from('worseFromDay', 'fewDaysFrom', 'twoWeeksPain', 'twoWeeks', 'fourWeeks', 'sixWeeks', 'twelveWeeks'),
  },
]

function upper(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
