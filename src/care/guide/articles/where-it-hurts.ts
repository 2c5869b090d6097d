/** Where it hurts: the side of the neck, the middle, the low back (evidence.md status, §1.A, §1.C, F6, §3). */
import { chestNow, legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What a spasm is like in each place, and which signs belong to it. */
export const whereItHurts: Article = {
  slug: 'where-it-hurts',
  title: 'Neck, middle or low back?',
  about: 'What pain in each place is like, and its signs.',
  bars: [],
  short: [
    claimed('Low in the back is the usual place of a spasm.', 'pattern-spasm'),
    claimed(
      'In the middle it is most often a sore muscle or joint too. But do the check first: more than the back can hurt there.',
      'pattern-mid-back',
    ),
    claimed(
      'Our plan is not made for neck pain alone. The check still asks about its danger signs.',
      'plan-is-for-the-back',
    ),
  ],
  heard: [
    {
      heard: 'Pain between the shoulder blades is only from the desk.',
      known: claimed(
        'Most often it is a sore muscle or joint. But the heart and the big blood vessel can hurt there too. Do the check.',
        'pattern-mid-back',
        'tearing-now',
        'chest-now',
      ),
    },
    {
      heard: 'Have your neck cracked.',
      known: claimed('A quick thrust to the neck can, in rare cases, harm an artery.', 'neck-thrust'),
    },
    {
      heard: 'The place shows which part is hurt.',
      known: claimed('It does not. For about 9 in 10 people nobody can prove which part it is.', 'no-proven-part'),
    },
  ],
  sections: [
    {
      id: 'low-back',
      title: 'Low back and buttock',
      kind: 'list',
      lines: [
        claimed(
          'It sits on one side or on both, and may reach the buttock.',
          'spasm-one-or-both-sides',
          'pattern-spasm',
        ),
        claimed('Worse when you bend or sit? Lie on your front, prop on your elbows, or walk.', 'pattern-bending'),
        claimed('Worse when you stand or lean back? Try knee to chest, or lean forward in a chair.', 'pattern-arching'),
        claimed('Below the knee, in one leg? That is more like sciatica.', 'pattern-sciatica'),
        claimed(
          'Pregnant, or just after? Pain at the two dimples or in front can come from the ring of the pelvis.',
          'pattern-pelvis',
        ),
      ],
    },
    {
      id: 'middle',
      title: 'Between or below the shoulder blades',
      kind: 'list',
      lines: [
        claimed('It catches with a twist or a reach, and one muscle is tender.', 'pattern-mid-back'),
        claimed(
          'Speak to someone today if it is like a band, never lets up, or you have had cancer.',
          'mid-back-today',
        ),
        claimed(
          'Are you 50 or over? Speak to someone today. If it came from a plain strain, be seen within days.',
          'mid-back-over-50',
        ),
        claimed('Under 50, and it did not begin with a plain strain? Book to be seen.', 'mid-back-under-50-book'),
        'Is the check clear? Then round and arch your back on all fours, slowly, and breathe.',
      ],
    },
    {
      id: 'side-of-the-neck',
      title: 'Side of the neck',
      kind: 'list',
      lines: [
        claimed('Our plan and our movements are for the back, from the base of the neck down.', 'plan-is-for-the-back'),
        claimed('For neck pain alone, ask a pharmacist, a physio or your GP.', 'plan-is-for-the-back'),
        claimed(
          'Sudden, very bad neck pain, and you are dizzy, see double or can’t swallow? Call 999.',
          'neck-signs-now',
        ),
        claimed('Call 999 if your neck is stiff and you have a fever, or light hurts your eyes.', 'neck-signs-now'),
        claimed(
          'Do both arms tingle, are your hands clumsy, or are you newly unsteady? Get help today. Getting worse, or severe pain? Go to A&E.',
          'hands-or-steps-today',
          'hands-or-steps-now',
        ),
      ],
    },
  ],
  whenNot: [
    claimed(
      'Is the pain 6 out of 10 or more? Leave these movements for now. Lie in comfort, breathe, and take short walks.',
      'pain-6-only-small',
    ),
    claimed('Thin bones? Bring up one knee, not both.', 'bones-half-way'),
    claimed('Pregnant? Do not lie on your front. From 16 weeks, do not lie flat on your back.', 'ease-not-if'),
    chestNow,
    saddleNow,
    legsNow,
  ],
  leads: [
    { to: 'check' },
    { to: 'movement', movement: 'M05' },
    { to: 'movement', movement: 'M08' },
    { to: 'article', article: 'spasm-or-sciatica' },
    { to: 'article', article: 'when-to-get-help' },
  ],
  alsoSearchedAs: [
    ...[
      'neck spasm',
      'stiff neck',
      'crick in the neck',
      'wry neck',
      'upper back',
      'middle back',
      'mid back',
      'thoracic',
    ],
    ...['between shoulder blades', 'lower back', 'lumbar', 'buttock', 'bum', 'hip', 'ribs', 'tailbone', 'coccyx'],
  ],
}
