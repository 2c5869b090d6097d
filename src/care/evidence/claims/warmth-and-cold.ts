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
  'heat-blanket': {
    says: 'In one trial, a heated blanket eased pain by 32 points out of 100, just after use.',
    kind: 'effect',
    grade: 'moderate',
    effect: {
      of: 'less pain straight after a heated blanket',
      found: 32,
      likely: [25.7, 38.7],
      scale: { from: 0, to: 100, words: ['no less pain', 'all the pain gone'] },
      unit: 'points',
      trials: 1,
      people: 90,
    },
    sources: ['cochrane-heat'],
    tag: 'V',
  },
  'heat-and-exercise': {
    says: 'Warmth with movement helped more than warmth alone, after 7 days.',
    kind: 'effect',
    grade: 'moderate',
    sources: ['cochrane-heat'],
    tag: 'V',
  },
  'heat-acp': {
    says: 'US guidance puts warmth first for new back pain.',
    kind: 'fact',
    sources: ['acp-2017'],
    tag: 'V',
  },
  'heat-wrap-dose': {
    says: 'A heat wrap that you wear, at about 40 °C, can stay on for up to 8 hours by day. Follow its packet.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
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
    says: 'Keep heat off skin that is numb, broken or newly bruised, and do not sleep on it.',
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
  'cold-when': {
    says: 'Try cold if it feels nicer, or in the first 48 hours after a knock.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
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
