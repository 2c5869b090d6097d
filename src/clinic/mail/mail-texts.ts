/**
 * What each mail about a visit says, once, for its HTML and its plain text alike (mail-html.ts, mail-plain.ts).
 * Times are the clinic's, by the one wall-clock function. Words about dangers come from the check's safety net.
 * Never: what the person wrote or shared, anything of their health, or a reason that is the clinic's own.
 */
import { safetyNet } from '../../care/check/safety-net.ts'
import { doorLines, type OpenSpan } from '../availability/opening.ts'
import type { OffThen } from '../availability/called-off.ts'
import { wallClockSentence, wallDay, wallTime, wallTimes } from '../availability/wall-clock.ts'
import { paysBack } from '../directory/insurers.ts'
import type { VisitMailKind } from './mail-plan.ts'
import { safeName } from './safe-name.ts'

/** A visit as its mails need it. Moments are milliseconds since 1970, money is pence. */
export interface MailedVisit {
  readonly appointmentId: string
  readonly clinicId: string
  /** How often the address of its contact was put right: links of earlier mails open nothing. */
  readonly linkRound: number
  readonly version: number
  /** The organizer of its first invitation; null where none was sent yet. */
  readonly organizer: string | null
  readonly startsAt: number
  readonly endsAt: number
  /** Those that count now: nothing where the clinic cannot keep it. */
  readonly freeUntil: number
  readonly lateFeePence: number
  /** It stands, and its therapist is away then, or its place shut. */
  readonly off?: OffThen | undefined
  readonly pricePence: number
  /** What it cost before the change that the mail tells of; left out where that is not known. */
  readonly priceBefore?: number
  /** Who did what this mail tells of; null where it is not known. */
  readonly byWhom: 'person' | 'staff' | null
  /** It was changed and begins as before: its length, its therapist or its place is another. */
  readonly keepsStart?: boolean
  /** Of these: its length alone is another. */
  readonly onlyLength?: boolean
  /** They were told that it was cancelled, and staff have taken that back. */
  readonly standsAgain?: boolean
  /** The clinic cannot keep its time, and has asked for another to be chosen. */
  readonly isAskedToChoose?: boolean
  readonly late: boolean
  readonly contactName: string
  readonly personName: string
  /** One of several visits that were paid ahead. */
  readonly prepaid?: boolean
  /** Of several that were paid ahead or granted: a late cancel uses one up, beside its fee. */
  readonly lateUsesOne?: boolean
  /** The insurer's name where one is to pay. */
  readonly insurer: string | null
  readonly service: { readonly id: string; readonly name: string; readonly minutes: number; readonly byVideo: boolean }
  /** The slug only where this can still be booked by the public. */
  readonly therapist: { readonly name: string; readonly profession: string; readonly bookableSlug: string | null }
  readonly clinic: { readonly name: string; readonly phone: string; readonly email: string }
  readonly place: {
    readonly id: string
    readonly street: string
    readonly town: string
    readonly postcode: string
    readonly zone: string
    readonly wayThere: string | null
    readonly stepFree: boolean
    readonly open?: readonly OpenSpan[]
  }
  readonly demonstration: boolean
}

/** Where a mail about a visit may lead. Looking at any of them changes nothing. */
export interface MailLinks {
  /** The one private link: shows the visit as it stands, and moves or cancels it. */
  readonly visit: string
  readonly check: string
  /** Free times of the same service, therapist and place; null where nobody can book it online. */
  readonly bookAgain: string | null
}

/** A moment on the clock of its place, in pieces and as one sentence. */
export interface MailedWhen {
  readonly sentence: string
  readonly day: string
  readonly time: string
  readonly zone: string
}

/** A mail in pieces. */
export interface MailContent {
  readonly subject: string
  readonly greeting: string
  readonly opening: string
  /** `sentence` is `day`, `time` and `zone` in one; null in a mail that is about no time. */
  readonly when: MailedWhen | null
  /** `href`: where the title leads. */
  readonly facts: readonly { readonly title: string; readonly lines: readonly string[]; readonly href?: string }[]
  readonly button: { readonly label: string; readonly href: string }
  readonly terms: readonly string[]
  readonly danger: {
    readonly title: string
    readonly lead: string
    readonly items: readonly string[]
    readonly check: { readonly label: string; readonly href: string }
  }
  /** `isHouse`: the installation itself, and no clinic. */
  readonly sender: { readonly name: string; readonly isHouse?: true }
  readonly foot: readonly string[]
  /** What can be done about such mail itself, at its very end. */
  readonly ways?: readonly { readonly label: string; readonly href: string }[]
}

/** Of a service that is given with a letter of referral alone, before it is booked. */
export const referralNeeded = 'This visit needs a letter of referral, such as from your GP.'

