/**
 * From skeleton to a drawing as plain data: capsules (two circles and their hull) in two tones, shapes, and a view box.
 * Pure: no DOM. The island needs only figure-frames.ts, not this.
 * Never: changes a posture; it only projects what the rig solved. Picture units are centimetres, y down as in SVG.
 */
import { breadth, radii } from './body.ts'
import type { Capsule, FigureFrames, Tone, ViewBox } from './figure-frames.ts'
import { limbPlaces, tones } from './figure-frames.ts'
import type { Motion, MotionOptions, Prop } from './motion.ts'
import { loopSeconds, skeletonAt, skeletonOf } from './motion.ts'
import type { Point } from './geometry.ts'
import { ahead, mixPoint } from './geometry.ts'
import type { Side } from './pose.ts'
import { inPicture, otherSideOf, propsOf } from './projection.ts'
import type { Skeleton } from './rig.ts'

/** A capsule between two of the figure's points. Radii in cm. */
export interface CapsuleShape {
  readonly a: number
  readonly b: number
  readonly ra: number
  readonly rb: number
  readonly tone: Tone
  readonly edge?: true
}

/** The capsules of one named posture, back to front. */
export const capsulesOfPose = (motion: Motion, pose: string, options: MotionOptions = {}): Capsule[] =>
  joined(motion, skeletonOf(motion, pose, options))

/** The capsules at a moment of the loop, seconds from its start (it repeats), back to front. */
export const capsulesAt = (motion: Motion, seconds: number, options: MotionOptions = {}): Capsule[] =>
  joined(motion, skeletonAt(motion, seconds, options))

/** The box that holds the figure in every frame and all the things around it, with a margin. */
export function viewBoxOf(motion: Motion): ViewBox {
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
  const base = all[0] as number[]
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
    frames: all.map((frame) => moving.map((index) => frame[index] as number)),
    timeline: timeline.filter(([at], index) => index === 0 || at !== (timeline[index - 1] as [number, number])[0]),
  }
}

// ── points ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** A line across the pelvis at right angles to it: front to back from the side, side to side from the front or above. */
function waistband(motion: Motion, body: Skeleton): Point[] {
  const [low, high] = [body.spine[0] as Point, body.spine[1] as Point]
  const length = Math.hypot(high[0] - low[0], high[1] - low[1])
  const forward: Point =
    motion.camera === 'side' ? [(high[1] - low[1]) / length, (low[0] - high[0]) / length, 0] : body.across.hips
  const half =
    motion.camera === 'side' ? [-radii.spine[1] + 0.7, radii.spine[1] + 0.2] : [-breadth[1] + 0.7, breadth[1] - 0.7]
  return half.map((by): Point => [high[0] + forward[0] * by, high[1] + forward[1] * by, high[2] + forward[2] * by])
}

const limbPoints = ['hip', 'knee', 'ankle', 'heel', 'toe', 'shoulder', 'elbow', 'wrist', 'fingers', 'thumb'] as const

/** All points, always in the same order: back, belly, seat, neck, head, chin, nose, waistband, limbs, then flanks or stick if drawn. */
function pointsOf(motion: Motion, body: Skeleton): (readonly [number, number])[] {
  const flat = (point: Point) => inPicture(motion, point)
  const points = [
    ...body.spine,
    body.belly,
    body.seat,
    body.neck,
    body.head,
    body.chin,
    body.nose,
    ...waistband(motion, body),
  ].map(flat)
  for (const side of ['near', 'far'] as const) for (const name of limbPoints) points.push(flat(body.limbs[side][name]))
  if (motion.camera !== 'side') {
    for (const sign of [1, -1]) {
      body.spine.forEach((point, index) => {
        const half = ((breadth[index] as number) - (radii.spine[index] as number)) * sign
        const turn = index / (body.spine.length - 1)
        const axis = body.across.hips.map(
          (value, part) => value + ((body.across.shoulders[part] as number) - value) * turn,
        )
        points.push(
          flat([
            point[0] + (axis[0] as number) * half,
            point[1] + (axis[1] as number) * half,
            point[2] + (axis[2] as number) * half,
          ]),
        )
      })
    }
  }
  if (motion.stickPast !== undefined) {
    const [a, b] = [flat(body.limbs.near.wrist), flat(body.limbs.far.wrist)]
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
    const [dx, dy] = [((b[0] - a[0]) / length) * motion.stickPast, ((b[1] - a[1]) / length) * motion.stickPast]
    points.push([a[0] - dx, a[1] - dy], [b[0] + dx, b[1] + dy])
  }
  if (motion.held) points.push(...heldPoints(motion.held, body).map(flat))
  return points
}

