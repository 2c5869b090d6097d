/**
 * From skeleton to a drawing as plain data: capsules (two circles and their hull) in two tones, shapes, and a view box.
 * Pure: no DOM. The island needs only figure-frames.ts, not this.
 * Never: changes a posture; it only projects what the rig solved. Picture units are centimetres, y down as in SVG.
 */
import { itemAt } from '../evidence/lists.ts'
import type { Capsule, FigureFrames, ViewBox } from './figure-frames.ts'
import { tones } from './figure-frames.ts'
import { pointsOf } from './figure-points.ts'
import { shapesOf } from './figure-shapes.ts'
import type { Motion, MotionOptions, Prop } from './motion.ts'
import { loopSeconds, skeletonAt, skeletonOf } from './motion.ts'
import { otherSideOf, propsOf } from './projection.ts'
import type { Skeleton } from './rig.ts'

/** The capsules of one named posture, back to front. */
export function capsulesOfPose(motion: Motion, pose: string, options: MotionOptions = {}): readonly Capsule[] {
  const known = stills.get(motion) ?? new Map<string, readonly Capsule[]>()
  stills.set(motion, known)
  const key = `${pose} ${options.range ?? 1} ${options.headStill ?? false}`
  const found = known.get(key) ?? joined(motion, skeletonOf(motion, pose, options))
  known.set(key, found)
  return found
}

/** A motion never changes, and each visit of the library would solve some hundred postures. */
const stills = new WeakMap<Motion, Map<string, readonly Capsule[]>>()

/** The capsules at a moment of the loop, seconds from its start (it repeats), back to front. */
export const capsulesAt = (motion: Motion, seconds: number, options: MotionOptions = {}): Capsule[] =>
  joined(motion, skeletonAt(motion, seconds, options))

/** The box that holds the figure in every frame and all the things around it, with a margin. */
export function viewBoxOf(motion: Motion): ViewBox {
  const known = boxes.get(motion)
  if (known) return known
  const found = boxAround(motion)
  boxes.set(motion, found)
  return found
}

/** A motion never changes, and its box takes 40 postures: without this the library would solve some 2000 for each visit. */
const boxes = new WeakMap<Motion, ViewBox>()

function boxAround(motion: Motion): ViewBox {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const grow = (x: number, y: number, r: number) => {
    left = Math.min(left, x - r)
    right = Math.max(right, x + r)
    top = Math.min(top, y - r)
    bottom = Math.max(bottom, y + r)
  }
  const total = loopSeconds(motion)
  for (let step = 0; step < 40; step += 1) {
    for (const { x1, y1, r1, x2, y2, r2 } of capsulesAt(motion, (total * step) / 40)) {
      grow(x1, y1, r1)
      grow(x2, y2, r2)
    }
  }
  for (const prop of propsOf(motion)) growProp(prop, grow)
  const margin = 3
  return [floor(left - margin), floor(top - margin), ceil(right - left + 2 * margin), ceil(bottom - top + 2 * margin)]
}

/**
 * The whole loop as a few frames of numbers. Holds cost one frame, and a way back along the same path costs none.
 * `range` and `headStill` draw the smaller version that a plan asked for.
 */
export function framesOf(motion: Motion, options: MotionOptions = {}): FigureFrames {
  const shapes = shapesOf(motion)
  const seen = new Map<string, number>()
  const all: number[][] = []
  const timeline: [number, number][] = []
  const add = (seconds: number) => {
    const frame = pointsOf(motion, skeletonAt(motion, seconds, options)).flatMap(([x, y]) => [
      Math.round(x * 10),
      Math.round(y * 10),
    ])
    const key = frame.join()
    const index = seen.get(key) ?? all.push(frame) - 1
    seen.set(key, index)
    timeline.push([Math.round(seconds * 1000), index])
  }
  let start = 0
  for (const step of motion.loop) {
    const pieces = motion.even ? 3 : 7
    for (let piece = 0; piece < pieces; piece += 1) add(start + (step.seconds * piece) / pieces)
    add(start + step.seconds)
    start += step.seconds + (step.holdSeconds ?? 0)
    if (step.holdSeconds) add(start - 1e-6)
  }
  const base = itemAt(all, 0)
  const moving = base.map((_, index) => index).filter((index) => all.some((frame) => frame[index] !== base[index]))
  return {
    viewBox: viewBoxOf(motion),
    other: otherSideOf(motion),
    loopMs: Math.round(start * 1000),
    capsules: shapes.map(
      ({ a, b, ra, rb, tone, edge }) =>
        [a, b, Math.round(ra * 10), Math.round(rb * 10), tones.indexOf(tone), edge ? 1 : 0] as const,
    ),
    base,
    moving,
    frames: all.map((frame) => moving.map((index) => itemAt(frame, index))),
    timeline: timeline.filter(([at], index) => index === 0 || at !== itemAt(timeline, index - 1)[0]),
  }
}

function joined(motion: Motion, body: Skeleton): Capsule[] {
  const points = pointsOf(motion, body)
  return shapesOf(motion).map(({ a, b, ra, rb, tone, edge }) => {
    const [[x1, y1], [x2, y2]] = [itemAt(points, a), itemAt(points, b)]
    return { x1, y1, r1: ra, x2, y2, r2: rb, tone, edge: edge ?? false }
  })
}

function growProp(prop: Prop, grow: (x: number, y: number, r: number) => void) {
  if (prop.kind === 'block') {
    grow(prop.x, -prop.y, 0)
    grow(prop.x + prop.w, -prop.y - prop.h, 0)
  } else if (prop.kind === 'line') {
    grow(prop.from[0], -prop.from[1], prop.thick / 2)
    grow(prop.to[0], -prop.to[1], prop.thick / 2)
  } else grow(prop.x, -prop.y, prop.r + prop.thick / 2)
}

const floor = Math.floor
const ceil = Math.ceil
