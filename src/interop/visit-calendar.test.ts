/** A visit's calendar file, read back by two parsers that share no code with its writer. */
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { describe, expect, test } from 'vitest'
import { type VisitEvent, visitCalendar } from './visit-calendar.ts'

const minute = 60_000
const at = Date.UTC(2026, 0, 5, 9)
const visitAt = (startsAt: number, changed: Partial<VisitEvent> = {}): VisitEvent => ({
  appointmentId: '0198a000-0000-7000-8000-000000000001',
  version: 0,
  startsAt,
  endsAt: startsAt + 45 * minute,
  at,
  clinic: { name: 'Lantern Physio', address: 'bookings@unclench.example' },
  person: { name: 'Robin Ashdown', address: 'robin@example.org' },
  location: '14 Lantern Yard, London, E2 9ZZ',
  description: 'Tuesday 3 March, 10:00 (London time). Telephone 020 7946 0414.',
  ...changed,
})

/** The one event of a file, as Mozilla's parser reads it. */
function readByIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const parts = calendar.getAllSubcomponents('vevent')
  const [part] = parts
  if (!part || parts.length !== 1) throw new Error('not one event')
  const event = new ICAL.Event(part)
  const value = (name: string) => String(part.getFirstPropertyValue(name))
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: value('status'),
    summary: event.summary,
    location: event.location,
    description: event.description,
    organizer: value('organizer').toLowerCase(),
    organizerName: part.getFirstProperty('organizer')?.getFirstParameter('cn'),
    attendees: part.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase()),
    attendeeName: part.getFirstProperty('attendee')?.getFirstParameter('cn'),
    start: event.startDate.toJSDate().getTime(),
    end: event.endDate.toJSDate().getTime(),
    zones: calendar.getAllSubcomponents('vtimezone').length,
    rules: part.getAllProperties('rrule').length,
  }
}

function readByNodeIcal(file: string) {
  const [event] = Object.values(nodeIcal.sync.parseICS(file)).filter((part) => part?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('no event')
  return { uid: event.uid, start: event.start.getTime(), end: event.end?.getTime(), status: event.status }
}

/** 10:00 of London's clock on this day, worked out without Temporal: the offset that shows ten again. */
function tenInLondon(day: string): number {
  const shows = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
  const found = [0, 60].map((offset) => Date.parse(`${day}T10:00:00Z`) - offset * minute)
  const right = found.find((instant) => shows.format(new Date(instant)) === '10:00')
  if (right === undefined) throw new Error(`no ten o’clock on ${day}`)
  return right
}

const weeks = Array.from({ length: 105 }, (_, week) =>
  new Date(Date.UTC(2026, 0, 6) + week * 7 * 86_400_000).toISOString().slice(0, 10),
)

describe('the moment of a visit', () => {
  test('made in January, is ten o’clock in London in each week of 2026 and 2027, by both readers', () => {
    for (const day of weeks) {
      const starts = tenInLondon(day)
      const file = visitCalendar('REQUEST', visitAt(starts))
      expect([day, readByIcalJs(file).start, readByNodeIcal(file).start]).toEqual([day, starts, starts])
      expect([readByIcalJs(file).end, readByNodeIcal(file).end]).toEqual([starts + 45 * minute, starts + 45 * minute])
    }
  })

  test.each([
    ...[-90, -60, -30, -15, 0, 15, 30, 60, 90].map((minutes) => ['March', Date.UTC(2026, 2, 29, 1), minutes] as const),
    ...[-90, -60, -30, -15, 0, 15, 30, 60, 90].map(
      (minutes) => ['October', Date.UTC(2027, 9, 31, 1), minutes] as const,
    ),
  ])('round the change of the clocks in %s is the same to both', (_when, change, minutes) => {
    const starts = change + minutes * minute
    const file = visitCalendar('REQUEST', visitAt(starts))
    expect([readByIcalJs(file).start, readByNodeIcal(file).start]).toEqual([starts, starts])
  })

  test('needs no zone from the reader: there is none in the file', () => {
    const file = visitCalendar('REQUEST', visitAt(Date.UTC(2026, 6, 7, 9)))
    expect(file).toContain('\r\nDTSTART:20260707T090000Z\r\n')
    expect(file).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/)
    expect(readByIcalJs(file)).toMatchObject({ zones: 0, rules: 0 })
  })
})

