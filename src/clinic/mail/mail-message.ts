/** A mail as the bytes that go to a mail server or into a file: headers, text, HTML and the calendar part. */
import { visitCalendar } from '../../interop/visit-calendar.ts'
import { mailHtml } from './mail-html.ts'
import { mailPlain } from './mail-plain.ts'
import type { MailKind } from './mail-rows.ts'
import { addressOf, type MailContent, type MailedVisit, type MailLinks, mailContent } from './mail-texts.ts'
import { reviewMailContent } from './review-mail-texts.ts'
import { isReviewMail } from './review-mails.ts'
import { noticeContent } from './notice-texts.ts'
import type { TakenNotice } from './notices.ts'
import { oneLine, safeName } from './safe-name.ts'
import { isTalkMail, type TalkMailKind } from './talk-mail-rows.ts'
import { writeMessage } from './write-message.ts'

/** A private link to a row of a clinic. @param linkRound how often the address that it goes to was put right */
type MakeLink = (clinicId: string, id: string, linkRound: number) => string

/** Who sends, for the whole installation. */
export interface MailSender {
  /** From and envelope of every mail, and organiser of each calendar entry that it is the first for: one plain address of the installation's domain. */
  readonly from: string
  readonly visitLink: MakeLink
  readonly checkLink: string
  /** Where the same service can be booked again, at the same place. */
  readonly bookAgainLink: (therapistSlug: string, serviceId: string, locationId: string) => string
  /** The private link of a finished visit under which it is reviewed. */
  readonly reviewLink: MakeLink
  /** Where invitations to review are stopped. */
  readonly stopLink: MakeLink
  /** The staff's list of reviews. */
  readonly staffReviewsLink: string
  /** The private links of an offer and of a place on the waiting list. */
  readonly offerLink: MakeLink
  readonly waitingLink: MakeLink
  /** The private link under which another time is chosen. */
  readonly chooseAgainLink: MakeLink
  /** Where a mail about a question or a comment leads: its private link, or the list of the staff. */
  readonly talkLink: (kind: TalkMailKind, clinicId: string, subjectId: string) => string
}

/** A mail to be made. */
export interface MailOrder {
  readonly mailId: string
  readonly kind: MailKind
  /** The one recipient, as it is stored. */
  readonly address: string
  readonly visit: MailedVisit
  /** Milliseconds since 1970. */
  readonly now: number
  readonly attachments?: readonly {
    readonly filename: string
    readonly content: Buffer
    readonly contentType: string
  }[]
}

/**
 * The whole message, lines ended by CRLF. Its Message-ID comes from the mail's row, so that one mail that arrives twice
 * (sent, and the server killed before it could write that down) is seen to be one.
 */
export async function composeMail(sender: MailSender, order: MailOrder): Promise<Buffer> {
  const { mailId, kind, address, visit, now, attachments = [] } = order
  const content = contentOf(sender, order)
  const part = calendarPart(sender, order, content)
  return writeMessage({
    from: { name: oneLine(visit.clinic.name), address: sender.from },
    replyTo: { name: oneLine(visit.clinic.name), address: visit.clinic.email },
    to: { name: kind === 'review-alert' ? oneLine(visit.clinic.name) : (safeName(visit.contactName) ?? ''), address },
    subject: content.subject,
    messageId: `<${mailId}@${domainOf(sender.from)}>`,
    date: new Date(now),
    text: mailPlain(content),
    html: mailHtml(content),
    // No answer from a machine is wanted: holiday notices and the like (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...stopHeaders(sender, order) },
    attachments: [...attachments],
    ...(part && { icalEvent: part }),
  })
}

function contentOf(sender: MailSender, { kind, visit, now }: MailOrder): MailContent {
  if (!isReviewMail(kind)) return mailContent(kind, visit, linksOf(sender, visit), now)
  const { clinicId, appointmentId, linkRound } = visit
  const links = {
    review: sender.reviewLink(clinicId, appointmentId, linkRound),
    stop: sender.stopLink(clinicId, appointmentId, linkRound),
    staff: sender.staffReviewsLink,
    check: sender.checkLink,
  }
  return reviewMailContent(kind, visit, links, now)
}

