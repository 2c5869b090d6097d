/** Heat or ice (evidence.md §4.1, §8). */
import { type Article, claimed } from '../types.ts'

/** What warmth and cold do, how to use each, and when not. */
export const heatOrIce: Article = {
  slug: 'heat-or-ice',
  title: 'Heat or ice?',
  about: 'Warmth eases pain for a while.',
  bars: ['heat-eases', 'cold-unknown'],
  short: [
    claimed('Warmth eases back pain for a while. Nobody knows about ice.', 'heat-eases', 'cold-unknown'),
    claimed('Use warmth first, and move while you are still warm.', 'heat-acp', 'heat-and-exercise'),
    claimed('If cold feels better to you, use cold.', 'cold-when'),
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
      known: claimed(
        'There are too few trials to say. If you like it, that is reason enough.',
        'cold-unknown',
        'cold-when',
      ),
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
        'Wrap a warm pack in a towel. Or use a bottle with its cover on, a bath or a shower.',
        claimed('Use it for 15 to 20 minutes, up to 3 or 4 times a day.', 'heat-dose'),
        claimed('Look at your skin every 5 minutes.', 'heat-not-if'),
        claimed('Move a little while you are still warm. Doing both together did more.', 'heat-and-exercise'),
      ],
    },
    {
      id: 'bottle-or-wrap',
      title: 'A hot water bottle, or a wrap you wear',
      kind: 'list',
      lines: [
        claimed('Bottle: hot water from the tap, never boiling, and less than 2 years old.', 'heat-bottle'),
        claimed('Wrap: by day only, up to 8 hours, as its packet says.', 'heat-wrap-dose'),
        claimed('Never on top of a heat rub.', 'heat-rub-never'),
      ],
    },
    {
      id: 'how-to-use-cold',
      title: 'How to use cold',
      kind: 'steps',
      lines: [
        'Wrap ice or frozen peas in a damp cloth.',
        claimed('Use it for 10 to 15 minutes, up to 3 or 4 times a day.', 'cold-dose'),
        claimed('A new knock? In the first 48 hours, cold is the one to try.', 'cold-when'),
        'Stop if the skin goes white or numb, or if you do not like it.',
      ],
    },
    {
      id: 'how-much',
      title: 'How much it does',
      kind: 'text',
      lines: [
        claimed('A heat wrap for 5 days brought about 1 point more relief, on a scale of 0 to 5.', 'heat-eases'),
        claimed('That is real, small and short. Use the time to get moving.', 'heat-eases', 'heat-and-exercise'),
      ],
    },
  ],
  whenNot: [
    claimed('No heat on skin that is numb, broken, infected or newly bruised.', 'heat-not-if'),
    claimed('No heat while you sleep, or after a drink or pills that make you sleepy.', 'heat-not-if'),
    claimed(
      'Poor blood flow? No heat and no cold. Nerves harmed by diabetes? Ask a pharmacist or nurse first.',
      'heat-ask-first',
      'cold-not-if',
    ),
    claimed('No ice on bare skin. No cold with Raynaud’s, a cold allergy or sickle cell disease.', 'cold-not-if'),
    claimed('Pregnant? Warm, not hot, away from your tummy, and no hot tub.', 'pregnancy-warmth'),
  ],
  drawn: ['heat-eases', 'cold-unknown'],
  leads: [
    { to: 'step', step: 'heat-pack' },
    { to: 'step', step: 'cold-pack' },
    { to: 'movement', movement: 'M08' },
    { to: 'treatment', treatment: 'heat' },
    { to: 'treatment', treatment: 'ice' },
  ],
  alsoSearchedAs: [
    'hot water bottle',
    'heat pad',
    'warm bath',
    'cold pack',
    'frozen peas',
    'wheat bag',
    'Deep Heat',
    'hot or cold',
  ],
}
