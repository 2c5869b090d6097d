/**
 * Relaxing with the player: paced breathing, tensing and letting go, a walk through the body, positions of ease. Data, and
 * which of it a person may have now (evidence.md §2.1, §4.1, §8).
 * Pure. Never: tenses a part that hurts, or offers anything at emergency or urgent.
 */
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import { gradedBy } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'
import { allowedMovements, type Lock } from '../movement/block-list.ts'
import { type MovementId, movements } from '../movement/movements.ts'
import type { MovementProfile } from '../movement/profile.ts'
import { breathing, timedItem } from './timed.ts'
import type { TimedItem, Work } from './timed-item.ts'

/** What a course is, and so who may have it. `tense`: muscles are tensed. `quiet`: only attention moves. */
export type RelaxKind = 'breath' | 'tense' | 'quiet' | 'ease'

/** One course of breathing, relaxing or rest; `minutes` is how long it takes. */
export interface RelaxCourse {
  /** In its address. */
  readonly id: string
  readonly kind: RelaxKind
  readonly title: string
  readonly minutes: number
  /** Verb first, for anyone who cannot or will not use the player. */
  readonly how: readonly string[]
  readonly stop: readonly string[]
  readonly why: string
  readonly evidence: string
  readonly grade: Grade
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
  /** What is drawn. */
  readonly movement: MovementId
  readonly item: TimedItem
}

const still = { place: 'anywhere', sets: 1, restMs: 0, sides: [], mirroredFor: [], captions: [] } as const
const anyPlace = 'Sit or lie in the place that is easiest. Put a pillow where it helps.'

/** A breath in of about 4 seconds and out of about 6 (§4.1). Five minutes is its dose; the others are ours [C]. */
const breathCourse = (minutes: number): RelaxCourse => ({
  id: `breathe-${minutes}`,
  kind: 'breath',
  title: `Breathe slowly for ${minutes} minutes`,
  minutes,
  how: [
    anyPlace,
    'Put a hand on your tummy.',
    'Breathe in through your nose for about 4 seconds.',
    'Breathe out for about 6 seconds.',
    'Do not hold your breath. With asthma or COPD, go at your own pace.',
  ],
  stop: ['Stop if you get dizzy. Breathe as usual until it passes.'],
  why: 'Slow breathing calms the body. When your body is calm, your back tenses up less.',
  evidence: 'Weak evidence. Many people find that it helps them to move.',
  ...gradedBy('breathing-calms'),
  movement: 'breathing',
  item: {
    ...still,
    title: 'Slow breathing',
    start: anyPlace,
    breathe: 'Breathe in through your nose, and out slowly.',
    work: breathing(minutes),
  },
})

const shortBreath = breathCourse(3)
const usualBreath = breathCourse(5)
const longBreath = breathCourse(10)

/** The parts of §4.1 in their order. The back is left out in a spasm. */
const tensedParts = ['feet', 'calves', 'thighs', 'hands', 'shoulders', 'face'] as const
const tenseMs = 5000
const letGoMs = 20_000
/** Six parts of 25 seconds make two and a half minutes a round, and four rounds the 10 minutes of §4.1. */
const rounds = 4

const relaxFacts = {
  why: 'When the rest of your body relaxes, a tense back can relax too.',
  evidence: 'No good evidence in a new spasm. In long-lasting pain, small studies found it better than waiting.',
  ...gradedBy('relax-new-spasm', 'relax-long-term'),
  movement: 'breathing',
} as const

const muscles: RelaxCourse = {
  ...relaxFacts,
  id: 'muscles',
  kind: 'tense',
  title: 'Tense and let go, part by part',
  minutes: (rounds * tensedParts.length * (tenseMs + letGoMs)) / 60_000,
  how: [
    anyPlace,
    'Tense one part at about half effort for 5 seconds. Keep breathing.',
    'Let it go for 20 seconds.',
    'Go from feet to calves, thighs, hands, shoulders and face. Skip your back.',
    'Go round 4 times. Keep your eyes open if you like that better.',
  ],
  stop: [
    'Skip any part that hurts.',
    'Stop if you feel faint or upset.',
    'With heart trouble, tense only lightly, and never hold your breath.',
  ],
  item: {
    ...still,
    title: 'Tense and let go',
    start: anyPlace,
    breathe: 'Skip any part that hurts. Keep breathing.',
    work: {
      kind: 'parts',
      parts: Array.from({ length: rounds }).flatMap(() =>
        tensedParts.flatMap((part) => [
          { words: `Tense your ${part} gently.`, ms: tenseMs },
          { words: `Let your ${part} go soft.`, ms: letGoMs },
        ]),
      ),
    },
  },
}

