/** Children and teens (evidence.md §1.E, §1.I, §4.2, §4.3). Out of scope but for the safety rules, and says so. */
import { type Article, claimed } from '../types.ts'

/** Who should see a child with back pain, and how soon; and what differs from 16 to 19. */
export const childrenAndTeens: Article = {
  slug: 'children-and-teens',
  title: 'Children and teens',
  about: 'Under 16: see a GP, with a parent.',
  bars: [],
  short: [
    claimed('Under 16, back pain is one for the GP, with a parent.', 'under-16-gp'),
    claimed('A child under 10, or one with any of the signs below, should be seen today.', 'child-today'),
    claimed('From 16 on, a plain strain can be looked after at home.', 'teen-two-weeks'),
  ],
  heard: [
    {
      heard: 'It is growing pains.',
      known: claimed('Perhaps. But causes differ in children, so let a GP look.', 'child-outside', 'under-16-gp'),
    },
    {
      heard: 'It is the school bag.',
      known: claimed(
        'We know of no good evidence on bags. Whatever began it, see the GP.',
        'bag-untested',
        'under-16-gp',
      ),
    },
    {
      heard: 'Half a tablet will do.',
      known: claimed(
        'We give no doses under 16. Aspirin is never for a child. Ask a pharmacist.',
        'child-no-dose',
        'aspirin-not',
      ),
    },
    {
      heard: 'Play through it, the season is short.',
      known: claimed('Pain on leaning back for 2 weeks means stop that sport, and be seen.', 'teen-lean-back'),
    },
  ],
  sections: [
    {
      id: 'seen-today',
      title: 'A child to be seen today',
      kind: 'list',
      lines: [
        claimed('Is under 10.', 'child-today'),
        claimed('Has pain at night, even if it eases.', 'child-today'),
        claimed('Has a fever, or is losing weight.', 'child-today'),
        claimed('Limps.', 'child-today'),
        claimed('Has a numb leg.', 'child-today'),
        claimed(
          'Numb between the legs, new trouble with pee or poo, or a leg that gets weak? Go to A&E now.',
          'nerve-signs-now',
        ),
      ],
    },
    {
      id: 'until-the-gp',
      title: 'Until the GP sees them',
      kind: 'list',
      lines: [
        'Let the child move as feels easy, and rest when they want to.',
        'Write down when it began, what makes it worse, and how they sleep.',
        'Tell the GP which sport they do, and how often.',
        claimed(
          'Our movements are for adults. They stay closed to the child until a GP has seen them.',
          'child-outside',
          'under-16-gp',
        ),
      ],
    },
    {
      id: 'from-16-to-19',
      title: 'From 16 to 19',
      kind: 'list',
      lines: [
        claimed(
          'A plain strain can be looked after at home. Not back to normal at 2 weeks? Be seen.',
          'teen-two-weeks',
        ),
        claimed('Ibuprofen: 3 days at most at 16 or 17, and as the packet says.', 'ibuprofen-days'),
        claimed('No codeine under 18.', 'codeine-days'),
        claimed(
          'Sport most weeks, and pain on leaning back for 2 weeks? Stop that sport, and be seen.',
          'teen-lean-back',
        ),
      ],
    },
  ],
  whenNot: [
    claimed('Under 16, do not look after it at home, however plain it seems.', 'under-16-gp'),
    claimed('A bad fall, or a crash, in the last 7 days? Go to A&E.', 'hard-knock-now'),
    claimed('Is somebody hurting the child, or you? In danger, ring 999.', 'not-safe-at-home'),
    claimed(
      'Are you the child? You can ask for help by yourself, too. Tell an adult you trust, or ring 111.',
      'under-16-gp',
    ),
  ],
  leads: [
    { to: 'check' },
    { to: 'emergency' },
    { to: 'article', article: 'when-to-get-help' },
    { to: 'article', article: 'sport' },
  ],
  alsoSearchedAs: [
    'child',
    'kid',
    'son',
    'daughter',
    'teenager',
    'school bag',
    'growing pains',
    'toddler',
    'gymnastics',
    'scoliosis',
  ],
}
