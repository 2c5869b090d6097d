/**
 * What the record holds of danger, day by day, for whoever looks back: a sign that was told, a check that found an emergency or
 * something urgent, and that somebody saw the person. The diary and the chart's page list it beside the pain.
 * Pure. Never: says which sign a danger was where the record does not, or more than the event itself holds.
 */
import type { Level } from '../check/types.ts'
import type { Lived } from '../diary/entry.ts'
import { stopBecause } from '../programme/stop-words.ts'
import { inOrder, type NotebookEvent } from './notebook.ts'
import { standingResults } from './person.ts'

/** One thing told or found, in the words for its day. */
export interface DangerToldOn extends Lived {
  readonly words: string
}

const found: Readonly<Partial<Record<Level, string>>> = {
  emergency: 'Your check said: get help now.',
  urgent: 'Your check said: speak to someone today.',
}

/** In the order in which it was told; the same words once a day. */
export function dangerTold(events: readonly NotebookEvent[]): readonly DangerToldOn[] {
  const counted = standingResults(events)
  const said = new Set<string>()
  return inOrder(events).flatMap((event): readonly DangerToldOn[] => {
    const words = wordsOf(event, counted)
    if (words === undefined || !('day' in event)) return []
    const { id, at, order, offsetMinutes, day } = event
    if (said.has(`${day} ${words}`)) return []
    said.add(`${day} ${words}`)
    return [{ id, at, order, offsetMinutes, day, words }]
  })
}

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
