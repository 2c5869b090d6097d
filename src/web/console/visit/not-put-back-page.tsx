/** A cancelled visit that was not put back: why, and that nothing of it was done. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { NotPutBack } from '../../../clinic/calendar/undo-cancel.ts'
import { notUndoneWords } from '../calendar/calendar-words.ts'
import type { Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { StateChip } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { MessagePage } from '../message-pages.tsx'

interface NotPutBackPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: StaffVisit
  readonly refusal: NotPutBack
}

export function NotPutBackPage({ home, here, visit, refusal }: NotPutBackPageProps) {
  const { zone } = visit.place
  return (
    <MessagePage home={home} here={here} title="That visit cannot be put back">
      <p>{notUndoneWords(refusal, zone, visit.now)}</p>
      <p>
        Nothing was changed, and nobody was told anything. <bdi>{visit.person}</bdi>,{' '}
        {momentOf(visit.startsAt, zone, visit.now)}: <StateChip state={visit.state} />
      </p>
      <p>
        <a class="button go" href={consolePaths.visit(visit.appointmentId)}>
          See the visit as it stands
        </a>
      </p>
    </MessagePage>
  )
}
