/** Do I need a scan (evidence.md §1, §8): X-ray, CT, MRI and the test of the nerves. */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What scans show, when they are needed, and what to ask when one is offered. */
export const doINeedAScan: Article = {
  slug: 'do-i-need-a-scan',
  title: 'Do I need a scan?',
  about: 'Rarely, unless there is a warning sign.',
  bars: ['scan-no-better'],
  short: [
    claimed('For a plain spasm, no. An early scan does not make you well sooner.', 'scan-no-better'),
    claimed('With a warning sign it is different: then a scan can be urgent.', 'scan-when-danger'),
  ],
  heard: [
    {
      heard: 'You need an X-ray or MRI to know if it is a spasm.',
      known: claimed('You do not. Your story, and a look at how you move, are enough.', 'found-by-story'),
    },
    {
      heard: 'The scan shows worn discs, so that is the cause.',
      known: claimed('Maybe not. Scans show the same in many people who have no pain at all.', 'scan-ageing'),
    },
    {
      heard: 'Better safe than sorry: have a look.',
      known: claimed('A scan you do not need can mean rays, worry and the wrong treatment.', 'scan-risks'),
    },
    {
      heard: 'A nerve test will find out what it is.',
      known: claimed('It is only for nerve trouble that no one can explain. It is not for a spasm.', 'nerve-test'),
    },
  ],
  sections: [
    {
      id: 'what-each-shows',
      title: 'What each one shows',
      kind: 'list',
      drawing: 'spine-and-discs',
      lines: [
        claimed('An X-ray shows bones. It uses a small dose of rays.', 'what-scans-show'),
        claimed('A CT scan uses rays too, and shows more.', 'what-scans-show'),
        claimed('An MRI scan shows discs and nerves. It uses a magnet, and no rays.', 'what-scans-show'),
        'None of them can show pain.',
      ],
    },
    {
      id: 'when-you-do',
      title: 'When a scan does help',
      kind: 'list',
      lines: [
        claimed(
          'At once, in A&E, when nerves to the bladder and bowel may be pressed.',
          'scan-when-danger',
          'nerve-signs-now',
        ),
        claimed('Soon or at once, when a doctor thinks of cancer, germs or a broken bone.', 'scan-when-danger'),
        claimed(
          'When the result would change what is done next. Surgery for sciatica is one case.',
          'scan-nice',
          'surgery-sciatica',
        ),
      ],
    },
    {
      id: 'what-to-ask',
      title: 'If you are offered one, ask',
      kind: 'list',
      lines: [
        'What do you think it could find?',
        'What would we do if you found it? And if you did not?',
        'What happens if I wait?',
        'Does it use rays? I am pregnant, or may be.',
      ],
    },
  ],
  whenNot: [saddleNow, legsNow],
  drawn: ['scan-no-better'],
  leads: [
    { to: 'check' },
    { to: 'article', article: 'how-it-is-diagnosed' },
    { to: 'article', article: 'when-to-get-help' },
    { to: 'treatment', treatment: 'scans' },
    { to: 'treatment', treatment: 'nerve-test' },
  ],
  alsoSearchedAs: [
    'MRI',
    'x ray',
    'xray',
    'CT scan',
    'imaging',
    'nerve conduction',
    'EMG',
    'worn discs',
    'degeneration',
  ],
}
