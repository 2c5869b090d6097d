/** What a physio does (evidence.md §8: physiotherapy, mobilisation, massage, trigger points, TENS, ultrasound, exercise). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What happens at a visit, and what each thing offered there is worth. */
export const whatAPhysioDoes: Article = {
  slug: 'what-a-physio-does',
  title: 'What does a physio do?',
  about: 'Checks you, rules things out, builds a plan.',
  bars: ['physio-package', 'spine-by-hand', 'massage-eases'],
  short: [
    claimed('A physio checks you, rules things out and builds a plan with you.', 'physio-does'),
    claimed('Most people need a few visits, or none.', 'physio-visits'),
    claimed('It helps more if the pain does not settle, or if you are worried.', 'physio-more-if'),
  ],
  heard: [
    {
      heard: 'Physio finds the root cause and takes it away.',
      known: claimed(
        'For about 9 in 10 people nobody can prove which part hurts. On the whole, physio helps a little.',
        'no-proven-part',
        'physio-package',
      ),
    },
    {
      heard: 'You need the machine: ultrasound, or TENS.',
      known: claimed('UK guidance says not to offer either for back pain.', 'ultrasound-nice', 'tens-nice'),
    },
    {
      heard: 'Deep massage stops it coming back.',
      known: claimed(
        'It may feel good for a short time. It does not prevent the next spasm.',
        'massage-eases',
        'massage-no-prevention',
      ),
    },
    {
      heard: 'Keep coming, to stay well.',
      known: claimed(
        'What you do yourself helps keep it away: moving, and learning about backs.',
        'learning-exercise-prevent',
      ),
    },
  ],
  sections: [
    {
      id: 'the-first-visit',
      title: 'The first visit',
      kind: 'steps',
      lines: [
        'You tell your story. They ask about danger signs.',
        claimed(
          'They look at how you move, how strong your legs are, and what your skin can feel.',
          'exam-looks-at-nerves',
        ),
        'They tell you what they think, and what may happen next.',
        'You agree on what you will do at home.',
        'You both decide if another visit is worth it.',
      ],
    },
    {
      id: 'what-they-may-offer',
      title: 'What they may offer, and how sure it is',
      kind: 'list',
      lines: [
        claimed(
          'Movements and exercise. In a new spasm they ease pain no better than a sham. They get you going, and may help to keep later pain away.',
          'exercise-new-spasm',
          'movement-comfort',
          'exercise-prevents',
        ),
        claimed(
          'Moving your spine by hand: may ease pain for a few weeks. You may be sore after it.',
          'spine-by-hand',
          'spine-by-hand-sore',
        ),
        claimed('Massage: may ease pain for a short time.', 'massage-eases'),
        claimed('Pressing on sore knots: no good evidence.', 'trigger-points'),
        claimed(
          'Needles: for long-term pain, they do little more than sham needles. UK guidance says not to offer them.',
          'acupuncture-sham',
          'acupuncture-nice',
        ),
        claimed('UK guidance allows hands-on care only if you exercise too.', 'nice-hands-with-exercise'),
      ],
    },
    {
      id: 'questions-to-ask',
      title: 'Questions to ask',
      kind: 'list',
      lines: [
        'What do you think it is, and what have you ruled out?',
        'What can I do myself?',
        'What will this do for me, and how sure are you?',
        'How many visits do you expect, and when do we stop?',
        'What should make me ring you, or 111?',
      ],
    },
    {
      id: 'you-are-in-charge',
      title: 'You are in charge',
      kind: 'text',
      lines: [
        'They need your yes before they touch you, each time. You can change your mind.',
        'You can bring someone. You can ask for a man or a woman.',
        'Keep on whatever you want to keep on. Shorts and a loose top help.',
      ],
    },
  ],
  whenNot: [
    'Do not wait for a visit if you have a danger sign.',
    claimed(
      'No firm massage with thinned blood, a clot, thin bones, cancer in a bone, a fever or a rash.',
      'massage-not-if',
    ),
    saddleNow,
    legsNow,
  ],
  drawn: ['spine-by-hand', 'exercise-new-spasm'],
  leads: [
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'report' },
    { to: 'article', article: 'how-to-choose-a-physio' },
    { to: 'article', article: 'when-to-book' },
    { to: 'pdfs' },
    { to: 'treatment', treatment: 'physiotherapy' },
    { to: 'ask' },
  ],
  alsoSearchedAs: [
    ...['physiotherapy', 'physical therapy', 'physiotherapist', 'mobilisation', 'manual therapy', 'trigger point'],
    ...['ultrasound', 'TENS', 'dry needling', 'session', 'appointment', 'treatment', 'deep tissue'],
  ],
}
