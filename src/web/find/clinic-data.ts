/**
 * A clinic and its places in the words of schema.org, for search engines: only what its page says to people too.
 * Pure. Nothing of any one person.
 */
import { differentDays, type Opening } from '../../clinic/availability/opening.ts'
import { weekdayNames } from '../../clinic/availability/wall-clock.ts'
import type { ClinicProfile, VisitPlace } from '../../clinic/directory/read-profiles.ts'
import { todayAt } from './place-words.tsx'

/** So many days ahead are those named that differ from the week. */
const daysNamed = 28

/** What the page of a clinic is about. */
export const clinicData = (
  { name, phone, places }: Pick<ClinicProfile, 'name' | 'phone' | 'places'>,
  openings: ReadonlyMap<string, Opening>,
  now: Temporal.Instant,
): Readonly<Record<string, unknown>> => ({
  mainEntity: places.map((place) => ({
    '@type': 'MedicalClinic',
    name: places.length === 1 ? name : `${name}, ${place.name}`,
    telephone: place.phone ?? phone,
    address: addressData(place),
    geo: { '@type': 'GeoCoordinates', latitude: place.latitude, longitude: place.longitude },
    ...openingData(openings.get(place.id), todayAt(place, now)),
  })),
})

const addressData = ({ street, town, postcode }: VisitPlace) => ({
  '@type': 'PostalAddress',
  ...{ streetAddress: street, addressLocality: town, postalCode: postcode, addressCountry: 'GB' },
})

function openingData(opening: Opening | undefined, today: string) {
  if (!opening || opening.week.length === 0) return {}
  return {
    openingHoursSpecification: opening.week.map(({ weekday, from, to }) => ({
      ...specification(from, to),
      dayOfWeek: `https://schema.org/${weekdayNames[weekday - 1]}`,
    })),
    ...specialData(opening, today),
  }
}

/** A day on which it is shut opens and closes at midnight, as search engines ask for it. */
function specialData(opening: Opening, today: string) {
  const days = differentDays(opening, today, daysNamed).flatMap(({ day, spans }) =>
    (spans.length > 0 ? spans : [{ from: '00:00', to: '00:00' }]).map(({ from, to }) => ({
      ...specification(from, to),
      ...{ validFrom: day, validThrough: day },
    })),
  )
  return days.length > 0 ? { specialOpeningHoursSpecification: days } : {}
}

/** The end of the day is the last minute that such a time can name. */
const specification = (opens: string, closes: string) => ({
  '@type': 'OpeningHoursSpecification',
  ...{ opens, closes: closes === '24:00' ? '23:59' : closes },
})
