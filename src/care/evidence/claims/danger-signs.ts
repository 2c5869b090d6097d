/**
 * Claims on danger signs, by how soon they need help (evidence.md §1, §2.1, §2.4, §6.4). Data only.
 * The rules of the check decide; these sentences say the same of the plainest case of each sign.
 */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnDangerSigns = {
  'leg-weaker-now': {
    says: 'A leg that gets weaker over hours or days, or a foot or knee that will not move, is an emergency.',
    kind: 'safety',
    sources: ['girft-ces', 'nhs-lothian'],
    tag: 'V',
  },
  'leg-weak-today': {
    says: 'Is one leg weaker than the other, even if it stays the same? Speak to someone today.',
    kind: 'safety',
    sources: ['girft-ces', 'nhs-lothian', 'unclench-design'],
    tag: 'C',
  },
  'heel-and-toe-test': {
    says: 'Can you stand on the heel and on the toes of each foot? If you cannot, or cannot try, that counts as weak.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'numb-leg-spreading-today': {
    says: 'If numbness in one leg spreads or gets deeper over days, speak to someone today.',
    kind: 'safety',
    sources: ['nice-ng59', 'unclench-design'],
    tag: 'C',
  },
  'numb-leg-steady-book': {
    says: 'Is one leg numb or tingly, the same each day and not weak? Book to be seen within 1 to 2 weeks.',
    kind: 'safety',
    sources: ['nice-ng59', 'unclench-design'],
    tag: 'C',
  },
  'leg-pain-further-book': {
    says: 'If the pain moves further down a leg, book a check.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'leg-pain-weeks-specialist': {
    says: 'Is leg pain still severe after 4 to 6 weeks? Ask if a specialist should see you.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'hands-or-steps-today': {
    says: 'Are you newly unsteady, are your hands clumsy, or do both arms tingle? Get help today.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'hands-or-steps-now': {
    says: 'Do these signs get worse over hours or days, or is the pain in the neck severe? Go to A&E now.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'neck-signs-now': {
    says: 'Sudden, very bad pain in the neck or head can be an emergency. It is one if you are dizzy, see double, can’t swallow, or an eyelid droops. So is a stiff neck with fever, or when light hurts.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'chest-now': {
    says: 'If your chest hurts or feels tight, or it is hard to breathe, call 999 now.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
  'heart-signs-now': {
    says: 'Pain in the upper back, arm, jaw or upper tummy, and you sweat, feel sick or are short of breath? Call 999 now.',
    kind: 'safety',
    sources: ['nhs-back-pain'],
    tag: 'V2',
  },
  'weight-loss-today': {
    says: 'Do you have back pain, and are you losing weight without trying? Speak to someone today.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'nice-ng12'],
    tag: 'V2',
  },
  'tearing-now': {
    says: 'Sudden tearing pain in the chest, tummy or back is an emergency. So is a collapse.',
    kind: 'safety',
    sources: ['rcem-aaa', 'professional'],
    tag: 'K',
  },
  'mid-back-today': {
    says: 'Is the pain in the middle of your back, and like a band, or does it never let up? Speak to someone today. Do so too if you have had cancer.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'unclench-design'],
    tag: 'C',
  },
  'mid-back-over-50': {
    says: 'From 50 on, speak to someone today about pain in the middle of the back. If it began with a plain strain, be seen within days.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'unclench-design'],
    tag: 'C',
  },
  'mid-back-under-50-book': {
    says: 'Are you under 50, and did pain in the middle of the back not begin with a plain strain? Book to be seen.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'unclench-design'],
    tag: 'C',
  },
  'cancer-days': {
    says: 'Have you had cancer? Have new back pain looked at within days. Does it never let up, or wake you, so that no position helps? Speak to someone today.',
    kind: 'safety',
    sources: ['downie-2013', 'nice-ng234'],
    tag: 'K',
  },
  'big-accident-now': {
    says: 'Back pain after a serious accident or a high fall is an emergency.',
    kind: 'safety',
    sources: ['nhs-back-pain', 'nice-ng41'],
    tag: 'K',
  },
  'past-spasms-no-sign': {
    says: 'Spasms in the past are not a danger sign. With pressed nerves in the past, or a big disc bulge, a new sign counts for more.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'cough-alone-common': {
    says: 'Pain when you cough or sneeze is common in a new spasm. After cancer it needs help today.',
    kind: 'safety',
    sources: ['nice-ng234', 'unclench-design'],
    tag: 'C',
  },
  'night-turn-common': {
    says: 'Waking when you roll over is not a danger sign. Night pain that no position eases needs to be seen.',
    kind: 'safety',
    sources: ['professional', 'unclench-design'],
    tag: 'C',
  },
  'pressed-nerves-rare': {
    says: 'Pressed nerves to the bladder and bowel are rare: about 4 in 10,000 people who see a GP with back pain.',
    kind: 'fact',
    sources: ['girft-ces'],
    tag: 'V',
  },
  'pressed-nerves-can-be-mild': {
    says: 'Pressed nerves to the bladder and bowel may start on one side, and the pain may be mild.',
    kind: 'safety',
    sources: ['girft-ces', 'hsib-2021'],
    tag: 'V',
  },
  'after-procedure-now': {
    says: 'After surgery or a needle on the spine: a fever, a wound that leaks, or nerve signs? Call 999. For worse pain, ring the team today.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'alcohol-and-pills': {
    says: 'Do you drink more than 14 units in most weeks? Ask a pharmacist before you take a painkiller.',
    kind: 'safety',
    sources: ['bnf', 'product-licences'],
    tag: 'K',
  },
  'do-not-drive-weak-legs': {
    says: 'Do not drive yourself if your legs are weak or numb. Eat no big meal, in case you need surgery.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
} as const satisfies Record<string, Claim>
