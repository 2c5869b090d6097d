/**
 * What each mail says, word for word, as a table that a person reviews: mail-tables.txt beside this test. Every kind, and each
 * thing about a visit or an offer that changes its words.
 */
import { expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { mailHtml } from './mail-html.ts'
import { mailPlain } from './mail-plain.ts'
import type { NoticeKind } from './mail-rows.ts'
import type { MailedNotice } from './mailed-notice.ts'
import { type MailedVisit, type MailLinks, mailContent } from './mail-texts.ts'
import type { VisitMailKind } from './mail-plan.ts'
import { noticeContent } from './notice-texts.ts'
import { reviewMailContent } from './review-mail-texts.ts'

const reviewed = reviewedOutlines(new URL('./mail-tables.txt', import.meta.url))
const startsAt = Date.UTC(2026, 11, 1, 8, 20)
const now = Date.UTC(2026, 10, 27, 12)
const [hour, day] = [3_600_000, 86_400_000]
const clinic = { name: 'Lantern Physio', phone: '020 7946 0414', email: 'hello@lantern.example' }
const own = 'https://unclench.example/own'
const check = 'https://unclench.example/check'

const visitOf = (changed: Partial<MailedVisit> = {}): MailedVisit => ({
  ...{
    appointmentId: 'a1',
    clinicId: 'c1',
    linkRound: 0,
    version: 2,
    organizer: null,
    startsAt,
    endsAt: startsAt + 45 * 60_000,
  },
  ...{ freeUntil: startsAt - day, lateFeePence: 3000, pricePence: 6200, byWhom: 'person', late: false },
  ...{ contactName: 'Robin Ashdown', personName: 'Robin Ashdown', insurer: null, clinic, demonstration: false },
  service: { id: 's1', name: 'First visit', minutes: 45, byVideo: false },
  therapist: { name: 'Ines Quillfeather', profession: 'physiotherapist', bookableSlug: 'ines' },
  place: {
    ...{ id: 'l1', street: '14 Lantern Yard', town: 'London', postcode: 'E2 9ZZ', zone: 'Europe/London' },
    ...{ wayThere: '6 minutes’ walk from the station.', stepFree: true },
  },
  ...changed,
})
const openAt = (...open: { from: string; to: string }[]): Partial<MailedVisit> => ({
  place: { ...visitOf().place, open },
})
const visits: Readonly<Record<string, Partial<MailedVisit>>> = {
  plain: {},
  'by staff': { byWhom: 'staff' },
  'nobody knows by whom': { byWhom: null },
  'begins as before': { keepsStart: true },
  'another length': { keepsStart: true, onlyLength: true },
  'stands again': { standsAgain: true, byWhom: 'staff' },
  'to be chosen again': { isAskedToChoose: true, off: 'away', freeUntil: startsAt, lateFeePence: 0 },
  'its therapist away then': { off: 'away', freeUntil: startsAt, lateFeePence: 0 },
  'its place shut then': { off: 'closed', freeUntil: startsAt, lateFeePence: 0 },
  late: { late: true },
  'late, and one is used up': { late: true, lateUsesOne: true },
  'one may be used up': { lateUsesOne: true },
  'paid ahead': { prepaid: true },
  insured: { insurer: 'Bupa' },
  'for a child': { personName: 'Ash Ashdown' },
  'by video': { service: { id: 's1', name: 'Talk', minutes: 20, byVideo: true } },
  'no fee and no price': { lateFeePence: 0, pricePence: 0 },
  'no longer free': { freeUntil: now - hour },
  'made up': { demonstration: true },
  'within the opening hours': openAt({ from: '08:00', to: '13:00' }, { from: '14:00', to: '18:00' }),
  'over their end': openAt({ from: '08:00', to: '09:00' }),
  'on a day on which the door is shut': openAt(),
}
const visitKinds = ['confirmation', 'moved', 'cancelled', 'reminder-48h', 'reminder-2h'] as const

/** The plain mail whole; of each other one what it says besides (+) and what it does not say (-). */
function checkMails(kind: string, mails: Readonly<Record<string, string>>) {
  const { plain = '', ...others } = mails
  const lines = plain.split('\n')
  reviewed.checkLines(kind, lines)
  reviewed.checkLines(
    `${kind}, otherwise`,
    Object.entries(others).flatMap(([name, text]) => {
      const said = text.split('\n')
      const more = said.filter((line) => !lines.includes(line)).map((line) => `  + ${line}`)
      const fewer = lines.filter((line) => !said.includes(line)).map((line) => `  - ${line}`)
      return [`${name}:`, ...more, ...fewer]
    }),
  )
}
const each = <T>(wishes: Readonly<Record<string, T>>, write: (wish: T) => string) =>
  Object.fromEntries(Object.entries(wishes).map(([name, wish]) => [name, write(wish)]))

test.each(visitKinds)('a mail about a visit: %s', (kind: VisitMailKind) => {
  const links = { visit: own, check, bookAgain: own }
  const written = (visit: Partial<MailedVisit>, to: MailLinks = links) => {
    const content = mailContent(kind, visitOf(visit), to, now)
    return `${content.subject}\n${mailPlain(content)}`
  }
  checkMails(kind, {
    ...each(visits, (visit) => written(visit)),
    'nobody can book online': written({}, { ...links, bookAgain: null }),
  })
})

test('the HTML form names the installation beside the clinic, and itself alone where it writes of its own', () => {
  const content = mailContent('confirmation', visitOf(), { visit: own, check, bookAgain: own }, now)
  expect(mailHtml(content)).toContain('with unclench')
  expect(mailHtml({ ...content, sender: { name: 'Unclench', isHouse: true } })).not.toContain('with unclench')
})

test('a mail about a review', () => {
  const links = { review: own, stop: `${own}/stop`, staff: `${own}/staff`, check }
  for (const kind of ['review-invitation', 'review-alert'] as const)
    checkMails(kind, {
      plain: mailPlain(reviewMailContent(kind, visitOf(), links, now)),
      'of a child': mailPlain(reviewMailContent(kind, visitOf({ personName: 'Ash Ashdown' }), links, now)),
    })
})

const time = { startsAt, endsAt: startsAt + 45 * 60_000, therapist: 'Ines Quillfeather', place: 'Lantern Yard' }
const zone = 'Europe/London'
const offer = {
  ...{ ...time, zone, answerUntil: now + 2 * hour, secondStartsAt: null, movesFrom: null },
  ...{ freeUntil: startsAt - day, lateFeePence: 3100 },
}
const visitTime = {
  ...time,
  zone,
  person: null,
  appointmentId: 'a1',
  version: 2,
  organizer: null,
  location: '14 Lantern Yard',
}
const noticeOf = (changed: Partial<MailedNotice> = {}): MailedNotice => ({
  ...{ clinicId: 'c1', subjectId: 'q1', contactName: 'Robin Ashdown', linkRound: 0, clinic, demonstration: false },
  service: { name: 'First visit', minutes: 45, pricePence: 6200 },
  offer,
  visitTime,
  ...changed,
})
const notices: Readonly<Record<string, Partial<MailedNotice>>> = {
  plain: {},
  'two, one after the other': { offer: { ...offer, secondStartsAt: startsAt + 45 * 60_000 } },
  'an earlier time': { offer: { ...offer, movesFrom: startsAt + day } },
  'when a cancel costs already': { offer: { ...offer, freeUntil: now } },
  'that costs nothing to cancel': { offer: { ...offer, lateFeePence: 0 } },
  'paid ahead, which a late cancel uses up': { offer: { ...offer, grant: { payer: 'package', lateCancelUses: true } } },
  'for somebody else': { visitTime: { ...visitTime, person: 'Ash Ashdown' } },
  'made up, and no name': { demonstration: true, contactName: '' },
  'with a letter': { service: { name: 'Injection', minutes: 45, pricePence: 6200, needsReferral: true } },
}
const kinds: readonly NoticeKind[] = [
  ...(['offer', 'waiting', 'request', 'choose-again', 'stands-again'] as const),
  ...(['question', 'question-alert', 'answer', 'comment', 'comment-alert'] as const),
]

test.each(kinds)('a notice: %s', (kind) => {
  checkMails(
    kind,
    each(notices, (notice) => {
      const content = noticeContent(kind, noticeOf(notice), { own, check }, now)
      return `${content.subject}\n${mailPlain(content)}`
    }),
  )
})

test('and the file has no table that is not looked at', () => {
  reviewed.end()
  expect(kinds.length).toBeGreaterThan(5)
})
