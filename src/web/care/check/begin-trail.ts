/**
 * A check that begins now: it knows how far the record had come, so that one finished after something new was told does not
 * count as the check that this asks for (care/programme/asked.ts).
 */
import { beginMark, begunAfterIn, isOlderThanAsked } from '../../../care/programme/asked.ts'
import type { Answers } from '../../../care/check/types.ts'
import { idBeside } from '../../../care/evidence/ids.ts'
import { alsoTold, stopsSince, toldSince } from '../../../care/record/told-since.ts'
import type { CareHome } from '../home.ts'
import { loadRecordOrLocked, type RecordNow } from '../record/record-now.ts'
import { readDraft } from './keep-check.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { newTrail, type Trail } from './trail.ts'

/**
 * A new trail. It knows what was told of danger since the last whole check, wherever it is begun: that fills its forms in, and
 * a "no" to it is asked twice. Where the record cannot be read it counts as begun before all that it holds.
 */
export async function beginTrail(home: CareHome): Promise<Trail> {
  const record = await loadRecordOrLocked(home)
  const trail = newTrail(home.newId(), protocolVersion, record?.mark ?? beginMark([]))
  if (!record?.opened) return trail
  const { events, state } = record
  const resting = await Promise.all(stopsSince(events, state).map(({ id }) => readDraft(home, checkAfter(id))))
  const told = resting.map((draft) => (draft ? saidIn(draft.was) : {}))
  return { ...trail, was: [toldSince(events, state), ...told].reduce((before, now) => alsoTold(now, before)) }
}

/** The same with what was told just now beside it. */
export async function beginTrailWith(home: CareHome, told: Answers): Promise<Trail> {
  const trail = await beginTrail(home)
  return { ...trail, was: alsoTold(told, trail.was) }
}

/**
 * The same after a form that holds words and was not kept: it rests under an id that follows from that of the stop, which is
 * all that the record holds of it, so that for a day a check begun elsewhere knows the words too.
 */
export async function beginTrailAfter(home: CareHome, stop: string, told: Answers): Promise<Trail> {
  return { ...(await beginTrailWith(home, told)), id: checkAfter(stop) }
}

const checkAfter = (stop: string): string => idBeside(stop, 'part', 1)

/** What such a check was told of danger: no "no" of it, nor who somebody is. */
const saidIn = (was: Answers): Answers =>
  Object.fromEntries(
    Object.entries(was).filter(([id, answer]) => id === 'worry' || answer === 'yes' || answer === 'notSure'),
  )

/**
 * The record, where something was told after this check was begun that asks for a new one; null where it is not so, or no
 * record says so.
 */
export async function recordAskedSince(home: CareHome, trail: Trail): Promise<RecordNow | null> {
  const record = await loadRecordOrLocked(home)
  if (!record?.opened) return null
  return isOlderThanAsked({ begunAfter: begunAfterIn(record.events, trail) }, record.state) ? record : null
}
