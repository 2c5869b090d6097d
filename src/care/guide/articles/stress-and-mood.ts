/** Stress, worry and mood (evidence.md §1.I, §3.2, §4.1, §7.2, §8). */
import { type Article, claimed } from '../types.ts'

/** How stress and mood meet a sore back, what calms, and where to find help. */
export const stressAndMood: Article = {
  slug: 'stress-and-mood',
  title: 'Stress, worry and mood',
  about: 'They matter. Slow breathing may calm you.',
  bars: ['breathing-calms', 'relax-new-spasm'],
  short: [
    claimed('Your pain is real, and stress and sleep play a part in it.', 'load-sleep-stress'),
    claimed('Slow breathing may calm you and help you to move.', 'breathing-calms'),
    claimed(
      'Getting well can be slower with a low mood. That is a good reason to ask for help sooner.',
      'slower-if',
      'worry-sooner-help',
    ),
  ],
  heard: [
    {
      heard: 'It is all in your head.',
      known: claimed('It is not. Sleep, stress, load and earlier spasms all matter.', 'load-sleep-stress'),
    },
    {
      heard: 'Deep breathing works very well on a spasm.',
      known: claimed('The evidence is weak. It may calm you and help you to move.', 'breathing-calms'),
    },
    {
      heard: 'Relaxing cures it.',
      known: claimed(
        'For a new spasm, nobody has tested it. For long-term pain it did better than waiting, in small trials.',
        'relax-new-spasm',
        'relax-long-term',
      ),
    },
    {
      heard: 'Moving will damage my back.',
      known: claimed(
        'A spasm is most often the body’s way to protect itself. Gentle moves are safe for most.',
        'spasm-protects',
        'moves-safe-for-most',
      ),
    },
  ],
  sections: [
    {
      id: 'if-it-is-dark-now',
      title: 'If it is very dark right now',
      kind: 'list',
      lines: [
        claimed(
          'Thoughts of ending your life? Ring 111 and choose option 2, today. Samaritans answer at any hour: 116 123.',
          'thoughts-of-ending',
        ),
        claimed('Do you have a plan for it, or have you acted? Ring 999 now.', 'thoughts-of-ending'),
        claimed(
          'Is somebody hurting you, or are you not safe at home? In danger, ring 999. “Leave quickly” takes you away from this page.',
          'not-safe-at-home',
        ),
      ],
    },
    {
      id: 'breathe',
      title: 'Breathe slowly',
      kind: 'steps',
      lines: [
        'Put a hand on your tummy.',
        claimed('Breathe in through your nose for about 4 seconds, and out for about 6.', 'breathing-dose'),
        claimed('Keep going for 5 minutes, 2 to 4 times a day, and before you move.', 'breathing-dose'),
        claimed('Stop if you feel dizzy. If you have asthma, go at your own pace.', 'breathing-stop'),
      ],
    },
    {
      id: 'tense-and-let-go',
      title: 'Tense, then let go',
      kind: 'steps',
      lines: [
        claimed('Tense your feet for 5 seconds with half your strength.', 'relax-dose'),
        claimed('Let go for 15 to 20 seconds.', 'relax-dose'),
        claimed('Go on to calves, thighs, hands, shoulders and face. Leave your back out.', 'relax-care'),
        claimed(
          'Take 10 to 15 minutes, once a day. Keep your eyes open if that feels better.',
          'relax-dose',
          'relax-distress',
        ),
      ],
    },
    {
      id: 'when-worry-is-loud',
      title: 'When worry is loud',
      kind: 'list',
      lines: [
        'Write down the one thing you fear most. Ask a physio or GP about that.',
        'Choose one small thing that you have stopped and miss. Do a little of it today.',
        'Tell somebody at home or at work how you are. Ask for one thing that would help.',
        'Look at the week, not the hour. Your diary shows it.',
      ],
    },
    {
      id: 'help-sooner',
      title: 'Ask for help sooner if two of these fit',
      kind: 'list',
      lines: [
        claimed('You worry a lot that moving will harm your back.', 'worry-sooner-help'),
        claimed('You are not sure that you will get back to normal.', 'worry-sooner-help'),
        claimed('You have felt low, or lost interest, on most days.', 'worry-sooner-help'),
        claimed('Work or home makes this a lot harder.', 'worry-sooner-help'),
        claimed('You have stopped most of what you enjoy.', 'worry-sooner-help'),
        claimed('Do two or more fit? See a physio within 1 to 2 weeks.', 'worry-sooner-help'),
      ],
    },
  ],
  whenNot: [
    claimed('With heart disease, tense only lightly. Never hold your breath.', 'relax-care', 'breathing-stop'),
    claimed(
      'Numb between the legs, new trouble with pee or poo, or a leg that gets weak? That is not stress. Go to A&E now.',
      'nerve-signs-now',
    ),
  ],
  leads: [
    { to: 'relax' },
    { to: 'step', step: 'slow-breathing' },
    { to: 'prevention', page: 'stress' },
    { to: 'diary' },
    { to: 'treatment', treatment: 'relaxation' },
    { to: 'find', service: 'physiotherapy-first' },
  ],
  alsoSearchedAs: [
    'anxiety',
    'depression',
    'depressed',
    'tense',
    'meditation',
    'mindfulness',
    'relax',
    'scared',
    'panic',
    'fear of moving',
    'low mood',
  ],
}
