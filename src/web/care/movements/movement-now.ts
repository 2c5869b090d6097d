/**
 * What the movement pages stand on: the plan of the first hours, or the running programme, or neither, and then why not.
 * Draws what `openNow` says; decides nothing of its own.
 * Never: opens anything that the last check has locked, or that a due check keeps shut.
 */
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { hourOf } from '../medicines/medicine-clock.ts'
import type { Standpoint } from './movement-access.ts'
import { type PlanNow, planNow } from '../plan/plan-now.tsx'

export type Door =
  | { readonly kind: 'open'; readonly who: Standpoint; readonly programme: boolean; readonly inFlare: boolean }
  /** No plan: `LockedPage` says why. */
  | { readonly kind: 'locked' }
  /** The programme waits for a check, or for whoever cleared the person. */
  | { readonly kind: 'due'; readonly what: 'fullCheck' | 'miniCheck' | 'cleared'; readonly because: string }

export interface MovementsNow {
  readonly now: PlanNow
  readonly door: Door
  /** True where pages have addresses of their own: the record holds the plan or the programme. */
  readonly linked: boolean
  /** False until the plan's own questions are answered: all that they ask counts as "not sure" till then. */
  readonly asked: boolean
}

/** Reads everything a movement page needs. */
export async function movementsNow(home: CareHome, fields?: FormFields): Promise<MovementsNow> {
  const now = await planNow(home, fields)
  const { plan, open, record } = now
  const { movements } = open
  const asked = now.given !== null
  if (movements.kind === 'closed' || now.standing.kind === 'damaged')
    return { now, door: { kind: 'locked' }, linked: now.inRecord, asked }
  if (movements.kind === 'due') return { now, door: movements, linked: true, asked }
  if (movements.kind === 'programme') {
    if (!record) throw new Error('a programme without a record')
    const { state, profile } = record
    const who: Standpoint = {
      lock: movements.lock,
      profile,
      phase: state.phase,
      situation: null,
      easeOnly: state.easeOnlySince !== null,
    }
    return {
      now,
      door: { kind: 'open', who, programme: true, inFlare: state.flare !== null },
      linked: true,
      asked: true,
    }
  }
  if (plan.kind === 'locked') throw new Error('a locked plan has no door')
  const situation = { ...plan.profile, hour: hourOf(now.now, home), level: now.check?.level ?? ('emergency' as const) }
  const who: Standpoint = {
    lock: plan.movement,
    profile: movementProfileOf(plan.profile),
    phase: 1,
    situation,
    easeOnly: false,
  }
  return { now, door: { kind: 'open', who, programme: false, inFlare: false }, linked: now.inRecord, asked }
}
