/**
 * A drawn figure as numbers, and the little that turns those numbers into SVG paths.
 * Picture units are centimetres, y down as in SVG. Never: knows about movements or the rig.
 */
import { itemAt } from '../evidence/lists.ts'

/** `near` and `far` are the two tones; `thing` is a held stick; `band` is the waistband,
 * which shows how the pelvis tilts; `edge` draws a thin gap around, so an arm shows on the trunk. */
export type Tone = 'near' | 'far' | 'thing' | 'band'

/** The tones in the order `FigureFrames` counts them. */
export const tones = ['near', 'far', 'thing', 'band'] as const satisfies readonly Tone[]

/** A capsule in the picture. */
export interface Capsule {
  readonly x1: number
  readonly y1: number
  readonly r1: number
  readonly x2: number
  readonly y2: number
  readonly r2: number
  readonly tone: Tone
  readonly edge: boolean
}

/** What of the picture is shown, cm: its left top corner, and its size. */
export type ViewBox = readonly [x: number, y: number, width: number, height: number]

/**
 * Everything an island needs to animate a figure, small enough to sit in the page (under 7 KB as JSON).
 * Points are tenths of a centimetre, x then y. `base` holds all points; `moving` lists which points `frames` replaces,
 * in that order. `timeline` is [milliseconds, frame index] pairs; between two of them each number goes straight over.
 */
export interface FigureFrames {
  readonly viewBox: ViewBox
  /** How the other side of the body is shown: see `otherSide`. */
  readonly other: 'limbs' | 'mirror'
  readonly loopMs: number
  /** [point a, point b, radius a, radius b (tenths), tone by place in `tones`, edge 0/1], back to front. */
  readonly capsules: readonly (readonly [number, number, number, number, number, 0 | 1])[]
  readonly base: readonly number[]
  readonly moving: readonly number[]
  readonly frames: readonly (readonly number[])[]
  readonly timeline: readonly (readonly [number, number])[]
}

/** The outline of a capsule as an SVG path: two circles and their common tangents. Needs no more than numbers. */
function capsulePath({ x1, y1, r1, x2, y2, r2 }: Omit<Capsule, 'tone' | 'edge'>): string {
  const distance = Math.hypot(x2 - x1, y2 - y1)
  if (distance <= Math.abs(r1 - r2) + 0.01) {
    const [x, y, r] = r1 >= r2 ? [x1, y1, r1] : [x2, y2, r2]
    return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-2 * r)} 0z`
  }
  const along = Math.atan2(y2 - y1, x2 - x1)
  const open = Math.acos((r1 - r2) / distance)
  const at = (x: number, y: number, r: number, angle: number) =>
    `${n(x + r * Math.cos(angle))} ${n(y + r * Math.sin(angle))}`
  const far = r1 >= r2 ? 0 : 1
  return `M${at(x1, y1, r1, along + open)}A${n(r1)} ${n(r1)} 0 ${1 - far} 1 ${at(x1, y1, r1, along - open)}L${at(x2, y2, r2, along - open)}A${n(r2)} ${n(r2)} 0 ${far} 1 ${at(x2, y2, r2, along + open)}z`
}

/** One SVG path of a figure: neighbouring capsules of one tone, joined. */
export interface FigurePath {
  readonly tone: Tone
  readonly edge: boolean
  readonly d: string
}

/** The paths of a figure, back to front. The same figure always gives the same number of paths in the same order. */
export function pathsOf(capsules: readonly Capsule[]): FigurePath[] {
  const paths: { tone: Tone; edge: boolean; d: string }[] = []
  for (const capsule of capsules) {
    const last = paths[paths.length - 1]
    if (last && last.tone === capsule.tone && last.edge === capsule.edge) last.d += capsulePath(capsule)
    else paths.push({ tone: capsule.tone, edge: capsule.edge, d: capsulePath(capsule) })
  }
  return paths
}

/**
 * The paths at a moment of the animation, milliseconds from its start; it repeats.
 * An island calls this on every tick and sets `d` of the paths the page already has.
 */
export const pathsAt = (frames: FigureFrames, milliseconds: number): FigurePath[] =>
  pathsOf(capsulesIn(frames, milliseconds))

/** Where the near limbs begin among the points of a figure, and how many points each side has (figure-points.ts). */
export const limbPlaces = { start: 17, count: 10 } as const

/**
 * The same figure with the other side of the body doing the work: the other limbs of the same person, in the same picture.
 * Figures that are not seen from the side are given back as they are: there the picture itself is turned.
 */
export function otherSide(frames: FigureFrames): FigureFrames {
  if (frames.other !== 'limbs') return frames
  const { start, count } = limbPlaces
  const swapped = (point: number) =>
    point < start || point >= start + 2 * count ? point : point < start + count ? point + count : point - count
  return {
    ...frames,
    capsules: frames.capsules.map(([a, b, ...rest]) => [swapped(a), swapped(b), ...rest] as const),
  }
}

/** The capsules at a moment of the animation, going straight from one stored frame to the next. */
export function capsulesIn(frames: FigureFrames, milliseconds: number): Capsule[] {
  const now = ((milliseconds % frames.loopMs) + frames.loopMs) % frames.loopMs
  let next = frames.timeline.findIndex(([at]) => at > now)
  if (next < 1) next = frames.timeline.length - 1
  const [startMs, from] = itemAt(frames.timeline, next - 1)
  const [endMs, to] = itemAt(frames.timeline, next)
  const part = Math.min(1, (now - startMs) / (endMs - startMs))
  const [a, b] = [itemAt(frames.frames, from), itemAt(frames.frames, to)]
  const points = [...frames.base]
  frames.moving.forEach((point, index) => {
    const start = itemAt(a, index)
    points[point] = start + (itemAt(b, index) - start) * part
  })
  const at = (index: number) => itemAt(points, index) / 10
  return frames.capsules.map(([p, q, rp, rq, tone, edge]) => ({
    x1: at(2 * p),
    y1: at(2 * p + 1),
    r1: rp / 10,
    x2: at(2 * q),
    y2: at(2 * q + 1),
    r2: rq / 10,
    tone: itemAt(tones, tone),
    edge: edge === 1,
  }))
}

const n = (value: number) => Math.round(value * 100) / 100
