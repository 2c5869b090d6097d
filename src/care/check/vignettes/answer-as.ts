/**
 * Walks the check screen by screen as one person would: only what is asked now is answered.
 * Never guesses a clarifier: one that a person did not state is an error,
 * so that each story and each row of the brief says by hand what it means.
 */
import { checkState } from '../check.ts'
import { questionById } from '../questions/all.ts'
import type { Answer, Answers, CheckInProgress, CheckResult } from '../types.ts'

/** What a well person with a plain strain answers when a story is silent. Lists: none. Danger questions: no. */
const benign: Answers = {
  who: 'me',
  sex: 'male',
  pregnancy: 'no',
  place: ['lowBack'],
  centre: 'beside',
  startHow: 'gradual',
  startAfter: 'strain',
  duration: 'days0',
  history: 'different',
  painNow: 5,
  stand10: 'can',
  changes: 'moves',
  trend: 'same',
  sinceDay1: 'bitBetter',
  walk: 'can',
  I5: 'yes',
  'I5.medicine': 'no',
  painEasiest: 2,
  F3: 'no',
  I2: 'within',
  I3: 'no',
  I4: 'no',
  worry: '',
}

/** What a person who said `said` answers to one question, or nothing when it is a clarifier or number left unstated. */
export function answerIfSaid(id: string, said: Answers): Answer | undefined {
  const stated = said[id] ?? benign[id]
  const question = questionById.get(id)
  if (stated !== undefined || question?.under !== undefined) return stated
  if (question?.kind === 'ticks') return []
  return question?.kind === 'yesNo' ? 'no' : undefined
}

/** As `answerIfSaid`. @throws when nothing was stated */
function answerTo(id: string, said: Answers): Answer {
  const answer = answerIfSaid(id, said)
  if (answer === undefined) throw new Error(`the story does not say ${id}`)
  return answer
}

/** The end of a walk. `screens` holds, in order, what each screen asked. */
export interface Walk {
  readonly result: CheckResult
  readonly screens: readonly CheckInProgress[]
  readonly answers: Answers
}

/** Walks to the result. @throws when the walk does not end or asks what the story does not say */
export function answerAs(said: Answers, options?: { readonly nhsListStrict: boolean }): Walk {
  const answers: Record<string, Answer> = {}
  const screens: CheckInProgress[] = []
  for (;;) {
    const state = checkState(answers, options)
    if (state.complete) return { result: state, screens, answers }
    if (screens.length > questionById.size) throw new Error('the walk does not end')
    screens.push(state)
    for (const id of state.ask) answers[id] = answerTo(id, said)
  }
}
