/** Injections and surgery (evidence.md §8): a decision aid, with questions to take along. */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** For whom each is, what it can harm, and what to ask before saying yes. */
export const injectionsAndSurgery: Article = {
  slug: 'injections-and-surgery',
  title: 'Do I need an injection or surgery?',
  about: 'Not for a spasm. Questions to take along.',
  bars: ['injections-against', 'surgery-not-spasm'],
  short: [
    claimed('For a spasm, no. Surgery treats trapped nerves, not spasms.', 'surgery-not-spasm'),
    claimed(
      'Needles into the spine are not for plain back pain. One may help new, severe sciatica.',
      'injections-against',
      'epidural-sciatica',
    ),
    claimed('Pressed nerves to the bladder and bowel are the one case that cannot wait.', 'surgery-urgent'),
  ],
  heard: [
    {
      heard: 'An injection gives long-term relief.',
      known: claimed('For plain back pain UK guidance says no injections.', 'injections-against'),
    },
    {
      heard: 'When all else fails, have surgery.',
      known: claimed('It does not treat spasms. It is for nerves that are trapped.', 'surgery-not-spasm'),
    },
    {
      heard: 'Your disc is worn, so the bones should be joined.',
      known: claimed('Joining bones or putting in a new disc is not for plain back pain.', 'fusion-against'),
    },
    {
      heard: 'A steroid jab by your spine is harmless.',
      known: claimed('It can bring germs, bleeding, a headache or a harmed nerve.', 'injection-risks'),
    },
  ],
  sections: [
    {
      id: 'which-fits-whom',
      title: 'What may suit whom',
      kind: 'list',
      lines: [
        claimed('A plain spasm or back pain: neither.', 'injections-against', 'surgery-not-spasm'),
        claimed(
          'New, severe sciatica: doctors can think of an epidural, a needle beside the nerves.',
          'epidural-sciatica',
        ),
        claimed(
          'Sciatica that does not settle, with a scan that shows the same nerve: surgery can be right.',
          'surgery-sciatica',
        ),
        claimed('Heavy legs from a narrow spine: no epidural.', 'epidural-not-stenosis'),
        claimed(
          'Long-term pain from a small joint of the spine: for a few people, a small nerve is burned.',
          'nerve-burning',
        ),
        claimed(
          'A leg that gets weaker and weaker, or pressed nerves to bladder and bowel: surgery cannot wait.',
          'surgery-urgent',
        ),
      ],
    },
    {
      id: 'what-it-can-harm',
      title: 'What can go wrong',
      kind: 'list',
      lines: [
        claimed('A needle into the spine can bring germs, bleeding, a headache or a harmed nerve.', 'injection-risks'),
        claimed(
          'The risks of surgery on the spine are serious. Ask your own surgeon for their figures.',
          'surgery-risks',
        ),
      ],
    },
    {
      id: 'questions-to-take-along',
      title: 'Questions to take along',
      kind: 'steps',
      lines: [
        'What exactly is it meant to treat, and does my scan show that?',
        'Out of 10 people like me, how many are better a year after having it? And without it?',
        'Will it help my leg, my back, or both?',
        'What can go wrong, and how often?',
        'What happens if I wait? What would make waiting unsafe?',
        'What else can I do in the meantime?',
        'How long until I can work, drive and lift?',
        'How many of these do you do in a year?',
      ],
    },
    {
      id: 'what-matters-to-you',
      title: 'What matters to you',
      kind: 'list',
      lines: [
        'Write down what you cannot do now and most want to do again.',
        'Write down which risk you could not live with.',
        claimed(
          'Is the pain mostly in your leg or in your back? Surgery is for a trapped nerve, which hurts in the leg.',
          'surgery-not-spasm',
          'surgery-sciatica',
        ),
        'Is it getting better by itself? Look at your diary for the last few weeks.',
        'Take your time, and take someone along. Asking for a second opinion is fine.',
      ],
    },
  ],
  whenNot: [
    'Take no time to weigh things up if you have one of these signs.',
    saddleNow,
    legsNow,
    claimed(
      'After a needle or surgery on the spine: a fever, a wound that leaks, or new numbness? Call 999. Worse pain? Ring the team today.',
      'after-procedure-now',
    ),
  ],
  leads: [
    { to: 'check' },
    { to: 'article', article: 'spasm-or-sciatica' },
    { to: 'article', article: 'do-i-need-a-scan' },
    { to: 'diary' },
    { to: 'report' },
    { to: 'treatment', treatment: 'injections' },
    { to: 'treatment', treatment: 'surgery' },
  ],
  alsoSearchedAs: [
    ...['epidural', 'steroid injection', 'facet injection', 'cortisone', 'nerve block', 'trigger point injection'],
    ...['operation', 'discectomy', 'spinal fusion', 'disc replacement', 'decompression', 'laminectomy', 'rhizotomy'],
    ...['denervation', 'second opinion', 'surgeon'],
  ],
}
