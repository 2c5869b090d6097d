/**
 * A session as a timeline: from the movements with their doses to steps with a start and a length, and the cues that
 * are said, rung and felt on the way. `moment.ts` reads what to show at any time.
 * Shared by the session pages (how long it takes) and the player island, which loads this file with next to nothing beside it.
 * Never: a clock, a dose of its own (they come from the programme), or a word about whether a movement is allowed.
 */
import type { Side, TimedItem, Work } from './timed-item.ts'

/** `settle`: get into place for the next one. `ready`: the count before the work. `other`: change sides. */
export type StepKind = 'settle' | 'ready' | 'other' | 'out' | 'hold' | 'back' | 'time' | 'breath' | 'part' | 'rest'

/** One stretch of the timeline, milliseconds; `startMs` is from the start of the session. */
export interface Step {
  readonly kind: StepKind
  /** Place of its item in the list. */
  readonly item: number
  /** From 1. */
  readonly set: number
  readonly side: Side | null
  /** Which repeat, from 1; 0 where nothing is counted. For `part`, which part. */
  readonly rep: number
  readonly startMs: number
  readonly lengthMs: number
  /** Where the figure's loop stands as the step begins, and whether it runs on during the step. */
  readonly figureMs: number
  readonly figureRuns: boolean
}

/** The four sounds of a session. */
export type Chime = 'start' | 'half' | 'tick' | 'stop'

/** Something to say, ring and feel at one moment. */
export interface Cue {
  readonly atMs: number
  readonly kind:
    | 'settle'
    | 'ready'
    | 'count'
    | 'start'
    | 'rep'
    | 'hold'
    | 'back'
    | 'half'
    | 'minute'
    | 'in'
    | 'out'
    | 'part'
    | 'other'
    | 'rest'
    | 'done'
  /** Empty: nothing is said. */
  readonly say: string
  readonly chime: Chime | null
  /** A short buzz: at the start, half-way and at the stop. */
  readonly buzz: boolean
}

/** A session laid out in time, milliseconds from its start. */
export interface Timeline {
  readonly items: readonly TimedItem[]
  readonly steps: readonly Step[]
  /** In order of time. */
  readonly cues: readonly Cue[]
  /** Where each item begins. */
  readonly borders: readonly number[]
  readonly totalMs: number
}

/** Time to get ready before the work, milliseconds. [C] */
export const readyMs = 5000
/** Time to get from one place to another (floor, chair, standing) with a sore back. [C] */
export const changePlaceMs = 30_000
/** A hold or a time from this length on has a half-way cue and counts its last three seconds. */
const longMs = 10_000

/** A timeline while it is laid out: everything before `nowMs` is done. */
interface Draft {
  readonly steps: Step[]
  readonly cues: Cue[]
  nowMs: number
}

/** Which set of which item, and on which side. */
type Place = Pick<Step, 'item' | 'set' | 'side'>

/** The whole timeline. An item without work takes no room but its border. */
export function timelineOf(items: readonly TimedItem[]): Timeline {
  const draft: Draft = { steps: [], cues: [], nowMs: 0 }
  const borders: number[] = []
  items.forEach((item, index) => {
    borders.push(draft.nowMs)
    addItem(draft, item, index, items[index - 1])
  })
  if (items.length > 0) addCue(draft, draft.nowMs, 'done', 'Well done. That is all.', 'stop')
  const { steps, cues, nowMs } = draft
  return { items, steps, cues: cues.sort((a, b) => a.atMs - b.atMs), borders, totalMs: nowMs }
}

/** One item after the one before it: the way there, then each set on each side, with a rest between sets. */
function addItem(draft: Draft, item: TimedItem, index: number, before: TimedItem | undefined): void {
  if (before) addSettle(draft, item, index, before)
  const sides: readonly (Side | null)[] = item.sides.length > 0 ? item.sides : [null]
  for (let set = 1; set <= item.sets; set += 1) {
    sides.forEach((side, sideIndex) => {
      const place = { item: index, set, side }
      const stillMs = stillFigureMs(item.work, sideIndex)
      if (sideIndex > 0) addOtherSide(draft, place, stillMs)
      else addReady(draft, item, place, stillMs, set === 1 && !before)
      addWork(draft, item.work, place, sideIndex)
    })
    if (set < item.sets) {
      const restAt = addStep(draft, 'rest', item.restMs, { item: index, set, side: null })
      addCue(draft, restAt, 'rest', 'Rest.', 'stop')
    }
  }
}

/** The time to get from one item to the next: the rest after the one before, or longer where the place changes. */
function addSettle(draft: Draft, item: TimedItem, index: number, before: TimedItem): void {
  const settleMs = before.place === item.place ? before.restMs : Math.max(before.restMs, changePlaceMs)
  const settleAt = addStep(draft, 'settle', settleMs, { item: index, set: 1, side: null })
  addCue(draft, settleAt, 'settle', `Rest. Next: ${item.title}. ${item.breathe}`, 'stop')
}

/** `opens`: the first set of the first item. What the rest before says of the others is said here, as there is none. */
function addReady(draft: Draft, item: TimedItem, place: Place, figureMs: number, opens: boolean): void {
  const readyAt = addStep(draft, 'ready', readyMs, place, { figureMs })
  const again = item.sets > 1 ? ` Set ${place.set} of ${item.sets}.` : ''
  const opening = opens ? `${item.title}. ` : ''
  const breathe = opens ? ` ${item.breathe}` : ''
  const words = `${opening}Get ready.${again} ${sideWords(place.side)}${breathe}`
  addCue(draft, readyAt, 'ready', words.replaceAll(/\s+/g, ' ').trim())
  addCountdown(draft, readyAt + readyMs)
}

