/** Whether it comes back, and what makes that less likely (evidence.md §6.1, §7.3, §8). */
import { type Article, claimed } from '../types.ts'

/** How often a spasm returns, what cuts the chance, and what to do on the day that it does. */
export const willItComeBack: Article = {
  slug: 'will-it-come-back',
  title: 'Will it come back?',
  about: 'Often, yes. Moving and learning cut the chance.',
  bars: ['learning-exercise-prevent', 'walking-prevents'],
  short: [
    claimed('Often, yes: within a year for about 7 in 10 of 250 people.', 'back-in-a-year'),
    claimed('A return is common, and most often not a sign of harm.', 'return-no-harm'),
    claimed('Exercise, and learning about backs, cuts the chance by nearly half.', 'learning-exercise-prevent'),
  ],
  heard: [
    {
      heard: 'If it comes back, something is torn.',
      known: claimed('A return is most often not a sign of harm.', 'return-no-harm'),
    },
    {
      heard: 'Have massage often, and it will stay away.',
      known: claimed(
        'It does not prevent the next spasm. It may feel good for a day or two.',
        'massage-no-prevention',
        'massage-eases',
      ),
    },
    {
      heard: 'Sit up straight, and it will not come back.',
      known: claimed(
        'There is no one right posture. Lessons did not prevent pain by themselves.',
        'no-right-posture',
        'lessons-alone',
      ),
    },
    {
      heard: 'Wear a belt, or insoles.',
      known: claimed('Neither prevented back pain.', 'belts-against', 'insoles-none'),
    },
  ],
  sections: [
    {
      id: 'what-cuts-the-chance',
      title: 'What cuts the chance',
      kind: 'list',
      lines: [
        claimed('Walk. Build up to 30 minutes on 5 days a week, over up to 6 months.', 'walking-build'),
        claimed(
          'Half of those who walked, and learned about backs, had 208 days or more before the next bad spell. Without this, it was 112.',
          'walking-days',
        ),
        claimed('Build strength on 2 days a week.', 'keep-dose'),
        claimed('Choose any exercise you like. No kind is special.', 'core-not-special'),
        claimed('Keep at it. It helps for as long as you do it.', 'prevention-fades'),
      ],
    },
    {
      id: 'who-has-it-more',
      title: 'Who gets it more often',
      kind: 'list',
      lines: [
        claimed('People with 3 or more bad spells behind them.', 'back-more-if'),
        claimed('People who sit for more than 5 hours a day, or often in awkward ways.', 'back-more-if'),
        claimed(
          'That is a link, and may not be the cause. A break to move costs little.',
          'sitting-link',
          'breaks-untested',
        ),
      ],
    },
    {
      id: 'how-often',
      title: 'How often, and how bad',
      kind: 'list',
      lines: [
        claimed('It was back within 3 months for 38 of 100, and within 6 months for 56.', 'back-in-months'),
        claimed('For about 4 in 10 it got in the way of daily life within a year.', 'back-in-the-way'),
        claimed('Just as many went to see somebody about it.', 'back-sought-care'),
        claimed('Half had 139 days or more before it came back.', 'back-139-days'),
        claimed('An older review found the studies too poor for a firm number.', 'back-figure-unsure'),
      ],
    },
    {
      id: 'on-the-day',
      title: 'On the day that it comes back',
      kind: 'steps',
      lines: [
        'Do the check, even if it feels like the last time.',
        'Open your flare plan.',
        claimed('Do your usual movements at half the dose. Use warmth, and relax.', 'long-flare-do'),
        'Carry on from where you are. Do not go back to bed rest.',
      ],
    },
  ],
  whenNot: [
    claimed('Does it feel unlike the last times? Say so in the check. Do not go by memory.', 'one-check-is-not-all'),
    claimed('Has the check closed your movements? They wait until a GP or physio has seen you.', 'lasting-lock'),
    claimed('People who walked had more aches in their leg joints. Build up slowly.', 'walking-aches'),
  ],
  drawn: ['learning-exercise-prevent', 'walking-prevents'],
  leads: [
    { to: 'flarePlan' },
    { to: 'prevention', page: 'walking' },
    { to: 'prevention', page: 'strength' },
    { to: 'treatment', treatment: 'walking' },
    { to: 'article', article: 'strength' },
    { to: 'pdfs' },
  ],
  alsoSearchedAs: ['again', 'prevent', 'keeps happening', 'flare up', 'relapse', 'stop it happening', 'every year'],
}
