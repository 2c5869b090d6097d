/** Sleep with a sore back (evidence.md §1.F, §4.1, §6.2, §8). */
import { type Article, claimed } from '../types.ts'

/** How to lie, how to turn, what to do when awake at night, and night pain that needs a look. */
export const sleep: Article = {
  slug: 'sleep',
  title: 'Sleep with a sore back',
  about: 'Lie however is easiest. No one way is best.',
  bars: ['sleep-any-way'],
  short: [
    claimed('Lie in whatever way is easy for you. We know of no trial that shows one way is best.', 'sleep-any-way'),
    claimed('Try a pillow under your knees, or between them on your side.', 'sleep-pillow'),
    claimed('Pain that wakes you, and that no position eases, needs the check.', 'night-pain-check'),
  ],
  heard: [
    {
      heard: 'You must sleep on your back, on a hard bed.',
      known: claimed(
        'Any way that is easy is fine. We know of no trial that says which bed.',
        'sleep-any-way',
        'bed-untested',
      ),
    },
    {
      heard: 'Never sleep on your front.',
      known: claimed('If it feels good, do it. Pregnant? Then not on your front.', 'sleep-any-way', 'ease-not-if'),
    },
    {
      heard: 'A bad night means the back got worse.',
      known: claimed('Not by itself. After a bad night, do not move up a step that day.', 'bad-night-hold'),
    },
  ],
  sections: [
    {
      id: 'three-ways-to-lie',
      title: 'Three ways to try',
      kind: 'list',
      lines: [
        claimed('On your side, a pillow between your knees. Start with the side that hurts less.', 'sleep-pillow'),
        claimed('On your back, a pillow under your knees.', 'sleep-pillow'),
        'Half sitting, propped up with pillows, if lying flat is too sore.',
        'Turn when you like. You do not have to lie still.',
      ],
    },
    {
      id: 'turning-and-getting-up',
      title: 'How to turn over and get up',
      kind: 'steps',
      lines: [
        'Bend your knees and keep them together.',
        claimed('Roll in one piece, shoulders and hips at once.', 'roll-to-get-up'),
        'Let your legs go over the edge as you push up with your arms.',
        'Sit for a moment. Then stand.',
      ],
    },
    {
      id: 'before-bed',
      title: 'Before bed',
      kind: 'list',
      lines: [
        claimed(
          'Use warmth for 15 to 20 minutes, sitting up. Take it off before you sleep.',
          'heat-dose',
          'heat-not-if',
        ),
        claimed('Breathe slowly for 5 minutes. It may calm you.', 'breathing-dose', 'breathing-calms'),
        'Put water, your phone and a light where you can reach them without twisting.',
        'Want a painkiller for the night? First answer the questions on what is safe for you.',
      ],
    },
    {
      id: 'awake-at-night',
      title: 'Awake at 3 in the morning',
      kind: 'steps',
      lines: [
        'Change how you lie. Try the other side.',
        'Still sore? Roll out and walk to the kitchen and back.',
        claimed('Tilt your pelvis a few times in bed, small and slow.', 'pain-8-only-quiet'),
        'Let each breath out be long and soft. You do not have to sleep at once.',
      ],
    },
  ],
  whenNot: [
    claimed(
      'Does pain wake you, with no position that eases it? Do the check. It asks what else is going on.',
      'night-pain-check',
    ),
    claimed('From day 3 on, is it steady day and night, however you lie? Ring 111 today.', 'steady-pain-today'),
    claimed('Hot, shivery, or drenched in sweat at night? Ring 111 or your GP today.', 'fever-today'),
    claimed('From 16 weeks of pregnancy, do not lie flat on your back.', 'ease-not-if'),
    claimed('Never sleep on a warm pack or a bottle. It can burn you.', 'heat-not-if'),
  ],
  leads: [
    { to: 'step', step: 'sleep-side' },
    { to: 'step', step: 'log-roll' },
    { to: 'relax' },
    { to: 'prevention', page: 'sleep' },
    { to: 'article', article: 'stress-and-mood' },
  ],
  alsoSearchedAs: [
    'mattress',
    'pillow',
    'night',
    'bed',
    'cannot sleep',
    'insomnia',
    'turn over',
    'wakes me up',
    'best position',
  ],
}
