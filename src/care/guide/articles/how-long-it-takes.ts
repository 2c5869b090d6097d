/** How long it takes (evidence.md §2.2, §6.4, §7). */
import { type Article, claimed } from '../types.ts'

/** How new back pain goes for most people, how far people differ, and when slow is too slow. */
export const howLongItTakes: Article = {
  slug: 'how-long-it-takes',
  title: 'How long does it take?',
  about: 'Most are clearly better in 2 weeks. People differ.',
  bars: ['most-ease-early'],
  short: [
    claimed('Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.', 'better-in-two-weeks'),
    claimed('Most of the easing comes in the first 6 weeks.', 'most-ease-early'),
    claimed('People differ a lot, so you may be faster or slower.', 'people-differ'),
  ],
  heard: [
    {
      heard: 'It is gone in a few days, or something is wrong.',
      known: claimed('It most often takes longer. Half had no pain at all within 58 days.', 'pain-58-days'),
    },
    {
      heard: 'If it still aches at 6 weeks, it is for life.',
      known: claimed('Not so. Within a year, 72 of 100 people were well in every way.', 'well-in-a-year'),
    },
    {
      heard: 'Total relief, for good.',
      known: claimed(
        'Nobody can promise that. Back pain is common, and often comes back for a while.',
        'back-in-a-year',
      ),
    },
  ],
  sections: [
    {
      id: 'how-it-goes',
      title: 'How pain goes, on average',
      drawing: 'recovery-band',
      kind: 'list',
      lines: [
        claimed('On a pain score of 0 to 100, new back pain falls from 56 to 26 in 6 weeks.', 'course-new'),
        claimed('After half a year it is at 22, and after a year at 21.', 'course-new'),
        claimed(
          'An older review is more hopeful: 23 out of 100 at 6 weeks, and 6 after a year.',
          'course-older-review',
        ),
        claimed('Daily life gets better a little sooner than the pain.', 'daily-life-first'),
        claimed(
          'About a third get well fast, and a third by 12 weeks. The rest get well in part, or it comes and goes, or it stays.',
          'three-courses',
        ),
      ],
    },
    { id: 'in-days', title: 'In days, from two studies', kind: 'from-rules', from: 'outlook' },
    {
      id: 'longer-pain',
      title: 'Pain that has lasted for weeks',
      kind: 'list',
      lines: [
        claimed(
          'Pain that has lasted 6 to 12 weeks falls from a score of 63 to 29 in 6 weeks. After a year it is at 31.',
          'course-6-to-12-weeks',
        ),
        claimed('Pain that has lasted over 12 weeks falls from 56 to 48, and is at 40 after a year.', 'course-long'),
        claimed('An older review is more hopeful: new pain was at 6 out of 100 after a year.', 'course-older-review'),
      ],
    },
    {
      id: 'what-makes-it-slower',
      title: 'What can make it slower',
      kind: 'list',
      lines: [
        claimed('Being older, more pain at the start, or getting help late.', 'slower-if'),
        claimed('A low mood, or a feeling that it will not go.', 'slower-if'),
        'None of this is your fault. It tells us who should have help sooner.',
        claimed('If worry, mood or work weighs on you, see a physio within 1 to 2 weeks.', 'worry-sooner-help'),
      ],
    },
    {
      id: 'what-counts-as-better',
      title: 'What counts as better',
      kind: 'text',
      lines: [
        claimed('A drop of two points out of 10, or of a third, is a change that people notice.', 'pain-change-counts'),
        claimed('For your own tasks, 2 points out of 10 on average count, or 3 for one task.', 'tasks-change-counts'),
        claimed('On the scale from much worse to much better, we count 2 steps up as better.', 'overall-change-counts'),
        claimed('One point up or down means little. Look at the week, not the hour.', 'pain-change-counts'),
      ],
    },
  ],
  whenNot: [
    claimed('Worse than on day 1, and bad, from day 3 on? Ring 111 today.', 'check-in-day-3-to-5'),
    claimed('Not easing at all by day 4 or 5? Book a check.', 'not-easing-by-day-5'),
    claimed('Not clearly better at 2 weeks? See a physio or GP within 1 to 2 weeks.', 'slow-at-2-weeks'),
    claimed('Little better after 4 to 6 weeks? See a GP or physio, at any age.', 'slow-at-6-weeks'),
    claimed(
      'Still there after 12 weeks? It now counts as long-term, and other kinds of help suit it better.',
      'slow-at-12-weeks',
    ),
    claimed('From 60 on, see a GP for any back pain that has lasted 4 weeks.', 'slow-over-50'),
  ],
  drawn: ['course-new'],
  leads: [
    { to: 'diary' },
    { to: 'plan' },
    { to: 'article', article: 'will-it-come-back' },
    { to: 'article', article: 'when-to-book' },
    { to: 'find', service: 'physiotherapy-first' },
  ],
  alsoSearchedAs: ['how many days', 'recovery time', 'still hurts', 'weeks', 'heal', 'will it go away', 'long term'],
}
