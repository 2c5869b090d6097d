/**
 * What helps to keep back pain away, what does not, and how sure we are: one entry for each page of prevention, with what
 * matters most first (evidence.md §5.1 M15, §6.1, §7.3, §8). Data only.
 * Never: a claim without its grade, or a grade better than the evidence brief gives.
 */
import type { Grade, VerificationTag } from '../evidence/grade.ts'
import { gradedBy, restsOn } from '../evidence/rests-on.ts'
import type { SourceId } from '../evidence/sources.ts'

/** Pages of prevention that are no lessons. */
export const topicIds = ['strength', 'walking', 'breaks', 'lifting', 'warmUp', 'desk'] as const
/** The id of one page of prevention, as in its address. */
export type TopicId = (typeof topicIds)[number]

/** What a page of prevention says, and how sure it is. */
export interface Topic {
  readonly title: string
  /** In a line, on the hub. */
  readonly about: string
  readonly grade: Grade
  /** What that grade is of. */
  readonly proof: readonly string[]
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** The pages of prevention by id, each claim with its grade (evidence.md §6.1, §7.3, §8). */
export const topics: Readonly<Record<TopicId, Topic>> = {
  strength: {
    title: 'Strength on two days a week',
    about: 'Two sets a week, with a day between.',
    ...gradedBy('exercise-prevents', 'learning-exercise-prevent', 'prevention-fades', 'core-not-special'),
    proof: [
      'To move alone cut the chance that it comes back by a third, and that is less sure. To move, and to learn about backs, cut it by nearly half.',
      'It helps for as long as you do it. After a year, where people had stopped, there was less left of it, or nothing.',
      'Any movement you like will do. Strong tummy muscles are not special.',
    ],
  },
  walking: {
    title: 'A walking plan',
    about: 'From what you walk now to 30 minutes on 5 days.',
    ...gradedBy('walking-prevents', 'walking-days', 'walking-aches'),
    proof: [
      'One trial had 701 people. Those who walked, and learned about backs, stayed well for longer. Half of them had 208 days or more before the next bad time. Without it, it was 112 days.',
      'People who walked had more aches in their leg joints.',
    ],
  },
  breaks: {
    title: 'Short breaks from sitting',
    about: 'Two minutes to move.',
    ...gradedBy('breaks-untested', 'sitting-link', 'change-position'),
    proof: [
      'People who sit for more than 5 hours a day get pain back more often. That does not prove that breaks prevent it.',
      'A break costs little. Our advice is to change position often.',
    ],
  },
  lifting: {
    title: 'Practise lifting',
    about: 'A ladder from a chair to weights.',
    ...gradedBy('lessons-alone', 'lifting-untested'),
    proof: [
      'We know of no trial of this ladder. It is practice, so that you trust your back and share the load.',
      'Lessons by themselves did not prevent pain.',
    ],
  },
  warmUp: {
    title: 'Warm up',
    about: 'A few soft moves before the strong ones.',
    ...gradedBy('warm-up-untested'),
    proof: ['We know of no trial that shows it prevents a spasm. It is what UK physios do.'],
  },
  desk: {
    title: 'Your desk',
    about: 'A short list for comfort.',
    ...gradedBy('no-right-posture', 'lessons-alone', 'sitting-link', 'change-position'),
    proof: [
      'There is no one right way to sit. Lessons on posture did not prevent pain by themselves.',
      'So use the list for comfort, and change position often.',
    ],
  },
}

/** Said on the hub (§7.3). */
export const comingBack: Pick<Topic, 'proof' | 'sources' | 'tag'> = {
  proof: [
    'In one study of 250 people it came back within a year for about 7 in 10. For 4 in 10 it got in the way of daily life.',
    'A return is common. It is most often not a sign of harm. Your flare plan makes it shorter.',
  ],
  ...restsOn('back-in-a-year', 'back-in-the-way', 'return-no-harm'),
}
