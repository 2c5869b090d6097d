/**
 * What the pages of the programme, the player, the diary and prevention stand on: the record, folded, at this moment.
 * Decides nothing. Never: makes up a record where none can be kept; the page then says so.
 */
import type { PhaseMark } from '../../../care/diary/chart-data.ts'
import type { DiaryEvent } from '../../../care/diary/entry.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { MovementProfile } from '../../../care/movement/profile.ts'
import { clockSlackMs, correctClocks, madeAhead, visitToCome } from '../../../care/record/notebook-clock.ts'
import { lastCheck, type NotebookEvent } from '../../../care/record/notebook.ts'
import { carefulState, diaryEvents, movementProfileAt, unopenedState } from '../../../care/record/person.ts'
import type { Standing } from '../../../care/prevention/walk-permission.ts'
import { type BegunMark, beginMark } from '../../../care/programme/asked.ts'
import type { ProgrammeState } from '../../../care/programme/state.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { momentOf } from '../moment.ts'
import { courseAt } from './record-fold.ts'

/** What is wrong with a record that opens: told on the pages where people look (record-trouble.tsx). */
export interface RecordTrouble {
  /** There was a record here, the browser threw it away, and the person has not looked at their record since. */
  readonly lost: boolean
  /** The first entry that is dated after now, by a clock that was not behind; undefined: the clock was right. */
  readonly ahead: NotebookEvent | undefined
  /** No check that counts has been done since. */
  readonly isToCheckAgain: boolean
  /** How far this device's clock is behind the server's, in milliseconds; 0: not so far that anything could be counted wrong. */
  readonly behindMs: number
  /** The last visit that is dated after now, or after what was told since: it opens nothing. */
  readonly visitToCome: NotebookEvent | undefined
}

export interface RecordNow {
  readonly home: CareHome
  readonly notebook: NotebookStore
  readonly now: Moment
  /** Every event in the order made, none dated after now (notebook-clock.ts); one of the kind `unreadable` among them while entries cannot be read. */
  readonly events: readonly NotebookEvent[]
  /** The programme's state; `started` is null before it begins. */
  readonly state: ProgrammeState
  /** Each phase of the programme from the day it began, oldest first. */
  readonly phases: readonly PhaseMark[]
  /** Whether a walk may get longer, by the days on which that changed; oldest first. */
  readonly standings: readonly Standing[]
  /** What the block list knows; the pain is today's last, if one was told. */
  readonly profile: MovementProfile
  readonly diary: readonly DiaryEvent[]
  readonly trouble: RecordTrouble
  /** How far it has come, for a check that begins now: by places as they are kept, whatever the clocks said. */
  readonly mark: BegunMark
  /** False: the store did not open. The events are then only those that it could not take, and a check is due. */
  readonly opened: boolean
}

/** The record as it is now; null where none is kept or the store fails. */
export async function recordNow(home: CareHome): Promise<RecordNow | null> {
  const record = await loadRecordOrLocked(home)
  return record?.opened ? record : null
}

/**
 * The same for pages that something else may open: a check or a plan that a form carries. Where the store fails, nobody
 * knows what the record would close, so it stands with a check due and with what was held back.
 * @returns null only where no record is kept at all
 */
export async function loadRecordOrLocked(home: CareHome): Promise<RecordNow | null> {
  const { notebook } = home
  if (!notebook) return null
  const all = await notebook.all().catch(() => null)
  const read = all ?? (await notebook.heldBack?.()) ?? []
  const lost = all !== null && ((await notebook.isLost?.()) ?? false)
  const now = momentOf(home)
  const events = correctClocks(read, now)
  const { state, phases, standings } = courseAt(events, now)
  return {
    ...{ home, notebook, now, events, phases, standings },
    state: all ? carefulState(state, events) : unopenedState(state, now),
    profile: movementProfileAt(events, now),
    diary: diaryEvents(events),
    trouble: { lost, ...clockTrouble(home, read, events, now), visitToCome: visitToCome(read, now) },
    mark: beginMark(all ?? []),
    opened: all !== null,
  }
}

/**
 * What is to be said of the clock. An entry that is no later than the server's clock was not made by one that was ahead: this one is behind.
 * @param events the same as `read`, as they can have happened
 */
export function clockTrouble(
  home: CareHome,
  read: readonly NotebookEvent[],
  events: readonly NotebookEvent[],
  now: Moment,
): Pick<RecordTrouble, 'ahead' | 'isToCheckAgain' | 'behindMs'> {
  const behindMs = behindBy(home)
  return {
    ahead: madeAhead(read, asEpochMs(now.at + behindMs)),
    isToCheckAgain: lastCheck(events, now.at)?.expired !== false,
    behindMs,
  }
}

/** Clocks differ by some minutes; more than that may make a dose look old. */
function behindBy({ clockBehindMs }: CareHome): number {
  const ms = clockBehindMs?.() ?? 0
  return ms > clockSlackMs ? ms : 0
}

/** What every new event carries. */
export const eventBase = ({ home, now }: Pick<RecordNow, 'home' | 'now'>) => ({
  v: 1 as const,
  id: home.newId(),
  ...now,
})
