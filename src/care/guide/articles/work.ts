/** Work with a sore back, and a note for an employer (evidence.md §3.2, §4.1, §7.2; UK sick-leave facts tagged K). */
import { type Article, claimed } from '../types.ts'

/** When to go to work, what to change, what to tell an employer, and how a fit note works. */
export const work: Article = {
  slug: 'work',
  title: 'Work, and a note for your employer',
  about: 'Go back with changes as soon as you can.',
  bars: ['active-function'],
  short: [
    claimed(
      'Go back to work with changes as soon as you can. You do not have to be free of pain.',
      'work-with-changes',
    ),
    claimed('Half of the people in one study were back within 14 days.', 'work-14-days'),
    claimed('In the UK you do not need a doctor’s note for the first 7 days.', 'self-certify'),
  ],
  heard: [
    {
      heard: 'Stay off until the pain has gone.',
      known: claimed(
        'Staying gently active helps you do a bit more, and that goes for work too. Some ache is fine.',
        'active-function',
        'work-with-changes',
      ),
    },
    {
      heard: 'A new chair will put it right.',
      known: claimed('There is no one right way to sit. Change position often.', 'no-right-posture', 'change-position'),
    },
    {
      heard: 'Work hurt my back, so I must leave it.',
      known: claimed('Often nobody can find a clear cause. Talk about changes first.', 'often-no-cause'),
    },
  ],
  sections: [
    {
      id: 'what-to-change',
      title: 'What to change for a while',
      drawing: 'desk',
      kind: 'list',
      lines: [
        claimed('Change position every 20 to 30 minutes. Stand or walk for calls.', 'active-dose'),
        'Swap heavy tasks with somebody, or halve the load and go twice.',
        'Start later if mornings are worst, or work from home for part of the week.',
        claimed('Ask for a place to lie down for 5 to 10 minutes.', 'ease-dose'),
        claimed('Go back to the full job in steps, a little more at a time.', 'work-with-changes'),
      ],
    },
    {
      id: 'a-note',
      title: 'A note you can send',
      kind: 'list',
      lines: [
        '“I have a back spasm. It is painful, and the advice is to keep moving.”',
        '“I can do: …” Name the tasks that are fine now.',
        '“For now I need: …” Name two or three changes, such as breaks to walk, no heavy loads, a later start.',
        '“I will tell you how I am on …” Name a day in the next week.',
        'You do not have to share details of your health. What you can do is enough.',
      ],
    },
    {
      id: 'fit-notes',
      title: 'Time off and fit notes in the UK',
      kind: 'list',
      lines: [
        claimed('You can sign yourself off for up to 7 days. Days off count too.', 'self-certify'),
        claimed('After that, your employer can ask for a fit note.', 'fit-note-after-7'),
        claimed('A doctor can sign one. So can a nurse, a physio or a pharmacist.', 'fit-note-who'),
        claimed(
          'It can say that you may work with changes: a slow return, other hours, other tasks, or a change to the place.',
          'fit-note-changes',
        ),
        'Ask what sick pay you get. Your contract says.',
      ],
    },
  ],
  whenNot: [
    claimed(
      'Stay off tasks where a sudden catch could hurt you or others: heights, fast machines, the road.',
      'work-unsafe',
    ),
    claimed('Has a painkiller made you drowsy? Do not drive or run machines.', 'codeine-habit', 'work-unsafe'),
    claimed('Is work making this a lot harder? That is a good reason to see a physio sooner.', 'worry-sooner-help'),
    claimed('Not back to it, and not clearly better at 2 weeks? See a physio or GP.', 'slow-at-2-weeks'),
  ],
  drawn: ['active-function'],
  leads: [
    { to: 'prevention', page: 'desk' },
    { to: 'prevention', page: 'breaks' },
    { to: 'report' },
    { to: 'article', article: 'driving' },
    { to: 'article', article: 'lifting' },
  ],
  alsoSearchedAs: [
    'sick note',
    'fit note',
    'time off',
    'boss',
    'sick leave',
    'office',
    'job',
    'self-certificate',
    'sick pay',
    'manual work',
  ],
}
