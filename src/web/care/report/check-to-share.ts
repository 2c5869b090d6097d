/** The check that a person may send with a booking, read from the record on this device. Nothing is sent from here. */
import { findLast } from '../../../care/evidence/lists.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { isOlderThanAsked } from '../../../care/programme/asked.ts'
import { lastCheckOf, sharedCheckOf } from '../../../care/record/shared-check.ts'
import type { CareHome } from '../home.ts'
import { standingIn } from '../plan/plan-check.tsx'
import { isHelpFirst } from '../programme/today-warnings.tsx'
import { type RecordNow, recordNow } from '../record/record-now.ts'

/** The text, and whether the record says that help comes before any visit. */
export interface CheckToShare {
  readonly text: string
  readonly cannotWait: boolean
  /** When the check was done: one that was shared before that is not the last word. */
  readonly madeAt: EpochMs
}

/** @returns `null` where no check is kept here, or the record does not open whole */
export async function checkToShare(home: CareHome): Promise<CheckToShare | null> {
  const record = await recordNow(home)
  if (!record) return null
  const { fullDue, miniDue } = record.state
  const last = lastCheckOf(record.events)
  const text = sharedCheckOf(record.events, fullDue !== null || miniDue || isLastOlder(record))
  if (text === null || !last) return null
  const standing = standingIn(record, undefined, record.now.at)
  const level = standing.kind === 'finished' ? standing.check.level : null
  const cannotWait = level === 'emergency' || level === 'urgent' || isHelpFirst(record)
  return { text, cannotWait, madeAt: last.at }
}

/** Was the last check begun before what was told last? */
function isLastOlder({ events, state }: RecordNow): boolean {
  const last = findLast(events, ({ kind }) => kind === 'checkFinished')
  return last?.kind === 'checkFinished' && last.movement !== 'locked' && isOlderThanAsked(last, state)
}
