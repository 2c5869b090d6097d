/**
 * What the programme said, day by day, about whether a walk may get longer: only the days on which that changed. Made while
 * the programme's events are folded anyway (web/care/record/record-fold.ts), so that a year of entries is not folded twice.
 * Read by walking.ts. Pure. Never: forgets a flare that is over, or a lock.
 */
import type { IsoDate } from '../evidence/calendar.ts'
import { onceInOrder } from '../evidence/order.ts'
import type { ProgrammeEvent } from '../programme/events.ts'
import { nextState } from '../programme/fold.ts'
import { nothingYet, type ProgrammeState } from '../programme/state.ts'
import { whyNotHarder } from './gate.ts'

/** How things stood from some moment of this day on. */
export interface Standing {
  readonly day: IsoDate
  /** Why nothing may get harder; null when it may. */
  readonly against: string | null
  readonly flare: boolean
  readonly inProgramme: boolean
  /** Day of the last full check. */
  readonly checked: IsoDate | null
}

/** One event later. The same list when nothing changed. */
export function withStanding(all: readonly Standing[], state: ProgrammeState, day: IsoDate): readonly Standing[] {
  const last = all.at(-1)
  const next: Standing = {
    day,
    against: whyNotHarder(state),
    flare: state.flare !== null,
    inProgramme: state.started !== null,
    checked: state.lastFull?.day ?? null,
  }
  const same =
    last &&
    last.against === next.against &&
    last.flare === next.flare &&
    last.inProgramme === next.inProgramme &&
    last.checked === next.checked
  return same ? all : [...all, next]
}

/** All of them, from the events. */
export function standings(programme: readonly ProgrammeEvent[]): readonly Standing[] {
  let state = nothingYet
  let all: readonly Standing[] = []
  for (const event of onceInOrder(programme)) {
    state = nextState(state, event)
    all = withStanding(all, state, event.day)
  }
  return all
}
