/** Which part of a day a time belongs to, by the clock of its place [C]. Pure. */

/** In order. */
export const partsOfDay = ['morning', 'afternoon', 'evening'] as const
/** See `partsOfDay`. */
export type PartOfDay = (typeof partsOfDay)[number]

/** The hour at which the afternoon begins. */
const afternoon = 12
/** The hour at which an evening begins: who asks for evenings gets these times. */
export const evening = 17

/** @param start milliseconds since 1970 @param zone IANA zone of the place */
export function partOfDay(start: number, zone: string): PartOfDay {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  if (hour < afternoon) return 'morning'
  return hour < evening ? 'afternoon' : 'evening'
}
