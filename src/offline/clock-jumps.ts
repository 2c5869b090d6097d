/**
 * Notices that this device's clock was put forward while the worker ran: a count of milliseconds that nobody can set went on more
 * slowly. What was written down before may then be newer than its clock had it, and a dose perhaps just taken (H-28). A device that
 * slept looks the same, so nothing is moved in the record: the doses count as later, and the person is asked (medicine-now.tsx).
 * Never: forgets it within a day because the worker ended, or keeps a page waiting for a store that does not answer.
 */
import { asEpochMs, dayMs, type EpochMs } from '../care/evidence/time.ts'
import { clockSlackMs, type ClockJump } from '../care/record/notebook-clock.ts'
import type { NotebookStore } from '../web/care/home.ts'
import { MomentInTime } from '../web/care/record/record-event-parts.ts'
import * as z from 'zod/mini'
import type { ServerClock } from './server-clock.ts'
import { patienceMs, within } from './time-limit.ts'

/** Where they rest among the drafts. A fixed UUID, so that any draft store takes it. */
const draftId = '5f0d2c6e-8a61-4c5b-9a57-636c6f636b73'
/** The last ones are remembered. */
const most = 8

/** The jumps of the last day. */
export interface ClockJumps {
  /** Looks at the clock, and writes a jump down. Called for every page, before it is made. Never fails. */
  readonly look: () => Promise<void>
  /** Oldest first; also those that an earlier worker noticed. Never fails. */
  readonly all: () => Promise<readonly ClockJump[]>
}

interface Around {
  readonly now: () => EpochMs
  readonly drafts: Pick<NotebookStore['drafts'], 'get' | 'put' | 'remove'>
  readonly serverClock: Pick<ServerClock, 'atLeast'>
  /** Milliseconds from any moment on, whatever is done to the clock; may stand still in sleep. */
  readonly steady: () => number
}

/** The clock is looked at from now on. */
export function clockJumps({ now, drafts, serverClock, steady }: Around): ClockJumps {
  /** The clock at the first page since it stands as it does, and both clocks at the last one. */
  let from: EpochMs | undefined
  let last: { readonly clock: EpochMs; readonly steady: number } | undefined
  let noticed: readonly ClockJump[] = []
  const all = async () => {
    const kept = await within(patienceMs, drafts.get(draftId)).catch(() => null)
    const both = [...read(kept), ...noticed]
    return [...new Map(both.map((jump) => [jump.before, jump])).values()].filter((jump) => isOfLastDay(jump, now()))
  }
  const keep = async (jumps: readonly ClockJump[]) => {
    // Anew, as drafts are forgotten a day after they were begun.
    await drafts.remove(draftId)
    await drafts.put(draftId, JSON.stringify(jumps), true)
  }
  const look = async () => {
    const [clock, steadyNow] = [now(), steady()]
    const before = last ? asEpochMs(last.clock + Math.round(steadyNow - last.steady)) : clock
    last = { clock, steady: steadyNow }
    const byMs = clock - before
    // Put back: what is told from now on is told by another clock, and the record's own order knows of it.
    if (from === undefined || byMs < -clockSlackMs) from = clock
    if (byMs <= clockSlackMs || wasRight(before, serverClock)) return
    noticed = [...noticed, { from, before, byMs }]
    await within(patienceMs, keep((await all()).slice(-most))).catch(() => undefined)
  }
  return { look, all }
}

/** By the server's clock the device's was right before it jumped: then it was asleep, or its clock is ahead now. */
function wasRight(before: EpochMs, { atLeast }: Pick<ServerClock, 'atLeast'>): boolean {
  const heard = atLeast()
  return heard !== undefined && heard - before <= clockSlackMs
}

const isOfLastDay = ({ before, byMs }: ClockJump, now: EpochMs) => now - (before + byMs) < dayMs

const Jumps = z.array(z.object({ from: MomentInTime, before: MomentInTime, byMs: z.number().check(z.gt(0)) }))

/** Damaged text is no jump: this device wrote it, and the doses are there all the same. */
function read(text: string | null): readonly ClockJump[] {
  try {
    const parsed = Jumps.safeParse(JSON.parse(text ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}
