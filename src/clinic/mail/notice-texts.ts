/** What the mails say that are about no visit yet. Never: anything of somebody's health. */
import { safetyNet } from '../../care/check/safety-net.ts'
import { wallClockSentence, wallDay, wallTime, wallTimes } from '../availability/wall-clock.ts'
import { chooseAgainWords, whyChooseAgain } from './choose-again-texts.ts'
import type { NoticeKind } from './mail-rows.ts'
import { type MailContent, paidAhead, pounds, referralNeeded, usedUpBy } from './mail-texts.ts'
import type { MailedNotice, MailedOffer } from './mailed-notice.ts'
import { safeName } from './safe-name.ts'
import { isTalkMail } from './talk-mail-rows.ts'
import { talkWords, whyTalk } from './talk-mail-texts.ts'

/** Where such a mail may lead. Looking at either changes nothing. */
export interface NoticeLinks {
  /** The private link of the offer or of the place on the list. */
  readonly own: string
  readonly check: string
}

/** @param now when it is sent, milliseconds since 1970 */
export function noticeContent(kind: NoticeKind, notice: MailedNotice, links: NoticeLinks, now: number): MailContent {
  const { contactName, clinic, demonstration } = notice
  const name = safeName(contactName)
  const said = wordsOf(kind, notice, links, now)
  return {
    greeting: name ? `Hello ${name}.` : 'Hello.',
    danger: {
      title: 'Some signs cannot wait for a visit.',
      lead: `${safetyNet.goNow.title}:`,
      items: safetyNet.goNow.items,
      check: { label: 'Do the check', href: links.check },
    },
    sender: { name: clinic.name },
    foot: [
      why[kind],
      'It is not a newsletter, and nothing in it tells us that you read it.',
      `${clinic.name}: ${clinic.phone}.`,
      ...(demonstration ? ['This is a demonstration: the clinic and its people are made up.'] : []),
    ],
    ...said,
  }
}

type OfService = MailedNotice & { readonly service: NonNullable<MailedNotice['service']> }
type Words = Pick<MailContent, 'subject' | 'opening' | 'when' | 'facts' | 'button' | 'terms'>

function wordsOf(kind: NoticeKind, notice: MailedNotice, links: NoticeLinks, now: number): Words {
  if (isTalkMail(kind)) return talkWords(kind, notice, links)
  if (kind === 'choose-again' || kind === 'stands-again') return chooseAgainWords(kind, notice, links, now)
  const { offer, service } = notice
  if (!service) throw new Error(`a mail of kind ${kind} is about a service`)
  const about = { ...notice, service }
  return kind === 'offer' && offer ? offerWords(about, offer, links, now) : plainWords(kind, about, links)
}

const why: Readonly<Record<NoticeKind, string>> = {
  ...whyTalk,
  ...whyChooseAgain,
  offer: 'We send this because you are on our waiting list. Anyone with this mail can answer it, so do not pass it on.',
  waiting: 'We send this because somebody put this address on our waiting list. If it was not you, leave the list.',
  request: 'We send this because somebody asked us for a free talk from this address. If it was not you, do nothing.',
}

function offerWords(notice: OfService, offer: MailedOffer, links: NoticeLinks, now: number): Words {
  const { service, clinic } = notice
  const { startsAt, endsAt, zone, therapist, place, answerUntil, movesFrom, secondStartsAt } = offer
  const at = Temporal.Instant.fromEpochMilliseconds
  const words = (ms: number) => wallClockSentence(at(ms), zone, at(now))
  const sentence = words(startsAt)
  const [day, time] = [wallDay(at(startsAt), zone, at(now)), wallTime(at(startsAt), zone)]
  const second =
    secondStartsAt === null ? [] : [`The second visit is straight after it, at ${wallTime(at(secondStartsAt), zone)}.`]
  return {
    subject: `A time is free: ${sentence}`,
    opening: 'A time that you asked for is free, and we keep it for you for a while:',
    when: { sentence, day, time, zone: sentence.slice(day.length + 2 + time.length).trim() },
    facts: [
      {
        title: `${therapist}, ${place}`,
        lines: [
          `${service.name}, ${service.minutes} minutes: ${wallTimes(at(startsAt), at(endsAt), zone)}.`,
          ...second,
          ...referralLines(service),
        ],
      },
      // What a visit costs once it is moved may hang on the offer that it was booked with: its page works that out.
      ...(movesFrom === null ? [offer.grant?.payer === 'package' ? paidAhead : priceFact(service)] : []),
    ],
    button: { label: 'See this time, take it or pass', href: links.own },
    terms: [
      `It is yours until ${words(answerUntil)}. Then we ask the next person.`,
      ...(movesFrom === null
        ? [onceTaken({ ...offer, asOf: now }, words)]
        : [
            `If you take it, your visit on ${words(movesFrom)} moves there. What it costs then stands on the page. If you pass, that visit stays.`,
          ]),
      `You stay on the list if you pass. You can also ring ${clinic.name}: ${clinic.phone}.`,
    ],
  }
}

const priceFact = ({ pricePence }: OfService['service']) => ({
  title: pricePence === 0 ? 'This visit is free.' : `The price is ${pounds(pricePence)}.`,
  lines: [],
})

/** What a cancel costs of a time that is taken: nothing asks again once it is. */
function onceTaken(
  {
    freeUntil,
    lateFeePence,
    grant,
    asOf,
  }: Pick<MailedOffer, 'freeUntil' | 'lateFeePence' | 'grant'> & { readonly asOf: number },
  words: (ms: number) => string,
): string {
  const used = grant?.lateCancelUses ? [usedUpBy({ prepaid: grant.payer === 'package' })] : []
  const cost = [...(lateFeePence > 0 ? [pounds(lateFeePence)] : []), ...used].join(' and ')
  if (cost === '') return 'Once you take it, it costs nothing to cancel.'
  if (freeUntil <= asOf) return `Once you take it, to cancel costs ${cost}.`
  return `Once you take it, you can cancel free until ${words(freeUntil)}. After that it costs ${cost}.`
}

const referralLines = ({ needsReferral }: OfService['service']) => (needsReferral ? [referralNeeded] : [])

function plainWords(kind: NoticeKind, { service, clinic }: OfService, links: NoticeLinks): Words {
  const visit = {
    title: `${service.name}, ${service.minutes} minutes`,
    lines: kind === 'waiting' ? referralLines(service) : [],
  }
  if (kind === 'waiting')
    return {
      subject: `You are on the waiting list of ${clinic.name}`,
      opening: 'You are on the waiting list.',
      when: null,
      facts: [visit],
      button: { label: 'See or leave the list', href: links.own },
      terms: [
        'When a time that suits you becomes free, we ask the person who has waited longest. Then the next.',
        'We ask you by email between 8 in the morning and 8 in the evening. You then have two hours of the day to answer.',
        'Nothing is booked before you say so.',
      ],
    }
  return {
    subject: `${clinic.name} has your request`,
    opening: 'We have your request for a free talk.',
    when: null,
    facts: [visit],
    button: { label: 'Do the check', href: links.check },
    terms: [
      'Somebody from the clinic reads it and writes to you with a time, or rings you. Nothing is booked yet.',
      `If you hear nothing, ring ${clinic.name}: ${clinic.phone}.`,
    ],
  }
}
