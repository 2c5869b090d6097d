/**
 * What a reason to cancel may tell of danger. There "I can't come" is of the visit; a person's own words about sex go on being
 * heard as everywhere.
 * Never: hears nothing else less than the check does.
 */
import { dangerPhrases, type HeardSign } from '../../../care/check/free-text/danger-phrases.ts'

/** "I can't come", of a visit; what is said to happen during something is not. */
const notComing =
  /\b(?:can ?not|can['’]?t|could(?:n['’]?t| not)|(?:un|not )able to) come\b(?! (?:during|while|when|since))/gi

/** The signs in a reason to cancel, as `dangerPhrases` tells them. */
export function dangersInReason(reason: string): readonly HeardSign[] {
  const heard = dangerPhrases(reason)
  const ofVisit = reason.replaceAll(notComing, 'stay away')
  if (heard.length === 0 || ofVisit === reason) return heard
  const still = new Set(dangerPhrases(ofVisit).map(({ question }) => question))
  return heard.filter(({ question }) => still.has(question))
}
