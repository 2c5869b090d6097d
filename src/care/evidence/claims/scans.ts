/** Claims on pictures and tests (evidence.md §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnScans = {
  'scan-no-better': {
    says: 'A scan early on does not make back pain get better sooner.',
    kind: 'effect',
    grade: 'against',
    sources: ['nice-ng59', 'lancet-2018'],
    tag: 'K',
  },
  'scan-ageing': {
    says: 'Scans often show normal signs of age in people who have no pain.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'scan-nice': {
    says: 'UK guidance says no scans as a routine. A scan is right if an expert asks for it and it would change your care.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'V',
  },
  'scan-if-warning': {
    says: 'Scans rarely help unless there is a warning sign.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'scan-risks': {
    says: 'A scan can mean rays, worry and the wrong treatment.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'nerve-test': {
    says: 'A nerve test with small shocks is only for unclear nerve trouble. It is not for a spasm.',
    kind: 'fact',
    grade: 'none',
    sources: ['professional'],
    tag: 'K',
  },
  'nerve-test-risks': {
    says: 'A nerve test is not pleasant.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
