/** The list of rules that staff bent. */
import type { BentVisit } from '../../../clinic/calendar/bent-visits.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { bentWords, momentAt } from './calendar-words.ts'

interface BentPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visits: readonly BentVisit[]
  readonly now: number
}

export function BentPage({ home, here, visits, now }: BentPageProps) {
  return (
    <ConsolePage {...{ home, here }} title="Bent rules">
      <h1 tabindex={-1} data-focus>
        Bent rules
      </h1>
      <p>Each time somebody here booked or moved a visit against a rule, and why. The newest hundred.</p>
      {visits.length === 0 && <p>Nobody has bent a rule yet.</p>}
      <ul class="cal-lines">
        {visits.map(({ appointmentId, person, rule, reason, by, startsAt, zone, at, stands }) => (
          <li key={`${appointmentId} ${at}`} class="bent">
            <span>
              <a href={consolePaths.visit(appointmentId)}>{person}</a>, {momentAt(startsAt, zone, now)}{' '}
              <em>{bentWords(rule)}</em>: “{reason}”{' '}
              <small>
                {by}, {momentAt(at, zone, now)}
                {!stands && '. It does not stand like this any more.'}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </ConsolePage>
  )
}
