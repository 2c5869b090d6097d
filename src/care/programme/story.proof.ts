/** A plain person's record, told day by day, to change one thing at a time. */
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import { addDays, type Moment } from '../evidence/calendar.ts'
import type {
  AbilitiesNoted,
  CheckInDone,
  FullCheckDone,
  MorningNoted,
  MovementDone,
  ProgrammeEvent,
  ProgrammeStarted,
  SessionDone,
} from './events.ts'
import { stateAt } from './fold.ts'
import { miniQuestions } from './screening.ts'
import type { Decision } from './state.ts'

const dayZero = '2026-03-02' as const
/** Day 0 is the first day of the episode. `hour` may be a fraction. */
export const moment = (day: number, hour = 12): Moment => ({
  at: asEpochMs(Date.parse(`${dayZero}T00:00:00Z`) + day * dayMs + Math.round(hour * hourMs)),
  day: addDays(dayZero, day),
})

/** Everything fine, everything at hand. */
export const well: MovementProfile = {
  ...(Object.fromEntries(
    Object.entries(nothingKnown).map(([key, value]) => [key, value === 'notSure' ? 'no' : value]),
  ) as unknown as MovementProfile),
  painNow0to10: 2,
  pregnancyWeeks: null,
  weeksAfterBirth: null,
  radicularSide: 'none',
  floorTransfer: 'yes',
  canSit: 'yes',
  canStand: 'yes',
  hasChair: 'yes',
  hasBed: 'yes',
}

export const tilt: MovementDone = { card: 'M08', movement: 'M08', peak0to10: 2, done: 'all' }
export const rolls: MovementDone = { card: 'M09', movement: 'M09', peak0to10: 2, done: 'all' }

type Part<T> = Partial<Omit<T, 'kind' | 'v' | 'id' | 'at' | 'day'>>
type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'day'> : never

/** A record that grows. Each line writes one event and returns the story. */
export function story() {
  const events: ProgrammeEvent[] = []
  const write = (when: Moment, what: Without<ProgrammeEvent>) => {
    events.push({ v: 1, id: `e${String(events.length).padStart(4, '0')}`, ...when, ...what } as ProgrammeEvent)
    return told
  }
  const told = {
    events,
    write,
    full: (day: number, hour = 7, part: Part<FullCheckDone> = {}) =>
      write(moment(day, hour), {
        kind: 'fullCheckDone',
        level: 'self-care',
        lock: 'open',
        protocolVersion: 'test',
        ...part,
      }),
    start: (part: Part<ProgrammeStarted> = {}) =>
      write(moment(0, 7.5), {
        kind: 'programmeStarted',
        episodeDay: dayZero,
        painDayOne0to10: 6,
        ageYears: 40,
        firstEver: 'no',
        ...part,
      }),
    mini: (day: number, hour = 8.5) =>
      write(moment(day, hour), {
        kind: 'miniCheckDone',
        answers: Object.fromEntries(miniQuestions.map((id) => [id, 'no'])),
      }),
    morning: (day: number, pain0to10: number, part: Part<MorningNoted> = {}) =>
      write(moment(day, 8), { kind: 'morningNoted', pain0to10, ...part }),
    session: (day: number, hour = 10, part: Part<SessionDone> = {}) =>
      write(moment(day, hour), {
        kind: 'sessionDone',
        painBefore0to10: 2,
        effort0to10: 2,
        leg: 'none',
        movements: [tilt],
        ...part,
      }),
    /** Three good sessions in one day: a phase 1 day as planned. */
    goodDay: (day: number, part: Part<SessionDone> = {}) =>
      told.session(day, 10, part).session(day, 14, part).session(day, 18, part),
    abilities: (day: number, part: Part<AbilitiesNoted> = {}) =>
      write(moment(day, 8.2), {
        kind: 'abilitiesNoted',
        canWalk5Minutes: 'yes',
        canSit15Minutes: 'yes',
        normalTasks: 'all',
        taskScores0to10: [8],
        ...part,
      }),
    checkIn: (day: number, part: Part<CheckInDone> = {}) =>
      write(moment(day, 9), {
        kind: 'checkInDone',
        pain0to10: 4,
        trend: 'better',
        toiletAndDrink: 'yes',
        canStand10Minutes: 'yes',
        medicineFor24Hours: 'yes',
        backToNormal: 'no',
        severeLegPain: 'no',
        ...part,
      }),
    phase: (day: number, to: 1 | 2 | 3 | 4, hour = 9) => write(moment(day, hour), { kind: 'phaseChanged', to }),
    state: (day: number, hour = 12) => stateAt(events, moment(day, hour)),
    /** The last decision so far. */
    last: (day: number, hour = 23): Decision => {
      const decision = stateAt(events, moment(day, hour)).decisions.at(-1)
      if (!decision) throw new Error('nothing was decided')
      return decision
    },
  }
  return told
}

/** Checked and started on day 0, with the plan's own day of sessions on it. */
export const begun = () => story().full(0).start()

/** In phase 2 since day 1; three good sessions before it. */
export const restoring = () => begun().goodDay(0).morning(1, 2).full(1, 8.1).abilities(1).phase(1, 2)

/** In phase 3 since day 5. */
export const building = () =>
  restoring()
    .session(1, 10)
    .session(2, 10)
    .session(3, 10)
    .session(4, 10)
    .morning(5, 2)
    .full(5, 8.1)
    .abilities(5)
    .phase(5, 3)
