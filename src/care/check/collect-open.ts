/**
 * Finds the unanswered questions that leave a condition open.
 * Pure. Never: names a question that does not apply, or one whose answer is known.
 */
import { type Compiled, type Evaluation, isOpen, isTrue, truthOf } from './truth.ts'

/**
 * Follows a condition that is open to the questions and terms that leave it so, each once, and marks them in `followed` by
 * their places. A question so marked that is asked and not answered yet is one of those that are looked for.
 */
export function followOpen(condition: Compiled, evaluation: Evaluation, followed: Uint8Array): void {
  if (condition.kind === 'some') {
    for (const part of condition.parts) if (truthOf(part, evaluation) === isOpen) followOpen(part, evaluation, followed)
  } else if (condition.kind === 'not') followOpen(condition.part, evaluation, followed)
  else if (followed[condition.place] !== 1) {
    followed[condition.place] = 1
    if (condition.kind === 'named') followOpen(condition.means, evaluation, followed)
    // Where it is open whether a question is asked, what decides that. Its own place stands for both.
    else if (condition.asked && truthOf(condition.asked, evaluation) !== isTrue)
      followOpen(condition.asked.means, evaluation, followed)
  }
}
