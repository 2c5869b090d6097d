/** What causes it (evidence.md §3, §7.3, §8): each cause with how likely it is and how we know. */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What is known to matter, what is a link, and what is no cause. */
export const whatCausesIt: Article = {
  slug: 'what-causes-it',
  title: 'What causes a back spasm?',
  about: 'Most often a small strain, or nothing anyone can find.',
  bars: [],
  short: [
    claimed(
      'Most often the back guards itself after a small strain. Often nobody finds a clear cause.',
      'spasm-protects',
      'often-no-cause',
    ),
    claimed('Bad sleep, stress, a sudden change of load and earlier spasms matter.', 'load-sleep-stress'),
    claimed(
      'Posture, thirst and crooked bones are blamed far too often.',
      'no-right-posture',
      'drink-no-cure',
      'bones-in-place',
    ),
  ],
  heard: [
    {
      heard: 'It comes from bad posture.',
      known: claimed(
        'There is no one right posture. Pain comes back more often in people who sit for long, but that may not be the cause.',
        'no-right-posture',
        'sitting-link',
      ),
    },
    {
      heard: 'You did not drink enough.',
      known: claimed(
        'There is no good evidence for that. Even for cramp in sport, tired muscles seem to matter as much.',
        'drink-no-cure',
        'cramp-mixed',
      ),
    },
    {
      heard: 'Your spine is out of line.',
      known: claimed('In a spasm, bones are not out of place.', 'bones-in-place'),
    },
    {
      heard: 'Your tummy muscles are weak.',
      known: claimed('Any exercise helps to keep it away. Strong tummy muscles are not special.', 'core-not-special'),
    },
  ],
  sections: [
    {
      id: 'what-starts-it',
      title: 'What starts it, and how sure we are',
      kind: 'list',
      lines: [
        claimed(
          'A lift, a twist, a sneeze, or getting up: many people say it was one of these. That is what they recall, not a trial.',
          'spasm-starts',
        ),
        claimed(
          'More load than you are used to, bad sleep, stress: experts agree, but trials have not settled it.',
          'load-sleep-stress',
        ),
        claimed('Nothing at all: this is common too.', 'often-no-cause'),
      ],
    },
    {
      id: 'what-goes-with-it',
      title: 'What goes with it coming back',
      kind: 'list',
      lines: [
        claimed('More than 2 bad spells before. One study of 250 people found this.', 'back-more-if'),
        claimed(
          'More than 5 hours of sitting a day, or often in awkward ways. The same study found this.',
          'back-more-if',
        ),
        'A link is not a cause. Something else may lie behind both.',
        claimed('Age, weight and fitness: our sources do not say how much they add.', 'age-weight-fitness-unknown'),
      ],
    },
    {
      id: 'rarely-something-else',
      title: 'Rarely, something else',
      kind: 'text',
      lines: [
        claimed(
          'Of 1,172 people with new back pain, 11 had a serious cause. In 8 it was a broken bone.',
          'serious-is-rare',
        ),
        'That is why the check comes first, and why it comes again.',
      ],
    },
    {
      id: 'what-you-can-change',
      title: 'What you can change',
      kind: 'steps',
      lines: [
        claimed(
          'Move in a way you like, and learn about backs. Together they cut the chance that it comes back by nearly half.',
          'learning-exercise-prevent',
        ),
        claimed('Change position often.', 'change-position'),
        claimed('Build up to heavy things step by step. Staying away from lifting feeds fear.', 'lifting-fear'),
        claimed('Look after your sleep, and ask for help when life is hard.', 'load-sleep-stress', 'worry-sooner-help'),
      ],
    },
  ],
  whenNot: [claimed('After a bad fall or a crash, go to A&E or call 999.', 'big-accident-now'), saddleNow, legsNow],
  drawn: ['learning-exercise-prevent'],
  leads: [
    { to: 'check' },
    { to: 'prevention', page: 'strength' },
    { to: 'prevention', page: 'breaks' },
    { to: 'article', article: 'is-my-posture-to-blame' },
    { to: 'article', article: 'will-it-come-back' },
  ],
  alsoSearchedAs: [
    'reason',
    'why me',
    'root cause',
    'overweight',
    'age',
    'dehydration',
    'injury',
    'strain',
    'weak core',
    'unfit',
  ],
}
