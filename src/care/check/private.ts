/**
 * What is private: all that a person says about safety at home (evidence.md I4; hazard H-17). Whoever may see the phone may
 * be the one who hurts. So it is answered at once, and then it is in nothing that is kept, summarised, spoken, exported,
 * shared or gone back to. Everything that does one of these asks this file.
 * Pure. Never: drops a sign of the body with it. What the same words said of the body stays, on the careful side.
 */
import { maySpeakOfHome } from './free-text/home-words.ts'
import { freeTexts, reconcileFreeText, heardAsNotSure, writtenIn } from './reconcile-free-text.ts'
import { dangerPhrases } from './free-text/danger-phrases.ts'
import { questionById } from './questions/all.ts'
import type { Answer, Answers } from './types.ts'
import { notSure } from './types.ts'

/** The question on safety at home. Its own follow-ups, and those after free text, begin with its name. */
const home = 'I4'

/** Is this question (`I4`, `I4.now`, `said.I4`), or this rule (`I4-emergency`), about safety at home? */
export const isPrivate = (id: string): boolean => /^(?:said\.)?I4(?:[.-]|$)/.test(id)

/** Does what a person wrote speak of someone who hurts or frightens them? */
export const speaksOfHome = (text: string): boolean => dangerPhrases(text).some(({ question }) => question === home)

/**
 * Are these words for the person alone: do they speak of someone who hurts them, or of somebody at home in a way that cannot
 * be placed? What is kept of a check, shown to others or passed on goes by this; `speaksOfHome` is what is told.
 */
export const isForThemAlone = (text: string): boolean =>
  speaksOfHome(text) || maySpeakOfHome(text, (sentence) => dangerPhrases(sentence).length > 0)

/** What was told: in danger now, hurt but safe now, or not said (rather not say, not sure, or only in free text). */
export type HomeTold = 'danger' | 'hurt' | 'unsaid'

/** What these answers tell of safety at home; null when nothing, or while free text still waits to be asked about. */
export function homeTold(answers: Answers): HomeTold | null {
  const counted = reconcileFreeText(answers).answers
  const told = counted[home]
  // Written where it was never asked: as good as told, and not said how.
  if (told === undefined) return speaksOfHome(writtenIn(answers)) ? 'unsaid' : null
  if (told === 'no') return null
  // Not sure whether there is danger now counts as danger (evidence.md §2.3).
  if (told === 'danger' || ['yes', 'notSure'].includes(String(counted[`${home}.now`]))) return 'danger'
  return told === 'hurt' ? 'hurt' : 'unsaid'
}

/** Do these answers hold anything that may not be kept? A plain "no" is nobody's secret, but is not kept either. */
export const holdsPrivate = (answers: Answers): boolean =>
  Object.entries(answers).some(([id, answer]) => isPrivate(id) && answer !== 'no') || wroteOfHome(answers)

/** Are the person's own words private? Also where they do not name it, once it was told beside them. */
function wroteOfHome(answers: Answers): boolean {
  const written = writtenIn(answers)
  if (written === '') return false
  const told = Object.entries(answers).some(([id, answer]) => isPrivate(id) && answer !== 'no')
  return told || isForThemAlone(written)
}

/**
 * The answers as they may be kept and passed on: as if safety at home had not been asked. Private words go whole, and with
 * them the questions that asked about them; what they said of the body then counts as it was answered, or as not sure
 * where that was still open.
 */
export function withoutPrivate(answers: Answers): Answers {
  const wrote = wroteOfHome(answers)
  const counted = wrote ? heardAsNotSure(answers) : answers
  return Object.fromEntries(
    Object.entries(counted).filter(
      ([id]) => !isPrivate(id) && !(wrote && (freeTexts.includes(id) || id.startsWith('said.'))),
    ),
  )
}

/**
 * What private words said of the body and no question has asked about yet: each question as not sure. Empty where the
 * words are not private, since they then stay and speak for themselves.
 */
export function saidOfBody(answers: Answers): Answers {
  if (!wroteOfHome(answers)) return {}
  const open = dangerPhrases(writtenIn(answers)).flatMap(({ question }) =>
    answers[question] === undefined ? question : [],
  )
  return Object.fromEntries(open.filter((id) => !isPrivate(id)).map((id) => [id, unsure(id)]))
}

const unsure = (question: string): Answer => (questionById.get(question)?.kind === 'ticks' ? [notSure] : notSure)
