/** Where a place is and how to get into it. */
import type { VisitPlace } from '../../clinic/directory/read-profiles.ts'

/** The address, the way there and what makes it easy to get in. */
export function PlaceWords({ place }: { place: VisitPlace }) {
  const access = [
    place.stepFree ? 'Step-free' : 'There are steps',
    place.lift && 'Lift',
    place.accessibleToilet && 'Accessible toilet',
    place.lowCouch && 'Low couch',
    place.parking && 'Parking',
    place.hearingLoop && 'Hearing loop',
  ].filter(Boolean)
  return (
    <p class="small">
      <strong>
        {place.street}, {place.town} {place.postcode}.
      </strong>{' '}
      {place.wayThere} {access.join(', ')}.
    </p>
  )
}
