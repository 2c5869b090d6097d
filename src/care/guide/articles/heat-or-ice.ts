/** Heat or ice (evidence.md §4.1, §8). */
import { type Article, claimed } from '../types.ts'

/** What warmth and cold do, how to use each, and when not. */
export const heatOrIce: Article = {
  slug: 'heat-or-ice',
  title: 'Heat or ice?',
  about: 'Warmth eases pain for a while.',
  bars: ['heat-eases', 'cold-unknown'],
  short: [
    claimed('Warmth eases back pain for a while. For ice, nobody knows.', 'heat-eases', 'cold-unknown'),
    'Use whichever feels better, and keep moving.',
  ],
  heard: [
    {
      heard: 'Heat flushes out toxins.',
      known: claimed(
        'It does not. Blood flow does not wash poisons out of a muscle. Warmth eases pain for a while.',
        'heat-no-toxins',
        'heat-eases',
      ),
    },
    {
      heard: 'Ice brings the spasm down.',
      known: claimed('There are too few trials to say. If you like it, that is reason enough.', 'cold-unknown'),
    },
    {
      heard: 'Swap hot and cold every few minutes.',
      known: claimed('No trial supports this. Use whichever feels better.', 'heat-cold-swap'),
    },
    {
      heard: 'The hotter, the better.',
      known: claimed('Warm, not hot. Heat can burn, above all when you fall asleep on it.', 'heat-not-if'),
    },
  ],
  sections: [
    {
      id: 'how-to-use-warmth',
      title: 'How to use warmth',
      kind: 'steps',
      drawing: 'heat-on-the-back',
      lines: [
        'Wrap a warm pack, or a bottle with its cover on, in a towel.',
        claimed('Stay for 15 to 20 minutes, up to 3 or 4 times a day.', 'heat-dose'),
        claimed('Look at your skin every 5 minutes.', 'heat-not-if'),
        'Move a little while you are still warm.',
      ],
    },
    {
      id: 'how-to-use-cold',
      title: 'How to use cold',
      kind: 'steps',
      lines: [
        'Wrap the pack in a cloth.',
        claimed('Stay for 10 to 15 minutes, up to 3 or 4 times a day.', 'cold-dose'),
        'Stop if it does not feel nice.',
      ],
    },
  ],
  whenNot: [
    claimed('No heat on skin that is numb, broken, infected or newly bruised.', 'heat-not-if'),
    claimed('No heat while you sleep, or after a drink or pills that make you sleepy.', 'heat-not-if'),
    claimed(
      'No ice on bare skin, and no cold if your blood flow is poor or cold brings on an illness of yours.',
      'cold-not-if',
    ),
    claimed('Pregnant? Warm, not hot, and away from your tummy.', 'heat-not-if'),
  ],
  drawn: ['heat-eases', 'cold-unknown'],
  leads: [
    { to: 'step', step: 'heat-pack' },
    { to: 'step', step: 'cold-pack' },
    { to: 'movement', movement: 'M08' },
  ],
  alsoSearchedAs: ['hot water bottle', 'heat pad', 'warm bath', 'cold pack', 'frozen peas', 'wheat bag'],
}
