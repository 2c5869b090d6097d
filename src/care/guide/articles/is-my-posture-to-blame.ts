/** Posture and chairs (evidence.md §7.3, §8). */
import { type Article, claimed } from '../types.ts'

/** What posture does and does not do, and how to sit for comfort. */
export const isMyPostureToBlame: Article = {
  slug: 'is-my-posture-to-blame',
  title: 'Is my posture to blame?',
  about: 'There is no one right way to sit. Move often.',
  bars: ['no-right-posture'],
  short: [
    claimed('Most likely not. There is no one right posture.', 'no-right-posture'),
    claimed('Your best posture is your next one: change position often.', 'change-position'),
  ],
  heard: [
    {
      heard: 'Bad posture causes spasms.',
      known: claimed(
        'Pain comes back more often in people who sit for long, or in awkward ways. That is a link, and may not be the cause.',
        'sitting-link',
      ),
    },
    {
      heard: 'Sit up straight, with your shoulders back.',
      known: claimed(
        'Sit that way if you like it, for a while. No posture has been shown to be right for all.',
        'no-right-posture',
      ),
    },
    {
      heard: 'A chair with a bulge for your back prevents it.',
      known: claimed('We know of no trial that shows this. Choose a chair that is comfortable.', 'chairs-untested'),
    },
    {
      heard: 'Learn good posture and you will stay well.',
      known: claimed(
        'Lessons alone did not prevent pain. Moving and learning about backs did.',
        'lessons-alone',
        'learning-exercise-prevent',
      ),
    },
    {
      heard: 'Wear a belt, or insoles.',
      known: claimed('Neither kept pain away in trials.', 'belts-against', 'insoles-none'),
    },
  ],
  sections: [
    {
      id: 'sit-for-comfort',
      title: 'How to sit for comfort',
      kind: 'steps',
      drawing: 'desk',
      lines: [
        'Slide your bottom to the back of the seat.',
        'Put both feet on the floor, or on a box.',
        'Roll up a towel behind your low back. Keep it if it feels good.',
        'Bring the screen and keyboard close, so that you do not have to reach.',
        claimed('Then move. With a new spasm, do so every 20 to 30 minutes.', 'active-dose'),
      ],
    },
    {
      id: 'how-to-move-more',
      title: 'How to change position more often',
      kind: 'list',
      lines: [
        'Stand up for each phone call.',
        'Put the printer, the kettle or the bin where you must walk to it.',
        'Sit, lean, stand and walk in turn. Slouch too, if you like.',
        'Let your phone remind you.',
        claimed('Nobody has shown that breaks prevent pain. But they cost little.', 'breaks-untested'),
      ],
    },
    {
      id: 'standing-desk',
      title: 'Do I need a special chair or desk?',
      kind: 'text',
      lines: [
        claimed('We know of no trial that shows that one chair or desk keeps spasms away.', 'chairs-untested'),
        'Try before you buy. If it feels good and lets you change position, it is a good one.',
      ],
    },
  ],
  whenNot: [
    claimed('Do not be afraid to bend or slouch. Talk of posture can make people stiff and fearful.', 'bending-fear'),
    claimed(
      'Does sitting send pain down a leg, below the knee? Keep sitting short, and look at our page on sciatica.',
      'sciatica-avoid',
    ),
  ],
  leads: [
    { to: 'prevention', page: 'desk' },
    { to: 'prevention', page: 'breaks' },
    { to: 'prevention', page: 'posture' },
    { to: 'movement', movement: 'M06' },
    { to: 'article', article: 'what-causes-it' },
    { to: 'article', article: 'spasm-or-sciatica' },
    { to: 'treatment', treatment: 'posture' },
    { to: 'treatment', treatment: 'back-belt' },
  ],
  alsoSearchedAs: [
    ...['slouching', 'sitting', 'office chair', 'lumbar support', 'standing desk', 'ergonomic', 'desk job', 'hunched'],
    ...['text neck', 'computer', 'posture corrector', 'cushion', 'car seat'],
  ],
}