function addOtherSide(draft: Draft, place: Place, figureMs: number): void {
  const otherAt = addStep(draft, 'other', readyMs, place, { figureMs })
  addCue(draft, otherAt, 'other', `Other side. ${sideWords(place.side)}`, 'half')
  addCountdown(draft, otherAt + readyMs)
}

function addWork(draft: Draft, work: Work, place: Place, sideIndex: number): void {
  switch (work.kind) {
    case 'reps':
      addReps(draft, work, place, repFigureMs(work, sideIndex))
      break
    case 'hold':
      addHold(draft, work, place)
      break
    case 'time':
      addTime(draft, work, place)
      break
    case 'breath':
      addBreaths(draft, work, place)
      break
    case 'parts':
      addParts(draft, work, place)
      break
    default:
      throw new Error(`unhandled work ${work satisfies never}`)
  }
}

type WorkOf<Kind extends Work['kind']> = Extract<Work, { readonly kind: Kind }>

function addHold(draft: Draft, { ms, fromMs }: WorkOf<'hold'>, place: Place): void {
  const holdAt = addStep(draft, 'hold', ms, place, { rep: 1, figureMs: fromMs })
  addCue(draft, holdAt, 'hold', 'Hold.', 'start')
  addLongCues(draft, holdAt, ms)
}

function addTime(draft: Draft, { ms, fromMs }: WorkOf<'time'>, place: Place): void {
  const startAt = addStep(draft, 'time', ms, place, { figureMs: fromMs ?? 0, figureRuns: fromMs === null })
  addCue(draft, startAt, 'start', 'Start.', 'start')
  addLongCues(draft, startAt, ms)
}

function addParts(draft: Draft, { parts }: WorkOf<'parts'>, place: Place): void {
  parts.forEach(({ words, ms }, part) => {
    const partAt = addStep(draft, 'part', ms, place, { rep: part + 1 })
    addCue(draft, partAt, 'part', words, part === 0 ? 'start' : 'tick')
  })
}

/** Each repeat: out and back in one go, or out, hold and back. */
function addReps(draft: Draft, work: WorkOf<'reps'>, place: Place, fromMs: number): void {
  for (let rep = 1; rep <= work.count; rep += 1) {
    const outAt = addStep(draft, 'out', work.outMs, place, { rep, figureMs: fromMs, figureRuns: true })
    addCue(draft, outAt, 'rep', String(rep), rep === 1 ? 'start' : 'tick')
    if (work.holdMs <= 0) continue
    const holdAt = addStep(draft, 'hold', work.holdMs, place, { rep, figureMs: fromMs + work.outMs })
    addCue(draft, holdAt, 'hold', 'Hold.')
    addLongCues(draft, holdAt, work.holdMs)
    const figureMs = fromMs + work.outMs + work.drawnHoldMs
    const backAt = addStep(draft, 'back', work.backMs, place, { rep, figureMs, figureRuns: true })
    addCue(draft, backAt, 'back', 'And back.')
  }
}

/** One step for all rounds, so that the figure breathes on; a cue for each breath. */
function addBreaths(draft: Draft, work: WorkOf<'breath'>, place: Place): void {
  const roundMs = work.inMs + work.outMs
  const lengthMs = work.rounds * roundMs
  const breathAt = addStep(draft, 'breath', lengthMs, place, { figureRuns: true })
  for (let round = 0; round < work.rounds; round += 1) {
    const inAt = breathAt + round * roundMs
    addCue(draft, inAt, 'in', 'Breathe in.', round === 0 ? 'start' : null)
    addCue(draft, inAt + work.inMs, 'out', 'Breathe out.')
  }
  if (lengthMs >= longMs) addCue(draft, breathAt + lengthMs / 2, 'half', '', 'half')
}

/** Half-way and the last three seconds of something long; before its last minute if it takes three or more. */
function addLongCues(draft: Draft, startMs: number, lengthMs: number): void {
  if (lengthMs < longMs) return
  addCue(draft, startMs + lengthMs / 2, 'half', 'Half way.', 'half')
  if (lengthMs >= 180_000) addCue(draft, startMs + lengthMs - 60_000, 'minute', 'One minute left.')
  addCountdown(draft, startMs + lengthMs)
}

function addCountdown(draft: Draft, endMs: number): void {
  for (const left of [3, 2, 1]) addCue(draft, endMs - left * 1000, 'count', String(left), 'tick')
}

function addCue(draft: Draft, atMs: number, kind: Cue['kind'], say: string, chime: Chime | null = null): void {
  draft.cues.push({ atMs, kind, say, chime, buzz: chime === 'start' || chime === 'half' || chime === 'stop' })
}

/** Adds a step after all others and returns where it begins. */
function addStep(
  draft: Draft,
  kind: StepKind,
  lengthMs: number,
  place: Place,
  own: Partial<Pick<Step, 'rep' | 'figureMs' | 'figureRuns'>> = {},
): number {
  const startMs = draft.nowMs
  draft.steps.push({ rep: 0, figureMs: 0, figureRuns: false, ...place, ...own, kind, startMs, lengthMs })
  draft.nowMs += lengthMs
  return startMs
}

/** Where the figure's loop begins a repeat on this side, or on the first side where there is one beginning for both. */
const repFigureMs = (work: WorkOf<'reps'>, sideIndex: number): number => work.fromMs[sideIndex] ?? work.fromMs[0] ?? 0

/** Where the figure stands while people get ready: at the beginning of what comes. */
function stillFigureMs(work: Work, sideIndex: number): number {
  if (work.kind === 'reps') return repFigureMs(work, sideIndex)
  return work.kind === 'hold' || work.kind === 'time' ? (work.fromMs ?? 0) : 0
}

const sideWords = (side: Side | null): string => (side ? `${side === 'left' ? 'Left' : 'Right'} side.` : '')
