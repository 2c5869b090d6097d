/**
 * What the page that asks a therapist asks the worker: is there a question that was stopped, and throw it away. The same words
 * stand in web/islands/kept-question.ts, which may not import from here. Only pages of ours can ask a worker of ours.
 */

/** Is this the question for a question that waits? */
export const asksForQuestion = (data: unknown): boolean => data === 'unclench-kept-question'

/** Is this the wish to throw it away? */
export const throwsQuestionAway = (data: unknown): boolean => data === 'unclench-throw-question'
