/** The check that a person may send with a booking, read from the record on this device. Nothing is sent from here. */
import { sharedCheckOf } from '../../../care/record/shared-check.ts'
import type { CareHome } from '../home.ts'
import { standingIn } from '../plan/plan-check.tsx'
import { recordNow } from '../record/record-now.ts'

/** The text, and whether the record says that help comes before any visit. */
export interface CheckToShare {
  readonly text: string
  readonly cannotWait: boolean
}

/** @returns `null` where no check is kept here, or the record does not open whole */
export async function checkToShare(home: CareHome): Promise<CheckToShare | null> {
  const record = await recordNow(home)
  const text = record && sharedCheckOf(record.events)
  if (!record || text === null) return null
  const standing = standingIn(record, undefined, record.now.at)
  const level = standing.kind === 'finished' ? standing.check.level : null
  return { text, cannotWait: level === 'emergency' || level === 'urgent' }
}
