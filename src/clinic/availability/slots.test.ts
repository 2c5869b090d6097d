import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { acceptSlot, type Wanted } from './accept-slot.ts'
import { offersWithAnybody, timesWithAnybody } from './any-therapist.ts'
import { at, clinic, clock, hours, london, physio, therapist } from './availability.fixtures.ts'
import { besideFirst } from './gaps.ts'
import { visitsHit } from './hit-visits.ts'
import type { AvailabilityInput, TimeOff } from './input.ts'
import { firstSlots, listSlots } from './slots.ts'

const wish = { service: 'physio' }
const times = (input: AvailabilityInput, zone?: string) =>
  listSlots(input, wish).slots.map(({ start }) => clock(start, zone))
const ask = (start: number, more: Partial<Wanted> = {}): Wanted => ({
  service: 'physio',
  therapist: 'ana',
  location: 'soho',
  start,
  ...more,
})
const open = (from: number, to: number, more = {}) => therapist({ hours: [hours(2, from, to)], ...more })
const visit = (from: string, to: string, more = {}) => ({
  resource: 'ana',
  from: london(`2026-03-03T${from}`),
  to: london(`2026-03-03T${to}`),
  location: 'soho',
  ...more,
})

describe('openings and lengths', () => {
  test('an opening of exactly the visit has one time, one minute less has none, and what is listed is accepted', () => {
    const exact = clinic({ therapists: [open(600, 645)] })
    expect(times(exact)).toEqual(['10:00'])
    expect(acceptSlot(exact, ask(london('2026-03-03T10:00')))).toMatchObject({ ok: true })
    const short = clinic({ therapists: [open(600, 644)] })
    expect(times(short)).toEqual([])
    expect(acceptSlot(short, ask(london('2026-03-03T10:00')))).toMatchObject({ ok: false, why: 'outsideHours' })
  })

  test('the same holds between two visits that are not on the steps', () => {
    const between = (to: string) => clinic({ busy: [visit('08:00', '10:07'), visit(to, '18:00')] })
    expect(times(between('10:52'))).toEqual(['10:07'])
    expect(times(between('10:51'))).toEqual([])
  })

  test('a 35-minute visit is not offered at 16:35 when its pause of 5 minutes would end after closing', () => {
    const service = { ...physio, minutes: 35, pauseAfter: 5, stepMinutes: 5 }
    expect(times(clinic({ services: [service] })).at(-1)).toBe('16:20')
    expect(times(clinic({ services: [{ ...service, pauseAfter: 0 }] })).at(-1)).toBe('16:25')
  })

  test('a visit may end at 24:00 sharp, and go over midnight where the hours do', () => {
    const hour = { services: [{ ...physio, minutes: 60, stepMinutes: 60 }] }
    expect(times(clinic({ ...hour, therapists: [open(1200, 1440)] }))).toEqual(['20:00', '21:00', '22:00', '23:00'])
    const night = clinic({ ...hour, therapists: [open(1320, 120)], lastDay: '2026-03-04' })
    expect(times(night)).toEqual(['22:00', '23:00', '00:00', '01:00'])
    // The morning after belongs to the night before, also when only that day is asked for.
    expect(times({ ...night, firstDay: '2026-03-04' })).toEqual(['00:00', '01:00'])
    expect(times({ ...night, lastDay: '2026-03-03' })).toEqual(['22:00', '23:00'])
    for (const { start } of listSlots(night, wish).slots) expect(acceptSlot(night, ask(start)).ok).toBe(true)
  })

  test('fixed starts are exactly those, also after a visit that ends between them', () => {
    const fixed = clinic({ therapists: [therapist({ hours: [hours(2, 540, 1020, { starts: [630, 750, 870] })] })] })
    expect(times(fixed)).toEqual(['10:30', '12:30', '14:30'])
    expect(times({ ...fixed, busy: [visit('12:00', '12:40')] })).toEqual(['10:30', '14:30'])
  })

  test('steps count from the opening, not from the full hour', () => {
    expect(times(clinic({ therapists: [open(550, 640)] }))).toEqual(['09:10', '09:25', '09:40', '09:55'])
  })

  test('hours to midnight and from midnight are one, also when only the one day is asked for', () => {
    const night = [hours(2, 1380, 1440), hours(3, 0, 60)]
    const input = clinic({ lastDay: '2026-03-04', therapists: [therapist({ hours: night })] })
    expect(times(input)).toEqual(['23:00', '23:15', '23:30', '23:45', '00:00', '00:15'])
    expect(times({ ...input, lastDay: '2026-03-03' })).toEqual(['23:00', '23:15', '23:30', '23:45'])
    for (const { start } of listSlots(input, wish).slots) expect(acceptSlot(input, ask(start)).ok).toBe(true)
  })

  test('two stretches of hours that touch are one, and those that overlap give each time once', () => {
    const touching = clinic({ therapists: [therapist({ hours: [hours(2, 600, 630), hours(2, 630, 660)] })] })
    expect(times(touching)).toEqual(['10:00', '10:15'])
    const both = [hours(2, 600, 660), hours(2, 600, 660, { starts: [600] })]
    expect(times(clinic({ therapists: [therapist({ hours: both })] }))).toEqual(['10:00', '10:15'])
  })

  test('hours every other week count from the week in which they begin, though that weekday is over', () => {
    const everyOther = hours(2, 600, 645, { everyWeeks: 2, validFrom: '2026-03-05', validTo: '2026-03-31' })
    const march = clinic({ lastDay: '2026-04-30', therapists: [therapist({ hours: [everyOther] })] })
    const days = (input: AvailabilityInput) =>
      listSlots(input, wish).slots.map(({ start }) => new Date(start).toISOString().slice(0, 10))
    // The last day is inclusive; one day less ends it.
    expect(days(march)).toEqual(['2026-03-17', '2026-03-31'])
    const shorter = [{ ...everyOther, validTo: '2026-03-30' }]
    expect(days({ ...march, therapists: [therapist({ hours: shorter })] })).toEqual(['2026-03-17'])
  })
})

