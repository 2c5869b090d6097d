/** Where a place is, how to get into it, and when its door is open. */
import { differentDays, differentLines, isTold, type Opening, weekLines } from '../../clinic/availability/opening.ts'
import type { VisitPlace } from '../../clinic/directory/read-profiles.ts'

/** So many days ahead are those named that differ from the week. */
const daysNamed = 28

interface PlaceWordsProps {
  readonly place: VisitPlace
  /** Left out where the clinic has not said so. */
  readonly opening?: Opening | undefined
  readonly now: Temporal.Instant
}

/** The address, the way there and what makes it easy to get in. */
export function PlaceWords({ place, opening, now }: PlaceWordsProps) {
  const access = [
    place.stepFree ? 'Step-free' : 'There are steps',
    place.lift && 'Lift',
    place.accessibleToilet && 'Accessible toilet',
    place.lowCouch && 'Low couch',
    place.parking && 'Parking',
    place.hearingLoop && 'Hearing loop',
  ].filter(Boolean)
  return (
    <>
      <p class="small">
        <strong>
          {place.street}, {place.town} {place.postcode}.
        </strong>{' '}
        {place.wayThere} {access.join(', ')}.
      </p>
      {opening && isTold(opening) && <OpeningWords opening={opening} today={todayAt(place, now)} />}
    </>
  )
}

/** The ISO day there. */
export const todayAt = ({ zone }: Pick<VisitPlace, 'zone'>, now: Temporal.Instant): string =>
  now.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The week, and the days of the next four weeks that differ from it. */
function OpeningWords({ opening, today }: { readonly opening: Opening; readonly today: string }) {
  const different = differentLines(differentDays(opening, today, daysNamed))
  return (
    <div class="small">
      <p>When the door is open:</p>
      <ul>
        {[...weekLines(opening), ...different].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
