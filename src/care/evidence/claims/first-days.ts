/** Claims on the first days, on what cannot be left, and on what to expect (evidence.md §1.A, §1.I, §2.2, §6.4). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnTheFirstDays = {
  'nerve-signs-now': {
    says: 'Numb between the legs, new trouble with pee or poo, or a leg that gets weak: go to A&E now.',
    kind: 'safety',
    sources: ['girft-ces', 'backces-card'],
    tag: 'V',
  },
  'both-legs-now': {
    says: 'New pain, numbness or weakness down both legs: go to A&E now.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
  'cannot-cope-today': {
    says: 'Ring 111 if you cannot get to the toilet or get a drink. Ring 999 if you are stuck on the floor alone.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'bad-after-a-day': {
    says: 'Is pain of 8 out of 10 or more no better after 24 hours of safe painkillers? Ring 111 today.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'score-alone': {
    says: 'The score alone does not send anyone to A&E. A plain spasm can be 9 out of 10 on the first day.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'catching-some-days': {
    says: 'Expect sharp, catching pain when you move, for a few days.',
    kind: 'outlook',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'better-in-two-weeks': {
    says: 'Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.',
    kind: 'outlook',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'not-easing-by-day-5': {
    says: 'Book a check if it is not easing at all by day 4 or 5.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'steady-pain-today': {
    says: 'From day 3 on: pain that is steady day and night, however you lie, needs a call the same day.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'roll-to-get-up': {
    says: 'To get up, roll on to your side in one piece and push up with your arms.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'thoughts-of-ending': {
    says: 'Thoughts of ending your life: ring 111 and choose option 2, today. With a plan, or if you have acted: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'painkillers-hide-fever': {
    says: 'Paracetamol, ibuprofen and steroids can hide a fever.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'paracetamol-over': {
    says: 'More paracetamol than the limit: take no more, and go to A&E or ring 111 now. Feeling well does not count.',
    kind: 'safety',
    sources: ['toxbase'],
    tag: 'K',
  },
  'packet-over': {
    says: 'More ibuprofen or codeine than the packet says: ring 111 now. Drowsy, or slow to breathe: ring 999.',
    kind: 'safety',
    sources: ['toxbase'],
    tag: 'K',
  },
  'overdose-on-purpose': {
    says: 'Too much of any medicine on purpose: ring 999 now.',
    kind: 'safety',
    sources: ['toxbase'],
    tag: 'K',
  },
  'fever-today': {
    says: 'Back pain with 38 °C or more, shivers, or drenching sweats at night: ring 111 or your GP today.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
  'night-pain-check': {
    says: 'Pain that wakes you, and that no position eases, should be looked at.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'unclench-design'],
    tag: 'V2',
  },
  'bad-night-hold': {
    says: 'After a bad night, stay on the step you are on.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'bed-untested': {
    says: 'We know of no good evidence on which bed or pillow is best for a spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'moves-safe-for-most': {
    says: 'Our movements are safe for most people. The check and the questions find who should leave them out.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'heat-bottle': {
    says: 'Fill a bottle with hot tap water, never boiling. Use none that is over 2 years old.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'heat-rub-never': {
    says: 'Never use warmth on top of a heat rub.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'heat-ask-first': {
    says: 'With poor blood flow use no heat. With nerves harmed by diabetes, ask a pharmacist or nurse first.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'massage-gun-untested': {
    says: 'We know of no trial of a massage gun for a back spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
