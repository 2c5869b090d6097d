/** Lifting, and how to build back up to it (evidence.md §5.1 M16, §6.2, §8). Doses come from the cards. */
import { doseWords } from '../movement-dose.ts'
import { type Article, claimed } from '../types.ts'

/** Why not to keep away from lifting, and a ladder back to it. */
export const lifting: Article = {
  slug: 'lifting',
  title: 'Lifting: when and how',
  about: 'Build back up. Your back is made to bend.',
  bars: ['lifting-fear', 'lifting-untested'],
  short: [
    claimed('Build back up to lifting, step by step. Staying away from it feeds fear.', 'lifting-fear'),
    claimed('Backs are made to bend.', 'backs-bend'),
    claimed(
      'We know of no trial of lifting practice. It is there to help you trust your back.',
      'lifting-untested',
      'backs-bend',
    ),
  ],
  heard: [
    {
      heard: 'Avoid lifting once your back has gone.',
      known: claimed('Leave heavy things for a few days. Then build back up, or fear grows.', 'lifting-fear'),
    },
    {
      heard: 'Always lift with a straight back and bent knees.',
      known: claimed('Backs are made to bend. A hinge from the hips is one way to share the load.', 'backs-bend'),
    },
    {
      heard: 'A belt protects you while you lift.',
      known: claimed(
        'Belts did not prevent back pain. At most, wear one for comfort in a short job.',
        'belts-against',
        'belts-comfort',
      ),
    },
    {
      heard: 'A lesson on lifting keeps backs safe.',
      known: claimed('Lessons did not prevent pain by themselves.', 'lessons-alone'),
    },
  ],
  sections: [
    {
      id: 'the-hinge',
      title: 'Learn the hinge first',
      drawing: 'lifting',
      kind: 'steps',
      lines: [
        'Stand a foot away from a wall, with your back to it and your knees soft.',
        'Push your hips back to touch the wall. Your chest follows.',
        'Push your hips forward to stand. Breathe out on the way up.',
        claimed(`First days: ${doseWords('M16', 'calm')}`, 'card-doses'),
        claimed(`Next: ${doseWords('M16', 'restore')}`, 'card-doses'),
      ],
    },
    {
      id: 'then-add-weight',
      title: 'Then add weight',
      kind: 'steps',
      lines: [
        claimed(`Stay with the hinge until it is easy: ${doseWords('M16', 'strength')}`, 'card-doses'),
        claimed('Add 1 to 2 kg at a time.', 'lifting-weights'),
        claimed(
          'Go up one step after 3 sessions at 3 out of 10 or less. The next morning must be no worse.',
          'strength-up',
        ),
        claimed('Is the next morning worse by 2 points or more? Step back, and do half.', 'strength-down'),
      ],
    },
    {
      id: 'in-daily-life',
      title: 'In daily life',
      kind: 'list',
      lines: [
        'Start with light things that you lift at home anyway: a kettle, a small bag, a basket of washing.',
        'Hold the thing close, and breathe out as you lift.',
        'Turn with your feet when it is heavy.',
        'Make two trips with half the load. Ask for a hand with the wardrobe.',
        'A child who climbs up to you on the sofa is easier to lift than one on the floor.',
      ],
    },
  ],
  whenNot: [
    claimed('Is your pain 6 out of 10 or more? Leave lifting for today.', 'pain-6-only-small'),
    claimed(
      'Has the check closed your movements? Then lifting practice waits too, until you have been seen.',
      'lasting-lock',
    ),
    claimed(
      'With thin bones, hinge from the hips. Do not bend far forward with a load.',
      'bones-no-deep-bend',
      'bones-good-moves',
    ),
    claimed(
      'Had surgery in the last 12 weeks, or a hernia? Ask your surgeon or your physio first.',
      'surgery-own-plan',
    ),
    claimed(
      'Sudden pain on the bones after a lift, at 70 or over or with thin bones? Do the check: it needs a call today.',
      'bones-fall-today',
    ),
  ],
  leads: [
    { to: 'prevention', page: 'lifting' },
    { to: 'movement', movement: 'M16' },
    { to: 'article', article: 'strength' },
    { to: 'article', article: 'work' },
    { to: 'treatment', treatment: 'avoid-lifting' },
    { to: 'pdfs' },
  ],
  alsoSearchedAs: [
    'heavy',
    'carry',
    'bending',
    'manual handling',
    'pick up my baby',
    'shopping bags',
    'moving house',
    'bend your knees',
  ],
}
