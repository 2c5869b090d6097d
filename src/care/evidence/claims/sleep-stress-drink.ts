/** Claims on breathing, relaxing, sleep and drinks (evidence.md §4.1, §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnSleepStressDrink = {
  'breathing-calms': {
    says: 'Slow breathing may calm you and help you to move.',
    kind: 'effect',
    grade: 'weak',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'attention-calms': {
    says: 'Resting your mind on one thing may calm you and help you to move.',
    kind: 'effect',
    grade: 'weak',
    sources: ['acp-2017'],
    tag: 'V',
  },
  'breathing-dose': {
    says: 'Breathe in for about 4 seconds and out for about 6, for 5 minutes. Do it 2 to 4 times a day.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'breathing-stop': {
    says: 'Stop if you feel dizzy, and never hold your breath. If you have asthma, go at your own pace.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'relax-long-term': {
    says: 'In long-term back pain, relaxing the muscles did better than waiting. The trials were small and of low quality.',
    kind: 'effect',
    grade: 'weak',
    sources: ['behavioural-review'],
    tag: 'K',
  },
  'relax-new-spasm': {
    says: 'For a new spasm, there are no trials of relaxing the muscles.',
    kind: 'effect',
    grade: 'none',
    sources: ['behavioural-review'],
    tag: 'K',
  },
  'relax-acp': {
    says: 'For long-term pain, US guidance says you can try to relax your muscles, or calm your mind.',
    kind: 'fact',
    sources: ['acp-2017'],
    tag: 'V',
  },
  'relax-dose': {
    says: 'Tense each part for 5 seconds with half your strength, then let go for 15 to 20. Take 10 to 15 minutes a day.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'relax-care': {
    says: 'Leave out the part that hurts. With heart disease, tense only lightly.',
    kind: 'safety',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'relax-distress': {
    says: 'Now and then it upsets somebody. Keep your eyes open if that feels better.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'sleep-any-way': {
    says: 'We know of no trial that shows one way of lying is best. Any way that is easy is fine.',
    kind: 'effect',
    grade: 'none',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'sleep-pillow': {
    says: 'Try a pillow under your knees, or between them on your side, and roll like a log to get up.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'drink-no-cure': {
    says: 'There is no good evidence that extra drinks prevent or ease a back spasm.',
    kind: 'effect',
    grade: 'none',
    sources: ['professional'],
    tag: 'K',
  },
  'drink-dose': {
    says: 'Drink when you are thirsty. Pale yellow pee is a good sign.',
    kind: 'dose',
    sources: ['unclench-design'],
    tag: 'C',
  },
  'no-special-drink': {
    says: 'You do not need a special drink.',
    kind: 'effect',
    grade: 'none',
    sources: ['professional'],
    tag: 'K',
  },
  'cramp-mixed': {
    says: 'Even for cramp in sport the evidence is mixed. Tired muscles seem to matter as much as lost water.',
    kind: 'cause',
    sources: ['professional'],
    tag: 'K',
  },
  'drink-limits': {
    says: 'Were you told to limit drinks for your heart or kidneys? Keep to that.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'coconut-water': {
    says: 'Coconut water can harm you if your kidneys are ill. So it can with some blood pressure pills.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'sweet-drinks': {
    says: 'Sports drinks are full of sugar, which harms teeth.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
