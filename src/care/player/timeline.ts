/**
 * A session as a line of time: from the movements with their doses to steps with a start and a length, and the cues that
 * are said, rung and felt on the way. `at` reads what to show at any moment, so a page that was asleep is never behind.
 * Shared by the session pages (how long it takes) and the player island, which loads this file with next to nothing beside it.
 * Never: a clock, a dose of its own (they come from the programme), or a word about whether a movement is allowed.
 */
import { findLast } from '../evidence/lists.ts'

export type Side = 'left' | 'right'

/** What is done in one item, times in milliseconds. */
export type Work =
  /** So many times: out, hold there (0: none), and back. Each moves the figure from `fromMs` of its loop. */
  | {
      readonly kind: 'reps'
      readonly count: number
      readonly outMs: number
      readonly holdMs: number
      readonly backMs: number
      /** Where in the figure's loop a repeat begins, for each side in the order of `sides`; one entry when there are none. */
      readonly fromMs: readonly number[]
      /** Milliseconds of the drawn hold that the way back jumps over. */
      readonly drawnHoldMs: number
    }
  /** One long hold; the figure stands still at `fromMs`. */
  | { readonly kind: 'hold'; readonly ms: number; readonly fromMs: number }
  /** By the clock: a walk, a position of ease. `fromMs`: the figure stands still there; null: its loop runs. */
  | { readonly kind: 'time'; readonly ms: number; readonly fromMs: number | null }
  /** Paced breathing: whole rounds of in and out. */
  | { readonly kind: 'breath'; readonly rounds: number; readonly inMs: number; readonly outMs: number }
  /** Relaxing part by part, each with its own words. */
  | { readonly kind: 'parts'; readonly parts: readonly { readonly words: string; readonly ms: number }[] }

/** One movement (or one course of relaxing) to be timed. Plain data: it travels in the page. */
export interface TimedItem {
  readonly title: string
  /** How to get into place, shown while there is time for it. */
  readonly start: string
  /** The breathing cue, said once before the work begins. */
  readonly breathe: string
  /** Where it is done: another place needs more time to get there. */
  readonly place: string
  readonly sets: number
  /** Rest after each set, milliseconds. */
  readonly restMs: number
  /** All of it once on each side. Empty: no sides. */
  readonly sides: readonly Side[]
  /** Sides for which the figure is turned round, so that the limb that moves on it is the one that is told. */
  readonly mirroredFor: readonly Side[]
  readonly work: Work
  /** Words by the millisecond of the figure's loop from which they hold. */
  readonly captions: readonly (readonly [number, string])[]
}

/** `settle`: get into place for the next one. `ready`: the count before the work. `other`: change sides. */
export type StepKind = 'settle' | 'ready' | 'other' | 'out' | 'hold' | 'back' | 'time' | 'breath' | 'part' | 'rest'

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