describe('an invitation and what takes it back', () => {
  const starts = Date.UTC(2026, 11, 1, 8, 20)
  const request = visitCalendar('REQUEST', visitAt(starts))
  const cancel = visitCalendar('CANCEL', visitAt(starts, { version: 1 }))

  test('are of one event: same UID, organiser and guest, higher sequence', () => {
    const { method, status, sequence, ...same } = readByIcalJs(request)
    expect([method, status, sequence]).toEqual(['REQUEST', 'CONFIRMED', 0])
    const { description } = visitAt(starts)
    expect(readByIcalJs(cancel)).toEqual({ ...same, description, method: 'CANCEL', status: 'CANCELLED', sequence: 1 })
    expect(same.uid).toBe('0198a000-0000-7000-8000-000000000001@unclench.invalid')
    expect(same.organizer).toBe('mailto:bookings@unclench.example')
    expect(same.attendees).toEqual(['mailto:robin@example.org'])
  })

  test('ask for no answer, which nobody would read', () => {
    for (const file of [request, cancel]) {
      const attendee = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')?.getFirstProperty('attendee')
      expect([attendee?.getFirstParameter('rsvp'), attendee?.getFirstParameter('partstat')]).toEqual([
        'FALSE',
        'ACCEPTED',
      ])
    }
  })

  test('keep their organiser where mail comes from another address by now, and say from which', () => {
    const clinic = { name: 'Lantern Physio', address: 'bookings@unclench.example', sentFrom: 'visits@new.example' }
    const file = visitCalendar('CANCEL', visitAt(starts, { version: 1, clinic }))
    expect(readByIcalJs(file).organizer).toBe('mailto:bookings@unclench.example')
    const sentBy = (text: string) =>
      new ICAL.Component(ICAL.parse(text))
        .getFirstSubcomponent('vevent')
        ?.getFirstProperty('organizer')
        ?.getFirstParameter('sent-by')
    expect(sentBy(file)).toBe('mailto:visits@new.example')
    expect(sentBy(request)).toBeUndefined()
    const same = { ...clinic, sentFrom: 'Bookings@Unclench.example' }
    expect(sentBy(visitCalendar('REQUEST', visitAt(starts, { clinic: same })))).toBeUndefined()
  })

  test('a file from a page invites nobody', () => {
    expect(readByIcalJs(visitCalendar('PUBLISH', visitAt(starts)))).toMatchObject({ method: 'PUBLISH', attendees: [] })
  })

  test('booked, moved three times, cancelled: the calendar ends empty in whatever order, and however often, they come', () => {
    const files = [0, 1, 2, 3]
      .map((version) => visitCalendar('REQUEST', visitAt(starts + version * 60 * minute, { version })))
      .concat(visitCalendar('CANCEL', visitAt(starts + 3 * 60 * minute, { version: 4 })))
    for (const order of everyOrder(files)) {
      expect(calendarAfter(order).filter(({ status }) => status !== 'CANCELLED')).toEqual([])
      expect(calendarAfter([...order, ...order]).length).toBe(1)
    }
  })

  test('before it is cancelled, the calendar ends with the last time, in whatever order they come', () => {
    const files = [0, 1, 2, 3].map((version) =>
      visitCalendar('REQUEST', visitAt(starts + version * 60 * minute, { version })),
    )
    for (const order of everyOrder(files)) {
      const shown = calendarAfter([...order, ...order])
      expect(shown.map(({ start }) => start)).toEqual([starts + 3 * 60 * minute])
    }
  })
})

