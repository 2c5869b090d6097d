/** The six stretches that people are most often shown (evidence.md §3, §5.0, §5.1, §8). Doses come from the cards. */
import { doseWords } from '../movement-dose.ts'
import { type Article, claimed } from '../types.ts'

/** What stretching does for a spasm, and each stretch with its dose and for whom it is wrong. */
export const stretches: Article = {
  slug: 'stretches',
  title: 'Stretches: which, and how',
  about: 'They may ease and loosen. None frees it at once.',
  bars: ['exercise-new-spasm', 'stretch-no-instant'],
  short: [
    claimed(
      'Stretches may ease and loosen. None has been shown to bring relief at once.',
      'movement-comfort',
      'stretch-no-instant',
    ),
    claimed('No one stretch beats another, so choose by comfort.', 'no-best-movement'),
    'Leave out any that makes it worse.',
  ],
  heard: [
    {
      heard: 'This stretch brings instant relief.',
      known: claimed(
        'In a new spasm, exercise did no better than a sham. It can help you get going.',
        'exercise-new-spasm',
        'movement-comfort',
      ),
    },
    {
      heard: 'Hold each one for 30 seconds.',
      known: claimed('Not at first. In the first days 10 to 15 is enough. Later, 15 to 30.', 'stretch-hold'),
    },
    {
      heard: 'Stretch your hamstrings if pain goes down your leg.',
      known: claimed('Not on the sore side. It pulls on the nerve.', 'stretch-not-for-leg'),
    },
    {
      heard: 'Stretch before sport, and your back will not go.',
      known: claimed('We know of no trial that shows it. Warm up if you like it.', 'warm-up-untested'),
    },
  ],
  sections: [
    {
      id: 'before-you-begin',
      title: 'Before you begin',
      kind: 'list',
      lines: [
        claimed(
          'Do the check. Later, answer its few questions before the first session of each day.',
          'few-questions-daily',
        ),
        claimed(
          'Pain of 0 to 3 is fine. At 4 or 5 do half. Stop at 6, or at 2 points more than before.',
          'movement-lights',
        ),
        claimed('Pain further down a leg means stop.', 'leg-further-stop'),
        claimed('Go slowly, and breathe out into the stretch. Never hold your breath.', 'breathing-stop'),
      ],
    },
    {
      id: 'knee-to-chest',
      title: 'Knee to chest',
      kind: 'list',
      lines: [
        'Lie on your back. Hold one thigh, and draw that knee in until you feel a mild pull.',
        claimed(`First days: ${doseWords('M01', 'calm')}`, 'card-doses'),
        claimed(`Later: ${doseWords('M01', 'restore')}`, 'card-doses'),
        claimed(
          'Leave it out if bending hurts, or with pain below the knee.',
          'bends-and-arches',
          'stretch-not-for-leg',
        ),
      ],
    },
    {
      id: 'cobra',
      title: 'Cobra',
      kind: 'list',
      lines: [
        'Lie on your front. Push up gently, and leave your hips on the floor.',
        claimed('Not in the first few days, unless your plan gives you a smaller one.', 'card-doses'),
        claimed(`Later: ${doseWords('M03', 'restore')}`, 'card-doses'),
        claimed(
          'It suits people who hurt when they bend. Leave it out if arching hurts.',
          'pattern-bending',
          'bends-and-arches',
        ),
        claimed(
          'Are you pregnant, or did you have tummy surgery? Leave it out. Leave it out too with a narrowed or slipped spine.',
          'cobra-not-if',
        ),
      ],
    },
    {
      id: 'childs-pose',
      title: 'Child’s pose',
      kind: 'list',
      lines: [
        'On hands and knees, sit back towards your heels, with a cushion under your bottom.',
        claimed(`First days, half-way: ${doseWords('M04-half', 'calm')}`, 'card-doses'),
        claimed(`Later: ${doseWords('M04', 'restore')}`, 'card-doses'),
        claimed(
          'Leave it out if bending hurts, or with pain below the knee.',
          'bends-and-arches',
          'stretch-not-for-leg',
        ),
      ],
    },
    {
      id: 'cat-cow',
      title: 'Cat–cow',
      kind: 'list',
      lines: [
        'On hands and knees, breathe out as you round up. Breathe in as you let your back sink.',
        claimed(`First days: ${doseWords('M05', 'calm')}`, 'card-doses'),
        claimed(`Later: ${doseWords('M05', 'restore')}`, 'card-doses'),
        claimed(
          'Does arching hurt, are you pregnant, or is your spine narrowed or slipped? Do only the rounding.',
          'cat-cow-halves',
        ),
        claimed('Does bending hurt, or do you have thin bones? Do only the sinking.', 'cat-cow-halves'),
      ],
    },
    {
      id: 'seated-twist',
      title: 'Seated twist',
      kind: 'list',
      lines: [
        'Sit tall with arms crossed. Turn your ribs, and look over your shoulder last.',
        claimed(`First days, small: ${doseWords('M06-small', 'calm')}`, 'card-doses'),
        claimed(`Later: ${doseWords('M06', 'restore')}`, 'card-doses'),
        claimed('Pregnant, thin bones, or pain below the knee? Keep to the small one.', 'twist-small'),
        claimed('Not with a joined, once broken or stiff spine.', 'twist-not-if'),
      ],
    },
    {
      id: 'hamstring',
      title: 'Hamstring stretch',
      kind: 'list',
      lines: [
        'Lie on your back with a towel behind one thigh. Slowly straighten that knee.',
        claimed('Not for the first few days.', 'card-doses'),
        claimed(`Later: ${doseWords('M07', 'restore')}`, 'card-doses'),
        claimed('Not on the side of leg pain. Tingling means a nerve: stop.', 'stretch-not-for-leg'),
      ],
    },
  ],
  whenNot: [
    claimed('Has the check closed your movements? They wait until a GP or physio has seen you.', 'lasting-lock'),
    claimed(
      'At 6 out of 10 or more, leave these. Only the smallest movements are right.',
      'pain-6-only-small',
      'pain-8-only-quiet',
    ),
    claimed(
      'Thin bones, or long use of steroids? No deep bends and no far twists. See “Older backs”.',
      'bones-no-deep-bend',
    ),
    claimed('Pregnant? Do not lie on your front. From 16 weeks, do not lie flat on your back.', 'ease-not-if'),
    claimed(
      'Had surgery in the last 12 weeks, or a hernia? Do only what your surgeon or your physio has said to do.',
      'surgery-own-plan',
    ),
  ],
  drawn: ['exercise-new-spasm', 'direction-small'],
  leads: [
    { to: 'movement', movement: 'M01' },
    { to: 'movement', movement: 'M03' },
    { to: 'movement', movement: 'M04' },
    { to: 'movement', movement: 'M05' },
    { to: 'movement', movement: 'M06' },
    { to: 'movement', movement: 'M07' },
    { to: 'movements' },
    { to: 'treatment', treatment: 'stretching' },
  ],
  alsoSearchedAs: ['exercises', 'yoga', 'spinal twist', 'child pose', 'cat cow', 'instant relief', 'loosen', 'stiff'],
}
