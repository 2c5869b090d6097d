/** What the booking pages say about a visit: when, where, what it costs to change one's mind. One wording each. */
import { wallClockRange, wallClockSentence, wallTimes } from '../../../clinic/availability/wall-clock.ts'
import type { PayingGrant } from '../../../clinic/directory/grant-if-taken.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import type { OfferedService } from '../../../clinic/directory/read-profiles.ts'
import { moneyWords } from '../words.ts'

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** A moment at a place: "Tuesday 3 March, 10:00 (London time)". @param ms since 1970 */
export const momentWords = (ms: number, zone: string, now: number): string =>
  wallClockSentence(instant(ms), zone, instant(now))

/** Names a time that is held, for the window that holds it. @param start milliseconds since 1970 */
export const heldTimeOf = (serviceId: string, start: number): string => `${serviceId} ${start}`

/** "Tuesday 3 March, 08:20 to 09:05 (London time)". */
export const visitWhen = (visit: VisitView, now: number): string =>
  wallClockRange(instant(visit.startsAt), instant(visit.endsAt), visit.place.zone, instant(now))

/** "08:20 to 09:05". */
export const visitTimes = (visit: VisitView): string =>
  wallTimes(instant(visit.startsAt), instant(visit.endsAt), visit.place.zone)

/** What a late cancel uses up beside its fee, of visits that were paid ahead or granted; a sentence, or nothing. */
export const usedUpWords = (grant: PayingGrant | undefined): string =>
  !grant?.lateCancelUses
    ? ''
    : grant.payer === 'package'
      ? 'A late cancel also uses up one of the visits paid for ahead.'
      : 'A late cancel also uses up one of the visits your insurer agreed to.'

/** What comes after the free time: the fee is of a cancel alone, and nothing is moved here any more. @param cancelling the act, as the sentence names it */
const afterWords = (cancelling: string, feePence: number): string =>
  `After that, ${cancelling} ${feePence === 0 ? 'still costs nothing' : `costs ${moneyWords(feePence)}`}, and you move it by ringing the clinic.`

/** The same of a service, before a time is chosen: "Free to move or cancel until 24 hours before. …" */
export function servicePolicyWords({
  freeUntilHours,
  lateFeePence,
}: Pick<OfferedService, 'freeUntilHours' | 'lateFeePence'>): string {
  if (freeUntilHours === 0) return 'Free to move or cancel until it begins.'
  const hours = freeUntilHours === 1 ? '1 hour' : `${freeUntilHours} hours`
  return `Free to move or cancel until ${hours} before. ${afterWords('cancelling', lateFeePence)}`
}

/** The clinic may find another time: only on the phone can it say so now. */
export const findAnother = ({ clinic }: Pick<VisitView, 'clinic'>): string =>
  `To find another time together, ring ${clinic.name}: ${clinic.phone}.`

/** Of a visit that the clinic cannot keep and of which it has not said so yet: why, and what that costs. */
export const offWords = ({
  off,
  therapist,
  place,
  clinic,
}: Pick<VisitView, 'off' | 'therapist' | 'place' | 'clinic'>): string =>
  `${off === 'closed' ? `${place.name} is shut then.` : `${therapist.name} is away then.`} Moving or cancelling it costs nothing. ${findAnother({ clinic })}`

/** Of a visit or of a time that is kept: until when it is free to change one's mind, and what it costs then. */
interface Policy extends Pick<VisitView, 'freeUntil' | 'startsAt' | 'lateFeePence'> {
  readonly place: Pick<VisitView['place'], 'zone'>
}

/** What changing one's mind costs, said before the button. */
export function policyWords(visit: Policy, now: number): string {
  const { freeUntil, startsAt, lateFeePence, place } = visit
  if (freeUntil <= now)
    return lateFeePence === 0
      ? 'To move it now, please ring the clinic. Cancelling costs nothing.'
      : `Cancelling now costs ${moneyWords(lateFeePence)}. To move it, please ring the clinic.`
  const until = `Free to move or cancel until ${momentWords(freeUntil, place.zone, now)}.`
  return freeUntil >= startsAt ? until : `${until} ${afterWords('cancelling', lateFeePence)}`
}

/**
 * The same of a course, whose visits each have an end of their own: that of the first alone would be taken for all of them.
 * @param first its first visit; the others are of the same service, booked under the same rules
 */
export function coursePolicyWords(first: Policy, now: number): string {
  const { freeUntil, startsAt, lateFeePence } = first
  const hours = Math.round((startsAt - freeUntil) / 3_600_000)
  const until = hours === 0 ? 'until it begins' : `until ${hours === 1 ? '1 hour' : `${hours} hours`} before it`
  const ofFirst = freeUntil <= now ? ` For the first it is later than that already. ${policyWords(first, now)}` : ''
  const after = hours === 0 ? '' : ` ${afterWords('cancelling that one', lateFeePence)}`
  return `Each visit is free to move or cancel ${until}.${after}${ofFirst}`
}

/** Of a letter of referral: none is taken here, so it comes with the person, by video too. */
export const bringLetter = 'You cannot send a file here. Have it with you at the visit, on paper or on your phone.'

/** What to do about a letter: whether the clinic has seen one of referral that it needs or was told of, or to bring any. */
export function letterWords({ referral, place }: VisitView, now: number): string {
  if (!referral) return `Do you have a letter from your GP, or a scan report? ${bringLetter}`
  const letter = `Your letter of referral${referral.by ? ` from ${referral.by}` : ''}`
  if (referral.seenAt !== null)
    return `${letter}: the clinic has seen it, ${momentWords(referral.seenAt, place.zone, now)}.`
  return `${letter}: the clinic has not seen it yet.${referral.isNeeded ? ' This visit needs it.' : ''} ${bringLetter}`
}

/** Where to come, or that nobody has to. */
export function placeWords({ service, place }: VisitView): string {
  if (service.byVideo) return 'By video. The clinic sends you the link.'
  return `${place.street}, ${place.town} ${place.postcode}.${place.stepFree ? ' Step-free.' : ''}`
}
