/** Whether something that this person told has closed the movements: then the guide leads to none, and to no step of a plan. */
import type { PlanClosed } from '../../../care/record/open-now.ts'
import type { CareHome } from '../home.ts'
import { planNow } from '../plan/plan-now.tsx'

/** What was told closes the plan: a check's danger, a stop, a red short check, or a record that nobody could read. */
const told: readonly PlanClosed['why'][] = ['emergency', 'urgent', 'due', 'red', 'unread']

/** On the server nothing of anybody is known, so nothing is closed there. A record that does not open counts as closed. */
export async function isHeld(home: CareHome): Promise<boolean> {
  if (!home.notebook) return false
  const { open, record } = await planNow(home)
  const closed = open.plan !== null && told.includes(open.plan.why)
  if (closed || open.heldBy.length > 0) return true
  // Whoever never did a check has no plan for that reason first; what they told closes all the same.
  return record !== null && (!record.opened || record.state.fullDue !== null || record.state.miniDue)
}
