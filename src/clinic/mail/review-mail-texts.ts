/**
 * What the mails round a review say. Never: what somebody wrote, or anything of their health; the clinic's own mail says only
 * that there is something to look at.
 */
import { safetyNet } from '../../care/check/safety-net.ts'
import { wallClockSentence, wallDay, wallTime } from '../availability/wall-clock.ts'
import { addressOf, type MailContent, type MailedVisit } from './mail-texts.ts'
import type { ReviewMailKind } from './review-mails.ts'
import { safeName } from './safe-name.ts'

/** Where these mails may lead. Looking at any of them changes nothing. */
export interface ReviewLinks {
  /** Where this visit's review is written. */
  readonly review: string
  /** Where somebody says that they want no more invitations. */
  readonly stop: string
  /** The reviews in the pages of the staff. */
  readonly staff: string
  readonly check: string
}

/** @param now when it is sent, milliseconds since 1970 */
export function reviewMailContent(
  kind: ReviewMailKind,
  visit: MailedVisit,
  links: ReviewLinks,
  now: number,
): MailContent {
  const starts = Temporal.Instant.fromEpochMilliseconds(visit.startsAt)
  const today = Temporal.Instant.fromEpochMilliseconds(now)
  const sentence = wallClockSentence(starts, visit.place.zone, today)
  const day = wallDay(starts, visit.place.zone, today)
  const time = wallTime(starts, visit.place.zone)
  const when = { sentence, day, time, zone: sentence.slice(day.length + 2 + time.length).trim() }
  return { when, sender: { name: visit.clinic.name }, ...(kind === 'review-alert' ? alert : invitation)(visit, links) }
}

type Said = Omit<MailContent, 'when' | 'sender'>

function invitation(visit: MailedVisit, links: ReviewLinks): Said {
  const { clinic, therapist, contactName, personName } = visit
  const name = safeName(contactName)
  const other = personName === contactName ? null : safeName(personName)
  return {
    subject: 'How was your visit?',
    greeting: name ? `Hello ${name}.` : 'Hello.',
    opening: `${other ? `${other} was` : 'You were'} at ${clinic.name} on`,
    facts: [
      {
        title: `Would you say how it was with ${therapist.name}?`,
        lines: ['It takes a minute: a mark from 1 to 5, and a few words if you like. It helps others to choose.'],
      },
      { title: 'Anybody can read it.', lines: ['You choose if your first name stands there, or “a patient”.'] },
    ],
    button: { label: 'Say how it was', href: links.review },
    terms: [`If you do not want to be asked by ${clinic.name} again: ${links.stop}`],
    danger: {
      title: 'These signs cannot wait for a visit, or for a review.',
      lead: `${safetyNet.goNow.title}:`,
      items: safetyNet.goNow.items,
      check: { label: 'Do the check', href: links.check },
    },
    foot: [
      'Anyone with this mail can write the review of your visit, so do not pass it on.',
      'We ask once for a visit. Nothing in this mail tells us that you read it.',
      ...footOf(visit),
    ],
  }
}

/** To the clinic. */
function alert(visit: MailedVisit, links: ReviewLinks): Said {
  return {
    subject: 'A review needs a look today',
    greeting: 'Hello.',
    opening: 'A review may tell of something that cannot wait. It is about the visit on',
    facts: [
      {
        title: 'Please read it now, and ring the person if you are in doubt.',
        lines: [
          'Whoever wrote it was shown the emergency numbers at once.',
          'Nobody else can read the review until one of you has looked.',
        ],
      },
    ],
    button: { label: 'Open the reviews', href: links.staff },
    terms: [],
    danger: {
      title: 'These signs cannot wait.',
      lead: `${safetyNet.goNow.title}:`,
      items: safetyNet.goNow.items,
      check: { label: 'The check', href: links.check },
    },
    foot: ['What was written does not stand in this mail.', ...footOf(visit)],
  }
}

const footOf = ({ clinic, place, demonstration }: MailedVisit): readonly string[] => [
  `${clinic.name}, ${addressOf(place)}. ${clinic.phone}.`,
  ...(demonstration ? ['This is a demonstration: the clinic and its people are made up.'] : []),
]
