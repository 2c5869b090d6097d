/**
 * The four phases as data: aim, content by movement and level, dose letter, how often, typical time (evidence.md §6.1).
 * Data and look-ups only.
 * Never: the numbers of a dose (they are on the movement's card), and never who may do a movement (block-list.ts).
 */
import type { VerificationTag } from '../evidence/grade.ts'
import { restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import { limit } from './thresholds.ts'

/** The four phases of evidence.md §6.1, from 1. */
export type PhaseNumber = 1 | 2 | 3 | 4

/** A line of the programme. Each has its own progress; `levels` say which movement it is now. */
export const programmeCards = [
  'breathing',
  'M17',
  'M01',
  'M02',
  'M03',
  'M04',
  'M05',
  'M06',
  'M07',
  'M08',
  'M09',
  'M10',
  'M11',
  'M12',
  'M13',
  'M14',
  'M15',
  'M16',
  'M18',
  'M19',
  'M21',
  'M22',
] as const
/** The id of a line of the programme: a card of evidence.md §5.1, or `breathing`. */
export type ProgrammeCard = (typeof programmeCards)[number]

/** The cards that a rule of the programme treats by name. */
export const cardNamed = {
  kneeToChest: 'M01',
  proneOnElbows: 'M02',
  pressUp: 'M03',
  childsPose: 'M04',
  plank: 'M11',
  walking: 'M15',
  hipHinge: 'M16',
  restPosition: 'M17',
} as const satisfies Readonly<Record<string, ProgrammeCard>>

/** What is left on a quiet or a bad day, since nothing of it loads the back: breathing, a position of ease, a walk. */
export const quietCards: ReadonlySet<ProgrammeCard> = new Set(['breathing', cardNamed.restPosition, cardNamed.walking])

/** What a line is for in a session; sessions are built in this order. */
export type Role = 'settle' | 'warm' | 'core' | 'strength' | 'walk' | 'cool'

/** How far a movement goes, as a share of its full way. */
export type Range = 0.5 | 0.75 | 1

/** One line of a phase. */
export interface Content {
  readonly card: ProgrammeCard
  readonly role: Role
  /** Levels of this card that belong to the phase, easiest first (see `levelsOf`). */
  readonly levels: readonly number[]
  /** How far it goes: the first and the furthest of this phase. */
  readonly range: readonly [from: Range, to: Range]
  /** Joins only when everything before it has stayed green (§6.1, phase 1), one at a time. */
  readonly extra?: true
  /** Minutes of the phase, where §6.1 says other than the card. */
  readonly minutes?: readonly [number, number]
  /** Weights may be added, 1 kg at a time, up to this. */
  readonly loadKg?: number
  /** Only when leaning or bending this way suits the person (direction.ts). */
  readonly direction?: 'back' | 'forward'
}

/** One phase: its aim, its dose and what it holds. */
export interface Phase {
  readonly number: PhaseNumber
  readonly name: string
  readonly aim: string
  readonly dose: 'calm' | 'restore' | 'strength'
  readonly doseLetter: 'A' | 'R' | 'S'
  readonly frequency: string
  /** Sessions that count as "planned", per 7 days: the lower end of the frequency. */
  readonly sessionsPerWeek: number
  /** Most guided sessions on one day. */
  readonly sessionsADay: readonly [least: number, most: number]
  /** Strength days a week, with a day between; null where every day is alike. */
  readonly strengthDays: readonly [number, number] | null
  readonly typicalTime: string
  readonly usualMinutes: number
  /** Most effort, 0–10. */
  readonly effortTarget: number
  readonly content: readonly Content[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const ours = restsOn('phase-times', 'calm-dose', 'restore-dose', 'build-dose', 'keep-dose')
const full = [1, 1] as const
const small = [0.5, 0.5] as const
const growing = [0.5, 1] as const
const opening = [0.75, 1] as const

const strengthContent = (walkMinutes: readonly [number, number]): readonly Content[] => [
  { card: 'M08', role: 'warm', levels: [1], range: full },
  { card: 'M05', role: 'warm', levels: [1], range: full },
  { card: 'M10', role: 'strength', levels: [2, 3, 4, 5], range: full },
  { card: 'M11', role: 'strength', levels: [2, 3, 4], range: full },
  { card: 'M12', role: 'strength', levels: [2, 3, 4], range: full },
  { card: 'M13', role: 'strength', levels: [1, 2, 3], range: full },
  { card: 'M14', role: 'strength', levels: [2, 3, 4], range: full },
  { card: 'M16', role: 'strength', levels: [1, 2], range: full, loadKg: 10 },
  { card: 'M19', role: 'strength', levels: [1, 2], range: full },
  { card: 'M15', role: 'walk', levels: [1], range: full, minutes: walkMinutes },
  { card: 'M09', role: 'cool', levels: [1, 2], range: full },
]

/** The phases by number (evidence.md §6.1). */
export const phases: Readonly<Record<PhaseNumber, Phase>> = {
  1: {
    number: 1,
    name: 'Calm',
    aim: 'Settle the pain and keep moving a little.',
    dose: 'calm',
    doseLetter: 'A',
    frequency: 'Little and often: 3 to 5 short blocks a day.',
    sessionsPerWeek: 21,
    sessionsADay: [3, 5],
    strengthDays: null,
    typicalTime: 'A few hours to about 4 days. It may be longer.',
    usualMinutes: 10,
    effortTarget: limit('effortCalm'),
    content: [
      { card: 'breathing', role: 'settle', levels: [1], range: full },
      { card: 'M08', role: 'core', levels: [1], range: growing },
      { card: 'M09', role: 'core', levels: [1], range: full },
      { card: 'M01', role: 'core', levels: [1], range: growing, direction: 'forward' },
      { card: 'M02', role: 'core', levels: [1, 2], range: full, direction: 'back' },
      { card: 'M15', role: 'walk', levels: [1], range: full, minutes: [2, 5] },
      { card: 'M17', role: 'cool', levels: [1], range: full },
      { card: 'M05', role: 'core', levels: [1], range: small, extra: true },
      { card: 'M22', role: 'core', levels: [1], range: full, extra: true },
      { card: 'M19', role: 'core', levels: [1], range: full, extra: true },
      { card: 'M10', role: 'core', levels: [1], range: full, extra: true },
      { card: 'M16', role: 'core', levels: [1], range: growing, extra: true },
      { card: 'M18', role: 'core', levels: [1], range: small, extra: true, direction: 'back' },
      { card: 'M03', role: 'core', levels: [1], range: full, extra: true, direction: 'back' },
      { card: 'M04', role: 'core', levels: [1], range: full, extra: true, direction: 'forward' },
      { card: 'M06', role: 'core', levels: [1], range: full, extra: true },
      { card: 'M14', role: 'core', levels: [1], range: full, extra: true },
    ],
    ...ours,
  },
  2: {
    number: 2,
    name: 'Restore',
    aim: 'Get your range and your normal tasks back.',
    dose: 'restore',
    doseLetter: 'R',
    frequency: '1 or 2 blocks a day.',
    sessionsPerWeek: 7,
    sessionsADay: [1, 2],
    strengthDays: null,
    typicalTime: 'Often days 3 to 14. It may be longer.',
    usualMinutes: 20,
    effortTarget: limit('effortRestore'),
    content: [
      { card: 'M08', role: 'warm', levels: [1], range: full },
      { card: 'M09', role: 'core', levels: [1, 2], range: full },
      { card: 'M03', role: 'core', levels: [1, 2], range: full, direction: 'back' },
      { card: 'M04', role: 'core', levels: [1, 2], range: full, direction: 'forward' },
      { card: 'M05', role: 'core', levels: [1], range: opening },
      { card: 'M06', role: 'core', levels: [1, 2], range: full },
      { card: 'M07', role: 'core', levels: [1], range: opening },
      { card: 'M10', role: 'core', levels: [1, 2], range: full },
      { card: 'M11', role: 'core', levels: [1, 2], range: full },
      { card: 'M12', role: 'core', levels: [1, 2], range: full },
      { card: 'M13', role: 'core', levels: [1], range: full },
      { card: 'M14', role: 'core', levels: [2], range: full },
      { card: 'M16', role: 'core', levels: [1], range: full },
      { card: 'M15', role: 'walk', levels: [1], range: full, minutes: [10, 15] },
    ],
    ...ours,
  },
  3: {
    number: 3,
    name: 'Build',
    aim: 'Build strength and stamina for daily life and work.',
    dose: 'strength',
    doseLetter: 'S',
    frequency: 'Strength on 2 or 3 days a week, with a day between. Walk on most days.',
    sessionsPerWeek: 2,
    sessionsADay: [1, 1],
    strengthDays: [2, 3],
    typicalTime: 'Often weeks 2 to 8. It may be longer.',
    usualMinutes: 30,
    effortTarget: limit('effortStrength'),
    content: strengthContent([20, 30]),
    ...ours,
  },
  4: {
    number: 4,
    name: 'Keep',
    aim: 'Lower the chance that it comes back.',
    dose: 'strength',
    doseLetter: 'S',
    frequency: `Strength on 2 days a week. Brisk walking or any movement you like, ${limit('weeklyMinutes')} minutes a week.`,
    sessionsPerWeek: 2,
    sessionsADay: [1, 1],
    strengthDays: [2, 2],
    typicalTime: 'From about week 6 to 8, for good. It helps for as long as you do it.',
    usualMinutes: 30,
    effortTarget: limit('effortStrength'),
    content: strengthContent([30, 30]),
    ...restsOn('learning-exercise-prevent', 'walking-prevents'),
  },
}

/**
 * The movement that each level of a line is, easiest first (evidence.md §5.1): levels of M10–M14 and M16, small before full.
 */
const levelMovements: Readonly<Record<ProgrammeCard, readonly MovementId[]>> = {
  breathing: ['breathing'],
  M17: ['M17a'],
  M01: ['M01'],
  M02: ['M02-prone', 'M02'],
  M03: ['M03-small', 'M03'],
  M04: ['M04-half', 'M04'],
  M05: ['M05'],
  M06: ['M06-small', 'M06'],
  M07: ['M07'],
  M08: ['M08'],
  M09: ['M09', 'M09-wide'],
  M10: ['M10-half', 'M10', 'M10-near', 'M10-single', 'M10-march'],
  M11: ['M11-wall', 'M11-worktop', 'M11-knees', 'M11'],
  M12: ['M12-slide', 'M12-leg', 'M12-arm', 'M12'],
  M13: ['M13-wall', 'M13-knees', 'M13'],
  M14: ['M14-heel-slide', 'M14-taps', 'M14-leg', 'M14'],
  M15: ['M15'],
  M16: ['M16', 'M16-loaded'],
  M18: ['M18'],
  M19: ['M19-high', 'M19'],
  M21: ['M21'],
  M22: ['M22'],
}

/**
 * The movement of a line at a level (1 is the easiest).
 * @throws for a level that the line does not have: a mistake in the tables above, never in an answer
 */
export function movementAt(card: ProgrammeCard, level: number): MovementId {
  const named = levelMovements[card][level - 1]
  if (!named) throw new Error(`${card} has no level ${level}`)
  return named
}

/** The line of a phase, or nothing when the phase does not hold that card. */
export const contentOf = (phase: PhaseNumber, card: ProgrammeCard): Content | undefined =>
  phases[phase].content.find((line) => line.card === card)

/** What a person reads for a line at a level. */
export const titleOf = (card: ProgrammeCard, level = 1): string => movements[movementAt(card, level)].title
