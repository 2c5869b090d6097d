/** What is said beside the length of a text that is longer than we listen to: what it tells of danger further on, nobody heard. */
import { mostHeard } from '../../care/check/free-text/danger-phrases.ts'
import { uk } from '../../care/region.ts'

/** A sentence to go on with, or nothing. */
export const notAllHeard = (text: string): string =>
  text.length <= mostHeard
    ? ''
    : ` We did not look at all of it. If it tells of something new or worse, ring ${uk.urgentNumber}. In an emergency call ${uk.emergencyNumber}.`