/** The whole line of time. An item without work takes no room but its border. */
export function timelineOf(items: readonly TimedItem[]): Timeline {
  const steps: Step[] = []
  const cues: Cue[] = []
  const borders: number[] = []
  let nowMs = 0
  const cue = (atMs: number, kind: Cue['kind'], say: string, chime: Chime | null = null) =>
    cues.push({ atMs, kind, say, chime, buzz: chime === 'start' || chime === 'half' || chime === 'stop' })
  items.forEach((item, index) => {
    const before = items[index - 1]
    borders.push(nowMs)
    const add = (
      kind: StepKind,
      lengthMs: number,
      own: Partial<Pick<Step, 'set' | 'side' | 'rep' | 'figureMs' | 'figureRuns'>> = {},
    ): number => {
      const startMs = nowMs
      steps.push({
        set: 1,
        side: null,
        rep: 0,
        figureMs: 0,
        figureRuns: false,
        ...own,
        kind,
        item: index,
        startMs,
        lengthMs,
      })
      nowMs += lengthMs
      return startMs
    }
    const countDown = (endMs: number) => {
      for (const left of [3, 2, 1]) cue(endMs - left * 1000, 'count', String(left), 'tick')
    }
    /** Half-way and the last three seconds of something long. */
    const along = (startMs: number, lengthMs: number) => {
      if (lengthMs < longMs) return
      cue(startMs + lengthMs / 2, 'half', 'Half way.', 'half')
      if (lengthMs >= 180_000) cue(startMs + lengthMs - 60_000, 'minute', 'One minute left.')
      countDown(startMs + lengthMs)
    }
    if (before) {
      const settleMs = before.place === item.place ? before.restMs : Math.max(before.restMs, changePlaceMs)
      cue(add('settle', settleMs), 'settle', `Rest. Next: ${item.title}. ${item.breathe}`, 'stop')
    }
    const { work, sets } = item
    const sides: readonly (Side | null)[] = item.sides.length > 0 ? item.sides : [null]
    for (let set = 1; set <= sets; set += 1) {
      sides.forEach((side, at) => {
        const place = { set, side }
        const fromMs = work.kind === 'reps' ? (work.fromMs[at] ?? work.fromMs[0] ?? 0) : 0
        const still = 'fromMs' in work && typeof work.fromMs === 'number' ? work.fromMs : fromMs
        const ready = add(at > 0 ? 'other' : 'ready', readyMs, { ...place, figureMs: still })
        const sideWords = side ? `${side === 'left' ? 'Left' : 'Right'} side.` : ''
        if (at > 0) cue(ready, 'other', `Other side. ${sideWords}`, 'half')
        else {
          const again = sets > 1 ? ` Set ${set} of ${sets}.` : ''
          const opening = set === 1 && !before ? `${item.title}. ` : ''
          // Said in the rest before; there is none before the first.
          const breathe = set === 1 && !before ? ` ${item.breathe}` : ''
          cue(ready, 'ready', `${opening}Get ready.${again} ${sideWords}${breathe}`.replaceAll(/\s+/g, ' ').trim())
        }
        countDown(ready + readyMs)
        switch (work.kind) {
          case 'reps':
            for (let rep = 1; rep <= work.count; rep += 1) {
              const own = { ...place, rep }
              const out = add('out', work.outMs, { ...own, figureMs: fromMs, figureRuns: true })
              cue(out, 'rep', String(rep), rep === 1 ? 'start' : 'tick')
              if (work.holdMs > 0) {
                const hold = add('hold', work.holdMs, { ...own, figureMs: fromMs + work.outMs })
                cue(hold, 'hold', 'Hold.')
                along(hold, work.holdMs)
                const backFrom = fromMs + work.outMs + work.drawnHoldMs
                const back = add('back', work.backMs, { ...own, figureMs: backFrom, figureRuns: true })
                cue(back, 'back', 'And back.')
              }
            }
            break
          case 'hold': {
            const hold = add('hold', work.ms, { ...place, rep: 1, figureMs: work.fromMs })
            cue(hold, 'hold', 'Hold.', 'start')
            along(hold, work.ms)
            break
          }
          case 'time': {
            const own = { figureMs: work.fromMs ?? 0, figureRuns: work.fromMs === null }
            const time = add('time', work.ms, { ...place, ...own })
            cue(time, 'start', 'Start.', 'start')
            along(time, work.ms)
            break
          }
          case 'breath': {
            const roundMs = work.inMs + work.outMs
            const lengthMs = work.rounds * roundMs
            const breath = add('breath', lengthMs, { ...place, figureRuns: true })
            for (let round = 0; round < work.rounds; round += 1) {
              const from = breath + round * roundMs
              cue(from, 'in', 'Breathe in.', round === 0 ? 'start' : null)
              cue(from + work.inMs, 'out', 'Breathe out.')
            }
            if (lengthMs >= longMs) cue(breath + lengthMs / 2, 'half', '', 'half')
            break
          }
          case 'parts':
            work.parts.forEach(({ words, ms }, part) => {
              const from = add('part', ms, { ...place, rep: part + 1 })
              cue(from, 'part', words, part === 0 ? 'start' : 'tick')
            })
            break
          default:
            throw new Error(`unhandled work ${work satisfies never}`)
        }
      })
      if (set < sets) cue(add('rest', item.restMs, { set }), 'rest', 'Rest.', 'stop')
    }
  })
  if (items.length > 0) cue(nowMs, 'done', 'Well done. That is all.', 'stop')
  return { items, steps, cues: cues.sort((a, b) => a.atMs - b.atMs), borders, totalMs: nowMs }
}

/** What a moment looks like. */
export interface Shown {
  /** Null once all is done. */
  readonly step: Step | null
  readonly item: number
  readonly done: boolean
  /** The one big number: seconds left, minutes and seconds, or which repeat. */
  readonly number: string
  /** What the number counts: "of 8", "seconds", "left". */
  readonly unit: string
  /** What to do now. */
  readonly caption: string
  /** What comes next, in a few words. */
  readonly next: string
  /** Where the figure's loop stands. */
  readonly figureMs: number
  /** Paced breathing: which way now. */
  readonly breath: 'in' | 'out' | null
}

