/**
 * What the programme's own pages ask, as questions of the same kind as the check's: the start, what a person can do, and
 * the check-in (evidence.md §6.2, §6.4, §7.4). Data only.
 * Never: a danger question. Those are the check's own (screening.ts names the ones of the short check).
 */
import type { ChoiceQuestion, NumberQuestion, YesNoQuestion } from '../check/types.ts'
import { limit } from './thresholds.ts'

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const score = { kind: 'number', min: 0, max: 10, unit: 'out of 10', ...ours } as const
const yesNo = (id: string, ask: string, tick: string): YesNoQuestion => ({
  id,
  kind: 'yesNo',
  ask,
  tick,
  short: tick,
  ...ours,
})

/** The pain at this moment, 0 to 10. */
export const painNowQuestion: NumberQuestion = {
  id: 'painNow',
  ...score,
  ask: 'How bad is the pain now?',
  short: 'Pain now (0–10)',
}

/** Asked once, when a programme begins. */
export const startQuestions = {
  /** Days since day 1; `longer` asks how many. */
  began: {
    id: 'began',
    kind: 'choice',
    certain: true,
    ask: 'When did it begin this time?',
    help: 'If it comes and goes, count from the start of this time.',
    short: 'Began',
    options: [
      { value: '0', text: 'Today' },
      { value: '1', text: 'Yesterday' },
      { value: '2', text: '2 days ago' },
      { value: '3', text: '3 days ago' },
      { value: 'longer', text: 'Longer ago' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
  daysAgo: {
    id: 'daysAgo',
    kind: 'number',
    min: 4,
    max: 730,
    unit: 'days',
    ask: 'About how many days ago?',
    help: 'A week is 7 days. A month is about 30. A guess is fine. Over 2 years? Type 730.',
    short: 'Days ago',
    ...ours,
  } satisfies NumberQuestion,
  painDayOne: {
    id: 'painDayOne',
    ...score,
    ask: 'How bad was it on the first day?',

    short: 'Pain on the first day (0–10)',
  } satisfies NumberQuestion,
  firstEver: yesNo('firstEver', 'Is this your first back pain ever?', 'My first back pain ever'),
} as const

/** The pain of most of the last day, 0 to 10. */
export const usualQuestion: NumberQuestion = {
  id: 'usual',
  ...score,
  ask: 'How bad was it most of the time in the last day?',
  short: 'Usual pain (0–10)',
}
/**
 * Asked where pain is told: a jump of 3 points or more without a clear reason stops the programme (evidence.md §6.2).
 */
export const plainCauseQuestion: YesNoQuestion = {
  ...yesNo('plainCause', 'Is there a clear reason for more pain?', 'There is a clear reason'),
  help: 'Such as far more lifting than usual, or a long drive.',
}

/** What the next phase is decided by: walking for 5 minutes, sitting for 15, usual tasks (evidence.md §6.2). */
export const abilityQuestions = {
  walk: yesNo('walk5', `Can you walk for ${limit('walkMinutes')} minutes?`, 'Can walk for 5 minutes'),
  sit: yesNo('sit15', `Can you sit for ${limit('sitMinutes')} minutes?`, 'Can sit for 15 minutes'),
  tasks: {
    id: 'normalTasks',
    kind: 'choice',
    ask: 'How many of your normal tasks do you do now?',
    help: 'At home, at work, and for fun.',
    short: 'Normal tasks',
    options: [
      { value: 'none', text: 'None' },
      { value: 'some', text: 'Some' },
      { value: 'most', text: 'Most' },
      { value: 'all', text: 'All' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
} as const

/** How one of the person's own tasks goes. */
export const taskQuestion = (id: string, name: string): NumberQuestion => ({
  id,
  ...score,
  ask: `How well does this go: ${name}?`,
  help: '0 is not at all. 10 is as before the pain.',
  short: name,
})

/** The questions of the check-ins (evidence.md §6.3, §6.4). */
export const checkInQuestions = {
  trend: {
    id: 'trend',
    kind: 'choice',
    ask: 'Is it better, the same or worse than on the first day?',
    short: 'Since the first day',
    options: [
      { value: 'better', text: 'Better' },
      { value: 'same', text: 'The same' },
      { value: 'worse', text: 'Worse' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
  toilet: yesNo(
    'toilet',
    'Can you get to the toilet and get a drink, even slowly or with help?',
    'Can get to the toilet and a drink',
  ),
  stand: yesNo('stand', 'Can you stand for 10 minutes?', 'Can stand for 10 minutes'),
  medicine: {
    ...yesNo('medicine', 'Have you used a safe painkiller for a whole day?', 'Used a safe painkiller for a day'),
    extra: [{ value: 'noneSafe', text: 'None is safe for me' }],
  } satisfies YesNoQuestion,
  normal: yesNo('normal', 'Is your life back to normal?', 'Back to normal'),
  leg: yesNo('leg', 'Is pain in a leg very bad?', 'Very bad leg pain'),
  change: {
    id: 'change',
    kind: 'choice',
    ask: 'How is your back now, next to the start?',
    help: '0 is no change.',
    short: 'Change since the start (−5 to +5)',
    options: [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5].map((value) => ({
      value: String(value),
      text: value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0',
    })),
    ...ours,
  } satisfies ChoiceQuestion,
} as const

/** Asked when somebody says that a clinician has seen them. */
export const clearedQuestions = {
  who: {
    id: 'who',
    kind: 'text',
    maxLength: 120,
    ask: 'Who was it?',
    help: 'Say: my GP, Dr Shah. Or: a nurse at 111.',
    short: 'Who it was',
    ...ours,
  },
  how: {
    id: 'how',
    kind: 'choice',
    certain: true,
    ask: 'How did they help you?',
    short: 'Seen or spoken to',
    options: [
      { value: 'seen', text: 'They saw me and looked at where it hurts' },
      { value: 'spoken', text: 'We spoke on the phone, or wrote' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
  when: {
    id: 'seenDaysAgo',
    kind: 'choice',
    certain: true,
    ask: 'When was it?',
    short: 'When it was',
    options: [
      { value: '0', text: 'Today' },
      { value: '1', text: 'Yesterday' },
      { value: '2', text: '2 days ago' },
      { value: '3', text: '3 days ago' },
      { value: '4', text: '4 days ago' },
      { value: '5', text: '5 days ago' },
      { value: '6', text: '6 days ago' },
      { value: '7', text: 'A week ago' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
  said: {
    id: 'said',
    kind: 'choice',
    certain: true,
    ask: 'Did they say that you may move?',
    short: 'May move',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No, or not yet' },
    ],
    ...ours,
  } satisfies ChoiceQuestion,
} as const

/**
 * Was the visit after the check that closed the movements? Asked of every one: days alone cannot tell on the same day.
 * @param event id of the check's event; a part of the question's id, so that an answer about another check is none
 * @param when when the check was, in words
 */
export const seenAfterQuestion = (event: string, when: string, tooMuch = false): ChoiceQuestion => ({
  id: `after-${event}`,
  kind: 'choice',
  certain: true,
  ask: tooMuch ? `Was it after what you told us about a medicine, ${when}?` : `Was it after your check of ${when}?`,
  short: 'Before or after your check',
  options: [
    { value: 'yes', text: tooMuch ? 'Yes, it was after that' : 'Yes, it was after that check' },
    { value: 'no', text: 'No, it was before' },
  ],
  ...ours,
})
