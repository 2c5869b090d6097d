/**
 * A year of heavy use, made from a seed: what one very diligent person would have written into their record. For the tests
 * and the benchmark of the record. Every event is one that the pages could have written; the numbers mean nothing.
 */
import { seededRandom } from '../../../care/diary/seeded-random.ts'
import { regions } from '../../../care/diary/body-map.ts'
import type { DiaryEntry } from '../../../care/diary/entry.ts'
import { addDays, type IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../../../care/evidence/time.ts'
import { inOrder, type NotebookEvent } from '../../../care/record/notebook.ts'
import { movementAt, type PhaseNumber, phases } from '../../../care/programme/phases.ts'

/** The last day of the year, at nine in the evening in winter Britain. */
export const yearEnds: EpochMs = asEpochMs(Date.UTC(2026, 10, 23, 21))
const days = 365

type Made = NotebookEvent extends infer Event ? (Event extends NotebookEvent ? Omit<Event, 'id' | 'at'> : never) : never

/**
 * Exactly so many events, ending at `yearEnds`.
 * @param count 5,000 for a year of heavy use
 */
export function yearOfUse(seed = 1, count = 5000): readonly NotebookEvent[] {
  const chance = seededRandom(seed)
  const whole = (most: number) => Math.floor(chance() * (most + 1))
  const pick = <Item>(items: readonly Item[]): Item => items[whole(items.length - 1)] as Item
  const maybe = (likely: number) => chance() < likely
  const id = (at: number) => idAt(at, () => whole(15))
  const events: NotebookEvent[] = []
  const put = (at: EpochMs, event: Made): string => {
    const made = { ...event, id: id(at), at } as NotebookEvent
    events.push(made)
    return made.id
  }
  const task = id(yearEnds - days * dayMs)
  const firstDay = addDays('2026-11-23', 1 - days)
  for (let number = 0; number < days; number += 1) {
    const day = addDays(firstDay, number)
    const at = (hour: number) => asEpochMs(yearEnds - (days - 1 - number) * dayMs + (hour - 21) * hourMs)
    const dated = { v: 1, day } as const
    const pain = Math.max(0, Math.min(10, Math.round(5 * Math.exp(-number / 60) + chance() * 3)))
    const phase: PhaseNumber = number < 5 ? 1 : number < 21 ? 2 : number < 70 ? 3 : 4

    if (number % 10 === 0 || number === 14) checked(put, at(7), day, pain, id(at(7)))
    if (number === 0) {
      const began = { episodeDay: day, painDayOne0to10: 6, ageYears: 43, firstEver: 'no' } as const
      put(at(7.2), { ...dated, kind: 'programmeStarted', ...began })
      put(at(7.3), { ...dated, kind: 'directionFound', direction: 'back' })
      put(at(7.4), { ...dated, kind: 'helpAnswered', offerEarlierPhysio: false, askI3: false })
      put(at(7.5), { ...dated, kind: 'taskChosen', task, name: 'Put on my socks' })
    }
    if ([5, 21, 70].includes(number)) {
      const able = { canWalk5Minutes: 'yes', canSit15Minutes: 'yes', normalTasks: 'most' } as const
      put(at(7.2), { ...dated, kind: 'abilitiesNoted', ...able, taskScores0to10: [8] })
      put(at(7.3), { ...dated, kind: 'phaseChanged', to: phase })
    }
    put(at(8), { ...dated, kind: 'morningNoted', pain0to10: pain, poorSleep: maybe(0.2) ? 'yes' : 'no' })
    const clear = { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' } as const
    put(at(8.1), { ...dated, kind: 'miniCheckDone', answers: clear })
    for (const hour of maybe(0.92) ? [9, 17] : []) session(put, at(hour), day, phase, pain, pick)
    for (const hour of maybe(0.75) ? [12, 16, 20] : [20]) {
      const fields = diaryFields(pain, task, { whole, pick, maybe })
      put(at(hour), { ...dated, v: 2, kind: 'diaryEntry', ...fields })
    }
    for (const hour of maybe(0.6) ? [8.5, 14.5, 20.5] : []) {
      const dose = { ingredient: 'paracetamol', milligrams: 1000, product: 'Paracetamol 500 mg' }
      const taken = put(at(hour), { v: 1, kind: 'doseTaken', ...dose, takenAt: at(hour) })
      if (maybe(0.03)) put(at(hour + 0.1), { v: 1, kind: 'doseWithdrawn', dose: taken })
    }
    if (number % 3 === 0) {
      const checkIn = { trend: 'better', toiletAndDrink: 'yes', canStand10Minutes: 'yes' } as const
      const rest = { medicineFor24Hours: 'no', backToNormal: 'no', severeLegPain: 'no', globalChange: 2 } as const
      put(at(18), { ...dated, kind: 'checkInDone', pain0to10: pain, ...checkIn, ...rest })
    }
  }
  for (let more = 0; events.length < count; more += 1)
    put(asEpochMs(yearEnds - days * dayMs + more * hourMs * 5), { v: 1, kind: 'stepDone', step: 'walk' })
  return inOrder(events).slice(-count)
}

type Put = (at: EpochMs, event: Made) => string

function checked(put: Put, at: EpochMs, day: IsoDate, pain: number, check: string): void {
  const answers = { who: 'me', age: 43, sex: 'female', place: ['lowBack'], duration: 'days0', painNow: pain, A1: 'no' }
  const found = { level: 'self-care', movement: 'open', protocolVersion: '0123456789ab', changed: [] } as const
  put(at, {
    v: 2,
    kind: 'checkFinished',
    day,
    check,
    answers: { ...answers, fxRisk: [], F1: 'no', A2: 'no' },
    ...found,
  })
  const profile = { painNow: pain, walk: 'can', legPain: 'none', have: ['heatPack', 'cushion'], floor: 'yes' }
  put(asEpochMs(at + 60_000), { v: 1, kind: 'planMade', check, profile })
}

function session(
  put: Put,
  at: EpochMs,
  day: IsoDate,
  phase: PhaseNumber,
  pain: number,
  pick: <Item>(items: readonly Item[]) => Item,
): void {
  const lines = phases[phase].content.filter(({ card }) => card.startsWith('M')).slice(0, 8)
  const items = lines.map(({ card }) => ({
    card,
    movement: movementAt(card, 1),
    dose: { reps: 8, holdSeconds: 3, sets: 2, sides: ['left', 'right'] as const, restSeconds: 30, loadKg: 0 },
    range: 0.75,
    headStill: false,
    half: null,
  }))
  put(at, { v: 1, kind: 'sessionBegun', day, painNow0to10: pain, minutes: 15, items })
  const movements = items.map(({ card, movement }) => ({
    card,
    movement,
    peak0to10: Math.min(10, pain + pick([0, 0, 0, 1])),
    done: pick(['all', 'all', 'all', 'all', 'part', 'skipped'] as const),
  }))
  const told = { painBefore0to10: pain, effort0to10: pick([2, 3, 4]), leg: 'none' } as const
  put(asEpochMs(at + 900_000), { v: 1, kind: 'sessionDone', day, ...told, movements })
}

function diaryFields(
  pain: number,
  task: string,
  {
    whole,
    pick,
    maybe,
  }: {
    whole: (most: number) => number
    pick: <Item>(items: readonly Item[]) => Item
    maybe: (likely: number) => boolean
  },
): Omit<DiaryEntry, 'v' | 'id' | 'at' | 'day' | 'kind'> {
  const back = regions.filter(({ part }) => part === 'back')
  return {
    painNow0to10: pain,
    painWorst0to10: Math.min(10, pain + 2),
    painAverage0to10: pain,
    places: [...new Set([pick(back).id, pick(back).id])],
    leg: 'none',
    signs: [],
    sleep: pick(['good', 'good', 'broken', 'bad'] as const),
    stress: pick(['none', 'some', 'lots'] as const),
    sittingHours: whole(10),
    lifting: pick(['none', 'light', 'heavy'] as const),
    medicine: { taken: false, doses: [] },
    helped: maybe(0.5) ? ['walking', 'warmth'] : ['movements'],
    ...(maybe(0.4) && {
      note: 'Stiff on getting up, better after the walk round the park. Sat for long in the afternoon.',
    }),
    taskScores: [{ task, score0to10: whole(10) }],
    confidence0to10: whole(10),
  }
}

/** A version 7 UUID as the device makes them. */
function idAt(at: number, digit: () => number): string {
  const hex = Math.floor(at).toString(16).padStart(12, '0')
  const more = Array.from({ length: 18 }, () => digit().toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${more.slice(0, 3)}-8${more.slice(3, 6)}-${more.slice(6)}`
}
