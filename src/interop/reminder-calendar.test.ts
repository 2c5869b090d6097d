/** The calendar of the reminders against RFC 5545, line by line, and read back by Mozilla's own parser. */
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import { habits } from '../care/prevention/prevention.proof.ts'
import { reminders } from '../care/prevention/reminders.ts'
import { calendarFile, cancelFile } from './reminder-calendar.ts'

const now = asEpochMs(Date.UTC(2026, 2, 4, 8, 30, 5))
/** A walk on Mondays and Thursdays at two times, and breaks all the working week. */
const told = () =>
  habits()
    .write(0, 9, { kind: 'reminderSet', what: 'walk', times: ['08:15', '18:00'], days: [1, 4] })
    .write(1, 9, {
      kind: 'reminderSet',
      what: 'breaks',
      times: { everyMinutes: 60, from: '09:00', to: '11:00' },
      days: [1, 2, 3, 4, 5],
    })
const fileOf = (of = told()) => calendarFile(reminders(of.events), now)
const linesOf = (text: string) => text.split('\r\n')
/** Every entry as an independent parser reads it. */
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    return {
      event,
      part,
      uid: event.uid,
      sequence: event.sequence,
      status: part.getFirstPropertyValue('status'),
      stamp: String(part.getFirstPropertyValue('dtstamp')),
      start: event.startDate,
      rule: String(part.getFirstPropertyValue('rrule')),
    }
  })

describe('line by line', () => {
  test('every line ends with CRLF, the last too, and none is longer than 75 octets', () => {
    const text = fileOf()
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lengths = linesOf(text).map((line) => new TextEncoder().encode(line).length)
    expect(lengths.length).toBeGreaterThan(40)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
  })
  test('has version, product and method first', () => {
    expect(linesOf(fileOf()).slice(0, 4)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Unclench//Reminders//EN',
      'METHOD:PUBLISH',
    ])
    expect(linesOf(cancelFile(reminders(told().events), now))[3]).toBe('METHOD:CANCEL')
  })
  test('an alarm is the last thing in its entry, as some calendars insist', () => {
    const lines = linesOf(fileOf())
    const after = lines.flatMap((line, index) => (line === 'END:VALARM' ? [lines[index + 1]] : []))
    expect(after.length).toBe(5)
    expect(new Set(after)).toEqual(new Set(['END:VEVENT']))
  })
  test('times float: no zone, no Z, whatever clock the machine has; only the stamp is UTC', () => {
    const starts = linesOf(fileOf()).filter((line) => /^DT(START|END)/.test(line))
    expect(starts.length).toBe(10)
    for (const line of starts) expect(line).toMatch(/^DT(START|END):\d{8}T\d{6}$/)
    expect(fileOf()).toContain('DTSTAMP:20260304T083005Z')
    expect(fileOf()).not.toContain('TZID')
  })
  test('no word tells of a back, of pain or of us; the words to move only when they were asked for', () => {
    const seen = (text: string) => linesOf(text).filter((line) => /^(SUMMARY|DESCRIPTION|LOCATION|URL)/.test(line))
    expect(new Set(seen(fileOf()))).toEqual(new Set(['SUMMARY:Reminder', 'DESCRIPTION:Reminder']))
    const open = fileOf(told().write(2, 9, { kind: 'reminderWording', wording: 'move' }))
    expect(new Set(seen(open))).toEqual(new Set(['SUMMARY:Time to move', 'DESCRIPTION:Time to move']))
  })
})

describe('read back by another parser', () => {
  test('each time is an entry of its own, weekly on its days, with an alarm at its time', () => {
    const events = eventsIn(fileOf())
    expect(events.map(({ start }) => start.toString())).toEqual([
      '2026-03-03T09:00:00',
      '2026-03-03T10:00:00',
      '2026-03-03T11:00:00',
      '2026-03-02T08:15:00',
      '2026-03-02T18:00:00',
    ])
    expect(events.at(-1)?.rule).toBe('FREQ=WEEKLY;BYDAY=MO,TH')
    for (const { event, part, start } of events) {
      expect(start.zone.tzid).toBe('floating')
      expect(event.endDate.subtractDate(start).toSeconds()).toBe(300)
      const [alarm, more] = part.getAllSubcomponents('valarm')
      expect(more).toBeUndefined()
      expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY')
      expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('PT0S')
    }
  })
  test('it rings on the chosen days and no others', () => {
    const walk = eventsIn(fileOf()).at(-1)
    const times = walk?.event.iterator()
    const days = Array.from({ length: 4 }, () => times?.next().toString())
    expect(days).toEqual(['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-12'].map((day) => `${day}T18:00:00`))
  })
  test('a newer file has the same entries with higher numbers, and takes back what is off now', () => {
    const before = eventsIn(fileOf())
    const changed = told().write(3, 9, { kind: 'reminderSet', what: 'walk', times: ['18:00'], days: [1, 4] })
    const after = eventsIn(fileOf(changed))
    expect(after.map(({ uid }) => uid).sort()).toEqual(before.map(({ uid }) => uid).sort())
    expect(new Set(before.map(({ uid }) => uid)).size).toBe(5)
    for (const { uid, sequence } of after.filter(({ uid }) => uid.startsWith('p0000')))
      expect(sequence).toBeGreaterThan(before.find((one) => one.uid === uid)?.sequence ?? 99)
    expect(after.find(({ uid }) => uid.endsWith('0815'))?.status).toBe('CANCELLED')
    expect(after.find(({ uid }) => uid.endsWith('1800'))?.status).toBeNull()
  })
  test('the second file cancels every entry there ever was, each newer than its setting, and rings no more', () => {
    const set = eventsIn(fileOf())
    for (const cancelled of [told(), told().write(4, 9, { kind: 'reminderCancelled', what: 'all' })]) {
      const gone = eventsIn(cancelFile(reminders(cancelled.events), now))
      expect(gone.map(({ uid }) => uid).sort()).toEqual(set.map(({ uid }) => uid).sort())
      for (const { uid, sequence, status, part } of gone) {
        expect(status).toBe('CANCELLED')
        expect(sequence).toBeGreaterThan(set.find((one) => one.uid === uid)?.sequence ?? 99)
        expect(part.getAllSubcomponents('valarm')).toEqual([])
      }
    }
    // Set again after that: newer still.
    const again = told()
      .write(4, 9, { kind: 'reminderCancelled', what: 'all' })
      .write(5, 9, { kind: 'reminderSet', what: 'walk', times: ['18:00'], days: [1] })
    const taken = eventsIn(
      cancelFile(reminders(told().write(4, 9, { kind: 'reminderCancelled', what: 'all' }).events), now),
    )
    const back = eventsIn(fileOf(again)).find(({ uid, status }) => uid.endsWith('1800') && status === null)
    expect(back?.sequence).toBeGreaterThan(taken.find(({ uid }) => uid === back?.uid)?.sequence ?? 99)
  })
})
