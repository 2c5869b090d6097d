/** What the mails say about a visit that the clinic cannot keep, and about one that it keeps after all. */
import { wallClockSentence, wallDay, wallTime, wallTimes } from '../availability/wall-clock.ts'
import type { ChooseAgainMailKind } from './mail-rows.ts'
import type { MailContent } from './mail-texts.ts'
import type { MailedNotice } from './mailed-notice.ts'
import { safeName } from './safe-name.ts'

type Words = Pick<MailContent, 'subject' | 'opening' | 'when' | 'facts' | 'button' | 'terms'>

/** Why somebody gets it. */
export const whyChooseAgain: Readonly<Record<ChooseAgainMailKind, string>> = {
  'choose-again':
    'We send this because a visit was booked. Anyone with this mail can move or cancel it, so do not pass it on.',
  'stands-again': 'We send this because a visit was booked. Anyone with this mail can open it, so do not pass it on.',
}

/** @param now when it is sent, milliseconds since 1970 */
export function chooseAgainWords(
  kind: ChooseAgainMailKind,
  { clinic, service, visitTime }: MailedNotice,
  { own }: { readonly own: string },
  now: number,
): Words {
  if (!visitTime || !service) throw new Error(`a mail of kind ${kind} is about a visit`)
  const { startsAt, endsAt, zone, therapist, place, person } = visitTime
  const at = Temporal.Instant.fromEpochMilliseconds
  const sentence = wallClockSentence(at(startsAt), zone, at(now))
  const [day, time] = [wallDay(at(startsAt), zone, at(now)), wallTime(at(startsAt), zone)]
  const other = person === null ? null : safeName(person)
  const whose = other ? `the visit of ${other}` : 'your visit'
  const visit = {
    when: { sentence, day, time, zone: sentence.slice(day.length + 2 + time.length).trim() },
    facts: [
      {
        title: `${therapist}, ${place}`,
        lines: [`${service.name}, ${service.minutes} minutes: ${wallTimes(at(startsAt), at(endsAt), zone)}.`],
      },
    ],
  }
  const ring = `You can also ring ${clinic.name}: ${clinic.phone}.`
  if (kind === 'stands-again')
    return {
      ...visit,
      subject: `Your visit stands after all: ${sentence}`,
      opening: `We asked you to choose another time. You need not: ${clinic.name} can keep ${whose} on`,
      button: { label: 'See my visit', href: own },
      terms: [`If that does not suit you any more, please ring ${clinic.name}: ${clinic.phone}.`],
    }
  return {
    ...visit,
    subject: `Please choose another time: ${sentence}`,
    opening: `We are sorry. ${clinic.name} cannot keep ${whose} on`,
    button: { label: 'Choose another time', href: own },
    terms: [
      'You see the times that are free near it, at the price that was agreed.',
      'You can also cancel there at no cost, or ask us to ring you.',
      `Please do not come at the old time. ${ring}`,
    ],
  }
}
