/** What was pressed was not done, since the visit is not as the page showed it. What happened, and by whom. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { MessagePage } from '../message-pages.tsx'
import { EventLine } from './history.tsx'

interface MeanwhilePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: StaffVisit
  /** `changed`: something happened since the page was shown. `notNow`: there is no such step now. */
  readonly why: 'changed' | 'notNow'
}

export function MeanwhilePage({ home, here, visit, why }: MeanwhilePageProps) {
  const last = visit.events.at(-1)
  const title = why === 'changed' ? 'This visit has changed meanwhile' : 'That cannot be done now'
  return (
    <MessagePage home={home} here={here} title={title}>
      <p>
        Nothing of yours was done. <bdi>{visit.person}</bdi>, {momentOf(visit.startsAt, visit.place.zone, visit.now)}:{' '}
        <StateChip state={visit.state} />
      </p>
      {last && (
        <p>
          Last: <EventLine event={last} zone={visit.place.zone} now={visit.now} />
        </p>
      )}
      <p>
        <a class="button go" href={consolePaths.visit(visit.appointmentId)}>
          See the visit as it stands
        </a>
      </p>
    </MessagePage>
  )
}
