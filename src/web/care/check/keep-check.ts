/**
 * A check on a device: its draft while it is under way, and its result in the record. Decides nothing about levels.
 * Never: writes what was told of safety at home.
 */
import { withoutPrivate } from '../../../care/check/private.ts'
import { begunAfterIn } from '../../../care/programme/asked.ts'
import type { CheckFinished, NotebookEvent } from '../../../care/record/notebook.ts'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { keep } from '../record/record-keep.ts'
import { recordNow } from '../record/record-now.ts'
import { protocolVersion } from './protocol-in-force.ts'
import { readTrail } from './read-trail.ts'
import { forKeeping, type Trail, writeDraft } from './trail.ts'
import { viewOf } from './check-flow.ts'

/** The draft of a check on this device; nothing on the server, for an unknown id, or when the store fails. */
export async function readDraft(home: CareHome, id: string): Promise<Trail | null> {
  try {
    const text = await home.notebook?.drafts.get(id)
    if (!text) return null
    const read = readTrail(text, protocolVersion)
    return read.ok ? read.value : read.readable
  } catch {
    return null
  }
}

/** Keeps the draft and, when there is a result, writes it into the record. False: nothing could be kept. */
export async function keepCheck(home: CareHome, trail: Trail): Promise<boolean> {
  if (!home.notebook) return false
  const told = forKeeping(trail)
  const view = viewOf(told)
  const drafted = await home.notebook.drafts.put(trail.id, writeDraft(trail), view.kind === 'result').then(
    () => true,
    () => false,
  )
  if (view.kind !== 'result') return drafted
  const known = (await recordNow(home))?.events ?? []
  const event: CheckFinished = {
    v: 2,
    id: home.newId(),
    ...momentOf(home),
    kind: 'checkFinished',
    movement: view.result.movement,
    check: trail.id,
    answers: withoutPrivate(view.answers),
    level: view.result.level,
    protocolVersion: view.result.protocolVersion,
    changed: told.changed,
    begunAfter: begunAfterIn(known, trail),
  }
  if (isLastOf(known, event)) return drafted
  const kept = await keep(home, [event])
  return kept.ok && drafted
}

/** Does the record hold these answers as the last of this check? Answers that were changed and changed back are new. */
function isLastOf(known: readonly NotebookEvent[], event: CheckFinished): boolean {
  const same = known.filter((one): one is CheckFinished => 'check' in one && one.check === event.check)
  const last = same.filter(({ kind }) => kind === 'checkFinished').at(-1)
  return last !== undefined && JSON.stringify(last.answers) === JSON.stringify(event.answers)
}
