/**
 * A movement as it is drawn over time: named postures, a loop of eased steps between them, and the things around it.
 * Never: decides who may do a movement (block-list.ts) or draws pixels.
 */
import { itemAt } from '../evidence/lists.ts'
import type { Pins, Pose } from './pose.ts'
import type { Skeleton } from './rig.ts'
import { between, solve } from './rig.ts'

/**
 * Which way we look: from the side, from above and to one side on someone lying face up, or from the front.
 * `facing` also looks from the front, at postures of the front plane, which may lean or lie on one side. `top` looks
 * down on somebody upright, `over` down on a posture of the front plane, `feet` along somebody lying, from the feet.
 */
export type Camera = 'side' | 'above' | 'front' | 'facing' | 'top' | 'feet' | 'over'

/** A simple shape behind (or before) the figure, in picture centimetres: x to the right, y up from the surface. */
export type Prop =
  | {
      readonly kind: 'block'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly round?: number
      readonly soft?: true
      readonly front?: true
    }
  | {
      readonly kind: 'line'
      readonly from: readonly [number, number]
      readonly to: readonly [number, number]
      readonly thick: number
      readonly front?: true
    }
  | {
      readonly kind: 'ring'
      readonly x: number
      readonly y: number
      readonly r: number
      readonly thick: number
      readonly front?: true
    }

/** One step of the loop: go to a posture in `seconds`, then stay `holdSeconds`. */
export interface MotionStep {
  readonly to: string
  readonly seconds: number
  readonly holdSeconds?: number
}

/** A key posture to show as a still, with the words under it. */
export interface Still {
  readonly pose: string
  readonly caption: string
}

/** A second way to look at a motion. */
export interface OtherView {
  /** What the first view is called beside it, and what this one is called: "From the front". */
  readonly names: readonly [first: string, second: string]
  readonly camera: Camera
  readonly props: readonly Prop[]
}

/** A movement as key postures and the loop through them, lengths in cm and times in seconds. */
export interface Motion {
  readonly camera: Camera
  /** Pulled by gravity along v (sitting, standing, lying seen from the side) or along w (lying seen from above). */
  readonly gravity: 'v' | 'w'
  readonly pins: Pins
  readonly poses: Readonly<Record<string, Pose>>
  /** A loop: the last step comes back to the posture the first one started from. */
  readonly loop: readonly MotionStep[]
  readonly stills: readonly Still[]
  readonly props: readonly Prop[]
  /** A stick or broom held in both hands; drawn through both wrists and this much past them, cm. */
  readonly stickPast?: number
  /** A stick along the back, a strap from the near hand round the near foot, or a weight in both hands. */
  readonly held?: 'backStick' | 'footStrap' | 'weight'
  /** Seen from the front with the thighs pointing at the viewer: they need an edge to be seen at all. */
  readonly kneesForward?: true
  /** A second way to look at the same movement, where one picture does not show it all. */
  readonly also?: OtherView
  /** The near leg, or the near side, works all the time, though no limb moves on its own: for its name in the picture. */
  readonly works?: 'leg' | 'side'
  /** Even pace instead of slow-fast-slow: walking, marching, pedalling. */
  readonly even?: true
}

/** The same movement seen the second way; undefined where one view is enough. */
export const alsoSeen = (motion: Motion): Motion | undefined =>
  motion.also && {
    ...motion,
    camera: motion.also.camera,
    props: motion.also.props,
    stills: motion.stills.map((still, index) => ({
      ...still,
      caption: retold(still.caption, index === 0 ? motion.also?.names[1] : undefined),
    })),
  }