/** "£62", "£62.50". */
export const pounds = (pence: number): string =>
  pence % 100 === 0 ? `£${pence / 100}` : `£${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

const subjects: Readonly<Record<VisitMailKind, string>> = {
  confirmation: 'Booked',
  moved: 'Moved',
  cancelled: 'Cancelled',
  'reminder-48h': 'Reminder',
  'reminder-2h': 'Reminder',
}

/** @param now when it is sent, milliseconds since 1970 */
export function mailContent(kind: VisitMailKind, visit: MailedVisit, links: MailLinks, now: number): MailContent {
  const starts = Temporal.Instant.fromEpochMilliseconds(visit.startsAt)
  const today = Temporal.Instant.fromEpochMilliseconds(now)
  const sentence = wallClockSentence(starts, visit.place.zone, today)
  const day = wallDay(starts, visit.place.zone, today)
  const time = wallTime(starts, visit.place.zone)
  const name = safeName(visit.contactName)
  const cancelled = kind === 'cancelled'
  return {
    subject: `${subjectOf(kind, visit)}: ${sentence}`,
    greeting: name ? `Hello ${name}.` : 'Hello.',
    opening: openingOf(kind, visit),
    when: { sentence, day, time, zone: sentence.slice(day.length + 2 + time.length).trim() },
    facts: cancelled ? [whoFact(visit)] : [whoFact(visit), placeFact(visit), payFact(visit, kind)],
    button: cancelled
      ? againButton(visit, links)
      : { label: mayMove(visit, now) ? 'See, move or cancel my visit' : 'See or cancel my visit', href: links.visit },
    terms: cancelled ? cancelledTerms(visit, links, now) : standingTerms(kind, visit, now),
    danger: dangerOf(cancelled, links),
    sender: { name: visit.clinic.name },
    foot: footOf(visit),
  }
}

const dangerOf = (cancelled: boolean, links: MailLinks): MailContent['danger'] => ({
  title: cancelled ? 'These signs cannot wait for another visit.' : 'Do not wait for this visit with these signs.',
  lead: `${safetyNet.goNow.title}:`,
  items: safetyNet.goNow.items,
  check: { label: 'Do the check again', href: links.check },
})

function subjectOf(kind: VisitMailKind, { keepsStart, onlyLength, standsAgain }: MailedVisit): string {
  if (kind === 'confirmation' && standsAgain) return 'Your visit stands after all'
  if (kind !== 'moved' || !keepsStart) return subjects[kind]
  return onlyLength ? 'Length changed' : 'Changed'
}

function openingOf(kind: VisitMailKind, visit: MailedVisit): string {
  const other = visit.personName === visit.contactName ? null : safeName(visit.personName)
  const whose = other ? `the visit of ${other}` : 'your visit'
  switch (kind) {
    case 'confirmation':
      if (visit.standsAgain)
        return `${visit.clinic.name} had written that ${whose} is cancelled. That was taken back: ${other ?? 'you'} ${other ? 'is' : 'are'} booked for`
      return other ? `${other} is booked for` : 'You are booked for'
    case 'moved':
      if (visit.keepsStart && visit.onlyLength)
        return `${visit.byWhom === 'person' ? 'You' : visit.clinic.name} changed the length of ${whose} on`
      if (visit.keepsStart) return `${visit.byWhom === 'person' ? 'You' : visit.clinic.name} changed ${whose} on`
      if (visit.byWhom === 'staff') return `${visit.clinic.name} moved ${whose} to`
      return visit.byWhom === 'person' ? `You moved ${whose} to` : `Moved: ${whose} is now on`
    case 'cancelled':
      if (visit.byWhom === 'staff') return `${visit.clinic.name} cancelled ${whose} on`
      return visit.byWhom === 'person' ? `You cancelled ${whose} on` : `Cancelled: ${whose} on`
    default:
      return other ? `This is a reminder: ${other} is booked for` : 'This is a reminder: you are booked for'
  }
}

function whoFact({ therapist, service, startsAt, endsAt, place }: MailedVisit) {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  const times = wallTimes(at(startsAt), at(endsAt), place.zone)
  return {
    title: `${therapist.name}, ${therapist.profession.replaceAll('-', ' ')}`,
    lines: [`${service.name}, ${service.minutes} minutes: ${times}.`],
  }
}

function placeFact(visit: MailedVisit) {
  const { service, place, clinic } = visit
  if (service.byVideo)
    return { title: 'By video', lines: [`If you do not know how to join, ring ${clinic.name}: ${clinic.phone}.`] }
  const steps = place.stepFree ? ['You can get in without steps.'] : []
  return {
    title: addressOf(place),
    lines: [...(place.wayThere ? [place.wayThere] : []), ...doorLines(visit), ...steps],
  }
}

/** "14 Lantern Yard, London, E2 9ZZ" */
export const addressOf = ({
  street,
  town,
  postcode,
}: Pick<MailedVisit['place'], 'street' | 'town' | 'postcode'>): string =>
  [street, town, postcode].filter(Boolean).join(', ')

/** Of a visit that costs nothing more. */
export const paidAhead = { title: 'This is one of the visits that you paid ahead.', lines: [] } as const

function payFact({ pricePence, priceBefore = pricePence, insurer, prepaid }: MailedVisit, kind: VisitMailKind) {
  if (prepaid) return paidAhead
  const before = kind === 'moved' && priceBefore !== pricePence ? ` It was ${pounds(priceBefore)} before.` : ''
  const price = `${pricePence === 0 ? 'This visit is free.' : `The price is ${pounds(pricePence)}.`}${before}`
  if (insurer === null) return { title: price, lines: [] }
  const payer = safeName(insurer) ?? 'Your insurer'
  if (paysBack(insurer)) return { title: price, lines: [`Pay the clinic, and send the receipt to ${payer}.`] }
  const otherwise = pricePence === 0 ? [] : [`If they do not, the price is ${pounds(pricePence)}.${before}`]
  return { title: `${payer} pays, once they agree to it.`, lines: otherwise }
}

function againButton({ clinic }: MailedVisit, { bookAgain, visit }: MailLinks) {
  return bookAgain
    ? { label: 'Book another time', href: bookAgain }
    : { label: `See what happened, or ring ${clinic.phone}`, href: visit }
}

/** Nobody reads what a calendar answers: who says no there would be waited for, and pay. */
const fileWords =
  'A file for your calendar is with this mail. Taking the visit out of your calendar does not cancel it.'

function standingTerms(kind: VisitMailKind, visit: MailedVisit, now: number): readonly string[] {
  const file = kind === 'confirmation' || kind === 'moved' ? [fileWords] : []
  if (visit.off && !visit.isAskedToChoose) return [offWords(visit), ...file]
  const move = mayMove(visit, now) ? '' : ` To move it, ring ${visit.clinic.name}: ${visit.clinic.phone}.`
  return [`${termsOf(visit, now)}${move}`, ...file]
}

/** Nobody is there then, and the clinic has not said so yet: whoever comes all the same must not be left at the door. */
const offWords = ({ off, therapist, clinic }: MailedVisit) =>
  `${off === 'closed' ? 'The place is shut then' : `${therapist.name} is away then`}, as things stand. Before you come, ring ${clinic.name}: ${clinic.phone}. Moving or cancelling it costs nothing while that is so.`

/** Whether its own page moves it: while that is free, and until it begins where the clinic has asked for another time. */
const mayMove = ({ freeUntil, isAskedToChoose = false }: MailedVisit, now: number) => now < freeUntil || isAskedToChoose

function termsOf(visit: MailedVisit, now: number): string {
  const { lateFeePence, freeUntil, place, lateUsesOne = false } = visit
  if (lateFeePence === 0 && !lateUsesOne) return 'It costs nothing to cancel.'
  const fee = lateFeePence > 0 ? [pounds(lateFeePence)] : []
  const cost = [...fee, ...(lateUsesOne ? [usedUpBy(visit)] : [])].join(' and ')
  if (now >= freeUntil) return `To cancel now costs ${cost}.`
  return `You can cancel free until ${sentenceOf(freeUntil, place.zone, now)}. After that it costs ${cost}.`
}

/** What is used up by a late cancel, beside its fee. */
export const usedUpBy = ({ prepaid = false }: Pick<MailedVisit, 'prepaid'>): string =>
  prepaid ? 'one of the visits you paid for ahead' : 'one of the visits your insurer agreed to'

function cancelledTerms(visit: MailedVisit, links: MailLinks, now: number): readonly string[] {
  const { late, lateFeePence, freeUntil, place, clinic } = visit
  const costs = [...(lateFeePence > 0 ? [pounds(lateFeePence)] : []), ...(visit.lateUsesOne ? [usedUpBy(visit)] : [])]
  const fee =
    late && costs.length > 0
      ? `Only a cancel before ${sentenceOf(freeUntil, place.zone, now)} is free. This was later, so it costs ${costs.join(' and ')}.`
      : 'You have nothing to pay for it.'
  const again = links.bookAgain ? [] : [`To book again, ring ${clinic.name}: ${clinic.phone}.`]
  return [fee, ...again, 'A file with this mail takes the visit out of your calendar.']
}

const sentenceOf = (ms: number, zone: string, now: number) =>
  wallClockSentence(Temporal.Instant.fromEpochMilliseconds(ms), zone, Temporal.Instant.fromEpochMilliseconds(now))

function footOf({ clinic, place, demonstration }: MailedVisit): readonly string[] {
  return [
    'Anyone with this mail can open your visit, so do not pass it on.',
    'We send this because a visit was booked. It is not a newsletter, and nothing in it tells us that you read it.',
    `${clinic.name}, ${addressOf(place)}. ${clinic.phone}.`,
    ...(demonstration ? ['This is a demonstration: the clinic and its people are made up.'] : []),
  ]
}
