/** Claims on children, teens, older people and thin bones (evidence.md §1.C, §1.E, §1.I, §4.3, §5.0). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnYoungAndOlder = {
  'under-16-gp': {
    says: 'Under 16, back pain is one for the GP, with a parent.',
    kind: 'safety',
    sources: ['children-guideline', 'nice-ng59'],
    tag: 'V2',
  },
  'child-today': {
    says: 'Have a child under 10 seen today. The same goes for a child with night pain, a fever, a limp, lost weight or a numb leg.',
    kind: 'safety',
    sources: ['children-guideline'],
    tag: 'V2',
  },
  'child-no-dose': {
    says: 'Under 16, we do not give a dose of any medicine.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'child-outside': {
    says: 'UK guidance on back pain starts at 16. Causes differ in children.',
    kind: 'fact',
    sources: ['nice-ng59', 'children-guideline'],
    tag: 'V2',
  },
  'teen-lean-back': {
    says: 'Under 20, sport most weeks, and pain on leaning back for 2 weeks: stop that sport and be seen.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'teen-two-weeks': {
    says: 'From 16 to 19 a plain strain can be looked after at home. Be seen if it is not back to normal at 2 weeks.',
    kind: 'safety',
    sources: ['nice-cks-back'],
    tag: 'V2',
  },
  'break-signs': {
    says: 'Three signs of a break stood out in a study: age over 70, an injury, and long use of steroids.',
    kind: 'fact',
    sources: ['henschke-2009'],
    tag: 'V',
  },
  'bones-fall-today': {
    says: 'Do you have thin bones, and pain on the spine after a fall, a jolt or even a cough? Have it checked today.',
    kind: 'safety',
    sources: ['henschke-2009', 'professional'],
    tag: 'K',
  },
  'bones-cannot-walk': {
    says: 'If you then cannot stand, or a leg is numb or weak: ring 999.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'bones-no-deep-bend': {
    says: 'With thin bones, bending far forward or with a load can break a bone in the spine.',
    kind: 'safety',
    sources: ['brooke-wavell-2022', 'sinaki-1984'],
    tag: 'V',
  },
  'bones-older-trial': {
    says: 'In an old trial, 89 of 100 people who did bending moves had new breaks. With arching it was 16.',
    kind: 'effect',
    grade: 'weak',
    sources: ['sinaki-1984'],
    tag: 'K',
  },
  'bones-good-moves': {
    says: 'For thin bones, UK experts favour moves that arch. The hip hinge, bridge, bird dog and wall plank suit them too.',
    kind: 'fact',
    sources: ['brooke-wavell-2022', 'unclench-design'],
    tag: 'V',
  },
  'bones-brisk-walk': {
    says: 'After a break in the spine, do nothing that jars more than a brisk walk.',
    kind: 'safety',
    sources: ['brooke-wavell-2022'],
    tag: 'V',
  },
  'older-ibuprofen': {
    says: 'From 65 ask a pharmacist before you take ibuprofen. From 75, or if you are frail, do not take it unless a prescriber says so.',
    kind: 'safety',
    sources: ['bnf', 'product-licences'],
    tag: 'K',
  },
  'older-sudden-pain': {
    says: 'From 50 on, sudden and very bad pain that moving does not change: ring 999.',
    kind: 'safety',
    sources: ['rcem-aaa'],
    tag: 'V',
  },
  'older-hold-on': {
    says: 'If you fall, get dizzy or are over 75, hold something firm when you stand to move.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'blood-thinner-knock': {
    says: 'A fall or a knock while on a blood thinner needs a call today.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'bag-untested': {
    says: 'We know of no good evidence that a school bag causes back pain.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'lump-today': {
    says: 'A new lump or change of shape in the back: ring 111 or your GP today.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
  'height-loss': {
    says: 'A slow loss of height or a new stoop should be looked at by a GP.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'bones-half-way': {
    says: 'With thin bones, lean and turn half-way only, and bring up one knee, not both.',
    kind: 'safety',
    sources: ['brooke-wavell-2022', 'unclench-design'],
    tag: 'V',
  },
  'bones-easier-planks': {
    says: 'With thin bones, stay with the shorter, easier planks.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'heavy-legs-new': {
    says: 'New aching or numb legs on walking, in both legs: do the check now. It may mean A&E.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
} as const satisfies Record<string, Claim>