/** The two ends of what is held. */
function heldPoints(held: NonNullable<Motion['held']>, body: Skeleton): readonly [Point, Point] {
  const { near, far } = body.limbs
  if (held === 'weight') {
    const below = mixPoint(near.fingers, far.fingers, 0.5)
    return [ahead(below, 270, 3), ahead(below, 270, 12)]
  }
  if (held === 'footStrap') return [near.wrist, mixPoint(near.heel, near.toe, 0.55)]
  // The stick touches tailbone and back of the head, and stands out past both.
  const [low, high] = [body.spine[0] as Point, body.head]
  const length = Math.hypot(high[0] - low[0], high[1] - low[1])
  const [du, dv] = [(high[0] - low[0]) / length, (high[1] - low[1]) / length]
  const at = ([u, v, w]: Point, along: number): Point => [
    u + du * along - dv * stickBehind,
    v + dv * along + du * stickBehind,
    w,
  ]
  return [at(low, -12), at(high, 16)]
}
const stickBehind = 11.6

const spineCount = radii.spine.length
const trunkStart = spineCount
const [bellyAt, seatAt, neckAt] = [trunkStart, trunkStart + 1, trunkStart + 2]
const [headAt, chinAt, noseAt] = [trunkStart + 3, trunkStart + 4, trunkStart + 5]
const bandAt = trunkStart + 6
const limbStart = limbPlaces.start
const limb = (side: Side, name: (typeof limbPoints)[number]) =>
  limbStart + (side === 'near' ? 0 : limbPoints.length) + limbPoints.indexOf(name)
const flankStart = limbStart + 2 * limbPoints.length

