/**
 * Why a check no longer counts, in words. Never: says of one whose clock was changed since that it is more than a day old, which
 * nobody knows.
 */
import type { EpochMs } from '../../../care/evidence/time.ts'
import { lastCheck, type NotebookEvent } from '../../../care/record/notebook.ts'

/** Is the age of the last check unknown? Its clock was ahead, or was put back since. */
export const isOfUnknownAge = (events: readonly NotebookEvent[], now: EpochMs): boolean =>
  lastCheck(events, now)?.event.unknownAge === true

/** Said of it then. */
export const unknownAgeWords = 'The clock was changed, so we cannot tell how old your last check is.'

/** That the last check is too old to act on, or may be. */
export const oldCheckWords = (events: readonly NotebookEvent[], now: EpochMs): string =>
  isOfUnknownAge(events, now) ? unknownAgeWords : 'Your last check is more than a day old.'
