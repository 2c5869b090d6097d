/** Pregnancy, and the weeks after birth (evidence.md §1.H, §2.4, §3 PT6, §4.1, §4.3, §5.0). */
import { type Article, claimed } from '../types.ts'

/** Whom to ring in pregnancy, what is right and what is not, and what waits after a birth. */
export const pregnancyAndAfterBirth: Article = {
  slug: 'pregnancy-and-after-birth',
  title: 'Pregnancy, and after the birth',
  about: 'From 14 weeks, ring your midwife about new pain.',
  bars: [],
  short: [
    claimed('New back pain from 14 weeks on? Ring your midwife or maternity unit today.', 'pregnancy-new-pain'),
    claimed(
      'Before 14 weeks, after a plain strain, care for it at home and tell your midwife next time.',
      'pregnancy-early',
    ),
    claimed('No ibuprofen, unless a doctor or midwife says so.', 'ibuprofen-pregnancy'),
  ],
  heard: [
    {
      heard: 'Back pain is just part of being pregnant.',
      known: claimed('It may be. But new pain from 14 weeks needs a call, the same day.', 'pregnancy-new-pain'),
    },
    {
      heard: 'Numb legs, or no pee, is normal after a birth.',
      known: claimed('It is not normal. Go to A&E now.', 'after-birth-numb'),
    },
    {
      heard: 'Lie down until the baby comes.',
      known: claimed(
        'Gentle moves are fine, if the check is clear. Leave out the ones listed below.',
        'pregnancy-moves',
      ),
    },
    {
      heard: 'Get back to planks quickly.',
      known: claimed('They wait for your check at 6 to 8 weeks.', 'after-birth-planks'),
    },
  ],
  sections: [
    {
      id: 'ring-now',
      title: 'Ring now',
      kind: 'list',
      lines: [
        claimed(
          'Pain in waves, bleeding, leaking waters, or a baby that moves less? Ring the maternity unit now.',
          'pregnancy-call-now',
        ),
        claimed(
          'A fever, a bad headache, changed sight, a swollen face, or pain under the ribs? Ring them now, too.',
          'pregnancy-call-now',
        ),
        claimed('Heavy bleeding, bad tummy pain that does not stop, a fit or a collapse? Ring 999.', 'pregnancy-999'),
        claimed('Under 14 weeks, or not sure: tummy pain or bleeding needs a call today.', 'pregnancy-early-signs'),
        claimed(
          'Is it very bad, on one side or at the tip of the shoulder? Or do you feel faint, or bleed a lot? Ring 999.',
          'pregnancy-early-signs',
        ),
        claimed('After the birth: numb or weak legs, or you can’t pee? Go to A&E now.', 'after-birth-numb'),
        claimed(
          'Up to 6 weeks after: ring today for a fever, heavy bleeding, a hot calf or a bad headache.',
          'after-birth-today',
        ),
        claimed('New trouble breathing, or chest pain? Ring 999.', 'clot-in-the-lung'),
      ],
    },
    {
      id: 'what-may-ease',
      title: 'What may ease it',
      kind: 'list',
      lines: [
        claimed('Lie on your side, with a pillow between your knees.', 'pelvis-do', 'sleep-pillow'),
        claimed(
          'Move on hands and knees, sitting or standing. Round your back gently, and do not let it sag.',
          'cat-cow-halves',
        ),
        claimed('Take short steps. Sit to dress, and take stairs one at a time.', 'pelvis-do'),
        claimed('Use warmth, not heat. Keep it off your tummy, and stay out of hot tubs.', 'pregnancy-warmth'),
        claimed(
          'Paracetamol can be taken, at the lowest dose for the shortest time. First answer the questions on what is safe for you.',
          'pregnancy-paracetamol',
        ),
      ],
    },
    {
      id: 'pelvic-pain',
      title: 'Pain at the pelvis',
      kind: 'list',
      lines: [
        claimed(
          'It hurts at the two dimples of your back or at the front, on stairs, and when you turn in bed.',
          'pattern-pelvis',
        ),
        claimed('Leave out standing on one leg, and do not spread your legs wide.', 'pregnancy-one-leg'),
        claimed('Ask a midwife or physio about a belt.', 'pelvis-do'),
        claimed('Has it lasted over 2 weeks? A midwife or physio should look at it.', 'pregnancy-two-weeks'),
      ],
    },
    {
      id: 'after-the-birth',
      title: 'After the birth',
      kind: 'list',
      lines: [
        claimed(
          'In the first 6 weeks: walk, breathe, tilt your pelvis, and move gently on hands and knees.',
          'after-birth-6-weeks',
        ),
        claimed('Planks and dead bugs wait for your check at 6 to 8 weeks.', 'after-birth-planks'),
        'Bring the baby up to you: a cushion on your lap to feed, a high table to change.',
        claimed(
          'Breastfeeding a healthy baby born on time? Ibuprofen and paracetamol are fine for most.',
          'feeding-painkillers',
        ),
        claimed('No codeine while you breastfeed.', 'feeding-no-codeine'),
      ],
    },
  ],
  whenNot: [
    claimed('Never lie on your front. From 16 weeks, do not lie flat on your back.', 'ease-not-if'),
    claimed('No deep twists, and no holding your breath. Stop if your tummy domes.', 'pregnancy-moves'),
    claimed('Do not press on your low back. No TENS on tummy or low back.', 'pregnancy-no-low-press', 'tens-not-if'),
  ],
  leads: [
    { to: 'check' },
    { to: 'movement', movement: 'M17b' },
    { to: 'movement', movement: 'M05-cat' },
    { to: 'medicines' },
    { to: 'article', article: 'sleep' },
  ],
  alsoSearchedAs: [
    'pregnant',
    'pelvic girdle pain',
    'PGP',
    'SPD',
    'bump',
    'postnatal',
    'breastfeeding',
    'C-section',
    'caesarean',
    'newborn',
    'midwife',
  ],
}
