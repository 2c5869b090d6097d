/** Strength: planks, bridges, bird dogs, Pilates (evidence.md §5.0, §5.1, §6.1, §6.2, §8). Doses come from the cards. */
import { doseWords } from '../movement-dose.ts'
import { type Article, claimed } from '../types.ts'

/** What strength does for the next spasm, when to begin, how much, and when to go up. */
export const strength: Article = {
  slug: 'strength',
  title: 'Getting strong: planks, bridges, Pilates',
  about: 'It may cut the chance that a spasm comes back by a third.',
  bars: ['exercise-prevents', 'learning-exercise-prevent'],
  short: [
    claimed(
      'Exercise alone cuts the chance that it comes back by a third, and that is less sure. With learning about backs it is nearly half.',
      'exercise-prevents',
      'learning-exercise-prevent',
    ),
    claimed('Any kind you like will do, for as long as you keep it up.', 'core-not-special', 'prevention-fades'),
    claimed('Strength is for the next spasm. It does not end this one sooner.', 'exercise-new-spasm'),
  ],
  heard: [
    {
      heard: 'A weak core is why your back went.',
      known: claimed('Any exercise helps. Strong tummy muscles are not special.', 'core-not-special'),
    },
    {
      heard: 'Pilates is the best exercise for backs.',
      known: claimed(
        'It is not better than other exercise. In long-term pain it did better for a while than very little care.',
        'pilates-no-better',
        'pilates-long-term',
      ),
    },
    {
      heard: 'Hold a plank for as long as you can.',
      known: claimed(
        'Short holds of 10 seconds will do, with a rest between. Keep talking as you hold.',
        'plank-short-holds',
      ),
    },
    {
      heard: 'A strong back never goes again.',
      known: claimed(
        'It can. Exercise by itself cuts the chance by a third, and that is less sure.',
        'exercise-prevents',
      ),
    },
  ],
  sections: [
    {
      id: 'when-to-begin',
      title: 'When to begin',
      kind: 'list',
      lines: [
        claimed(
          'When your usual pain is 3 out of 10 or less. For many that is from about week 2.',
          'strength-start',
          'build-dose',
        ),
        claimed('When most of your daily tasks are easy again.', 'strength-start'),
        claimed('When the check is clear. Your day-by-day plan asks at each step.', 'few-questions-daily'),
      ],
    },
    {
      id: 'four-to-start-with',
      title: 'Four to start with',
      kind: 'list',
      lines: [
        claimed(`Bridge. ${doseWords('M10', 'strength')}`, 'card-doses'),
        claimed(`Bird dog. ${doseWords('M12', 'strength')}`, 'card-doses'),
        claimed(`Plank, first on a wall. ${doseWords('M11-wall', 'strength')}`, 'card-doses'),
        claimed(`Sit to stand. ${doseWords('M19', 'strength')}`, 'card-doses'),
      ],
    },
    {
      id: 'how-hard',
      title: 'How hard, and how often',
      kind: 'list',
      lines: [
        claimed('Two or three days a week, with a day off in between.', 'build-dose'),
        claimed('Make it feel like 5 to 7 out of 10. Stop with 2 or 3 more left in you.', 'strength-effort'),
        claimed(
          'Go up one step after 3 sessions at 3 out of 10 or less. The next morning must be no worse.',
          'strength-up',
        ),
        claimed('Is the next morning worse by 2 points or more? Step back, and do half.', 'strength-down'),
        claimed('New exercise can make you sore, so start small.', 'exercise-soreness'),
        claimed('Away for more than 7 days? Start one step lower.', 'missed-a-week'),
      ],
    },
    {
      id: 'make-it-last',
      title: 'Make it last',
      kind: 'list',
      lines: [
        claimed('Keep to 2 days of strength a week. Add 150 minutes of something brisk that you like.', 'keep-dose'),
        claimed('A year on, little or nothing of the gain was left where people had stopped.', 'prevention-fades'),
        'So choose what you enjoy: a class, the gym, a swim, a garden.',
      ],
    },
  ],
  whenNot: [
    claimed('Has the check closed your movements? They wait until a GP or physio has seen you.', 'lasting-lock'),
    claimed(
      'High blood pressure, heart or eye trouble? No bridge, no long holds. Never hold your breath.',
      'strength-pressure',
    ),
    claimed('Thin bones? Stay with the easier planks, and no sit-ups.', 'bones-easier-planks'),
    claimed(
      'Pregnant? Easier planks only, and stop if your tummy domes. From 16 weeks, no bridge.',
      'pregnancy-planks',
      'ease-not-if',
    ),
    claimed('At 6 out of 10 or more, leave strength for another day.', 'pain-6-only-small'),
    claimed(
      'In the first 6 weeks after a birth, keep to walks, pelvic tilts and gentle moves on hands and knees.',
      'after-birth-6-weeks',
    ),
    claimed('After a birth, planks and dead bugs wait for your check at 6 to 8 weeks.', 'after-birth-planks'),
    claimed(
      'Had surgery in the last 12 weeks, or a hernia? Do only what your surgeon or your physio has said to do.',
      'surgery-own-plan',
    ),
  ],
  drawn: ['exercise-prevents', 'learning-exercise-prevent'],
  leads: [
    { to: 'prevention', page: 'strength' },
    { to: 'movement', movement: 'M10' },
    { to: 'movement', movement: 'M12' },
    { to: 'movement', movement: 'M11-wall' },
    { to: 'treatment', treatment: 'pilates' },
    { to: 'find', service: 'pilates' },
  ],
  alsoSearchedAs: ['core', 'abs', 'gym', 'weak back', 'bird dog', 'dead bug', 'strengthen', 'build muscle'],
}
