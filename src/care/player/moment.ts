/**
 * Reads a session's timeline: what to show at any moment, so a page that was asleep is never behind, and where
 * "skip" and "back" go.
 * Never: a clock (the time passed comes in).
 */
import { findLast } from '../evidence/lists.ts'
import type { TimedItem, Work } from './timed-item.ts'
import type { Step, Timeline } from './timeline.ts'

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

/** Reads the timeline at a moment. Before 0 counts as 0; at and past the end it is done. */
export function momentAt(timeline: Timeline, elapsedMs: number): Shown {
  const { items, steps, totalMs } = timeline
  const nowMs = Math.max(0, elapsedMs)
  const step = nowMs >= totalMs ? undefined : findLast(steps, ({ startMs }) => startMs <= nowMs)
  const item = step && items[step.item]
  if (!step || !item) return { ...atEnd, item: Math.max(0, items.length - 1) }
  const intoMs = nowMs - step.startMs
  const figureMs = step.figureMs + (step.figureRuns ? intoMs : 0)
  const breath = breathAt(item.work, step, intoMs)
  return {
    step,
    item: step.item,
    done: false,
    ...numberOf(step, item.work, step.lengthMs - intoMs, breath),
    caption: captionOf(step, item, figureMs, breath),
    next: nextWords(timeline, step),
    figureMs,
    breath: breath?.way ?? null,
  }
}

const atEnd = {
  step: null,
  done: true,
  number: '',
  unit: '',
  caption: 'Well done. That is all.',
  next: '',
  figureMs: 0,
  breath: null,
} as const

/** One breath: in or out, and how much of that is left. */
interface Breath {
  readonly way: 'in' | 'out'
  readonly leftMs: number
}

function breathAt(work: Work, step: Step, intoMs: number): Breath | null {
  if (step.kind !== 'breath' || work.kind !== 'breath') return null
  const inRoundMs = intoMs % (work.inMs + work.outMs)
  return inRoundMs < work.inMs
    ? { way: 'in', leftMs: work.inMs - inRoundMs }
    : { way: 'out', leftMs: work.inMs + work.outMs - inRoundMs }
}

/** The big number: which repeat, what is left of this breath, or else what is left of the step. */
function numberOf(step: Step, work: Work, leftMs: number, breath: Breath | null): Pick<Shown, 'number' | 'unit'> {
  if (step.kind === 'out' || step.kind === 'back')
    return { number: String(step.rep), unit: `of ${work.kind === 'reps' ? work.count : 0}` }
  const left = clock(Math.ceil(leftMs / 1000))
  const isLong = left.includes(':')
  if (!breath) return { number: left, unit: isLong ? 'left' : 'seconds' }
  const number = String(Math.max(1, Math.ceil(breath.leftMs / 1000)))
  return { number, unit: `${left} ${isLong ? 'left' : 'seconds left'}` }
}

function captionOf(step: Step, item: TimedItem, figureMs: number, breath: Breath | null): string {
  const sideWords = step.side ? `${step.side === 'left' ? 'Left' : 'Right'} side. ` : ''
  switch (step.kind) {
    case 'settle':
      return `Next: ${item.title}. ${item.start}`
    case 'ready':
      return `Get ready. ${sideWords}${item.start}`
    case 'other':
      return `Other side. ${sideWords}`
    case 'rest':
      return 'Rest. Breathe easily.'
    case 'out':
    case 'back':
      return `${sideWords}${drawnCaption(item, figureMs)}`
    case 'hold':
      return `${sideWords}Hold. Keep breathing.`
    case 'time':
      return `${sideWords}${drawnCaption(item, figureMs) || item.start}`
    case 'breath':
      return breath?.way === 'in' ? 'Breathe in.' : 'Breathe out.'
    case 'part':
      return item.work.kind === 'parts' ? (item.work.parts[step.rep - 1]?.words ?? '') : ''
    default:
      throw new Error(`unhandled step ${step.kind satisfies never}`)
  }
}

/** The words that hold at this place of the figure's loop; before the first of them the loop is in its last. */
const drawnCaption = ({ captions }: TimedItem, figureMs: number): string =>
  findLast(captions, ([from]) => from <= figureMs)?.[1] ?? captions.at(-1)?.[1] ?? ''

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
