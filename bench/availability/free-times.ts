/**
 * Free times: how long the search takes, from plain data to the list, and how that grows. Each figure stands beside a bare
 * floor of the same run: the same starts compared with the same busy ranges in plain loops, with no zones, rooms, pauses,
 * closures or results.
 */
import type { AvailabilityInput, Busy, Therapist } from '../../src/clinic/availability/input.ts'
import { firstSlots, listSlots } from '../../src/clinic/availability/slots.ts'
import { seededRandom } from '../../src/care/diary/seeded-random.ts'
import { median, type Report, type Row, times } from '../table.ts'

const seed = 20261127
const rounds = 60
const spanDays = 35
const visitMinutes = 45
const stepMinutes = 15
const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const busyShare = 0.6
const firstDay = '2027-03-08'
const first = Date.parse(firstDay)
const wish = { service: 'physio' }
const teamSize = 12

export function freeTimes(): Promise<Report> {
  const sizes = [12, 50, 200, 1000].map((therapists) => ({ therapists, input: town(therapists) }))
  const wrong = sizes.flatMap(({ therapists, input }) => {
    const [all, starts] = [listSlots(input, wish).slots, firstSlots(input, wish)]
    const same = [...starts.values()].every(
      (slot) => all.find((one) => one.therapist === slot.therapist)?.start === slot.start,
    )
    return same && starts.size === therapists ? [] : [`First free times of ${therapists} are not those of the list.`]
  })
  const row = (what: string, aimMs: number | undefined, input: AvailabilityInput, work: () => unknown): Row => {
    const [ours, floor] = measured(work, () => bareFloor(input))
    return {
      what,
      ours: `median ${ms(median(ours))}, p99 ${ms(p99(ours))}`,
      against: `${aimMs === undefined ? '' : `p99 under ${aimMs} ms; `}bare floor ${ms(median(floor))}`,
      ratio: times(median(ours), median(floor)),
      ...(aimMs !== undefined && { met: p99(ours) < aimMs }),
    }
  }
  const lists = sizes.slice(0, 3).map(({ therapists, input }) => {
    const aim = therapists === 12 ? 50 : therapists === 200 ? 250 : undefined
    return row(`Free times, ${therapists} therapists × ${spanDays} days`, aim, input, () => listSlots(input, wish))
  })
  const firsts = sizes.map(({ therapists, input }) => {
    const aim = therapists === 1000 ? 100 : undefined
    return row(`First free time of each of ${therapists}`, aim, input, () => firstSlots(input, wish))
  })
  return Promise.resolve({ wrong, rows: [...lists, ...firsts] })
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0

/** Both in turn, round by round, so that a busy moment of the machine falls on both. */
function measured(ours: () => unknown, floor: () => unknown): readonly [readonly number[], readonly number[]] {
  const taken: [number[], number[]] = [[], []]
  for (let round = -5; round < rounds; round += 1)
    for (const [at, work] of [ours, floor].entries()) {
      const start = performance.now()
      work()
      if (round >= 0) taken[at]?.push(performance.now() - start)
    }
  return taken
}

/** Locations of twelve therapists and eight rooms each, at work from 8 to 18 on weekdays, 60 % of it taken. */
function town(size: number): AvailabilityInput {
  const random = seededRandom(seed)
  const locations = Array.from({ length: Math.ceil(size / teamSize) }, (_, at) => ({
    id: `l${at}`,
    zone: 'Europe/London',
  }))
  const therapists = Array.from({ length: size }, (_, at) => therapistOf(at))
  const pauses = { pauseBefore: 0, pauseAfter: 0 }
  return {
    now: first - dayMs,
    firstDay,
    lastDay: new Date(first + (spanDays - 1) * dayMs).toISOString().slice(0, 10),
    locations,
    services: [
      {
        id: 'physio',
        minutes: visitMinutes,
        stepMinutes,
        noticeMinutes: 120,
        windowDays: 60,
        roomKind: 'couch',
        ...pauses,
      },
    ],
    therapists,
    rooms: locations.flatMap(({ id }) =>
      Array.from({ length: teamSize }, (_, at) => ({ id: `${id}r${at}`, location: id, kind: 'couch', ...pauses })),
    ),
    machines: [],
    meetings: [],
    closures: [{ firstDay: '2027-03-26' }, { firstDay: '2027-03-29' }],
    busy: therapists.flatMap(({ id, hours }, at) => dayVisits(id, `${hours[0]?.location}r${at % teamSize}`, random)),
    travel: [],
    otherwiseTravelMinutes: 30,
  }
}

const therapistOf = (at: number): Therapist => ({
  id: `t${at}`,
  services: ['physio'],
  avoidsGaps: at % 2 === 0,
  pauseBefore: 0,
  pauseAfter: at % 3 === 0 ? 5 : 0,
  absences: [{ firstDay: '2027-03-10', part: { from: 720, to: 780 }, everyWeeks: 1 }],
  hours: [1, 2, 3, 4, 5].map((weekday) => ({
    location: `l${Math.floor(at / teamSize)}`,
    weekday,
    from: 480,
    to: 1080,
    everyWeeks: 1,
    validFrom: '2026-01-01',
  })),
})

/** Visits of 45 minutes, back to back with gaps, that take six tenths of each working day. */
function dayVisits(therapist: string, room: string, random: () => number): Busy[] {
  const busy: Busy[] = []
  for (let day = 0; day < spanDays; day += 1)
    for (let at = 480; at + visitMinutes <= 1080; at += visitMinutes) {
      if (random() >= busyShare) continue
      const from = first + day * dayMs + at * minuteMs
      for (const resource of [therapist, room]) busy.push({ resource, from, to: from + visitMinutes * minuteMs })
    }
  return busy
}

/** The least that any search must do: every start against the therapist's visits of that day. */
function bareFloor({ therapists, busy }: AvailabilityInput): number {
  const of = new Map<string, number[]>(therapists.map(({ id }) => [id, []]))
  for (const { resource, from } of busy) of.get(resource)?.push(from)
  let free = 0
  for (const starts of of.values())
    for (let day = 0, next = 0; day < spanDays; day += 1)
      for (let at = 480; at + visitMinutes <= 1080; at += stepMinutes) {
        const start = first + day * dayMs + at * minuteMs
        while (next < starts.length && (starts[next] ?? 0) + visitMinutes * minuteMs <= start) next += 1
        if ((starts[next] ?? Infinity) >= start + visitMinutes * minuteMs) free += 1
      }
  return free
}
