/** Claims on what a spasm is and where it sits (evidence.md, status; §3, §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnTheSpasm = {
  'spasm-starts': {
    says: 'A spasm often catches you after a lift, a twist or a sneeze, or when you wake up.',
    kind: 'cause',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'spasm-one-or-both-sides': {
    says: 'In the low back, a spasm can sit on one side or on both.',
    kind: 'fact',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'sciatica-worse-with': {
    says: 'Sciatica is often worse when you sit, bend or cough.',
    kind: 'fact',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'plan-is-for-the-back': {
    says: 'Our plan is for the back from the base of the neck to the crease below the buttock. It is not for the neck alone.',
    kind: 'fact',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'chairs-untested': {
    says: 'We know of no trial that shows that one chair or desk prevents a spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'age-weight-fitness-unknown': {
    says: 'How much do age, weight or fitness add to the chance of a spasm? Our sources do not say.',
    kind: 'cause',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