const scanMs = 30_000
const scanned = [
  'Feel the weight of your feet.',
  'Notice your calves. Let them be heavy.',
  'Notice your knees and thighs.',
  'Feel where your hips rest.',
  'Notice your tummy as you breathe.',
  'Notice your back. You do not have to change it.',
  'Feel your hands. Let the fingers be loose.',
  'Notice your arms, up to the shoulders.',
  'Let your shoulders sink a little.',
  'Notice your neck and throat.',
  'Let your jaw hang loose. Soften your eyes.',
  'Feel all of you at once. Breathe easily.',
] as const

const scan: RelaxCourse = {
  id: 'body-scan',
  kind: 'quiet',
  title: 'Go through your body in your mind',
  minutes: (scanned.length * scanMs) / 60_000,
  how: [
    anyPlace,
    'Think of one part at a time, from your feet to your face. Give each about half a minute.',
    'Only notice how it feels. Tense nothing.',
    'When your mind drifts off, come back to the next part.',
  ],
  stop: ['Stop if it upsets you, or if the pain grows when you think of it. Keep your eyes open if you like.'],
  why: 'It gives a worried mind something else to do, and can calm you.',
  evidence: 'Weak evidence. It calms, and it may help you to move.',
  ...gradedBy('attention-calms'),
  movement: 'breathing',
  item: {
    ...still,
    title: 'Go through your body',
    start: anyPlace,
    breathe: 'Breathe as you like.',
    work: { kind: 'parts', parts: scanned.map((words) => ({ words, ms: scanMs })) },
  },
}

/** Six parts of 20 seconds: five rounds take as long as the four with tensing. */
const lightRounds = 5

/** Letting go without tensing, for who should not tense (relief/limits.ts). */
const lightly: RelaxCourse = {
  ...relaxFacts,
  id: 'let-go',
  kind: 'quiet',
  title: 'Let go, part by part',
  minutes: (lightRounds * tensedParts.length * 20_000) / 60_000,
  how: [
    anyPlace,
    'Think of one part at a time: feet, calves, thighs, hands, shoulders, face.',
    'Let each one grow heavy for 20 seconds. No strong tensing.',
    'Go round 5 times. Keep your eyes open if you like that better.',
  ],
  stop: ['Skip any part that hurts.', 'Stop if you feel faint or upset.'],
  item: {
    ...still,
    title: 'Let go',
    start: anyPlace,
    breathe: 'Breathe all the time.',
    work: {
      kind: 'parts',
      parts: Array.from({ length: lightRounds }).flatMap(() =>
        tensedParts.map((part) => ({ words: `Let your ${part} grow heavy and soft.`, ms: 20_000 })),
      ),
    },
  },
}

const easeIds = ['M17a', 'M17b', 'M17b-bed', 'M17c', 'M17d'] as const satisfies readonly MovementId[]

/** A position of ease as a course: as long as its card says, or five minutes. */
function easeCourse(id: MovementId): RelaxCourse {
  const card = movements[id]
  const minutes = card.dose.calm?.minutes?.[0]
  const once = { sets: 1, sides: [], restSeconds: 0, loadKg: 0 }
  const item = timedItem(id, { ...(minutes !== undefined && { minutes }), ...once })
  return {
    id: `ease-${id}`,
    kind: 'ease',
    title: card.title,
    minutes: lengthMs(item.work) / 60_000,
    how: [card.start, ...card.steps],
    stop: ['Change if it hurts more, or if pain spreads to your leg.', ...card.care],
    why: card.why,
    evidence: 'No good trials. It is safe and cheap.',
    grade: card.grade,
    sources: card.sources,
    tag: card.tag,
    movement: id,
    item,
  }
}

const lengthMs = (work: Work): number => ('ms' in work ? work.ms : 0)

/** Every course. */
export const relaxCourses: readonly RelaxCourse[] = [
  shortBreath,
  usualBreath,
  longBreath,
  muscles,
  lightly,
  scan,
  ...easeIds.map(easeCourse),
]

/** What is known of the person who wants to relax. */
export interface RelaxPerson {
  /** What the check allows; `open` when nobody has been asked. */
  readonly lock: Lock
  readonly profile: MovementProfile
  /** A limit of the plan rules out tensing (a heart condition); true when it is known to. */
  readonly noTensing: boolean
}

/**
 * The courses for this person now. Locked: none. While only gentle things are open: breathing and positions of ease
 * (evidence.md §2.1). Letting go without tensing takes the place of tensing where tensing is ruled out.
 */
export function coursesFor({ lock, profile, noTensing }: RelaxPerson): readonly RelaxCourse[] {
  if (lock === 'locked') return []
  const eases = new Set(allowedMovements(profile, lock))
  return relaxCourses.filter((course) => {
    if (course.kind === 'ease') return eases.has(course.movement)
    if (course.kind === 'breath') return true
    if (lock === 'gentle') return false
    return course.kind === 'tense' ? !noTensing : course !== lightly || noTensing
  })
}
