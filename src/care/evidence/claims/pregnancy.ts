/** Claims on pregnancy and the weeks after birth (evidence.md §1.H, §2.4, §4.1, §4.3, §5.0). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnPregnancy = {
  'pregnancy-new-pain': {
    says: 'New back pain from 14 weeks on: ring your midwife or maternity unit today.',
    kind: 'safety',
    sources: ['nhs-pregnancy-back', 'tommys'],
    tag: 'K',
  },
  'pregnancy-early': {
    says: 'Before 14 weeks, with a plain strain and no other signs, you can care for it at home. Tell your midwife next time.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pregnancy-early-signs': {
    says: 'Early on, tummy pain or bleeding needs a call today. Very bad, one-sided or shoulder-tip pain, a faint or heavy bleeding: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'pregnancy-call-now': {
    says: 'Ring the maternity unit now for pain in waves, bleeding, leaking waters, or a baby that moves less. The same goes for a fever, a bad headache, a change in your sight, a swollen face or sore ribs.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'pregnancy-999': {
    says: 'Heavy bleeding, bad tummy pain that does not stop, a fit or a collapse: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'pregnancy-two-weeks': {
    says: 'Has pain in pregnancy lasted over 2 weeks? A midwife or physio should look at it.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pregnancy-moves': {
    says: 'No deep twists, no holding your breath, little effort, and stop if your tummy domes.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pregnancy-one-leg': {
    says: 'With pelvic girdle pain, do not stand on one leg or spread your legs wide.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pregnancy-warmth': {
    says: 'In pregnancy use warmth, not heat. Keep it off your tummy, and stay out of hot tubs.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'pregnancy-no-low-press': {
    says: 'In pregnancy, do not press on the low back.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'pregnancy-paracetamol': {
    says: 'Paracetamol can be taken in pregnancy, at the lowest dose for the shortest time.',
    kind: 'safety',
    sources: ['nhs-paracetamol'],
    tag: 'K',
  },
  'after-birth-6-weeks': {
    says: 'In the first 6 weeks after birth: walk, breathe, tilt your pelvis, and move gently on hands and knees.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'after-birth-planks': {
    says: 'Planks and dead bugs wait for your check at 6 to 8 weeks.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'after-birth-numb': {
    says: 'Numb legs, or not being able to pee, after birth is not normal. Go to A&E now.',
    kind: 'safety',
    sources: ['ces-in-labour'],
    tag: 'V2',
  },
  'after-birth-today': {
    says: 'Up to 6 weeks after a birth: ring the same day for a fever, heavy bleeding, a hot calf or a bad headache.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'feeding-painkillers': {
    says: 'If you breastfeed a healthy baby born on time, ibuprofen and paracetamol are fine for most.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'feeding-no-codeine': {
    says: 'No codeine while you breastfeed.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'pregnancy-no-codeine': {
    says: 'No codeine from a chemist in pregnancy.',
    kind: 'safety',
    sources: ['product-licences'],
    tag: 'K',
  },
  'pregnancy-planks': {
    says: 'When you are pregnant, do only the easier planks. Stop if your tummy domes.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
