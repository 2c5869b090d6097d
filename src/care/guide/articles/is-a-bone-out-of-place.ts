/** Is a bone out of place (evidence.md §8, mobilisation, manipulation, chiropractic). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** Why nothing has to be put back, what hands can do, and for whom a thrust is not. */
export const isABoneOutOfPlace: Article = {
  slug: 'is-a-bone-out-of-place',
  title: 'Is a bone out of place?',
  about: 'No. Nothing has to be put back.',
  bars: ['spine-by-hand'],
  short: [
    claimed('No. In a spasm, bones are not out of place, and nothing has to be put back.', 'bones-in-place'),
    claimed(
      'Moving the spine by hand may ease pain for a few weeks. So some people do feel better after it.',
      'spine-by-hand',
    ),
  ],
  heard: [
    {
      heard: 'Your spine is out of line, and presses on nerves.',
      known: claimed(
        'Bones are not out of place. A spasm is most often your muscles on guard.',
        'bones-in-place',
        'spasm-protects',
      ),
    },
    {
      heard: 'The crack was the bone going back.',
      known: claimed('Nothing was out, so nothing went back.', 'bones-in-place'),
    },
    {
      heard: 'You must come back often, or it slips again.',
      known: claimed(
        'It cannot slip again, since it did not slip. What keeps pain away is moving, and learning about backs.',
        'bones-in-place',
        'learning-exercise-prevent',
      ),
    },
  ],
  sections: [
    {
      id: 'why-it-feels-so',
      title: 'Why it can feel that way',
      kind: 'text',
      drawing: 'spine-and-discs',
      lines: [
        claimed(
          'When muscles tighten to guard your back, you may not be able to straighten up.',
          'spasm-protects',
          'pattern-spasm',
        ),
        'That can feel as if a bone had moved. It is the muscles on guard, not a bone.',
        claimed('Nobody can tell from how it feels that a small joint of the spine is the cause.', 'facet-not-told'),
      ],
    },
    {
      id: 'what-hands-can-do',
      title: 'What hands can do',
      kind: 'list',
      lines: [
        claimed('In 26 trials, moving the spine by hand gave modest ease for up to 6 weeks.', 'spine-by-hand'),
        claimed(
          'A physio, an osteopath or a chiropractor may do it. UK guidance says: only with exercise.',
          'nice-hands-with-exercise',
        ),
        claimed('More than half of people are sore after it, for a short time.', 'spine-by-hand-sore'),
      ],
    },
    {
      id: 'before-someone-does-it',
      title: 'Before anyone does it',
      kind: 'steps',
      lines: [
        'Do the check.',
        'Tell them about thin bones, cancer, blood thinners, and numb or weak legs.',
        'Ask what they will do, and what they hope it will do for you.',
        'Say no to anything that you do not want. You need no reason.',
      ],
    },
  ],
  whenNot: [
    claimed(
      'No thrust with a broken bone, thin bones, cancer, germs in the spine, nerve signs or blood thinners.',
      'spine-by-hand-not-if',
    ),
    claimed(
      'No thrusts on a spine that an illness has made stiff, such as ankylosing spondylitis.',
      'spine-by-hand-not-if',
    ),
    claimed('Take care with thrusts to the neck: in rare cases they harm an artery.', 'neck-thrust'),
    claimed('After a serious accident or a high fall, go to A&E or call 999.', 'big-accident-now'),
    saddleNow,
    legsNow,
  ],
  drawn: ['spine-by-hand'],
  leads: [
    { to: 'check' },
    { to: 'article', article: 'what-is-a-spasm' },
    { to: 'article', article: 'how-to-choose-a-physio' },
    { to: 'prevention', page: 'strength' },
    { to: 'treatment', treatment: 'manipulation' },
    { to: 'treatment', treatment: 'chiropractic' },
  ],
  alsoSearchedAs: [
    ...[
      'misaligned',
      'realign',
      'alignment',
      'adjustment',
      'manipulation',
      'cracking',
      'chiro',
      'chiropractor',
      'osteopath',
    ],
    ...['pelvis out', 'leg length', 'subluxation', 'slipped', 'popped out', 'put back in', 'crooked', 'scoliosis'],
  ],
}
