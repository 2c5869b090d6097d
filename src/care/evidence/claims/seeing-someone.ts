/** Claims on being examined, on registers, and on who pays (evidence.md §1.F, §1.G, §2.1, §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnSeeingSomeone = {
  'found-by-story': {
    says: 'Your story, and a look at how you move, are enough to find a spasm. It needs no scan.',
    kind: 'fact',
    sources: ['nice-ng59', 'professional'],
    tag: 'K',
  },
  'exam-looks-at-nerves': {
    says: 'They look at how you move, how strong your legs are, and what your skin can feel.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'what-scans-show': {
    says: 'An X-ray and a CT scan use rays. An X-ray shows bones, an MRI scan shows discs and nerves too.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'scan-when-danger': {
    says: 'A scan can be urgent when the cause may be pressed nerves, cancer, germs or a broken bone.',
    kind: 'safety',
    sources: ['girft-ces', 'nice-ng234', 'professional'],
    tag: 'K',
  },
  'blood-tests-from-60': {
    says: 'From 60 on, back pain of 4 weeks or more is a reason for blood tests.',
    kind: 'safety',
    sources: ['nice-ng12'],
    tag: 'V',
  },
  'stiff-and-young': {
    says: 'Pain that began before 45 and has lasted 3 months can be an illness of the joints. It wakes you late at night, and moving helps.',
    kind: 'safety',
    sources: ['nice-ng65'],
    tag: 'V',
  },
  'title-by-law': {
    says: 'The law protects the names physiotherapist, osteopath and chiropractor. Only people on a register may use them.',
    kind: 'fact',
    sources: ['uk-registers'],
    tag: 'K',
  },
  'title-not-by-law': {
    says: 'The names massage therapist and acupuncturist are not protected by law. Their registers are a choice.',
    kind: 'fact',
    sources: ['uk-registers'],
    tag: 'K',
  },
  'register-is-open': {
    says: 'Anyone can look up a name on these registers.',
    kind: 'fact',
    sources: ['uk-registers'],
    tag: 'K',
  },
  'register-not-skill': {
    says: 'A register says that somebody may do the job. It does not say how good they are at it.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'no-cure-in-adverts': {
    says: 'UK rules on adverts do not allow “cure” or “best” without good evidence.',
    kind: 'fact',
    sources: ['cap-code'],
    tag: 'K',
  },
  'nhs-physio-free': {
    says: 'An NHS physio costs you nothing. At many GP surgeries you can book one. You do not have to see the GP first.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'cover-ring-first': {
    says: 'Most insurers want you to ring them before the visit. If they do not pay, the clinic may ask you to.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'cash-plan-receipt': {
    says: 'With most cash plans you pay the clinic, and send the receipt to the plan.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
  'only-insurer-knows': {
    says: 'Only your insurer can say what it pays for you.',
    kind: 'fact',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
