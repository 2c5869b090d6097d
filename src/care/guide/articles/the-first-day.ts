/** The first day (evidence.md §1.I, §2.2, §4.1). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** A safe order for a bad first day, and what cannot wait. */
export const theFirstDay: Article = {
  slug: 'the-first-day',
  title: 'The first day',
  about: 'Ease off for a bit. Then move, little and often.',
  bars: ['active-pain', 'heat-eases'],
  short: [
    'Do the check first. It asks about the few signs that cannot wait.',
    claimed('Ease off for the first hours if you must. Then move gently, little and often.', 'active-pain'),
    claimed('Sharp, catching pain is usual for a few days.', 'catching-some-days'),
  ],
  heard: [
    {
      heard: 'Rest is crucial. Lie flat until it has gone.',
      known: claimed(
        'Long rest makes you stiff. Lie down for at most 30 to 60 minutes at a time, and only in the first day or two.',
        'rest-harms',
        'rest-dose',
      ),
    },
    {
      heard: 'It hurts this much, so it must be serious.',
      known: claimed(
        'A plain spasm can be 9 out of 10 on the first day. The signs in the check tell more than the score.',
        'score-alone',
      ),
    },
    {
      heard: 'The right stretch frees it at once.',
      known: claimed(
        'No stretch has been shown to do that. Small moves can help you get going.',
        'stretch-no-instant',
        'movement-comfort',
      ),
    },
  ],
  sections: [
    {
      id: 'a-safe-order',
      title: 'A safe order for today',
      kind: 'steps',
      lines: [
        'Do the check.',
        claimed('Find the way of lying or sitting that hurts least. Stay there for 5 to 10 minutes.', 'ease-dose'),
        claimed('Breathe slowly for 5 minutes: in for about 4 seconds, out for about 6.', 'breathing-dose'),
        claimed(
          'Use warmth for 15 to 20 minutes. Stay awake, and look at your skin every 5.',
          'heat-dose',
          'heat-not-if',
        ),
        claimed(
          'Tilt your pelvis 5 to 10 times. Is your pain under 8 out of 10? Then let your knees roll a little too.',
          'first-day-round',
          'pain-8-only-quiet',
        ),
        claimed('Stand up and walk for about 2 minutes.', 'first-day-round'),
        claimed('Go round again every 2 to 3 hours.', 'first-day-round'),
      ],
    },
    {
      id: 'how-to-get-up',
      title: 'How to get up from bed or floor',
      kind: 'steps',
      lines: [
        'Bend your knees and keep them together.',
        claimed('Roll on to your side in one piece.', 'roll-to-get-up'),
        'From a bed, let your legs go over the edge as you push up with your arms.',
        'From the floor, come up to hands and knees, then use a chair.',
        'Sit for a moment before you stand.',
      ],
    },
    {
      id: 'the-rest-of-the-day',
      title: 'The rest of the day',
      kind: 'list',
      lines: [
        claimed('Change position every 20 to 30 minutes while you are awake.', 'active-dose'),
        'Leave the heavy jobs. Ask somebody to help.',
        claimed('Drink when you are thirsty. You do not need a special drink.', 'drink-dose', 'no-special-drink'),
        'Want a painkiller? First answer the questions on what is safe for you.',
        'Do you live alone? Tell somebody how you are, and keep your phone on you.',
      ],
    },
    {
      id: 'what-to-expect',
      title: 'What to expect',
      kind: 'text',
      lines: [
        claimed(
          'Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.',
          'better-in-two-weeks',
        ),
        claimed('Take stock on day 3 to 5. Is it better, the same or worse?', 'check-in-day-3-to-5'),
      ],
    },
  ],
  whenNot: [
    saddleNow,
    legsNow,
    claimed(
      'Can’t get to the toilet or get a drink? Ring 111 today. Stuck on the floor alone? Ring 999.',
      'cannot-cope-today',
    ),
    claimed('Is it 8 or more, and no better after 24 hours of safe painkillers? Ring 111 today.', 'bad-after-a-day'),
    claimed('Are you 16 weeks pregnant or more? Do not lie flat on your back.', 'ease-not-if'),
  ],
  leads: [
    { to: 'check' },
    { to: 'plan' },
    { to: 'medicines' },
    { to: 'step', step: 'log-roll' },
    { to: 'article', article: 'heat-or-ice' },
    { to: 'article', article: 'rest-or-moving' },
  ],
  alsoSearchedAs: [
    'back has gone',
    'put my back out',
    'cannot get out of bed',
    'first aid',
    'what to do now',
    'locked up',
  ],
}