describe('what is taken', () => {
  test('while a visit is under way, the times inside it are not offered', () => {
    const input = clinic({ now: london('2026-03-03T10:40'), busy: [visit('10:00', '11:45')] })
    expect(times(input)[0]).toBe('11:45')
    expect(acceptSlot(input, ask(london('2026-03-03T11:00')))).toMatchObject({ ok: false, why: 'taken' })
  })

  test('pauses differ before and after, and the longest of service, therapist and room counts', () => {
    const rooms = [{ id: 'r1', location: 'soho', kind: 'quiet', pauseBefore: 20, pauseAfter: 0 }]
    const service = { ...physio, roomKind: 'quiet', pauseBefore: 10, pauseAfter: 5 }
    const input = clinic({
      services: [service],
      rooms,
      therapists: [open(540, 720, { pauseAfter: 15 })],
      busy: [visit('08:00', '09:30')],
    })
    const [first] = listSlots(input, wish).slots
    expect(first).toMatchObject({
      start: london('2026-03-03T09:50'),
      claimFrom: london('2026-03-03T09:30'),
      claimTo: london('2026-03-03T10:50'),
      resources: ['ana', 'r1'],
    })
    expect(times(input).at(-1)).toBe('11:00')
  })

  test('the pause before the first visit may lie before the opening', () => {
    expect(times(clinic({ services: [{ ...physio, pauseBefore: 10 }] }))[0]).toBe('09:00')
  })

  test('three therapists and one room: the room decides, and the next free one is taken', () => {
    const room = (id: string) => ({ id, location: 'soho', kind: 'couch', pauseBefore: 0, pauseAfter: 0 })
    const base = clinic({
      services: [{ ...physio, roomKind: 'couch' }],
      therapists: ['ana', 'ben', 'cy'].map((id) => open(600, 645, { id })),
      rooms: [room('r1')],
    })
    const places = (input: AvailabilityInput) =>
      timesWithAnybody(input, listSlots(input, wish).slots).map(({ therapists, places }) => [therapists.length, places])
    expect(places(base)).toEqual([[3, 1]])
    expect(places({ ...base, rooms: [room('r1'), room('r2')] })).toEqual([[3, 2]])
    const taken = [visit('10:30', '11:00', { resource: 'r1' })]
    expect(places({ ...base, busy: taken })).toEqual([])
    expect(acceptSlot({ ...base, busy: taken }, ask(london('2026-03-03T10:00')))).toMatchObject({ why: 'noRoom' })
    const two = { ...base, busy: taken, rooms: [room('r1'), room('r2')] }
    expect(listSlots(two, wish).slots.map(({ resources }) => resources[1])).toEqual(['r2', 'r2', 'r2'])
  })

  test('any therapist: ten o’clock stands once, and three people can still book it', () => {
    let input = clinic({ therapists: ['ana', 'ben', 'cy'].map((id) => open(600, 645, { id })) })
    for (let left = 3; left > 0; left -= 1) {
      const { slots } = listSlots(input, wish)
      expect(timesWithAnybody(input, slots)).toMatchObject([{ start: london('2026-03-03T10:00'), places: left }])
      const [slot] = slots
      if (!slot) throw new Error('nobody left')
      const busy = slot.resources.map((resource) => ({ resource, from: slot.claimFrom, to: slot.claimTo }))
      input = { ...input, busy: [...input.busy, ...busy] }
    }
    expect(listSlots(input, wish).slots).toEqual([])
  })

  test('any therapist: each time is with whoever has most left, and says how many more could come then', () => {
    const input = clinic({
      therapists: [open(600, 645, { id: 'ana' }), open(600, 765, { id: 'ben' }), open(660, 705, { id: 'cy' })],
    })
    const offered = offersWithAnybody(input, listSlots(input, wish).slots)
    expect(offered.map(({ slot, more }) => `${clock(slot.start)} ${slot.therapist} ${more}`)).toMatchInlineSnapshot(`
      [
        "10:00 ben 1",
        "10:15 ben 0",
        "10:30 ben 0",
        "10:45 ben 0",
        "11:00 ben 1",
        "11:15 ben 0",
        "11:30 ben 0",
        "11:45 ben 0",
        "12:00 ben 0",
      ]
    `)
    expect(new Set(offered.map(({ slot }) => slot.start)).size).toBe(offered.length)
  })

  test('a visit at one location keeps the therapist from the other, and the way there too', () => {
    const both = therapist({ hours: [hours(2, 540, 1020), hours(2, 540, 1020, { location: 'bow' })] })
    const input = clinic({
      therapists: [both],
      busy: [visit('12:00', '13:00')],
      travel: [
        { from: 'soho', to: 'bow', minutes: 40 },
        { from: 'bow', to: 'soho', minutes: 25 },
      ],
    })
    const starts = (location: string) =>
      listSlots(input, { service: 'physio', location }).slots.map(({ start }) => clock(start))
    expect(starts('soho')).toContain('13:00')
    expect(starts('bow').filter((time) => time > '10:45' && time < '14:00')).toEqual(['13:40', '13:45'])
    // From the visit at Bow to Soho: 25 minutes, so one that ends at 11:35 is the last.
    expect(starts('bow')).toContain('10:45')
    expect(acceptSlot(input, ask(london('2026-03-03T13:15'), { location: 'bow' }))).toMatchObject({ why: 'taken' })
  })

  test('a way that nobody listed takes the usual time, and a visit by video none', () => {
    const both = therapist({ hours: [hours(2, 540, 1020, { location: 'bow' })] })
    const after = (more: object) => {
      const { location, ...rest } = visit('09:00', '10:00')
      return times(clinic({ therapists: [both], busy: [{ ...rest, location, ...more }] }))[0]
    }
    expect(after({})).toBe('11:00')
    const { location: _somewhere, ...nowhere } = visit('09:00', '10:00')
    expect(times(clinic({ therapists: [both], busy: [nowhere] }))[0]).toBe('10:00')
  })
})

