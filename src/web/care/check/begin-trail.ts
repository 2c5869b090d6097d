/**
 * A check that begins now: it knows how far the record had come, so that one finished after something new was told does not
 * count as the check that this asks for (care/programme/asked.ts).
 */
import { beginMark, begunAfterIn, isOlderThanAsked } from '../../../care/programme/asked.ts'
import type { CareHome } from '../home.ts'
import { loadRecordOrLocked, type RecordNow } from '../record/record-now.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { newTrail, type Trail } from './trail.ts'

/** A new trail. Where the record cannot be read it counts as begun before all that it holds. */
export async function beginTrail({ newId, notebook }: Pick<CareHome, 'newId' | 'notebook'>): Promise<Trail> {
  const known = (await notebook?.all().catch(() => null)) ?? []
  return newTrail(newId(), protocolVersion, beginMark(known))
}

/**
 * The record, where something was told after this check was begun that asks for a new one; null where it is not so, or no
 * record says so.
 */
export async function recordAskedSince(home: CareHome, trail: Trail): Promise<RecordNow | null> {
  const record = await loadRecordOrLocked(home)
  if (!record?.opened) return null
  return isOlderThanAsked({ begunAfter: begunAfterIn(record.events, trail) }, record.state) ? record : null
}
