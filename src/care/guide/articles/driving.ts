/** Driving with a sore back (evidence.md §1.C, §2.1, §4.2, §4.1). */
import { type Article, claimed } from '../types.ts'

/** When not to drive, and how to make a drive easier. */
export const driving: Article = {
  slug: 'driving',
  title: 'Driving with a sore back',
  about: 'Only when you can brake hard and turn to look.',
  bars: [],
  short: [
    claimed('Drive only when you can brake hard, turn to look, and get out quickly.', 'drive-in-control'),
    claimed(
      'Do not drive if a leg is weak or numb, or if a pill has made you drowsy.',
      'drive-not-weak',
      'codeine-habit',
    ),
    claimed('Stop often: change position every 20 to 30 minutes.', 'active-dose'),
  ],
  heard: [
    {
      heard: 'You must not drive with a bad back.',
      known: claimed(
        'You may, once you are in full control of the car. Try a hard brake while parked.',
        'drive-in-control',
      ),
    },
    {
      heard: 'The right seat cushion prevents it.',
      known: claimed('We know of no trial that shows it. If one feels good, use it.', 'drive-untested'),
    },
    {
      heard: 'Shop codeine is mild, so driving is fine.',
      known: claimed(
        'It can make you drowsy. If you are drowsy, driving is against the law.',
        'codeine-habit',
        'drowsy-law',
      ),
    },
  ],
  sections: [
    {
      id: 'before-you-set-off',
      title: 'Before you set off',
      kind: 'steps',
      lines: [
        claimed(
          'Sit in the parked car. Press the brake hard, as if a child had run into the road.',
          'drive-in-control',
        ),
        claimed('Turn to look over both shoulders.', 'drive-in-control'),
        'Get out, and in again. If any of these makes you stop or flinch, do not drive yet.',
        claimed('Read your packets. Some pills make you drowsy.', 'codeine-habit'),
      ],
    },
    {
      id: 'getting-in-and-out',
      title: 'Getting in and out',
      kind: 'steps',
      lines: [
        'Slide the seat back first.',
        'Sit down sideways, then turn with both legs together.',
        'To get out, turn with both legs first. Then push up with your arms.',
      ],
    },
    {
      id: 'on-the-way',
      title: 'On the way',
      kind: 'list',
      lines: [
        claimed(
          'Stop, get out and walk for 2 minutes. Every half hour is a good aim on a sore day.',
          'active-dose',
          'short-walks-dose',
        ),
        'Move the seat a little at each stop. There is no one right setting.',
        'Do you like a rolled towel in the small of your back? Then use one.',
        'Is there a train, or a friend who can drive? Take it on a bad day.',
      ],
    },
    {
      id: 'after-a-long-drive',
      title: 'After a long drive',
      kind: 'text',
      lines: [
        claimed('Walk for 2 minutes before you lift the bags.', 'short-walks-dose'),
        claimed(
          'A hot, swollen or sore calf after more than 4 hours on the road needs a call today.',
          'long-journey-clot',
        ),
        claimed('New trouble breathing, or blood when you cough? Ring 999.', 'clot-in-the-lung'),
      ],
    },
  ],
  whenNot: [
    claimed('Is a leg or foot weak or numb? Do not drive yourself, not even to A&E.', 'drive-not-weak'),
    claimed(
      'Numb between the legs, or new trouble with pee or poo? Go to A&E now, with somebody else at the wheel.',
      'nerve-signs-now',
      'drive-not-weak',
    ),
    claimed('Drowsy from a pill or a drink? Do not drive.', 'codeine-habit', 'drowsy-law'),
    'Will it affect your driving for long? Ask your GP whether the DVLA and your insurer must know.',
  ],
  leads: [
    { to: 'check' },
    { to: 'medicines' },
    { to: 'movement', movement: 'M18' },
    { to: 'article', article: 'work' },
    { to: 'article', article: 'which-painkiller' },
  ],
  alsoSearchedAs: ['car', 'van', 'lorry', 'long drive', 'commute', 'seat', 'can I drive', 'DVLA', 'motorbike'],
}