describe('closures and absences', () => {
  const tuesdays = (absence: TimeOff) =>
    clinic({ lastDay: '2026-03-31', therapists: [open(600, 645, { absences: [absence] })] })
  const days = (input: AvailabilityInput) =>
    listSlots(input, wish).slots.map(({ start }) => new Date(start).getUTCDate())

  test('a weekly absence until a Tuesday keeps that Tuesday free of visits', () => {
    const weekly = { firstDay: '2026-03-03', lastDay: '2026-03-24', everyWeeks: 1 }
    expect(days(tuesdays(weekly))).toEqual([31])
    expect(days(tuesdays({ ...weekly, lastDay: '2026-03-23' }))).toEqual([24, 31])
    expect(days(tuesdays({ ...weekly, part: { from: 630, to: 660 } }))).toEqual([31])
    expect(days(tuesdays({ ...weekly, everyWeeks: 2 }))).toEqual([10, 24, 31])
  })

  test('a long absence covers its first and its last day, and one without end only its day', () => {
    expect(days(tuesdays({ firstDay: '2026-03-10', lastDay: '2026-03-17' }))).toEqual([3, 24, 31])
    expect(days(tuesdays({ firstDay: '2026-03-10' }))).toEqual([3, 17, 24, 31])
    expect(days(tuesdays({ firstDay: '2019-01-01', lastDay: '2026-03-03' }))).toEqual([10, 17, 24, 31])
  })

  test('leave from 22:00 to 06:00 blocks both days', () => {
    const absences = [{ firstDay: '2026-03-03', part: { from: 1320, to: 360 } }]
    const both = [hours(2, 1260, 1440), hours(3, 300, 420)]
    expect(times(clinic({ lastDay: '2026-03-04', therapists: [therapist({ hours: both, absences })] }))).toEqual([
      '21:00',
      '21:15',
      '06:00',
      '06:15',
    ])
  })

  test('one closure of the clinic shuts every therapist at every location, one of a location only that', () => {
    const ben = therapist({ id: 'ben', hours: [hours(2, 600, 645, { location: 'bow' })] })
    const input = clinic({ therapists: [open(600, 645), ben] })
    const who = (closures: AvailabilityInput['closures']) =>
      listSlots({ ...input, closures }, wish).slots.map(({ therapist }) => therapist)
    expect(who([])).toEqual(['ana', 'ben'])
    expect(who([{ firstDay: '2026-03-01', lastDay: '2026-03-03' }])).toEqual([])
    expect(who([{ firstDay: '2026-03-01', lastDay: '2026-03-03', location: 'soho' }])).toEqual(['ben'])
    expect(who([{ firstDay: '2026-03-03', part: { from: 645, to: 700 } }])).toEqual(['ana', 'ben'])
    expect(who([{ firstDay: '2026-03-03', part: { from: 644, to: 700 } }])).toEqual([])
  })

  test('visits that a new closure hits are listed, whoever only touches it is not', () => {
    const off = { firstDay: '2026-03-03', part: { from: 600, to: 720 } }
    const visits = [visit('09:15', '10:00'), visit('09:16', '10:01'), visit('11:59', '12:44'), visit('12:00', '12:45')]
    expect(visitsHit(off, visits, 'Europe/London')).toEqual([visits[1], visits[2]])
    expect(visitsHit({ firstDay: '2026-02-24', everyWeeks: 1 }, visits, 'Europe/London')).toEqual(visits)
    expect(visitsHit(off, [], 'Europe/London')).toEqual([])
  })
})

