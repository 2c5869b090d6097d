/**
 * What the record holds of danger, day by day, for whoever looks back: a sign that was told, a check that found an emergency or
 * something urgent, and that somebody saw the person. The diary and the chart's page list it beside the pain.
 * Pure. Never: says which sign a danger was where the record does not, or more than the event itself holds.
 */
import type { Level } from '../check/types.ts'
import type { Lived } from '../diary/entry.ts'
import { stopIdOf } from '../diary/entry-events.ts'
import type { IsoDate } from '../evidence/calendar.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { stopBecause } from '../programme/stop-words.ts'
import { inOrder, type NotebookEvent } from './notebook.ts'
import { standingResults } from './person.ts'

/** One thing told or found, in the words for its day. */
export interface DangerToldOn extends Lived {
  readonly words: string
  /** A danger, and nobody has seen to it: no visit came after the check, no whole check after what was told. */
  readonly isOpen: boolean
  /** A danger, open or not; else what was done about one. */
  readonly isDanger: boolean
}

const found: Readonly<Partial<Record<Level, string>>> = {
  emergency: 'Your check said: get help now.',
  urgent: 'Your check said: speak to someone today.',
}

/** In the order in which it was told; the same words once a day. */
export function dangerTold(
  events: readonly NotebookEvent[],
  state: Pick<ProgrammeState, 'locks' | 'fullDue' | 'lastFull'>,
): readonly DangerToldOn[] {
  const counted = standingResults(events)
  const earlierDays = earlierDayByStop(events)
  const said = new Set<string>()
  return inOrder(events).flatMap((event): readonly DangerToldOn[] => {
    const told = wordsOf(event, counted)
    if (told === undefined || !('day' in event)) return []
    const isDanger = event.kind === 'stopped' || event.kind === 'checkFinished'
    const isOpen = isDanger && isOpenStill(event, state)
    const words = isDanger && !isOpen ? `${told} ${event.kind === 'stopped' ? 'Checked' : 'Settled'} since.` : told
    const { id, at, order, offsetMinutes, dayNotKnown } = event
    const earlier = earlierDays.get(id)
    const day = earlier ?? event.day
    const once = `${dayNotKnown ? '' : day} ${words}`
    if (said.has(once)) return []
    said.add(once)
    const made = { id, at, order, offsetMinutes, ...(dayNotKnown && { dayNotKnown }) }
    return [{ ...made, day, words, isOpen, isDanger, ...(earlier && { toldLate: true }) }]
  })
}

/** What an entry told of an earlier day stands on that day, as its pain does. */
const earlierDayByStop = (events: readonly NotebookEvent[]): ReadonlyMap<string, IsoDate> =>
  new Map(
    events.flatMap((event) =>
      event.kind === 'diaryEntry' && event.about !== undefined ? [[stopIdOf(event.id), event.about]] : [],
    ),
  )

/** A check's finding is open while its lock stands; what was told is open while a whole check is due that was not done since. */
const isOpenStill = (
  event: NotebookEvent,
  { locks, fullDue, lastFull }: Pick<ProgrammeState, 'locks' | 'fullDue' | 'lastFull'>,
): boolean =>
  event.kind === 'checkFinished'
    ? locks.some((lock) => lock.event === event.id)
    : fullDue !== null && event.at >= (lastFull?.at ?? 0)

function wordsOf(event: NotebookEvent, counted: ReadonlySet<string>): string | undefined {
  switch (event.kind) {
    case 'stopped':
      return stopBecause(event)
    case 'checkFinished':
      return counted.has(event.id) ? found[event.level] : undefined
    case 'clinicianCleared':
      return event.how === 'spoken' ? 'You told us that you spoke to someone.' : 'You told us that someone saw you.'
    case 'dangerMistaken':
      return 'You told us that something was told by mistake.'
    default:
      return undefined
  }
}
