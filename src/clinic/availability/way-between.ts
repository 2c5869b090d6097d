/** How long somebody needs from one place of work to another: kept free between two visits that a therapist has at both. */

/** Degrees. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** Minutes between two different places. */
export const minutesBetween = (one: Position, other: Position): number => wayMinutes(kmBetween(one, other))

/** Our guess at a way through a town: a quarter of an hour to leave and arrive, and four minutes for each straight kilometre. [C] */
export const wayMinutes = (km: number): number => 15 + Math.ceil(km * 4)

/** Straight kilometres, flat-earth: good to a few metres within a town. */
function kmBetween(one: Position, other: Position): number {
  const kmPerDegree = 111.2
  const north = (one.latitude - other.latitude) * kmPerDegree
  const east = (one.longitude - other.longitude) * kmPerDegree * Math.cos((one.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}