describe('notice, window and forged times', () => {
  const noticed = clinic({
    now: london('2026-03-03T08:00'),
    services: [{ ...physio, noticeMinutes: 120, windowDays: 14 }],
    lastDay: '2026-04-30',
  })

  test('minimum notice is a border: the minute itself is offered', () => {
    expect(times(noticed)[0]).toBe('10:00')
    expect(times({ ...noticed, now: noticed.now + 60_000 })[0]).toBe('10:15')
  })

  test('staff may move a visit to in one hour, the public link is refused', () => {
    const inAnHour = ask(london('2026-03-03T09:00'))
    expect(acceptSlot(noticed, inAnHour)).toMatchObject({ ok: false, why: 'insideNotice' })
    expect(acceptSlot(noticed, { ...inAnHour, by: 'staff' })).toMatchObject({ ok: true })
    expect(acceptSlot({ ...noticed, now: inAnHour.start + 1 }, { ...inAnHour, by: 'staff' })).toMatchObject({
      why: 'past',
    })
  })

  test.each([
    ['the spring change', '2026-03-24', '2026-04-07'],
    ['the autumn change', '2026-10-20', '2026-11-03'],
  ])(
    'a window of 14 days over %s counts local days: the last day is in, late in the evening too',
    (_what, today, last) => {
      const all = [1, 2, 3, 4, 5, 6, 7].map((weekday) => hours(weekday, 1380, 1440))
      const input = clinic({
        now: london(`${today}T00:30`),
        firstDay: today,
        lastDay: Temporal.PlainDate.from(last).add({ days: 7 }).toString(),
        services: [{ ...physio, windowDays: 14 }],
        therapists: [therapist({ hours: all })],
      })
      expect(listSlots(input, wish).slots.at(-1)?.start).toBe(london(`${last}T23:15`))
      expect(listSlots(input, wish).slots).toHaveLength(30)
      const next = london(`${last}T23:15`) + 86_400_000
      expect(acceptSlot(input, ask(next))).toMatchObject({ ok: false, why: 'beyondWindow' })
      expect(acceptSlot(input, ask(next, { by: 'staff' }))).toMatchObject({ ok: true })
    },
  )

  test('forged starts are refused with the reason and the free times nearest to them', () => {
    const input = clinic({
      now: london('2026-03-03T08:00'),
      services: [{ ...physio, pauseAfter: 10, noticeMinutes: 60 }],
      busy: [visit('12:00', '12:55')],
    })
    const why = (wall: string, more = {}) => {
      const answer = acceptSlot(input, ask(london(wall), more))
      return answer.ok ? 'accepted' : [answer.why, ...answer.near.slice(0, 2).map(({ start }) => clock(start))]
    }
    expect(why('2026-03-03T11:10')).toEqual(['taken', '11:00', '10:45'])
    expect(why('2026-03-03T10:07')).toEqual(['notAStart', '10:00', '10:15'])
    expect(why('2026-03-03T19:00')).toEqual(['outsideHours', '16:00', '15:45'])
    expect(why('2026-03-03T08:30')).toEqual(['insideNotice', '09:00', '09:15'])
    expect(why('2026-03-03T07:00')).toEqual(['past', '09:00', '09:15'])
    expect(why('2026-03-10T10:00')).toEqual(['notLoaded', '16:00', '15:45'])
    expect(why('2026-03-03T10:00', { therapist: 'nobody' })).toMatchObject(['unknown', '10:00', expect.anything()])
    expect(why('2026-03-03T10:00', { location: 'mars' })).toMatchObject(['unknown', '10:00', expect.anything()])
    expect(acceptSlot(input, ask(Number.NaN))).toMatchObject({ ok: false, why: 'unknown' })
    expect(acceptSlot(input, ask(9e15))).toMatchObject({ ok: false, why: 'unknown' })
    expect(why('2026-03-03T10:00')).toBe('accepted')
  })

  test('closed, away and shut rooms are told apart', () => {
    const ten = ask(london('2026-03-03T10:00'))
    const off = { firstDay: '2026-03-03' }
    expect(acceptSlot(clinic({ closures: [off] }), ten)).toMatchObject({ why: 'closed' })
    expect(acceptSlot(clinic({ therapists: [therapist({ absences: [off] })] }), ten)).toMatchObject({ why: 'away' })
    expect(acceptSlot(clinic({ services: [{ ...physio, machineKind: 'laser' }] }), ten)).toMatchObject({
      why: 'noRoom',
    })
  })
})

