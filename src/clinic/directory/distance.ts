/**
 * How far, and which way, between two positions; and who is near, also where nobody is.
 * Pure. Positions are WGS84 degrees. Distances are as the crow flies: a way on foot is longer, and no page says otherwise.
 */

/** A position on Earth, WGS84 degrees; latitude −90 to 90, longitude −180 to 180. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

const earthKm = 6371.0088
const kmPerMile = 1.609344
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres between two positions over a round Earth (the haversine way); within 0.6 % of the true shape. */
export function distanceKm(from: Position, to: Position): number {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const across = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude))
  const chord = half(from.latitude, to.latitude) + across * half(from.longitude, to.longitude)
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Kilometres in miles. */
export const milesOf = (km: number): number => km / kmPerMile

/** A distance as people say it: "0.3 miles", "1 mile", "12 miles". Below a tenth: "under 0.1 miles". */
export function distanceWords(km: number): string {
  const miles = milesOf(km)
  if (miles < 0.1) return 'under 0.1 miles'
  const said = miles < 9.95 ? Number(miles.toFixed(1)) : Math.round(miles)
  return said === 1 ? '1 mile' : `${said.toLocaleString('en-GB')} miles`
}

const winds = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const
/** One of the eight winds. */
export type Wind = (typeof winds)[number]

/** Which way `to` lies from `from`, by the nearest of eight winds. Between two that are one place: north. */
export function windOf(from: Position, to: Position): Wind {
  const east = radians(((to.longitude - from.longitude + 540) % 360) - 180)
  const [a, b] = [radians(from.latitude), radians(to.latitude)]
  const x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east)
  const turn = Math.atan2(Math.sin(east) * Math.cos(b), x)
  return winds[Math.round(turn / (Math.PI / 4) + 8) % 8] ?? 'north'
}

/** The radii that a search grows through, in miles. The last reaches round the Earth, so that somebody is always nearest. */
export const radiiMiles = [1, 2, 3, 5, 10, 25, 50, 100, 250, 13_000] as const

/** Who is near: nearest first, with the distance, the radius that held them, and whether it had to grow. */
export interface Near<Item> {
  readonly found: readonly { readonly item: Item; readonly km: number }[]
  readonly radiusMiles: number
  readonly grew: boolean
  /** What to tell when it grew or when there is nobody at all; `null` when neither. */
  readonly says: string | null
}

/**
 * The items within a radius, nearest first; when there are none, the smallest larger radius of `radiiMiles` that holds one.
 * Empty only where there are no items at all. Equal distances keep the order given.
 * @param radiusMiles 0 or more
 */
export function nearest<Item extends Position>(
  items: readonly Item[],
  from: Position,
  radiusMiles: number,
): Near<Item> {
  const all = items.map((item) => ({ item, km: distanceKm(from, item) })).toSorted((a, b) => a.km - b.km)
  const first = all[0]
  if (!first) return { found: [], radiusMiles, grew: false, says: 'Nobody is listed yet.' }
  const inside = (miles: number) => all.filter(({ km }) => milesOf(km) <= miles)
  if (milesOf(first.km) <= radiusMiles) return { found: inside(radiusMiles), radiusMiles, grew: false, says: null }
  const grown = radiiMiles.find((miles) => miles > radiusMiles && milesOf(first.km) <= miles) ?? radiiMiles[9]
  const says = `There is nobody within ${milesWords(radiusMiles)}. The nearest is ${distanceWords(first.km)} away.`
  return { found: inside(grown), radiusMiles: grown, grew: true, says }
}

const milesWords = (miles: number) => (miles === 1 ? '1 mile' : `${miles} miles`)
