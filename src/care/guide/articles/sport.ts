/** Sport, and the way back to it (evidence.md §1.E, §5.0, §6.1, §6.2, §8). */
import { type Article, claimed } from '../types.ts'

/** When and how to go back to sport after a spasm, and which pains mean stop. */
export const sport: Article = {
  slug: 'sport',
  title: 'Sport, and back to it',
  about: 'Go back in steps, once daily life is easy.',
  bars: ['sport-untested', 'exercise-prevents'],
  short: [
    claimed('Go back in steps, once daily tasks are easy. No trial says on which day.', 'sport-when', 'sport-untested'),
    claimed(
      'Then keep at it. Exercise alone cuts the chance that pain comes back by about a third. That is less sure.',
      'exercise-prevents',
    ),
  ],
  heard: [
    {
      heard: 'Sport wore your back out, so give it up.',
      known: claimed(
        'Exercise makes another bad spell less likely, for as long as you keep it up.',
        'exercise-prevents',
        'prevention-fades',
      ),
    },
    {
      heard: 'Stretch before and after, and you will not get a spasm.',
      known: claimed('We know of no trial that shows it. Warm up if you like it.', 'warm-up-untested'),
    },
    {
      heard: 'You have lost salts. Have a sports drink.',
      known: claimed(
        'Even for cramp in sport the evidence is mixed. Tired muscles seem to matter as much as lost water.',
        'cramp-mixed',
      ),
    },
    {
      heard: 'You need a strong core first.',
      known: claimed('Any exercise helps. Strong tummy muscles are not special.', 'core-not-special'),
    },
  ],
  sections: [
    {
      id: 'ready',
      title: 'Are you ready?',
      kind: 'list',
      lines: [
        'Your check is clear.',
        claimed('Daily tasks are easy, and your usual pain is 2 out of 10 or less.', 'sport-ready'),
        claimed(
          'You have done your strength sets for 2 weeks or more, at 3 out of 10 or less.',
          'sport-ready',
          'sport-when',
        ),
        'You can do the moves of your sport slowly, and trust your back in them.',
      ],
    },
    {
      id: 'the-way-back',
      title: 'The way back',
      kind: 'steps',
      lines: [
        'First walk briskly or cycle. Then jog, or swim an easy length.',
        claimed('Do the moves of your sport alone, at half speed: swing, serve, kick.', 'sport-half-first'),
        claimed('Train with others for half the time. Leave out tackles and sprints.', 'sport-half-first'),
        'Train in full. Then play.',
        claimed(
          'Stay on each step for 3 sessions. Pain of 3 or less, and no worse the next morning? Move on.',
          'strength-up',
        ),
        claimed('Is the next morning worse by 2 points or more? Go back one step.', 'strength-down'),
      ],
    },
    {
      id: 'by-sport',
      title: 'Tips for some sports',
      kind: 'list',
      lines: [
        claimed(
          'Running: go by time, not speed. Start with half your old time, with walks in between.',
          'sport-half-first',
        ),
        'Golf, tennis, cricket: start with short swings, and build up the turn.',
        claimed('Weights: learn the hip hinge first, then lift half of what you used to.', 'sport-half-first'),
        'Swimming and cycling: choose the stroke and the seat that feel easy.',
        claimed(
          'Yoga and Pilates: good if you enjoy them. No kind is special.',
          'core-not-special',
          'pilates-no-better',
        ),
      ],
    },
  ],
  whenNot: [
    claimed('A hard tackle, a fall of over a metre, or a crash in the last 7 days? Go to A&E.', 'hard-knock-now'),
    claimed('Numb or weak after it, or can’t get up? Keep still and ring 999.', 'hurt-keep-still'),
    claimed('Under 20, with pain on leaning back for 2 weeks? Stop that sport, and be seen.', 'teen-lean-back'),
    claimed('Pain that goes further down a leg means stop.', 'leg-further-stop'),
    claimed('Pee like cola with very sore muscles after hard sport? Ring 999.', 'dark-pee-now'),
    claimed('After a break in the spine, do nothing that jars more than a brisk walk.', 'bones-brisk-walk'),
  ],
  drawn: ['exercise-prevents'],
  leads: [
    { to: 'plan' },
    { to: 'prevention', page: 'warmUp' },
    { to: 'prevention', page: 'strength' },
    { to: 'article', article: 'strength' },
    { to: 'find', service: 'physiotherapy-first' },
  ],
  alsoSearchedAs: [
    'running',
    'football',
    'golf',
    'gym',
    'weightlifting',
    'tennis',
    'swimming',
    'cycling',
    'when can I train',
    'deadlift',
    'rugby',
  ],
}
