/** Rest or moving (evidence.md §4.1, §5.0, §8). */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** Why staying gently active beats bed rest, and how to do it on a sore day. */
export const restOrMoving: Article = {
  slug: 'rest-or-moving',
  title: 'Rest, or keep moving?',
  about: 'Keep gently moving. It beats bed rest by a bit.',
  bars: ['active-pain', 'long-rest-against'],
  short: [
    claimed('Keep gently moving. It eases pain a bit more than bed rest does.', 'active-pain'),
    claimed('A short lie-down in the first day or two is fine.', 'rest-dose'),
    claimed('With sciatica the two work about the same, so let comfort decide.', 'active-sciatica'),
  ],
  heard: [
    {
      heard: 'Rest is crucial for a spasm.',
      known: claimed(
        'That is out of date. People who stay gently active have a bit less pain, and can do a bit more.',
        'active-pain',
        'active-function',
      ),
    },
    {
      heard: 'If it hurts, you are doing harm.',
      known: claimed(
        'Some pain while you move is fine: up to 3 out of 10. The lights below tell you when to stop.',
        'movement-lights',
      ),
    },
    {
      heard: 'Work through the pain.',
      known: claimed('No. At 4 or 5 do half. At 6 stop that move for today.', 'movement-lights'),
    },
    {
      heard: 'Wait for a scan before you move.',
      known: claimed(
        'Too often, early scans and rest crowd out the advice to stay active. Do the check, then move.',
        'low-value-care',
      ),
    },
    {
      heard: 'Exercise cures a spasm fast.',
      known: claimed(
        'In a new spasm, exercise did no better than a sham. It can help you feel easier, and trust your back.',
        'exercise-new-spasm',
        'movement-comfort',
      ),
    },
  ],
  sections: [
    {
      id: 'how-to-keep-moving',
      title: 'How to keep moving on a sore day',
      kind: 'list',
      lines: [
        claimed('Change position every 20 to 30 minutes while you are awake.', 'active-dose'),
        claimed('Walk for 2 to 5 minutes, several times a day. Two minutes in the hall counts.', 'short-walks-dose'),
        claimed(
          'Do your usual tasks with less effort. Sit down to dress, and carry two small bags, not a big one.',
          'work-with-changes',
        ),
        claimed('Lie down if you have to: 30 to 60 minutes at most, and only in the first 1 or 2 days.', 'rest-dose'),
        claimed('Go back to work with changes, if your job lets you.', 'work-with-changes'),
      ],
    },
    {
      id: 'three-lights',
      title: 'Three lights for pain while you move',
      kind: 'list',
      lines: [
        claimed('Green, 0 to 3 out of 10: carry on.', 'movement-lights'),
        claimed('Amber, 4 or 5: go smaller and slower, and do half the number.', 'movement-lights'),
        claimed('Red, 6 or more, or 2 points above where you began: stop that move for today.', 'movement-lights'),
        claimed('Did you begin at 6 or 7? Then any rise is red.', 'pain-6-only-small'),
        claimed('Pain or tingling that goes further down a leg is red, whatever the score.', 'leg-further-stop'),
      ],
    },
    {
      id: 'how-to-rest-well',
      title: 'How to rest well',
      kind: 'steps',
      lines: [
        claimed(
          'Try your side with a pillow between your knees. Or lie on your back with your calves on a chair.',
          'ease-positions',
        ),
        claimed('Stay for 5 to 10 minutes.', 'ease-dose'),
        claimed('Change if the pain spreads to a leg.', 'ease-change'),
        'Set a timer, so that you get up again.',
      ],
    },
  ],
  whenNot: [
    claimed('Has the check closed your movements? They wait until a GP or physio has seen you.', 'lasting-lock'),
    claimed('At 8 or more: just lie in comfort, breathe, tilt your pelvis and walk a little.', 'pain-8-only-quiet'),
    saddleNow,
    legsNow,
    claimed('From 16 weeks of pregnancy, do not lie flat on your back.', 'ease-not-if'),
  ],
  drawn: ['active-pain', 'active-function', 'exercise-new-spasm'],
  leads: [
    { to: 'plan' },
    { to: 'step', step: 'calves-on-chair' },
    { to: 'movement', movement: 'M15' },
    { to: 'article', article: 'stretches' },
    { to: 'treatment', treatment: 'rest' },
  ],
  alsoSearchedAs: ['bed rest', 'lie down', 'stay active', 'should I exercise', 'walking', 'how long to rest'],
}
