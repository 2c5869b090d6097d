/** Claims on TENS and ultrasound (evidence.md §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnMachines = {
  'tens-against': {
    says: 'TENS has shown no clear gain for back pain.',
    kind: 'effect',
    grade: 'against',
    sources: ['professional', 'nice-ng59', 'who-2023'],
    tag: 'K',
  },
  'tens-nice': { says: 'UK guidance says not to offer TENS.', kind: 'fact', sources: ['nice-ng59'], tag: 'K' },
  'tens-who': {
    says: 'The WHO says not to use TENS as a routine for long-term back pain.',
    kind: 'fact',
    sources: ['who-2023'],
    tag: 'V',
  },
  'tens-not-if': {
    says: 'No TENS with a pacemaker or epilepsy, or on broken skin. None on the tummy or low back if you are pregnant.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'ultrasound-against': {
    says: 'Ultrasound had no good support in 10 trials. They had 1,025 people in long-term pain.',
    kind: 'effect',
    grade: 'against',
    sources: ['ebadi-2020', 'nice-ng59', 'who-2023'],
    tag: 'V',
  },
  'ultrasound-nice': {
    says: 'UK guidance says not to offer ultrasound for back pain.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'ultrasound-who': {
    says: 'The WHO says not to use ultrasound for long-term back pain.',
    kind: 'fact',
    sources: ['who-2023'],
    tag: 'V',
  },
  'ultrasound-not-if': {
    says: 'Ultrasound can burn. Do not have it if you are pregnant or have cancer. Do not have it over metal in the body.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
