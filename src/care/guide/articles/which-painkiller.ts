/** Which painkiller (evidence.md §4.2–§4.4, §8). Every limit is drawn from the medicine table itself. */
import { type Article, claimed } from '../types.ts'

/** What shop-bought painkillers do for a back, and the questions that come before any of them. */
export const whichPainkiller: Article = {
  slug: 'which-painkiller',
  title: 'Which painkiller?',
  about: 'Ibuprofen helps a little. Ask the questions first.',
  bars: ['ibuprofen-eases', 'paracetamol-alone'],
  short: [
    claimed(
      'First answer the questions on what is safe for you. Some people must not take some of these.',
      'ibuprofen-never-if',
    ),
    claimed('If you may take ibuprofen, it eases a new back pain a little.', 'ibuprofen-eases'),
    claimed('Paracetamol by itself did no better than a dummy pill.', 'paracetamol-trial'),
  ],
  heard: [
    {
      heard: 'Ibuprofen and paracetamol do the same.',
      known: claimed(
        'They do not. Ibuprofen helps a little. Paracetamol by itself gets nobody well sooner.',
        'ibuprofen-eases',
        'paracetamol-alone',
      ),
    },
    {
      heard: 'Ibuprofen takes the swelling out of the spasm.',
      known: claimed(
        'That is not proven. It eases pain, and that is what it is for.',
        'ibuprofen-not-proven',
        'ibuprofen-eases',
      ),
    },
    {
      heard: 'Any pill from the chemist will do.',
      known: claimed(
        'Of all that was tested on new back pain, only pills like ibuprofen clearly helped.',
        'ibuprofen-only-one',
      ),
    },
    {
      heard: 'Stronger pills work better.',
      known: claimed(
        'In a trial, strong painkillers did no better than a dummy pill. They can do real harm.',
        'opioids-against',
        'opioids-harms',
      ),
    },
    {
      heard: 'The gel does the same as the tablet, so use both.',
      known: claimed(
        'Little is known about gels for backs. Do not add one to tablets without asking.',
        'gel-unknown',
        'gel-not-added',
      ),
    },
  ],
  sections: [
    {
      id: 'before-you-take-any',
      title: 'Before you take any',
      kind: 'steps',
      lines: [
        'Answer the questions on the medicine page. They ask about your health and your pills.',
        claimed(
          'Read each packet. Cold and flu packets often hold paracetamol, so you could take it twice.',
          'paracetamol-twice',
        ),
        claimed('First see if you have a fever. Painkillers can hide one.', 'painkillers-hide-fever'),
        'Not sure? Ask a pharmacist. It is free, and you do not have to book.',
      ],
    },
    { id: 'what-you-take', title: 'What you take already', kind: 'from-rules', from: 'medicines-you-take' },
    { id: 'the-limits', title: 'The limits', kind: 'from-rules', from: 'medicine-limits' },
    {
      id: 'how-to-take-them',
      title: 'How to take them well',
      kind: 'list',
      lines: [
        claimed('Take the lowest dose that helps, for the shortest time.', 'ibuprofen-nice'),
        claimed('Take ibuprofen with food or after it.', 'ibuprofen-dose'),
        claimed('Is the pain not clearly better after 3 days of ibuprofen? Stop it.', 'ibuprofen-review'),
        claimed('Adults who may take both can take ibuprofen and paracetamol together.', 'both-together'),
        'Write down each dose. The medicine page counts the last 24 hours for you.',
      ],
    },
    {
      id: 'codeine',
      title: 'Codeine, aspirin and naproxen',
      kind: 'list',
      lines: [
        claimed(
          'Codeine: we never suggest it. A pharmacist may, for 3 days at most, and only from 18 on.',
          'codeine-days',
        ),
        claimed(
          'Codeine can make you drowsy, and it is hard to stop. Do not drive if you are drowsy.',
          'codeine-habit',
        ),
        claimed(
          'It can block your bowels and slow your pee. That can hide a nerve emergency, or look like one.',
          'codeine-hides',
        ),
        claimed('Aspirin is not one we advise, and it is never for anyone under 16.', 'aspirin-not'),
        claimed('Naproxen from a UK shop is for period pain only.', 'naproxen-licence'),
      ],
    },
  ],
  whenNot: [
    claimed(
      'Had an ulcer? Any illness of the heart, kidneys or liver? No ibuprofen, unless a prescriber says so.',
      'ibuprofen-never-if',
    ),
    claimed(
      'On a blood thinner? Had a wheeze or a rash from aspirin or ibuprofen? Then no ibuprofen.',
      'ibuprofen-never-if',
    ),
    claimed('On a water tablet and a pill such as ramipril? No ibuprofen: it can harm your kidneys.', 'triple-whammy'),
    claimed('Pregnant? No ibuprofen, unless a doctor or midwife says so.', 'ibuprofen-pregnancy'),
    claimed(
      'From 65, ask a pharmacist before ibuprofen. From 75, or if frail, no, unless a prescriber says so.',
      'older-ibuprofen',
    ),
    claimed('Told to be seen today? No ibuprofen and no codeine before you are.', 'urgent-no-ibuprofen'),
    claimed('Sent to A&E? Go now. We name no medicine before it.', 'urgent-no-ibuprofen'),
    claimed('Black poo, blood in vomit, a wheeze, or a swollen face? Stop, and ring 999.', 'ibuprofen-stop'),
    claimed(
      'More paracetamol than the limit, or not sure how much? Take no more. Go to A&E, even if you feel well.',
      'paracetamol-over',
    ),
    claimed(
      'More ibuprofen or codeine than the packet says? Ring 111 now. Drowsy, or slow to breathe? Ring 999.',
      'packet-over',
    ),
    claimed('Did you take too much on purpose? Ring 999 now.', 'overdose-on-purpose'),
    claimed('Under 16? We give no doses.', 'child-no-dose'),
    claimed('Do not stop or change a medicine that a doctor gave you. Ask them first.', 'prescribed-stay'),
  ],
  drawn: ['ibuprofen-eases', 'opioids-against'],
  leads: [
    { to: 'medicines' },
    { to: 'article', article: 'muscle-relaxants-and-opioids' },
    { to: 'article', article: 'heat-or-ice' },
    { to: 'treatment', treatment: 'ibuprofen' },
    { to: 'treatment', treatment: 'paracetamol' },
  ],
  alsoSearchedAs: [
    'pain relief',
    'tablets',
    'anti-inflammatory',
    ...[
      'antidepressant',
      'antidepressants',
      'SSRI',
      'SNRI',
      'tricyclic',
      'gabapentinoid',
      'nerve pain tablets',
      'co-codamol',
    ],
    ...['neuropathic', 'blood thinners', 'sleeping tablets'],
  ],
}
