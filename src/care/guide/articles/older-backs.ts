/** Older backs and thin bones (evidence.md §1.C, §1.E, §1.F, §1.I, §3 PT4, §4.3, §5.0). */
import { type Article, claimed } from '../types.ts'

/** What differs with age and thin bones: signs, movements, medicines. */
export const olderBacks: Article = {
  slug: 'older-backs',
  title: 'Older backs, and thin bones',
  about: 'Keep moving. Know the signs of a break.',
  bars: [],
  short: [
    'Keep gently moving, and know the signs below.',
    claimed('Three signs of a break count most: age over 70, an injury, and long use of steroids.', 'break-signs'),
    claimed('With thin bones, hinge from the hips. Do not bend far forward.', 'bones-no-deep-bend', 'bones-good-moves'),
  ],
  heard: [
    {
      heard: 'Your spine is worn out. Take it easy.',
      known: claimed(
        'Signs of age show up on scans in many people with no pain. Staying active helps you do a bit more.',
        'scan-ageing',
        'active-function',
      ),
    },
    {
      heard: 'Sit-ups and toe touches keep you young.',
      known: claimed(
        'Not with thin bones. Bending far or with a load can break a bone in the spine.',
        'bones-no-deep-bend',
      ),
    },
    {
      heard: 'Exercise is a danger with thin bones.',
      known: claimed(
        'UK experts encourage it. Good ones are arching, the hip hinge, the bridge and the bird dog.',
        'bones-good-moves',
      ),
    },
    {
      heard: 'Ibuprofen is safe, it is in every shop.',
      known: claimed(
        'From 65 ask a pharmacist first. From 75, or if frail, no, unless a prescriber says so.',
        'older-ibuprofen',
      ),
    },
  ],
  sections: [
    {
      id: 'signs-to-act-on',
      title: 'Signs to act on',
      kind: 'list',
      lines: [
        claimed(
          'Pain on the spine after a fall, a jolt or a cough, with thin bones or from age 70: ring 111 today.',
          'bones-fall-today',
        ),
        claimed('And if you can’t stand, or a leg is numb or weak: ring 999.', 'bones-cannot-walk'),
        claimed('From 50 on, sudden very bad pain that moving does not change: ring 999.', 'older-sudden-pain'),
        claimed('A new lump or a change of shape in your back: ring 111 or your GP today.', 'lump-today'),
        claimed('A slow loss of height, or a new stoop: see your GP.', 'height-loss'),
        claimed('From 60 on, any back pain that has lasted 4 weeks: see your GP.', 'slow-over-50'),
      ],
    },
    {
      id: 'moves-that-suit',
      title: 'Moves that suit thin bones',
      kind: 'list',
      lines: [
        claimed('Hip hinge, bridge, bird dog, plank on a wall.', 'bones-good-moves'),
        claimed('Sit to stand from a high chair, with a worktop within reach.', 'older-hold-on'),
        claimed(
          'Walking. After a break in the spine, do nothing that jars more than a brisk walk.',
          'bones-brisk-walk',
        ),
        claimed(
          'In an old trial, 89 of 100 people who did bending moves had new breaks. With arching it was 16.',
          'bones-older-trial',
        ),
        claimed('Turn and lean only half-way. One knee to the chest, not both.', 'bones-half-way'),
      ],
    },
    {
      id: 'heavy-legs',
      title: 'Legs that ache when you walk',
      kind: 'text',
      lines: [
        claimed(
          'Legs that ache on walking, and are fine in minutes when you sit, should be looked at the first time.',
          'pattern-stenosis',
        ),
        claimed('Is it new, in both legs? Do the check now. It may mean A&E.', 'heavy-legs-new', 'both-legs-now'),
        'Walk in short bouts, and sit between. Lean on a shopping trolley if that is easier.',
      ],
    },
    {
      id: 'safe-at-home',
      title: 'Safe at home',
      kind: 'list',
      lines: [
        claimed('Hold something firm when you stand to move, if you fall, get dizzy or are over 75.', 'older-hold-on'),
        'Can you get down to the floor and up again on your own? If not, use the bed and chair moves.',
        'Keep a phone on you. Tell somebody how you are today.',
      ],
    },
  ],
  whenNot: [
    claimed('Has the check closed your movements? They wait until a GP or physio has seen you.', 'lasting-lock'),
    claimed(
      'No sit-ups, no reaching for your toes, no big twists, and never both knees to the chest.',
      'bones-no-deep-bend',
      'bones-half-way',
    ),
    claimed('On a blood thinner? A fall or a knock needs a call today.', 'blood-thinner-knock'),
    claimed('On steroid tablets? Never stop them on your own.', 'steroids-never-stop'),
    claimed('Do not press on the back with a ball if your bones are thin.', 'self-massage-not-if'),
  ],
  leads: [
    { to: 'check' },
    { to: 'movement', movement: 'M16' },
    { to: 'movement', movement: 'M19-high' },
    { to: 'medicines' },
    { to: 'article', article: 'strength' },
  ],
  alsoSearchedAs: [
    'osteoporosis',
    'elderly',
    'old age',
    'fracture',
    'broken back',
    'stenosis',
    'arthritis',
    'crumbling spine',
    'fall',
    'stoop',
    'HRT',
  ],
}
