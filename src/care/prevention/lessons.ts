/**
 * Short lessons: what people are often told about sleep, stress, drinks, posture and belts, and what is known
 * (evidence.md §3.2, §4.1, §8). Data only.
 * Never: promises that a lesson prevents a spasm; education by itself did not (§8).
 */
import { gradedBy } from '../evidence/rests-on.ts'
import type { Topic } from './topics.ts'

/** The ids of the lessons. */
export const lessonIds = ['sleep', 'stress', 'hydration', 'posture', 'belts'] as const
/** The id of one lesson, as in its address. */
export type LessonId = (typeof lessonIds)[number]

/** One lesson: what people hear, what is known, what to do. */
export interface Lesson extends Topic {
  /** What people often hear. */
  readonly heard: string
  /** What to do, verbs first. */
  readonly todo: readonly string[]
  /** When not, or whom to ask. */
  readonly care: readonly string[]
}

/** Is this a lesson of ours? */
export const isLessonId = (id: string): id is LessonId => lessonIds.some((known) => known === id)

/** The lessons by id, each claim with its grade (evidence.md §8). */
export const lessons: Readonly<Record<LessonId, Lesson>> = {
  sleep: {
    title: 'Sleep',
    about: 'Rest well, and lie however you like.',
    heard: 'There is a best way to lie.',
    ...gradedBy('sleep-any-way', 'load-sleep-stress'),
    proof: [
      'We know of no trial that shows one way to lie is best. Any way that is easy for you is fine.',
      'Sleep and stress matter for a spasm. So do a sudden change of load, and spasms you had before.',
    ],
    todo: [
      'Lie in any way that feels easy.',
      'Try a pillow under your knees, or between them on your side.',
      'Roll like a log to get up.',
      'After a bad night, stay on the step you are on. Do not go up that day.',
    ],
    care: ['Pain that keeps you awake every night, however you lie, needs the check.'],
  },
  stress: {
    title: 'Stress',
    about: 'Calm your breath, and tell us when life is hard.',
    heard: 'Relaxing cures a spasm.',
    ...gradedBy('relax-long-term', 'relax-new-spasm', 'relax-acp', 'breathing-calms', 'breathing-dose', 'relax-dose'),
    proof: [
      'In long-term back pain, letting muscles go did better than waiting. The trials were small, and not of high quality.',
      'For a new spasm there are no trials. Slow breathing can calm you and help you to move.',
    ],
    todo: [
      'Breathe in for about 4 seconds and out for about 6, for 5 minutes. Do it 2 to 4 times a day.',
      'Tense each part for 5 seconds with half your strength, then let go for 15 to 20. Take 10 to 15 minutes a day.',
      'Leave out the part that hurts.',
      'Ask for help when work or home makes it harder. That is a good reason to ask.',
    ],
    care: [
      'Stop if you feel dizzy. Never hold your breath.',
      'With heart disease, tense only lightly.',
      'If you feel low on most days, do the check. It asks about that too.',
    ],
  },
  hydration: {
    title: 'Drinking water',
    about: 'Drink when you are thirsty. It is not the cause.',
    heard: 'A lack of water causes spasms, so drink sports drinks.',
    ...gradedBy('drink-no-cure', 'cramp-mixed', 'no-special-drink', 'drink-limits', 'coconut-water'),
    proof: [
      'Does drinking more prevent or ease a back spasm? There is no good evidence.',
      'Even for cramp in sport the evidence is mixed. Tired muscles seem to matter as much as lost water.',
    ],
    todo: ['Drink when you are thirsty. Pale yellow pee is a good sign.', 'You do not need a special drink.'],
    care: [
      'Were you told to limit drinks for your heart or kidneys? Keep to that.',
      'Coconut water can harm you if your kidneys are ill. The same goes for some pills for blood pressure.',
    ],
  },
  posture: {
    title: 'Posture',
    about: 'Your best posture is your next one.',
    heard: 'Bad posture causes spasms.',
    ...gradedBy('no-right-posture', 'lessons-alone', 'sitting-link'),
    proof: [
      'There is no one right posture. Lessons on it did not prevent pain by themselves.',
      'People who sit long or in awkward ways get pain back more often. That is a link. It may not be the cause.',
    ],
    todo: ['Change position often.', 'Sit, lean, stand and walk in turn.', 'Slouch if you like, for a while.'],
    care: ['Do not fear to bend. Backs are made to bend.'],
  },
  belts: {
    title: 'Back belts',
    about: 'They do not keep it away.',
    heard: 'A belt protects your back.',
    ...gradedBy('belts-against', 'belts-nice', 'belts-who'),
    proof: ['Belts did not prevent back pain in trials. UK guidance says not to offer them.'],
    todo: ['Build strength and walk instead.', 'At most, wear one for comfort in a short job.'],
    care: ['Do not come to rely on it.'],
  },
}
