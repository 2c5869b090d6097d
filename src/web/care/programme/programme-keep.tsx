/**
 * How the programme's pages write into the record: once, however often a form is sent, and never in silence.
 * Called by their routes. Decides nothing.
 */
import { asEpochMs } from '../../../care/evidence/time.ts'
import { uk } from '../../../care/region.ts'
import type { NotebookEvent } from '../../../care/notebook.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { eventBase, type RecordNow } from '../record/record-now.ts'

type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'day'> : never
/** An event of the programme before it has an id and a moment. */
export type NewEvent = Without<Extract<NotebookEvent, { v: 1; day: unknown }>>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * Writes these events. The same form sent twice writes once; an old form sent again with other answers writes anew.
 * @returns false when the store refuses; the page must then say so
 */
export async function keepEvents(record: RecordNow, fields: FormFields, wanted: readonly NewEvent[]): Promise<boolean> {
  const posted = fields.get('entry')?.[0] ?? ''
  const before = record.events.find(({ id }) => id === posted)
  const [first] = wanted
  if (before && first && contentOf(before) === contentOf(first)) return true
  const own = uuid.test(posted) && !before ? posted : record.home.newId()
  const events = wanted.map((what, index) => {
    const base = { ...eventBase(record), id: index === 0 ? own : record.home.newId() }
    // One after another, so that the fold sees them in this order.
    return { ...base, at: asEpochMs(base.at + index), ...what } as NotebookEvent
  })
  try {
    await record.notebook.appendAll(events)
    return true
  } catch {
    return false
  }
}

/** What an event says, whatever its id and moment. */
function contentOf(event: object): string {
  const own = Object.entries(event).filter(([key]) => !['v', 'id', 'at', 'day'].includes(key))
  return JSON.stringify(own.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The store refused. What was told is still in the form behind this page. */
export function NotKeptPage({ home }: { home: CareHome }) {
  const title = 'We could not keep that'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Your device did not take it. It may be full. Go back: your answers are still there. Then try again.</p>
      <p>
        Until then do no movements. In an emergency call <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>.
      </p>
      <div class="actions">
        <ButtonLink href={paths.record} look="go">
          Look at my record
        </ButtonLink>
        <ButtonLink href={paths.check} wide>
          Start the check
        </ButtonLink>
      </div>
    </CarePage>
  )
}
