/**
 * A check that begins now: it knows how far the record had come, so that one finished after something new was told does not
 * count as the check that this asks for (care/programme/asked.ts).
 */
import { lastPlace } from '../../../care/evidence/order.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { isOlderThanAsked, olderBecause } from '../../../care/programme/asked.ts'
import type { CareHome } from '../home.ts'
import { loadRecordOrLocked } from '../record/record-now.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { newTrail, type Trail } from './trail.ts'

/** A new trail. Where the record cannot be read it counts as begun before all that it holds. */
export async function beginTrail({ newId, notebook }: Pick<CareHome, 'newId' | 'notebook'>): Promise<Trail> {
  const known = (await notebook?.all().catch(() => null)) ?? []
  return newTrail(newId(), protocolVersion, lastPlace(known) ?? asEpochMs(0))
}

/**
 * Why a check is due that this one is too old to be: something was told after it was begun. Null: it is not, or there is no
 * record that could say so.
 */
export async function askedSince(home: CareHome, trail: Trail): Promise<string | null> {
  const record = await loadRecordOrLocked(home)
  if (!record?.opened || !isOlderThanAsked(trail, record.state)) return null
  return record.state.fullDue?.because ?? olderBecause
}
