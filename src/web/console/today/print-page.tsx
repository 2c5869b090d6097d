/** The day on paper, for when the screen or the network is away: A4, black on white, a telephone beside each name. */
import { askedWords } from '../calendar/calendar-words.ts'
import type { ListedVisit, StaffDay } from '../../../clinic/booking/staff-day.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { offChip } from './day-list.tsx'
import { isoDayWords, momentOf, stateWords, timesOf } from '../console-words.ts'

interface PrintPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly day: StaffDay
  readonly of: string
}

/** Longest name on paper, in characters: one line of its column. */
const longestName = 28

/** A name that fits its column; what is cut off is marked. */
function paperName(name: string): string {
  const letters = [...new Intl.Segmenter('en-GB').segment(name)].map(({ segment }) => segment)
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`
}

export function PrintPage({ home, here, day, of }: PrintPageProps) {
  const title = `The day on paper, ${isoDayWords(day.day, day.zone, day.now)}`
  const come = day.visits.filter(({ state }) => state !== 'cancelled' && state !== 'late-cancelled')
  const byTherapist = [...Map.groupBy(come, ({ therapist }) => therapist)]
  return (
    <ConsolePage home={home} here={here} title={title} look="paper">
      <p class="not-on-paper">
        <a class="button small" href={consolePaths.dayOf(day.day, of)}>
          Back to the day
        </a>{' '}
        Print it from your browser’s menu, or with Ctrl and P.
      </p>
      <h1>
        {here.clinicName}, {isoDayWords(day.day, day.zone, day.now)}
      </h1>
      {come.length === 0 && <p>Nobody is booked.</p>}
      {byTherapist.map(([therapist, visits], at) => (
        // On a phone it scrolls, so it must be reached by keyboard.
        <section key={therapist} aria-labelledby={`of-${at}`} tabindex={0}>
          <h2 id={`of-${at}`}>{therapist}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Name</th>
                <th scope="col">Visit</th>
                <th scope="col">Telephone</th>
                <th scope="col">Stands</th>
              </tr>
            </thead>
            <tbody>
              {visits.map((visit) => (
                <Row key={visit.appointmentId} visit={visit} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <p class="quiet">
        As it was on {momentOf(day.now, day.zone, day.now)}. Names and telephones: keep this paper safe, and shred it
        after the day.
      </p>
    </ConsolePage>
  )
}

function Row({ visit }: { readonly visit: ListedVisit }) {
  return (
    <tr>
      <td>{timesOf(visit.startsAt, visit.endsAt, visit.zone)}</td>
      <td>
        <bdi>{paperName(visit.person)}</bdi>
      </td>
      <td>
        {visit.service}
        {visit.byVideo ? ', video' : `, ${visit.place}`}
      </td>
      <td>
        <bdi>{visit.phone ?? ''}</bdi>
        {visit.notReached !== null && ' Not reached by mail'}
      </td>
      <td>
        {stateWords[visit.state]}
        {visit.isAsked && `, ${askedWords}`}
        {visit.off && !visit.isAsked && `, ${offChip[visit.off]}`}
      </td>
    </tr>
  )
}
