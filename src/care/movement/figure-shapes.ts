/**
 * What joins the points of a drawn figure: its capsules, back to front, for each way of looking at it.
 * Pure. Never: knows where a point is.
 */
import { itemAt } from '../evidence/lists.ts'
import { radii } from './body-measures.ts'
import type { Tone } from './figure-frames.ts'
import { flankStart, type LimbPoint, limbAt, places, spineCount } from './figure-points.ts'
import type { Motion } from './motion.ts'
import type { Side } from './pose.ts'

/** A capsule between two of the figure's points. Radii in cm. */
export interface CapsuleShape {
  readonly a: number
  readonly b: number
  readonly ra: number
  readonly rb: number
  readonly tone: Tone
  readonly edge?: true
}

/** The capsules of a figure, back to front, for the way we look at it. */
export function shapesOf(motion: Motion): readonly CapsuleShape[] {
  switch (motion.camera) {
    case 'side':
      return fromTheSide(motion)
    case 'top':
      return fromTheTop(motion)
    case 'feet':
      return fromTheFeet(motion)
    case 'over':
      return fromOver(motion)
    default:
      return fromTheFrontOrAbove(motion)
  }
}

function fromTheSide(motion: Motion): readonly CapsuleShape[] {
  return [
    ...armOf('far', 'far'),
    ...legOf(motion, 'far', 'far'),
    ...spineChain(0),
    { a: places.seat, b: 1, ra: radii.seat, rb: radii.spine[1], tone: 'near' },
    { a: places.belly, b: 1, ra: radii.belly, rb: radii.spine[1], tone: 'near' },
    { a: places.belly, b: 5, ra: radii.belly, rb: radii.spine[5], tone: 'near' },
    ...headOf(motion),
    ...legOf(motion, 'near', 'near'),
    waistband,
    ...stickOf(motion),
    ...heldOf(motion),
    ...armOf('near', 'near', true),
  ]
}

function fromTheTop(motion: Motion): readonly CapsuleShape[] {
  return [
    ...legOf(motion, 'far', 'far', true),
    ...legOf(motion, 'near', 'far', true),
    ...broadTrunk,
    shoulders,
    ...stickOf(motion),
    ...armOf('far', 'near', true),
    ...armOf('near', 'near', true),
    ...headOf(motion).map((part): CapsuleShape => ({ ...part, edge: true })),
  ]
}

function fromTheFeet(motion: Motion): readonly CapsuleShape[] {
  return [
    ...headOf(motion),
    ...armOf('far', 'far'),
    ...armOf('near', 'far'),
    shoulders,
    ...broadTrunk,
    ...legOf(motion, 'far', 'far', true),
    ...legOf(motion, 'near', 'near', true),
  ]
}

function fromOver(motion: Motion): readonly CapsuleShape[] {
  return [
    ...legOf(motion, 'near', 'far'),
    ...armOf('near', 'far'),
    ...broadTrunk,
    shoulders,
    ...headOf(motion),
    ...legOf(motion, 'far', 'near', true),
    ...armOf('far', 'near', true),
  ]
}

function fromTheFrontOrAbove(motion: Motion): readonly CapsuleShape[] {
  // Standing seen from the front, a gap around the thighs would look like a joint of a doll.
  const legEdge = motion.kneesForward || motion.camera === 'above' ? true : undefined
  return [
    ...broadTrunk,
    shoulders,
    ...headOf(motion),
    ...(motion.camera === 'above' ? [waistband] : []),
    ...legOf(motion, 'far', isFromTheFront(motion) ? 'near' : 'far', legEdge),
    ...legOf(motion, 'near', 'near', legEdge),
    ...stickOf(motion),
    ...armOf('far', 'near', true),
    ...armOf('near', 'near', true),
  ]
}

const isFromTheFront = ({ camera }: Motion) => camera === 'front' || camera === 'facing'