describe('the rule about gaps', () => {
  const busy = [visit('12:00', '13:00')]
  const kind = open(540, 1020, { avoidsGaps: true })

  test('times that leave less than the shortest visit hide, the others stay, those beside a visit first', () => {
    const { slots, hidden } = listSlots(clinic({ therapists: [kind], busy }), wish)
    for (const { fit } of slots) expect(fit).not.toBe('leavesGap')
    for (const { fit } of hidden) expect(fit).toBe('leavesGap')
    expect(slots.map(({ start }) => clock(start))).toContain('11:15')
    // 9:00 to 12:00 and 13:00 to 17:00 are free: what leaves 15 or 30 minutes at an end hides, 45 are a visit.
    expect(hidden.map(({ start }) => clock(start))).toEqual([
      ...['09:15', '09:30', '10:45', '11:00'],
      ...['13:15', '13:30', '15:45', '16:00'],
    ])
    expect(slots.map(({ start }) => clock(start))).toEqual([
      ...['09:00', '09:45', '10:00', '10:15', '10:30', '11:15', '13:00', '13:45', '14:00'],
      ...['14:15', '14:30', '14:45', '15:00', '15:15', '15:30', '16:15'],
    ])
    expect(
      besideFirst(slots)
        .slice(0, 2)
        .map(({ start }) => clock(start)),
    ).toEqual(['11:15', '13:00'])
  })

  test('with the switch off nothing hides', () => {
    const off = listSlots(clinic({ therapists: [open(540, 1020)], busy }), wish)
    const on = listSlots(clinic({ therapists: [kind], busy }), wish)
    expect(off.hidden).toEqual([])
    expect(off.slots.map(({ start }) => start)).toEqual([...on.slots, ...on.hidden].map(({ start }) => start).sort())
  })

  test('when nothing better exists that day, the bad times show; another day’s better ones do not hide them', () => {
    const short = therapist({ avoidsGaps: true, hours: [hours(2, 600, 650, { starts: [603] }), hours(3, 600, 645)] })
    const input = clinic({ therapists: [short], lastDay: '2026-03-04' })
    expect(listSlots(input, wish)).toMatchObject({ slots: [{ fit: 'leavesGap' }, { fit: 'open' }], hidden: [] })
  })

  test('a hidden time is accepted from whoever asks for it by name', () => {
    const input = clinic({ therapists: [kind], busy })
    for (const { start } of listSlots(input, wish).hidden) expect(acceptSlot(input, ask(start)).ok).toBe(true)
  })
})

