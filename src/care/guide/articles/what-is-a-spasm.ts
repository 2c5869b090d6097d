/** What a back spasm is and what it feels like (evidence.md §3 PT0, §8, §1.K). */
import { chestNow, legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What happens in a spasm, what it feels like, and what is no part of it. */
export const whatIsASpasm: Article = {
  slug: 'what-is-a-spasm',
  title: 'What is a back spasm?',
  about: 'Your back tightens to guard itself.',
  bars: [],
  short: [
    claimed(
      'In a spasm your back muscles tighten by themselves. Most often they guard the back after a small strain.',
      'spasm-protects',
    ),
    claimed('It can hurt a great deal and still be harmless.', 'score-alone'),
    claimed('Often nobody can find a clear cause.', 'often-no-cause'),
  ],
  heard: [
    {
      heard: 'Something has torn or slipped.',
      known: claimed(
        'For about 9 in 10 people nobody can prove which part of the back hurts. Bones are not out of place.',
        'no-proven-part',
        'bones-in-place',
      ),
    },
    {
      heard: 'A spasm can make a leg weak or paralysed for a time.',
      known: claimed('It does not. A leg that will not work is an emergency.', 'spasm-no-paralysis'),
    },
    {
      heard: 'The more it hurts, the worse the harm.',
      known: claimed(
        'A plain spasm can hurt 9 out of 10 on the first day. The number alone shows no danger.',
        'score-alone',
      ),
    },
    {
      heard: 'The knot must be pressed out.',
      known: claimed(
        'There is no good evidence that pressing on sore knots helps. Warmth may ease it for a while.',
        'trigger-points',
        'heat-eases',
      ),
    },
  ],
  sections: [
    {
      id: 'what-it-feels-like',
      title: 'What it feels like',
      kind: 'list',
      drawing: 'muscle-guarding',
      lines: [
        claimed('It catches you suddenly: after a lift, a twist or a sneeze, or when you wake up.', 'spasm-starts'),
        claimed('Your back is stiff, and hard to straighten. You move with care.', 'pattern-spasm'),
        claimed(
          'It is on one side of the low back or both, and may reach the buttock.',
          'spasm-one-or-both-sides',
          'pattern-spasm',
        ),
        claimed('It changes as you move, and eases when you lie down.', 'pattern-spasm'),
        claimed('Turning over in bed may wake you. That alone is not a danger sign.', 'night-turn-common'),
        claimed('A cough or a sneeze may hurt. In a new spasm that is common.', 'cough-alone-common'),
      ],
    },
    {
      id: 'what-happens-next',
      title: 'What happens next',
      kind: 'text',
      lines: [
        claimed(
          'Sharp, catching pain can last for a few days. Then most of the easing comes within 6 weeks.',
          'catching-some-days',
          'most-ease-early',
        ),
        claimed('Moving gently eases it a bit more than staying in bed.', 'active-pain'),
        claimed('It may come back one day. That is common, and most often not a sign of harm.', 'return-no-harm'),
      ],
    },
    {
      id: 'what-to-do-now',
      title: 'What to do now',
      kind: 'steps',
      lines: [
        'Do the check first.',
        'Find a position that eases it, and breathe slowly.',
        claimed('Use warmth for 15 to 20 minutes. Warm, not hot.', 'heat-dose'),
        claimed(
          'Then stand up and walk a little. Change position every 20 to 30 minutes.',
          'short-walks-dose',
          'active-dose',
        ),
      ],
    },
  ],
  whenNot: [saddleNow, legsNow, chestNow],
  leads: [
    { to: 'check' },
    { to: 'plan' },
    { to: 'step', step: 'easiest-position' },
    { to: 'article', article: 'the-first-day' },
    { to: 'article', article: 'what-causes-it' },
  ],
  alsoSearchedAs: [
    ...['back cramp', 'locked back', 'seized up', 'back gone', 'put my back out', 'thrown my back out', 'muscle spasm'],
    ...['lumbago', 'pulled muscle', 'strain', 'knot', 'symptoms', 'stuck', 'twinge'],
  ],
}
