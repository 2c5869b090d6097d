/** Whether something that this person told has closed the movements: then the guide leads to none, and to no step of a plan. */
import type { CareHome } from '../home.ts'
import { planNow } from '../plan/plan-now.tsx'

/** On the server nothing of anybody is known, so nothing is closed there. A record that does not open counts as closed. */
export async function isHeld(home: CareHome): Promise<boolean> {
  if (!home.notebook) return false
  const { open, record } = await planNow(home)
  return open.heldBy.length > 0 || (record !== null && !record.opened)
}