/** Mail programs offer to stop an invitation themselves (RFC 8058); what a visit needs cannot be stopped. */
function stopHeaders(sender: MailSender, { kind, visit }: MailOrder): Readonly<Record<string, string>> {
  if (kind !== 'review-invitation') return {}
  const link = sender.stopLink(visit.clinicId, visit.appointmentId, visit.linkRound)
  return { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** A mail that is about no visit yet, as the bytes that go out. */
export async function composeNotice(sender: MailSender, order: TakenNotice) {
  const { mailId, kind, address, notice, takenAt } = order
  const { clinicId, subjectId, clinic, contactName, linkRound } = notice
  const own = {
    ...{ offer: sender.offerLink, waiting: sender.waitingLink, request: () => sender.checkLink },
    ...{ 'choose-again': sender.chooseAgainLink, 'stands-again': sender.chooseAgainLink },
  }
  const ownLink = isTalkMail(kind)
    ? sender.talkLink(kind, clinicId, subjectId)
    : own[kind](clinicId, subjectId, linkRound)
  const links = { own: ownLink, check: sender.checkLink }
  const content = noticeContent(kind, notice, links, takenAt)
  const part = noticeCalendarPart(sender, order, content)
  return writeMessage({
    from: { name: oneLine(clinic.name), address: sender.from },
    replyTo: { name: oneLine(clinic.name), address: clinic.email },
    to: { name: safeName(contactName) ?? '', address },
    subject: oneLine(content.subject),
    messageId: `<${mailId}@${domainOf(sender.from)}>`,
    date: new Date(takenAt),
    text: mailPlain(content),
    html: mailHtml(content),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(part && { icalEvent: part }),
  })
}

/** "clinic.example" of "bookings@clinic.example" */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

function linksOf(
  sender: MailSender,
  { clinicId, appointmentId, linkRound, therapist, service, place }: MailedVisit,
): MailLinks {
  const { bookableSlug } = therapist
  return {
    visit: sender.visitLink(clinicId, appointmentId, linkRound),
    check: sender.checkLink,
    bookAgain: bookableSlug === null ? null : sender.bookAgainLink(bookableSlug, service.id, place.id),
  }
}

/** Reminders and what comes after carry none: the calendar has the visit already, and a second invitation would only be noise. */
export const isInvitation = (kind: MailKind): boolean =>
  kind !== 'reminder-48h' && kind !== 'reminder-2h' && !isReviewMail(kind)

/** Who invites: as at the first invitation, though mail comes from another address by now. */
const organizerOf = (
  { from }: MailSender,
  { name }: { readonly name: string },
  { organizer }: { readonly organizer: string | null },
) => ({ name, address: organizer ?? from, sentFrom: from })

function calendarPart(sender: MailSender, { kind, visit, address, now }: MailOrder, { when, subject }: MailContent) {
  if (!isInvitation(kind)) return undefined
  const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const content = visitCalendar(method, {
    appointmentId: visit.appointmentId,
    version: visit.version,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    at: now,
    clinic: organizerOf(sender, visit.clinic, visit),
    person: { name: safeName(visit.contactName) ?? address, address },
    location: visit.service.byVideo ? 'By video' : addressOf(visit.place),
    isAskedToChoose: visit.isAskedToChoose,
    isOff: visit.off !== undefined,
    description: `${when?.sentence ?? subject}. ${visit.clinic.name}, ${visit.clinic.phone}.`,
  })
  return { method, content, filename: method === 'CANCEL' ? 'cancelled.ics' : 'visit.ics' }
}

/** The calendar has the visit as certain already: it is told that its time cannot be kept, and that it is kept after all. */
function noticeCalendarPart(
  sender: MailSender,
  { kind, notice, address, takenAt }: TakenNotice,
  { when, subject }: MailContent,
) {
  const { visitTime, clinic, contactName } = notice
  if (!visitTime) return undefined
  const content = visitCalendar('REQUEST', {
    ...visitTime,
    at: takenAt,
    clinic: organizerOf(sender, clinic, visitTime),
    person: { name: safeName(contactName) ?? address, address },
    isAskedToChoose: kind === 'choose-again',
    description: `${when?.sentence ?? subject}. ${clinic.name}, ${clinic.phone}.`,
  })
  return { method: 'REQUEST', content, filename: 'visit.ics' }
}
