/**
 * What the pages of the programme, the player, the diary and prevention stand on: the record, folded, at this moment.
 * Called by their routes. Decides nothing. Never: makes up a record where none can be kept; the page then says so.
 */
import type { PhaseMark } from '../../../care/diary/chart-data.ts'
import type { DiaryEvent } from '../../../care/diary/entry.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { MovementProfile } from '../../../care/movement/profile.ts'
import { asMade } from '../../../care/notebook-clock.ts'
import type { NotebookEvent } from '../../../care/notebook.ts'
import { carefulState, diaryEvents, movementProfileAt } from '../../../care/person.ts'
import type { Standing } from '../../../care/prevention/standing.ts'
import type { ProgrammeState } from '../../../care/programme/state.ts'
import type { CareHome, NotebookStore } from '../home.ts'
import { momentOf } from '../moment.ts'
import { courseAt } from './record-fold.ts'

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
}

/** The record as it is now; null where none is kept or the store fails. */
export async function recordNow(home: CareHome): Promise<RecordNow | null> {
  const { notebook } = home
  if (!notebook) return null
  let events: readonly NotebookEvent[]
  try {
    events = asMade(await notebook.all(), momentOf(home))
  } catch {
    return null
  }
  const now = momentOf(home)
  const course = courseAt(events, now)
  return {
    home,
    notebook,
    now,
    events,
    state: carefulState(course.state, events),
    phases: course.phases,
    standings: course.standings,
    profile: movementProfileAt(events, now),
    diary: diaryEvents(events),
  }
}

/** What every new event carries. */
export const eventBase = ({ home, now }: Pick<RecordNow, 'home' | 'now'>) => ({
  v: 1 as const,
  id: home.newId(),
  ...now,
})