/** The back, or a flank, from the hips up: its points follow each other from `start`. */
const spineChain = (start: number): readonly CapsuleShape[] =>
  Array.from({ length: spineCount - 1 }, (_, index) => ({
    a: start + index,
    b: start + index + 1,
    ra: itemAt(radii.spine, index),
    rb: itemAt(radii.spine, index + 1),
    tone: 'near',
  }))

const broadTrunk = [...spineChain(0), ...spineChain(flankStart), ...spineChain(flankStart + spineCount)]

const shoulders: CapsuleShape = {
  a: limbAt('near', 'shoulder'),
  b: limbAt('far', 'shoulder'),
  ra: radii.shoulder + 1,
  rb: radii.shoulder + 1,
  tone: 'near',
}
const waistband: CapsuleShape = { a: places.band, b: places.band + 1, ra: 0.7, rb: 0.7, tone: 'band' }

type LimbPart = readonly [a: LimbPoint, b: LimbPoint, ra: number, rb: number]

const limbOf = (side: Side, parts: readonly LimbPart[], tone: Tone, edge?: true): readonly CapsuleShape[] =>
  parts.map(([a, b, ra, rb]) => ({ a: limbAt(side, a), b: limbAt(side, b), ra, rb, tone, ...(edge && { edge }) }))

function legOf(motion: Motion, side: Side, tone: Tone, edge?: true): readonly CapsuleShape[] {
  // A foot pointing at the viewer is as broad as the ankle, or it would be drawn as a stump.
  const toe = isFromTheFront(motion) ? radii.ankle + 1 : radii.toe
  const parts: readonly LimbPart[] = [
    ['hip', 'knee', radii.thighTop, radii.knee],
    ['knee', 'ankle', radii.knee, radii.ankle],
    ['heel', 'toe', radii.heel, toe],
    ['ankle', 'heel', radii.ankle, radii.heel],
    ['ankle', 'toe', radii.ankle, toe],
  ]
  return limbOf(side, parts, tone, edge)
}

const armParts: readonly LimbPart[] = [
  ['shoulder', 'elbow', radii.shoulder, radii.elbow],
  ['elbow', 'wrist', radii.elbow, radii.wristNarrow],
  ['wrist', 'fingers', radii.palm, radii.fingertips],
  ['wrist', 'thumb', radii.palm - 1, radii.thumb],
]
const armOf = (side: Side, tone: Tone, edge?: true) => limbOf(side, armParts, tone, edge)

const headOf = (motion: Motion): readonly CapsuleShape[] => [
  { a: spineCount - 1, b: places.neck, ra: radii.neck + 1, rb: radii.neck, tone: 'near' },
  { a: places.neck, b: places.head, ra: radii.neck, rb: radii.neck, tone: 'near' },
  { a: places.head, b: places.chin, ra: radii.head, rb: radii.chin, tone: 'near' },
  // Pointing at us it lies on the face, where only another tone shows it.
  { a: places.head, b: places.nose, ra: radii.noseRoot, rb: radii.noseTip, tone: facesUs(motion) ? 'far' : 'near' },
]

/** Is the face towards us in this view? */
const facesUs = ({ camera }: Motion) =>
  camera === 'front' || camera === 'facing' || camera === 'above' || camera === 'feet'

const stickAt = (motion: Motion) => flankStart + (motion.camera === 'side' ? 0 : 2 * spineCount)
const heldAt = (motion: Motion) => stickAt(motion) + (motion.stickPast === undefined ? 0 : 2)
const heldRadius = { backStick: 1.8, footStrap: 0.9, weight: 7 } as const

const stickOf = (motion: Motion): readonly CapsuleShape[] =>
  motion.stickPast === undefined ? [] : [between(stickAt(motion), 1.6)]
const heldOf = (motion: Motion): readonly CapsuleShape[] =>
  motion.held ? [between(heldAt(motion), heldRadius[motion.held])] : []

/** A thing between two points of the figure that follow each other. */
const between = (a: number, radius: number): CapsuleShape => ({ a, b: a + 1, ra: radius, rb: radius, tone: 'thing' })
