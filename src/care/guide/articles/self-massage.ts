/** Self-massage with a hand, a ball or a roller (evidence.md §4.1, §8). */
import { type Article, claimed } from '../types.ts'

/** How to press on your own back kindly, and who should not. */
export const selfMassage: Article = {
  slug: 'self-massage',
  title: 'Massaging your own back: hand, ball or roller',
  about: 'It may feel good. Nobody has tested it.',
  bars: ['self-massage-untested'],
  short: [
    claimed('It may feel good. Nobody has tested a ball or a roller for a back spasm.', 'self-massage-untested'),
    claimed('Press beside the spine, never on it, and only to a pleasant ache.', 'self-massage-gentle'),
    claimed('Too sore to touch? Use warmth.', 'too-sore-use-heat'),
  ],
  heard: [
    {
      heard: 'The harder you press, the sooner the knot lets go.',
      known: claimed(
        'Hard pressing can bruise. There is no good evidence that pressing on a knot frees it.',
        'massage-risks',
        'trigger-points',
      ),
    },
    {
      heard: 'Massage keeps spasms away.',
      known: claimed(
        'It does not prevent the next one. It may feel good for a day or two.',
        'massage-no-prevention',
        'massage-eases',
      ),
    },
    {
      heard: 'Lie on the roller and roll up and down your spine.',
      known: claimed('Lean on a wall, and roll the upper back or the buttocks only.', 'self-massage-roller'),
    },
  ],
  sections: [
    {
      id: 'with-a-ball',
      title: 'With a soft ball',
      kind: 'steps',
      lines: [
        claimed(
          'Stand with your back to a wall and the ball beside your spine. Never on the bones.',
          'self-massage-gentle',
        ),
        'Bend your knees a little, so that the ball moves.',
        claimed('Make slow circles for 30 to 60 seconds on a spot.', 'self-massage-dose'),
        claimed('Do 2 or 3 spots, once or twice a day.', 'self-massage-dose'),
        claimed('Keep to a pleasant ache: 4 out of 10 at most.', 'self-massage-gentle'),
      ],
    },
    {
      id: 'with-a-hand',
      title: 'With a hand',
      kind: 'steps',
      lines: [
        claimed('Use your fingers, or the back of your hand, beside your spine.', 'self-massage-gentle'),
        claimed('Make slow circles for 30 to 60 seconds on a spot.', 'self-massage-dose'),
        'Let each breath out be long and soft while you press.',
      ],
    },
    {
      id: 'with-a-roller',
      title: 'With a foam roller',
      kind: 'steps',
      lines: [
        claimed('Put the roller between a wall and your upper back. Do not lie on it.', 'self-massage-roller'),
        'Bend your knees to roll slowly up and down.',
        claimed('Leave your low back out. Your buttocks are fine.', 'self-massage-roller'),
      ],
    },
    {
      id: 'when-to-stop',
      title: 'When to stop',
      kind: 'list',
      lines: [
        claimed('The pain shoots, tingles, or goes over 4 out of 10.', 'self-massage-stop'),
        claimed('You are worse 24 hours later. Then leave it out.', 'self-massage-stop'),
      ],
    },
  ],
  whenNot: [
    claimed('Do you take a blood thinner, or bruise easily? Do not press.', 'self-massage-not-if'),
    claimed('Not with thin bones or long use of steroids, or if cancer may be in a bone.', 'self-massage-not-if'),
    claimed('Not with a fever, a rash, a new injury, or a clot in a leg.', 'self-massage-not-if'),
    claimed('Not on skin that is numb, broken or bruised.', 'self-massage-skin'),
    claimed('Unsteady on your feet? Use your hand, sitting down.', 'self-massage-skin'),
    claimed('In pregnancy, leave out your low back.', 'pregnancy-no-low-press'),
    claimed('At 8 out of 10 or more it is too sore to press.', 'pain-8-only-quiet'),
  ],
  leads: [
    { to: 'step', step: 'massage-ball' },
    { to: 'step', step: 'heat-pack' },
    { to: 'treatment', treatment: 'self-massage' },
    { to: 'treatment', treatment: 'massage' },
    { to: 'find', service: 'sports-massage' },
  ],
  alsoSearchedAs: [
    'tennis ball',
    'foam roller',
    'knots',
    'trigger points',
    'deep tissue',
    'rub my back',
    'massage gun',
  ],
}
