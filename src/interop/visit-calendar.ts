/**
 * One visit as an iCalendar file (RFC 5545, and RFC 5546 for invitations). A map and nothing more.
 * One event per visit and one UID for its life, so whatever order the files arrive in, the highest SEQUENCE is the truth.
 * Never: what the visit is for, a private link (calendars are shared), or a name of a zone: times are in UTC, which every
 * reader shows in its own clock at the right instant.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'

/** REQUEST invites or changes, CANCEL takes back, PUBLISH is for a file that somebody fetches from a page. */
export type VisitCalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH'

/** Moments are milliseconds since 1970. */
export interface VisitEvent {
  readonly appointmentId: string
  /** The visit's version: rises with each change. */
  readonly version: number
  readonly startsAt: number
  readonly endsAt: number
  /** When the file is made. */
  readonly at: number
  /**
   * `address`: of the organizer, the same for the visit's life: a calendar heeds a change or a cancel from that one alone
   * (RFC 5546 §2.1.4). `sentFrom`: where this mail comes from, if that is another by now (RFC 5545 §3.2.18).
   */
  readonly clinic: { readonly name: string; readonly address: string; readonly sentFrom?: string }
  readonly person: { readonly name: string; readonly address: string }
  readonly location: string
  /** The clinic cannot keep this time, and waits for them to choose another: so far nothing is certain (RFC 5545 §3.8.1.11). */
  readonly isAskedToChoose?: boolean | undefined
  /** It cannot keep it as things stand, and has not asked for another yet: not certain either. */
  readonly isOff?: boolean | undefined
  /** What a reader without this file's zone needs: the clinic's time in words, and the telephone. */
  readonly description: string
}

/**
 * The UID of a visit: of nothing that anybody can set. The host of the address that mail comes from, or of the site, may be
 * another next year, and each visit that is ahead would stand in calendars twice.
 */
export const visitUid = (appointmentId: string): string => `${appointmentId}@unclench.invalid`

/** The file, each line ended as RFC 5545 §3.1 wants. */
export function visitCalendar(method: VisitCalendarMethod, visit: VisitEvent): string {
  const calendar = ical({ prodId: '//Unclench//Visits//EN', method: ICalCalendarMethod[method] })
  calendar.createEvent({
    id: visitUid(visit.appointmentId),
    sequence: visit.version,
    stamp: new Date(visit.at),
    start: new Date(visit.startsAt),
    end: new Date(visit.endsAt),
    summary: `${headOf(visit)}: ${plain(visit.clinic.name)}`,
    location: plain(visit.location),
    description: plain(
      [...unkeptWords(visit), visit.description, ...(method === 'CANCEL' ? [] : [staysBooked])].join('\n'),
    ),
    status: statusOf(method === 'CANCEL', visit),
    transparency: method === 'CANCEL' ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: organizerOf(visit),
    attendees:
      method === 'PUBLISH'
        ? []
        : [
            {
              name: parameter(visit.person.name),
              email: visit.person.address,
              role: ICalAttendeeRole.REQ,
              // They booked it themselves: nobody is asked for an answer, and none is sent to the clinic.
              status: ICalAttendeeStatus.ACCEPTED,
              rsvp: false,
            },
          ],
  })
  return `${calendar.toString()}\r\n`
}

const organizerOf = ({ clinic: { name, address, sentFrom = address } }: VisitEvent) => ({
  ...{ name: parameter(name), email: address },
  ...(sentFrom.toLowerCase() !== address.toLowerCase() && { sentBy: sentFrom }),
})

/** Nobody reads what a calendar answers: who says no there would be waited for, and pay. */
export const staysBooked = 'Taking this out of your calendar does not cancel the visit.'

/** What a calendar says of a visit that the clinic cannot keep. */
const cannotBeKept = 'The clinic cannot keep this time, and asks for another to be chosen.'
/** The same before it has asked for anything. */
const cannotBeKeptYet = 'The clinic cannot keep this time, as things stand. Ring before you come.'

/** The same, to whoever gives it. */
const cannotBeKeptByThem = 'It cannot be kept, as things stand. Nobody was asked yet to choose another time.'

/** Whether the clinic can keep it. */
interface Kept {
  readonly isAskedToChoose?: boolean | undefined
  readonly isOff?: boolean | 'theirs' | undefined
}

/** What it is, in front of the clinic's name. */
export const headOf = ({ isAskedToChoose, isOff }: Kept): string => {
  if (isAskedToChoose) return 'Choose another time'
  return isOff ? 'Ring first' : 'Visit'
}

/** What is said of it before all else, where the clinic cannot keep it. */
export const unkeptWords = ({ isAskedToChoose, isOff }: Kept): readonly string[] => {
  if (isAskedToChoose) return [cannotBeKept]
  if (isOff === 'theirs') return [cannotBeKeptByThem]
  return isOff ? [cannotBeKeptYet] : []
}

/** Cancelled is certain, whatever was asked before. */
export const statusOf = (isCancelled: boolean, { isAskedToChoose, isOff }: Kept): ICalEventStatus => {
  if (isCancelled) return ICalEventStatus.CANCELLED
  return isAskedToChoose || isOff ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/** No control characters but the line end, which the library writes as a mark. */
const plain = (text: string) => text.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ')
/** A parameter may hold no quote and no line end (RFC 5545 §3.2), and no escape brings one in. */
const parameter = (text: string) => plain(text).replaceAll('\n', ' ').replaceAll('"', '’').replaceAll('\\', '/')
