/**
 * A check that begins now: it knows how far the record had come, so that one finished after something new was told does not
 * count as the check that this asks for (care/programme/asked.ts).
 */
import { beginMark, begunAfterIn, isOlderThanAsked } from '../../../care/programme/asked.ts'
import type { Answers } from '../../../care/check/types.ts'
import { alsoTold, toldSince } from '../../../care/record/told-since.ts'
import type { CareHome } from '../home.ts'
import { loadRecordOrLocked, type RecordNow } from '../record/record-now.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { newTrail, type Trail } from './trail.ts'

/**
 * A new trail. It knows what the diary was told of danger since the last whole check, wherever it is begun: that fills its
 * forms in, and a "no" to it is asked twice. Where the record cannot be read it counts as begun before all that it holds.
 */
export async function beginTrail(home: CareHome): Promise<Trail> {
  const known = (await home.notebook?.all().catch(() => null)) ?? []
  const record = await loadRecordOrLocked(home)
  const was = record?.opened ? toldSince(record.events, record.state) : {}
  return { ...newTrail(home.newId(), protocolVersion, beginMark(known)), was }
}

/** The same with what was told just now beside it. */
export async function beginTrailWith(home: CareHome, told: Answers): Promise<Trail> {
  const trail = await beginTrail(home)
  return { ...trail, was: alsoTold(told, trail.was) }
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
