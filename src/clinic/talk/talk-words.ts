/** What staff may write down of a question or comment, in the words that are read. Data only. */
import { type HideReason, hideReasons } from '../directory/ratings.ts'

/** What was made of words that may tell of danger: what staff may write down. */
export const dangerOutcomes = {
  'not-danger': 'I read it. It does not tell of danger.',
  'wrote-999': 'I wrote to them: call 999 or go to A&E now.',
  'wrote-111': 'I wrote to them: call 111 or see a doctor today.',
  'not-reached': 'They left no email, so nobody could write to them.',
} as const
/** The id of one. */
export type DangerOutcome = keyof typeof dangerOutcomes

/** What can truly be written down of somebody who left an email, or none. Pure. */
export const outcomesFor = (hasEmail: boolean): readonly DangerOutcome[] =>
  hasEmail ? ['not-danger', 'wrote-999', 'wrote-111'] : ['not-danger', 'not-reached']

/** Why a question is closed without an answer. Its asker reads it. */
export const closeReasons = {
  'not-ours': 'It is not about backs.',
  'needs-visit': 'It cannot be answered without seeing you. Please book a visit or see your GP.',
  'in-guide': 'The guide answers it.',
  spam: 'It is not a question.',
} as const
/** The id of one. */
export type CloseReason = keyof typeof closeReasons

/** Why a comment may be kept back, in the words that everybody reads: those of reviews, of a page. */
export const commentReasons: Readonly<Record<HideReason, string>> = {
  ...hideReasons,
  'off-topic': 'It is not about this page',
}