/** A caption without the view it was written for; the first one names the view instead. */
function retold(caption: string, from: string | undefined): string {
  const words = caption.replace(/^Seen from [^:]+: /, '')
  return from === undefined
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : `Seen ${from.toLowerCase()}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** How a figure is drawn when a change of the plan asks for less. `range` 0–1 of the way from the first posture. */
export interface MotionOptions {
  readonly range?: number
  /** The neck keeps still (vertigo). */
  readonly headStill?: boolean
}

/** Length of one loop, seconds. */
export const loopSeconds = (motion: Motion): number =>
  motion.loop.reduce((sum, step) => sum + step.seconds + (step.holdSeconds ?? 0), 0)

/** Where the loop is after `seconds` (any number from 0; it repeats): the two postures and how far between, eased. */
export function placeInLoop(motion: Motion, seconds: number): { from: string; to: string; part: number } {
  const total = loopSeconds(motion)
  let left = ((seconds % total) + total) % total
  let from = itemAt(motion.loop, motion.loop.length - 1).to
  for (const step of motion.loop) {
    if (left < step.seconds)
      return { from, to: step.to, part: motion.even ? left / step.seconds : eased(left / step.seconds) }
    left -= step.seconds
    if (left < (step.holdSeconds ?? 0)) return { from: step.to, to: step.to, part: 0 }
    left -= step.holdSeconds ?? 0
    from = step.to
  }
  return { from, to: from, part: 0 }
}

/** The skeleton at a moment of the loop. */
export function skeletonAt(motion: Motion, seconds: number, options: MotionOptions = {}): Skeleton {
  const { from, to, part } = placeInLoop(motion, seconds)
  return between(poseOf(motion, from, options), poseOf(motion, to, options), part, motion.pins)
}

/** The skeleton of one named posture. Throws if the movement has no such posture. */
export const skeletonOf = (motion: Motion, pose: string, options: MotionOptions = {}): Skeleton =>
  solve(poseOf(motion, pose, options), motion.pins)

function poseOf(motion: Motion, name: string, options: MotionOptions): Pose {
  const pose = motion.poses[name]
  const rest = motion.poses[itemAt(motion.stills, 0).pose]
  if (pose === undefined || rest === undefined) throw new Error(`no posture called ${name}`)
  const ranged =
    options.range === undefined || options.range >= 1 ? pose : shortened(rest, pose, options.range, motion.pins)
  return options.headStill ? { ...ranged, neck: rest.neck ?? 0 } : ranged
}

/** The posture part of the way from rest: trunk and angled limbs go part-way, what is held stays held. */
function shortened(held: Pose, pose: Pose, range: number, pins: Pins): Pose {
  const rest = { ...held, legs: unpinLegs(held, pose, pins) }
  const mix = (a: number | undefined, b: number | undefined) => (a ?? 0) + ((b ?? 0) - (a ?? 0)) * range
  const numbers = <Part extends object>(a: object, b: Part): Part => {
    const starts: Readonly<Record<string, unknown>> = { ...a }
    const mixed = Object.entries(b).map(([key, value]) => {
      const start = starts[key]
      if (typeof value !== 'number') return [key, value]
      if (typeof start === 'number') return [key, mix(start, value)]
      return [key, key === 'roll' ? mix(undefined, value) : value]
    })
    // The same keys, a number for each number: what it was.
    return Object.fromEntries(mixed) as Part
  }
  const root =
    'pelvis' in rest.root && 'pelvis' in pose.root
      ? {
          pelvis: [
            mix(rest.root.pelvis[0], pose.root.pelvis[0]),
            mix(rest.root.pelvis[1], pose.root.pelvis[1]),
          ] as const,
        }
      : numbers(rest.root, pose.root)
  const limbs = <T extends object>(a: Readonly<Record<'near' | 'far', T>>, b: Readonly<Record<'near' | 'far', T>>) => ({
    near: numbers(a.near, b.near),
    far: numbers(a.far, b.far),
  })
  return {
    root,
    heading: mix(rest.heading, pose.heading),
    lumbar: mix(rest.lumbar, pose.lumbar),
    thoracic: mix(rest.thoracic, pose.thoracic),
    neck: mix(rest.neck, pose.neck),
    twist: mix(rest.twist, pose.twist),
    breath: mix(rest.breath, pose.breath),
    ...(pose.plane && { plane: pose.plane }),
    legs: limbs(rest.legs, pose.legs),
    arms: limbs(rest.arms, pose.arms),
  }
}

/** The legs of a posture as angles where the other posture gives angles, so that the two can be mixed. */
function unpinLegs(held: Pose, other: Pose, pins: Pins): Pose['legs'] {
  const { hip, knee, ankle } = solve(held, pins).angles
  const leg = (side: 'near' | 'far') =>
    'hip' in other.legs[side] && !('hip' in held.legs[side])
      ? { hip: hip[side], knee: knee[side], ankle: ankle[side] }
      : held.legs[side]
  return { near: leg('near'), far: leg('far') }
}

/** Slow, fast, slow: 0–1 to 0–1 with no jump of speed at either end. */
const eased = (part: number) => (1 - Math.cos(Math.PI * part)) / 2
