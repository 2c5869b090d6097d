/** Claims on heat and ice (evidence.md §4.1, §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnWarmthAndCold = {
  'heat-eases': {
    says: 'Warmth eases back pain for a while.',
    kind: 'effect',
    grade: 'moderate',
    effect: {
      of: 'more relief after 5 days with a heat wrap',
      found: 1.06,
      likely: [0.68, 1.45],
      scale: { from: 0, to: 5, words: ['none', 'complete'] },
      unit: 'points',
      trials: 2,
      people: 258,
    },
    sources: ['cochrane-heat', 'acp-2017'],
    tag: 'V',
  },
  'heat-dose': {
    says: 'Use warmth for 15 to 20 minutes, up to 3 or 4 times a day.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'heat-no-toxins': {
    says: 'More blood flow does not wash poisons out of a muscle.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'heat-not-if': {
    says: 'Keep heat off skin that is numb, broken or sore, and do not sleep on it.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'cold-unknown': {
    says: 'There is not enough evidence to say whether cold helps.',
    kind: 'effect',
    grade: 'none',
    sources: ['cochrane-heat'],
    tag: 'V',
  },
  'cold-dose': {
    says: 'Use a wrapped cold pack for 10 to 15 minutes, up to 3 or 4 times a day.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'cold-not-if': {
    says: 'Never put ice on bare skin, or on skin that is numb, broken or gets little blood.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'heat-cold-swap': {
    says: 'No trial supports swapping heat and cold.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
