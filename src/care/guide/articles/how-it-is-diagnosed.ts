/** How it is diagnosed (evidence.md §1.F, §1.G, §3, §8): what is asked, what is looked at, and what else it can be. */
import { chestNow, legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What a physio or doctor does to find out, and the illnesses that they think of. */
export const howItIsDiagnosed: Article = {
  slug: 'how-it-is-diagnosed',
  title: 'How is it diagnosed?',
  about: 'By listening and looking, most often with no tests.',
  bars: ['scan-no-better'],
  short: [
    claimed(
      'A physio or doctor listens to your story, then looks at how you move. For a spasm that is enough.',
      'found-by-story',
    ),
    claimed('They look first for the rare causes that need more care.', 'serious-is-rare'),
    claimed(
      'For about 9 in 10 people nobody can prove which part hurts. Most of them ease all the same.',
      'no-proven-part',
      'most-ease-early',
    ),
  ],
  heard: [
    {
      heard: 'They have to find the exact cause first.',
      known: claimed(
        'For about 9 in 10 people nobody can. What to do is much the same.',
        'no-proven-part',
        'no-best-movement',
      ),
    },
    {
      heard: 'It is a joint of the spine that is stuck.',
      known: claimed('Nobody can tell that from how it feels.', 'facet-not-told'),
    },
    {
      heard: 'The app told me what I have.',
      known: claimed(
        'Ours does not. It says what your pain behaves like. That is a pattern, not the name of an illness.',
        'pattern-no-diagnosis',
      ),
    },
  ],
  sections: [
    {
      id: 'what-they-ask',
      title: 'What they ask',
      kind: 'list',
      lines: [
        'How it began, and where it hurts. Show the place with one hand.',
        'What makes it worse, and what eases it.',
        'Whether it goes into a leg, and how far.',
        'The danger signs, one by one. They ask everyone.',
        'What you have had before, and what medicines you take.',
        'What worries you, and what you need to get back to.',
      ],
    },
    {
      id: 'what-they-look-at',
      title: 'What they look at',
      kind: 'steps',
      lines: [
        'You bend, lean and turn, as far as you can.',
        claimed(
          'They test your strength, and what you can feel on your skin. They may tap your knee and heel.',
          'exam-looks-at-nerves',
        ),
        'They may press along your back, and lift your leg.',
        'Say so if something hurts. You can stop at any time, and you can bring someone.',
      ],
    },
    {
      id: 'what-else',
      title: 'What else they think of',
      kind: 'list',
      lines: [
        claimed('A nerve pressed by a disc (sciatica): pain in one leg, below the knee.', 'pattern-sciatica'),
        claimed('Worn joints or discs (arthritis): scans also show these in many people with no pain.', 'scan-ageing'),
        claimed('A narrow spine (stenosis): heavy legs that are fine once you sit.', 'pattern-stenosis'),
        claimed(
          'A broken bone, if you fell, are 70 or over, have thin bones, or take steroids.',
          'break-signs',
          'bones-fall-today',
        ),
        claimed(
          'An illness that stiffens the spine (ankylosing spondylitis): it began before 45, has lasted 3 months, and moving helps.',
          'stiff-and-young',
        ),
        claimed(
          'Cancer or germs, if you have had cancer, have a fever, or lose weight for no reason.',
          'cancer-days',
          'fever-today',
        ),
        claimed('From 60 on, blood tests when the pain has lasted 4 weeks.', 'blood-tests-from-60'),
      ],
    },
  ],
  whenNot: [saddleNow, legsNow, chestNow],
  leads: [
    { to: 'check' },
    { to: 'report' },
    { to: 'article', article: 'do-i-need-a-scan' },
    { to: 'find', service: 'physiotherapy-first' },
  ],
  alsoSearchedAs: [
    ...['diagnosis', 'tests', 'examination', 'blood test', 'arthritis', 'osteoporosis', 'ankylosing spondylitis'],
    ...['herniated disc', 'stenosis', 'what is wrong with me', 'fracture', 'spondylolisthesis'],
  ],
}
