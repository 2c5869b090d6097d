/** When to book (evidence.md §2.2, §3.2, §6.4, §7). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** When to act to see someone, and whom. */
export const whenToBook: Article = {
  slug: 'when-to-book',
  title: 'When should I book a visit?',
  about: 'Not easing by day 5, or slow at 2 weeks.',
  bars: ['physio-package'],
  short: [
    claimed('Most people can start at home, once the check is clear.', 'serious-is-rare'),
    claimed(
      'Book if it is not easing at all by day 4 or 5. Book if you are not clearly better after 2 weeks.',
      'not-easing-by-day-5',
      'slow-at-2-weeks',
    ),
    claimed('Book sooner if worry or low mood holds you back. That is a good reason.', 'worry-sooner-help'),
  ],
  heard: [
    {
      heard: 'See someone if it lasts more than a few days.',
      known: claimed(
        'A large trial found that half had almost no pain by day 16 or 17. So a few days is early.',
        'trial-16-days',
      ),
    },
    {
      heard: 'The sooner you start, the fewer visits you need.',
      known: claimed('We know of nothing to show this. Most people need a few visits, or none.', 'physio-visits'),
    },
    {
      heard: 'Come in every month to keep it away.',
      known: claimed(
        'What keeps it away is what you do yourself: moving, and learning about backs.',
        'learning-exercise-prevent',
      ),
    },
    {
      heard: 'Wait six weeks, it will go.',
      known: claimed(
        'Six weeks is the latest for a first visit, not the best. If you are slow to ease at 2 weeks, book then.',
        'slow-at-2-weeks',
        'slow-at-6-weeks',
      ),
    },
  ],
  sections: [
    {
      id: 'by-which-day',
      title: 'When to act',
      kind: 'list',
      lines: [
        claimed(
          'Any day: you cannot get to the toilet or get a drink, even with help. Ring 111 today.',
          'cannot-cope-today',
        ),
        claimed(
          'After a day of safe painkillers: it is 8 out of 10 or more, and not easing. Ring 111 today.',
          'bad-after-a-day',
        ),
        claimed('From day 3: it is severe, and worse than on day 1. Get help the same day.', 'check-in-day-3-to-5'),
        claimed(
          'Day 4 or 5: it is not easing at all. Do the check again, ask a pharmacist, and think about a physio.',
          'not-easing-by-day-5',
        ),
        claimed(
          '2 weeks: it still hurts 3 out of 10 or more, and is less than a third better. See a physio or GP within 1 to 2 weeks.',
          'slow-at-2-weeks',
        ),
        claimed('2 weeks: you are 16 to 19, and not back to normal. See a physio or GP.', 'teen-two-weeks'),
        claimed(
          '4 weeks: you are 50 or over, and it is your first back pain. Or you are 60 or over. See your GP.',
          'slow-over-50',
        ),
        claimed('4 to 6 weeks: you are little better, at any age. See a physio or GP.', 'slow-at-6-weeks'),
        claimed('12 weeks: it is still there. Another kind of help suits it better now.', 'slow-at-12-weeks'),
        claimed('Any day: the pain moves further down a leg. Book a check.', 'leg-pain-further-book'),
      ],
    },
    {
      id: 'whom-to-see',
      title: 'Who to see',
      kind: 'list',
      lines: [
        'A pharmacist, for what you can take. You need no appointment.',
        claimed(
          'A physio, to check you and make a plan. You do not have to see a GP first.',
          'physio-does',
          'nhs-physio-free',
        ),
        'A GP, if you feel ill, need tests, or have other illnesses.',
        'Your midwife, if you are pregnant.',
      ],
    },
    {
      id: 'take-along',
      title: 'What to take along',
      kind: 'steps',
      lines: [
        'Print or save the report: your check, your diary, and what you take.',
        'Write down the one thing you most want to do again.',
        'Write down what worries you.',
        'Wear clothes you can move in. Bring someone if you like.',
      ],
    },
  ],
  whenNot: [
    claimed('Under 16? Back pain is one for the GP, with a parent.', 'under-16-gp'),
    'Do not wait for a visit if you have a danger sign.',
    saddleNow,
    legsNow,
  ],
  leads: [
    { to: 'check' },
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'report' },
    { to: 'article', article: 'how-to-choose-a-physio' },
    { to: 'article', article: 'how-long-it-takes' },
    { to: 'ask' },
  ],
  alsoSearchedAs: [
    'appointment',
    'how long to wait',
    'not getting better',
    'see a doctor',
    'GP',
    'referral',
    'still hurts',
  ],
}