/** What a calendar holds that keeps RFC 5546 §2.1.4: by UID, a higher sequence replaces, a lower is ignored. */
function calendarAfter(files: readonly string[]) {
  const held = new Map<string, ReturnType<typeof readByIcalJs>>()
  for (const file of files) {
    const event = readByIcalJs(file)
    const before = held.get(event.uid)
    if (!before || event.sequence >= before.sequence) held.set(event.uid, event)
  }
  return [...held.values()]
}

function everyOrder<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all]
  return all.flatMap((one, index) =>
    everyOrder(all.filter((_, other) => other !== index)).map((rest) => [one, ...rest]),
  )
}

describe('what people are called', () => {
  test.each([
    'Smith, Jane',
    'O’Hara; Bo',
    'محمد علي',
    'Zoë 🦴 Łuck',
    '李小龍',
    'A:B=C',
    'x'.repeat(120),
    '<script>alert(1)</script>',
    '=cmd()',
  ])('%s stays whole, and one guest', (name) => {
    const file = visitCalendar('REQUEST', visitAt(at, { person: { name, address: 'robin@example.org' } }))
    expect(readByIcalJs(file)).toMatchObject({ attendeeName: name, attendees: ['mailto:robin@example.org'] })
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('a quoted name keeps its quotes, as marks that may stand in a parameter', () => {
    const person = { name: 'O’Hara "Bo" \\ Li', address: 'robin@example.org' }
    expect(readByIcalJs(visitCalendar('REQUEST', visitAt(at, { person }))).attendeeName).toBe('O’Hara ’Bo’ / Li')
  })

  test.each([
    'Jane"\r\nATTENDEE:mailto:else@example.net',
    'Jane\nEND:VEVENT\nBEGIN:VEVENT',
    'Jane\r\nMETHOD:CANCEL',
    'Jane\u2028ATTENDEE:mailto:else@example.net',
    'Jane";X="y',
    '\\"\\n',
    '\0\u0007Jane',
  ])('%j brings no line of its own into the file', (name) => {
    const file = visitCalendar(
      'REQUEST',
      visitAt(at, {
        clinic: { name, address: 'bookings@unclench.example' },
        person: { name, address: 'robin@example.org' },
        location: name,
        description: name,
      }),
    )
    const read = readByIcalJs(file)
    expect(read).toMatchObject({ method: 'REQUEST', attendees: ['mailto:robin@example.org'], status: 'CONFIRMED' })
    expect(read.organizer).toBe('mailto:bookings@unclench.example')
    expect(file.split('\r\n').filter((line) => /^(ATTENDEE|END:VEVENT|METHOD|ORGANIZER)/.test(line)).length).toBe(4)
    expect(readByNodeIcal(file).start).toBe(at)
  })
})

test('says that a no in a calendar, which nobody reads, does not cancel the visit; the file that cancels says nothing of it', () => {
  const words = 'Taking this out of your calendar does not cancel the visit.'
  for (const method of ['REQUEST', 'PUBLISH'] as const)
    expect(readByIcalJs(visitCalendar(method, visitAt(at))).description).toContain(words)
  expect(readByIcalJs(visitCalendar('CANCEL', visitAt(at))).description).not.toContain(words)
})

test('a visit whose time cannot be kept is tentative and says why; once cancelled it is cancelled, whatever was asked', () => {
  const read = readByIcalJs(visitCalendar('REQUEST', visitAt(at, { isAskedToChoose: true })))
  expect(read).toMatchObject({ status: 'TENTATIVE', summary: 'Choose another time: Lantern Physio' })
  expect(read.description).toContain('The clinic cannot keep this time')
  expect(readByIcalJs(visitCalendar('CANCEL', visitAt(at, { isAskedToChoose: true }))).status).toBe('CANCELLED')
})
