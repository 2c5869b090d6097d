/** Whether the guide leads to no movement and no step of a plan, for whoever asks (care/record/open-now.ts says when). */
import type { CareHome } from '../home.ts'
import { planNow } from '../plan/plan-now.tsx'

/** On the server nothing of anybody is known, so nothing is held there. A record that does not open counts as held. */
export async function isHeld(home: CareHome): Promise<boolean> {
  return home.notebook !== null && (await planNow(home)).open.guide === 'held'
}