/** Reads the line of time at a moment. Before 0 counts as 0; at and past the end it is done. */
export function at(timeline: Timeline, elapsedMs: number): Shown {
  const { items, steps, totalMs } = timeline
  const nowMs = Math.max(0, elapsedMs)
  const last = Math.max(0, items.length - 1)
  const step = nowMs >= totalMs ? undefined : findLast(steps, ({ startMs }) => startMs <= nowMs)
  const item = step && items[step.item]
  if (!step || !item)
    return {
      step: null,
      item: last,
      done: true,
      number: '',
      unit: '',
      caption: 'Well done. That is all.',
      next: '',
      figureMs: 0,
      breath: null,
    }
  const intoMs = nowMs - step.startMs
  const figureMs = step.figureMs + (step.figureRuns ? intoMs : 0)
  const left = clock(Math.ceil((step.lengthMs - intoMs) / 1000))
  const { work } = item
  const sideWords = step.side ? `${step.side === 'left' ? 'Left' : 'Right'} side. ` : ''
  const drawn = findLast(item.captions, ([from]) => from <= figureMs)?.[1] ?? item.captions.at(-1)?.[1] ?? ''
  const count = work.kind === 'reps' ? work.count : 0
  const inRound = work.kind === 'breath' ? intoMs % (work.inMs + work.outMs) : 0
  const breath: Shown['breath'] =
    step.kind === 'breath' && work.kind === 'breath' ? (inRound < work.inMs ? 'in' : 'out') : null
  const shown = { step, item: step.item, done: false, figureMs, breath, next: nextWords(timeline, step) }
  const seconds = left.includes(':') ? 'left' : 'seconds'
  switch (step.kind) {
    case 'settle':
      return { ...shown, number: left, unit: seconds, caption: `Next: ${item.title}. ${item.start}` }
    case 'ready':
      return { ...shown, number: left, unit: seconds, caption: `Get ready. ${sideWords}${item.start}` }
    case 'other':
      return { ...shown, number: left, unit: seconds, caption: `Other side. ${sideWords}` }
    case 'rest':
      return { ...shown, number: left, unit: seconds, caption: 'Rest. Breathe easily.' }
    case 'out':
    case 'back':
      return { ...shown, number: String(step.rep), unit: `of ${count}`, caption: `${sideWords}${drawn}` }
    case 'hold':
      return { ...shown, number: left, unit: seconds, caption: `${sideWords}Hold. Keep breathing.` }
    case 'time':
      return { ...shown, number: left, unit: seconds, caption: `${sideWords}${drawn || item.start}` }
    case 'breath': {
      const partMs =
        work.kind === 'breath' ? (breath === 'in' ? work.inMs - inRound : work.inMs + work.outMs - inRound) : 0
      const number = String(Math.max(1, Math.ceil(partMs / 1000)))
      return {
        ...shown,
        number,
        unit: `${left} ${seconds === 'left' ? 'left' : 'seconds left'}`,
        caption: breath === 'in' ? 'Breathe in.' : 'Breathe out.',
      }
    }
    case 'part': {
      const words = work.kind === 'parts' ? (work.parts[step.rep - 1]?.words ?? '') : ''
      return { ...shown, number: left, unit: seconds, caption: words }
    }
    default:
      throw new Error(`unhandled step ${step.kind satisfies never}`)
  }
}

/** "2 more, then rest", "Then: the other side", "Then: Cat-cow", "Then you are done". */
function nextWords({ items, steps }: Timeline, step: Step): string {
  const item = items[step.item]
  const { work } = item ?? { work: undefined }
  if (work?.kind === 'reps' && step.rep > 0 && step.rep < work.count) return `${work.count - step.rep} more`
  const after = steps.find(
    ({ kind, startMs }) => startMs > step.startMs && (kind === 'other' || kind === 'rest' || kind === 'settle'),
  )
  if (!after) return 'Then you are done'
  if (after.kind === 'settle') return `Then: ${items[after.item]?.title ?? ''}`
  return after.kind === 'other' ? 'Then: the other side' : 'Then: a rest'
}

/** Where "skip" goes: the next item's border, or the end. */
export const skipFrom = ({ borders, totalMs }: Timeline, elapsedMs: number): number =>
  borders.find((border) => border > elapsedMs) ?? totalMs

/** Within this time after a border, "back" goes to the item before. */
const graceMs = 3000

/** Where "back" goes: the start of this item; right after its start, the item before. */
export const backFrom = ({ borders }: Timeline, elapsedMs: number): number =>
  findLast(borders, (border) => border < elapsedMs - graceMs) ?? 0

/** 9:05, or seconds alone under a minute. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0 ? `${minutes}:${String(seconds % 60).padStart(2, '0')}` : String(seconds)
}
