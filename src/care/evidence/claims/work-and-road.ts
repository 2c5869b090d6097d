/** Claims on work, notes for an employer, driving and sport (evidence.md §1.C, §1.E, §2.1, §4.1, §4.2). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnWorkAndRoad = {
  'self-certify': {
    says: 'In the UK you can sign yourself off for up to 7 days. Days off count too.',
    kind: 'fact',
    sources: ['gov-fit-note'],
    tag: 'K',
  },
  'fit-note-after-7': {
    says: 'After 7 days an employer can ask for a fit note.',
    kind: 'fact',
    sources: ['gov-fit-note'],
    tag: 'K',
  },
  'fit-note-who': {
    says: 'A doctor can sign a fit note. So can a nurse, a physio or a pharmacist.',
    kind: 'fact',
    sources: ['gov-fit-note'],
    tag: 'K',
  },
  'fit-note-changes': {
    says: 'A fit note can say that you may work with changes: a slow return, other hours, other tasks, or a change to the place.',
    kind: 'fact',
    sources: ['gov-fit-note'],
    tag: 'K',
  },
  'work-unsafe': {
    says: 'Stay off tasks where a sudden catch could hurt you or others: heights, fast machines, the road.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'drive-in-control': {
    says: 'Drive only when you can brake hard, turn to look and get out quickly.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'drive-not-weak': {
    says: 'Do not drive yourself if a leg is weak or numb.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'drive-untested': {
    says: 'We know of no trial of driving with a back spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'long-journey-clot': {
    says: 'After a journey of over 4 hours, a clot is a little more likely. A hot, swollen or sore calf needs a call today.',
    kind: 'safety',
    sources: ['nhs-dvt', 'professional'],
    tag: 'K',
  },
  'clot-in-the-lung': {
    says: 'New trouble breathing, or blood when you cough: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'sport-untested': {
    says: 'We know of no trial that says when to go back to sport after a spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'sport-when': {
    says: 'Go back to sport in steps, once daily tasks are easy and strength work stays at 3 out of 10 or less.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'hard-knock-now': {
    says: 'A hard tackle, a fall of over a metre, or a crash in the last 7 days: go to A&E.',
    kind: 'safety',
    sources: ['nice-ng41', 'nhs-back-pain'],
    tag: 'K',
  },
  'drowsy-law': {
    says: 'In the UK it is against the law to drive when a medicine has made you drowsy.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'sport-ready': {
    says: 'Go back to sport when pain is 2 out of 10 or less and daily tasks are easy. Have 2 weeks of strength work behind you.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'sport-half-first': {
    says: 'In each sport, start with half of what you used to do.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'hurt-keep-still': {
    says: 'Numb, weak or not able to get up after a bad accident: keep still and ring 999.',
    kind: 'safety',
    sources: ['nice-ng41'],
    tag: 'K',
  },
  'dark-pee-now': {
    says: 'Pee like cola with very sore muscles: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
