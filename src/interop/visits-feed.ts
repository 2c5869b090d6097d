/**
 * Visits as a calendar that programs fetch again and again (RFC 5545, RFC 7986). A map and nothing more.
 * The same visits give the same bytes, whenever they are fetched. A visit has the UID of its mails for life, and its SEQUENCE
 * rises with each change; one that was cancelled stays in for a while as cancelled, so that it goes from every calendar.
 * Never: a health word, a private link, or a name that nobody asked for.
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { statusOf, unkeptWords, visitUid } from './visit-calendar.ts'

/** One visit. Moments are milliseconds since 1970. */
export interface FeedVisit {
  readonly appointmentId: string
  readonly version: number
  readonly changedAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly isCancelled: boolean
  /** The clinic cannot keep this time, and waits for the person to choose another. */
  readonly isAskedToChoose: boolean
  /** It cannot keep it as things stand, and has not asked for another yet. `theirs`: said to whoever gives the visit. */
  readonly isOff?: boolean | 'theirs'
  readonly summary: string
  readonly location: string
  readonly description?: string
}

/** How often programs are asked to look, in seconds. Some look when they like. [C] */
const lookEvery = 15 * 60

/** The file. A visit in it is that of its mails. */
export function visitsFeed(name: string, visits: readonly FeedVisit[]): string {
  const calendar = ical({
    prodId: '//Unclench//Visits//EN',
    method: ICalCalendarMethod.PUBLISH,
    name: plain(name),
    ttl: lookEvery,
  })
  for (const visit of visits) {
    const { appointmentId, version, changedAt, startsAt, endsAt, isCancelled, summary, location } = visit
    const unkept = isCancelled ? [] : unkeptWords(visit)
    const description = [...unkept, ...(visit.description ? [visit.description] : [])].join('\n')
    calendar.createEvent({
      id: visitUid(appointmentId),
      sequence: version,
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: plain(summary),
      location: plain(location),
      ...(description && { description: plain(description) }),
      status: statusOf(isCancelled, visit),
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    })
  }
  return `${calendar.toString()}\r\n`
}

/** No control characters but the line end, which the library writes as a mark. */
const plain = (text: string) => text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
