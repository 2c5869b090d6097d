/** Where somebody is, as the nearest district of the list, and what is said of it. Nothing of the position leaves this file. */

/** A district as the page's list has it: outward postcode, latitude, longitude, and what people call it. */
export type District = readonly [outward: string, latitude: number, longitude: number, about: string]

/** What is put into the box, if anything, and what is said. */
export interface Answer {
  readonly outward?: string
  readonly says: string
}

/** Beyond so many kilometres from every middle somebody is outside the list. The outer districts are up to 10 km across. [C] */
const outsideKm = 8
/** A position that may be so many metres off says nothing of a district. [C] */
const mostMetresOff = 5000
/** The device may take so long to find itself, and the list to come, in milliseconds. */
const waitMs = 15_000

const typeIt = 'Type a place or postcode instead.'
const refusals: Readonly<Record<number, string>> = {
  1: `You or your browser did not allow it. ${typeIt}`,
}

/** Asks the device, then the list. Never throws. @param list the address of the districts */
export async function nearMe(
  device: Pick<Geolocation, 'getCurrentPosition'>,
  list: string,
  get: typeof fetch = fetch,
): Promise<Answer> {
  const found = await positionOf(device)
  if ('says' in found) return found
  if (found.accuracy > mostMetresOff) return { says: `Your device knows only roughly where it is. ${typeIt}` }
  try {
    const answer = await get(list, { signal: signalAfter(waitMs) })
    const districts: unknown = answer.ok ? await answer.json() : undefined
    if (!Array.isArray(districts)) throw new Error('no list')
    // Our own address gave it, in this shape.
    return nearest(districts as readonly District[], found)
  } catch {
    return { says: `We could not get the list of places just now. ${typeIt}` }
  }
}

/** Browsers of 2022 have no `AbortSignal.timeout`. */
function signalAfter(ms: number): AbortSignal {
  const ending = new AbortController()
  setTimeout(() => ending.abort(), ms)
  return ending.signal
}

type Found = Pick<GeolocationCoordinates, 'latitude' | 'longitude' | 'accuracy'>

const positionOf = (device: Pick<Geolocation, 'getCurrentPosition'>): Promise<Found | Answer> =>
  new Promise((resolve) => {
    device.getCurrentPosition(
      ({ coords }) => resolve(coords),
      ({ code }) => resolve({ says: refusals[code] ?? `Your device could not tell where it is. ${typeIt}` }),
      { enableHighAccuracy: false, timeout: waitMs, maximumAge: 300_000 },
    )
  })

/** To a hundredth of a degree, about a kilometre: no more is needed to know a district. */
const rounded = (degrees: number) => Math.round(degrees * 100) / 100

/** The district whose middle is nearest, or that there is none near. */
export function nearest(
  districts: readonly District[],
  at: { readonly latitude: number; readonly longitude: number },
): Answer {
  const [latitude, longitude] = [rounded(at.latitude), rounded(at.longitude)]
  let best: { readonly district: District; readonly km: number } | undefined
  for (const district of districts) {
    const km = kmBetween(latitude, longitude, district[1], district[2])
    if (!best || km < best.km) best = { district, km }
  }
  if (!best || best.km > outsideKm) return { says: `You seem to be outside London, where our list ends. ${typeIt}` }
  const [outward, , , about] = best.district
  return { outward, says: `You seem to be near ${about}, ${outward}. Press Search, or type another place.` }
}

/** Flat enough for a town: within one in a hundred over 50 km. */
function kmBetween(latitude: number, longitude: number, otherLatitude: number, otherLongitude: number): number {
  const kmPerDegree = 111.2
  const north = (otherLatitude - latitude) * kmPerDegree
  const east = (otherLongitude - longitude) * kmPerDegree * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