/** The capsules of a figure, back to front, for the way we look at it. */
function shapesOf(motion: Motion): CapsuleShape[] {
  const fromTheFront = motion.camera === 'front' || motion.camera === 'facing'
  const spineChain = (start: number, tone: Tone): CapsuleShape[] =>
    Array.from({ length: spineCount - 1 }, (_, index) => ({
      a: start + index,
      b: start + index + 1,
      ra: radii.spine[index] as number,
      rb: radii.spine[index + 1] as number,
      tone,
    }))
  const leg = (side: Side, tone: Tone, edge?: true): CapsuleShape[] => {
    const part = (
      a: (typeof limbPoints)[number],
      b: (typeof limbPoints)[number],
      ra: number,
      rb: number,
    ): CapsuleShape => ({
      a: limb(side, a),
      b: limb(side, b),
      ra,
      rb,
      tone,
      ...(edge && { edge }),
    })
    // A foot pointing at the viewer is as broad as the ankle, or it would be drawn as a stump.
    const [heel, toe] = fromTheFront ? [radii.heel, radii.ankle + 1] : [radii.heel, radii.toe]
    return [
      part('hip', 'knee', radii.thighTop, radii.knee),
      part('knee', 'ankle', radii.knee, radii.ankle),
      part('heel', 'toe', heel, toe),
      part('ankle', 'heel', radii.ankle, heel),
      part('ankle', 'toe', radii.ankle, toe),
    ]
  }
  const arm = (side: Side, tone: Tone, edge?: true): CapsuleShape[] => {
    const part = (
      a: (typeof limbPoints)[number],
      b: (typeof limbPoints)[number],
      ra: number,
      rb: number,
    ): CapsuleShape => ({
      a: limb(side, a),
      b: limb(side, b),
      ra,
      rb,
      tone,
      ...(edge && { edge }),
    })
    return [
      part('shoulder', 'elbow', radii.shoulder, radii.elbow),
      part('elbow', 'wrist', radii.elbow, radii.wristNarrow),
      part('wrist', 'fingers', radii.palm, radii.fingertips),
      part('wrist', 'thumb', radii.palm - 1, radii.thumb),
    ]
  }
  const head: CapsuleShape[] = [
    { a: spineCount - 1, b: neckAt, ra: radii.neck + 1, rb: radii.neck, tone: 'near' },
    { a: neckAt, b: headAt, ra: radii.neck, rb: radii.neck, tone: 'near' },
    { a: headAt, b: chinAt, ra: radii.head, rb: radii.chin, tone: 'near' },
    // Pointing at us it lies on the face, where only another tone shows it.
    { a: headAt, b: noseAt, ra: radii.noseRoot, rb: radii.noseTip, tone: facesUs(motion) ? 'far' : 'near' },
  ]
  const band: CapsuleShape[] = [{ a: bandAt, b: bandAt + 1, ra: 0.7, rb: 0.7, tone: 'band' }]
  const stick: CapsuleShape[] = motion.stickPast === undefined ? [] : [between(stickAt(motion), 1.6)]
  const held: CapsuleShape[] = motion.held ? [between(heldAt(motion), heldRadius[motion.held])] : []
  if (motion.camera === 'side') {
    const trunk: CapsuleShape[] = [
      ...spineChain(0, 'near'),
      { a: seatAt, b: 1, ra: radii.seat, rb: radii.spine[1], tone: 'near' },
      { a: bellyAt, b: 1, ra: radii.belly, rb: radii.spine[1], tone: 'near' },
      { a: bellyAt, b: 5, ra: radii.belly, rb: radii.spine[5], tone: 'near' },
    ]
    return [
      ...arm('far', 'far'),
      ...leg('far', 'far'),
      ...trunk,
      ...head,
      ...leg('near', 'near'),
      ...band,
      ...stick,
      ...held,
      ...arm('near', 'near', true),
    ]
  }
  const trunk = [
    ...spineChain(0, 'near'),
    ...spineChain(flankStart, 'near'),
    ...spineChain(flankStart + spineCount, 'near'),
  ]
  // Standing seen from the front, a gap around the thighs would look like a joint of a doll.
  const fromEnd = motion.camera === 'top' || motion.camera === 'feet' || motion.camera === 'over'
  const legEdge = motion.kneesForward || motion.camera === 'above' || fromEnd ? true : undefined
  const shoulders: CapsuleShape[] = [
    {
      a: limb('near', 'shoulder'),
      b: limb('far', 'shoulder'),
      ra: radii.shoulder + 1,
      rb: radii.shoulder + 1,
      tone: 'near',
    },
  ]
  if (motion.camera === 'top')
    return [
      ...leg('far', 'far', true),
      ...leg('near', 'far', true),
      ...trunk,
      ...shoulders,
      ...stick,
      ...arm('far', 'near', true),
      ...arm('near', 'near', true),
      ...head.map((part): CapsuleShape => ({ ...part, edge: true })),
    ]
  if (motion.camera === 'feet')
    return [
      ...head,
      ...arm('far', 'far'),
      ...arm('near', 'far'),
      ...shoulders,
      ...trunk,
      ...leg('far', 'far', true),
      ...leg('near', 'near', true),
    ]
  if (motion.camera === 'over')
    return [
      ...leg('near', 'far'),
      ...arm('near', 'far'),
      ...trunk,
      ...shoulders,
      ...head,
      ...leg('far', 'near', true),
      ...arm('far', 'near', true),
    ]
  return [
    ...trunk,
    ...shoulders,
    ...head,
    ...(motion.camera === 'above' ? band : []),
    ...leg('far', fromTheFront ? 'near' : 'far', legEdge),
    ...leg('near', 'near', legEdge),
    ...stick,
    ...arm('far', 'near', true),
    ...arm('near', 'near', true),
  ]
}

/** Is the face towards us in this view? */
const facesUs = ({ camera }: Motion) =>
  camera === 'front' || camera === 'facing' || camera === 'above' || camera === 'feet'

const stickAt = (motion: Motion) => flankStart + (motion.camera === 'side' ? 0 : 2 * spineCount)
const heldAt = (motion: Motion) => stickAt(motion) + (motion.stickPast === undefined ? 0 : 2)
const heldRadius = { backStick: 1.8, footStrap: 0.9, weight: 7 } as const
/** A thing between two points of the figure that follow each other. */
const between = (a: number, radius: number): CapsuleShape => ({ a, b: a + 1, ra: radius, rb: radius, tone: 'thing' })

function joined(motion: Motion, body: Skeleton): Capsule[] {
  const points = pointsOf(motion, body)
  return shapesOf(motion).map(({ a, b, ra, rb, tone, edge }) => {
    const [x1, y1] = points[a] as readonly [number, number]
    const [x2, y2] = points[b] as readonly [number, number]
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