test('the first free time of each therapist is the first of their list', () => {
  const input = clinic({
    lastDay: '2026-03-31',
    therapists: [
      open(600, 645),
      open(660, 705, { id: 'ben', absences: [{ firstDay: '2026-03-03' }] }),
      open(0, 10, { id: 'cy' }),
    ],
  })
  const first = firstSlots(input, wish)
  expect([...first.keys()]).toEqual(['ana', 'ben'])
  expect(first.get('ben')?.start).toBe(london('2026-03-10T11:00'))
})

test('a clinic in Guadeloupe has its own hours, whatever zone the server and the browser are in', () => {
  const input = clinic({ locations: [{ id: 'soho', zone: 'America/Guadeloupe' }], therapists: [open(540, 600)] })
  expect(listSlots(input, wish).slots[0]?.start).toBe(at('2026-03-03T09:00', 'America/Guadeloupe'))
  expect(times(input, 'America/Guadeloupe')).toEqual(['09:00', '09:15'])
})

test('a server in UTC, New York or Kiritimati finds the very same times', () => {
  const program = `
    const { clinic, therapist, hours } = await import('./src/clinic/availability/availability.fixtures.ts')
    const { listSlots } = await import('./src/clinic/availability/slots.ts')
    const absences = [{ firstDay: '2026-03-28', part: { from: 1320, to: 360 } }]
    const all = [6, 7].map((weekday) => hours(weekday, 0, 1440))
    const input = clinic({ firstDay: '2026-03-28', lastDay: '2026-03-29', therapists: [therapist({ hours: all, absences })] })
    console.log(Intl.DateTimeFormat().resolvedOptions().timeZone, JSON.stringify(listSlots(input, { service: 'physio' })))`
  const said = ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map((TZ) => {
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
      timeout: 60_000,
    })
    const [zone, list] = ran.stdout.trim().split(' ')
    expect([zone, ran.stderr]).toEqual([TZ, ''])
    return list
  })
  expect(said[0]?.length).toBeGreaterThan(1000)
  expect(new Set(said).size).toBe(1)
})
