/**
 * The body map as data: every place that can be touched, front and back, with its name and its outline.
 * Pure. One unit is 1/200 of the picture's width; x runs from the viewer's left, y down. Left and right are always the
 * person's own: seen from behind their left is on the viewer's left, seen from the front it is on the right.
 * Never: says what a place means. Nothing here is a diagnosis.
 */
import { keysOf } from '../evidence/closed-sets.ts'

/** The body seen from behind or from the front. */
export type View = 'back' | 'front'
/** A place on the drawing, in its own units from its top left corner. */
export type Point = readonly [x: number, y: number]

/** Width and height of each view. */
export const mapSize = { width: 200, height: 480 } as const

/** Part of the body that a region belongs to. A leg begins below the buttock crease (evidence.md, section 1.0). */
export type Part = 'neck' | 'back' | 'buttock' | 'front' | 'saddle' | 'leg'

/** One place. */
export interface Region {
  readonly id: RegionId
  /** "Low back, left". */
  readonly name: string
  readonly view: View
  readonly side: 'left' | 'right' | 'middle'
  readonly part: Part
  /** How far down a leg: 0 not on a leg, 1 thigh, 2 knee, 3 lower leg, 4 foot. */
  readonly legReach: 0 | 1 | 2 | 3 | 4
  /** Closed outline; the last point joins the first. Neighbours share their edge and do not overlap. */
  readonly outline: readonly Point[]
}

interface PairPlan {
  readonly name: string
  readonly view: View
  readonly part: Part
  readonly legReach?: Region['legReach']
  /** On the viewer's left half; the other side is its mirror image. */
  readonly outline: readonly Point[]
}
interface MiddlePlan extends PairPlan {
  readonly middle: true
}

const thigh: readonly Point[] = [
  [52, 260],
  [64, 266],
  [79, 268],
  [94, 262],
  [97, 276],
  [100, 276],
  [100, 296],
  [98, 316],
  [96, 342],
  [80, 345],
  [62, 342],
  [58, 322],
  [54, 296],
]
const knee: readonly Point[] = [
  [62, 342],
  [80, 345],
  [96, 342],
  [95, 354],
  [94, 368],
  [80, 365],
  [64, 368],
  [64, 354],
]
const lowerLeg: readonly Point[] = [
  [64, 368],
  [80, 365],
  [94, 368],
  [97, 382],
  [96, 400],
  [92, 422],
  [90, 440],
  [80, 438],
  [71, 440],
  [66, 424],
  [62, 402],
  [62, 384],
]
const foot: readonly Point[] = [
  [71, 440],
  [80, 438],
  [90, 440],
  [92, 452],
  [91, 464],
  [86, 470],
  [66, 471],
  [60, 468],
  [61, 461],
  [68, 454],
]
const saddle: readonly Point[] = [
  [94, 262],
  [106, 262],
  [103, 276],
  [97, 276],
]

/** From the top down, as the list reads them. */
const pairs = {
  neck: {
    name: 'Neck',
    view: 'back',
    part: 'neck',
    outline: [
      [87, 57],
      [100, 57],
      [100, 82],
      [84, 82],
      [85, 76],
      [86, 70],
    ],
  },
  shoulder: {
    name: 'Top of the shoulder',
    view: 'back',
    part: 'back',
    outline: [
      [85, 76],
      [84, 82],
      [94, 82],
      [94, 100],
      [78, 101],
      [61, 106],
      [54, 98],
      [52, 90],
      [64, 84],
      [76, 78],
    ],
  },
  upperBack: {
    name: 'Shoulder blade',
    view: 'back',
    part: 'back',
    outline: [
      [61, 106],
      [78, 101],
      [94, 100],
      [94, 140],
      [80, 143],
      [61, 142],
      [60.5, 124],
    ],
  },
  midBack: {
    name: 'Below the shoulder blade',
    view: 'back',
    part: 'back',
    outline: [
      [61, 142],
      [80, 143],
      [94, 140],
      [94, 172],
      [80, 174],
      [63, 175],
      [62, 158],
    ],
  },
  lowBack: {
    name: 'Low back',
    view: 'back',
    part: 'back',
    outline: [
      [80, 174],
      [94, 172],
      [94, 206],
      [80, 208],
      [79, 190],
    ],
  },
  flank: {
    name: 'Side, under the ribs',
    view: 'back',
    part: 'back',
    outline: [
      [63, 175],
      [80, 174],
      [79, 190],
      [80, 208],
      [60, 210],
      [63, 196],
      [64, 184],
    ],
  },
  backOfHip: {
    name: 'Base of the back',
    view: 'back',
    part: 'back',
    outline: [
      [60, 210],
      [80, 208],
      [94, 206],
      [94, 226],
      [76, 224],
      [54, 226],
    ],
  },
  buttock: {
    name: 'Buttock',
    view: 'back',
    part: 'buttock',
    outline: [
      [54, 226],
      [76, 224],
      [94, 226],
      [100, 250],
      [100, 262],
      [94, 262],
      [79, 268],
      [64, 266],
      [52, 260],
      [52, 244],
    ],
  },
  thighBack: { name: 'Back of the thigh', view: 'back', part: 'leg', legReach: 1, outline: thigh },
  kneeBack: { name: 'Back of the knee', view: 'back', part: 'leg', legReach: 2, outline: knee },
  calf: { name: 'Calf', view: 'back', part: 'leg', legReach: 3, outline: lowerLeg },
  heel: { name: 'Heel', view: 'back', part: 'leg', legReach: 4, outline: foot },
  chest: {
    name: 'Chest',
    view: 'front',
    part: 'front',
    outline: [
      [85, 76],
      [92, 84],
      [100, 86],
      [100, 150],
      [82, 149],
      [64, 146],
      [60.5, 124],
      [61, 106],
      [54, 98],
      [52, 90],
      [64, 84],
      [76, 78],
    ],
  },
  tummy: {
    name: 'Tummy',
    view: 'front',
    part: 'front',
    outline: [
      [64, 146],
      [82, 149],
      [100, 150],
      [100, 216],
      [78, 216],
      [58, 218],
      [63, 196],
      [64, 184],
      [63, 166],
    ],
  },
  hip: {
    name: 'Front of the hip',
    view: 'front',
    part: 'front',
    outline: [
      [58, 218],
      [78, 216],
      [80, 240],
      [79, 268],
      [64, 266],
      [52, 260],
      [52, 244],
      [54, 230],
    ],
  },
  groin: {
    name: 'Groin',
    view: 'front',
    part: 'front',
    outline: [
      [78, 216],
      [100, 216],
      [100, 262],
      [94, 262],
      [79, 268],
      [80, 240],
    ],
  },
  thighFront: { name: 'Front of the thigh', view: 'front', part: 'leg', legReach: 1, outline: thigh },
  kneeFront: { name: 'Front of the knee', view: 'front', part: 'leg', legReach: 2, outline: knee },
  shin: { name: 'Shin', view: 'front', part: 'leg', legReach: 3, outline: lowerLeg },
  footTop: { name: 'Foot', view: 'front', part: 'leg', legReach: 4, outline: foot },
} as const satisfies Record<string, PairPlan>

const middles = {
  spineUpper: {
    name: 'Bones between the shoulder blades',
    view: 'back',
    part: 'back',
    middle: true,
    outline: [
      [94, 82],
      [106, 82],
      [106, 140],
      [94, 140],
    ],
  },
  spineMid: {
    name: 'Bones of the mid-back',
    view: 'back',
    part: 'back',
    middle: true,
    outline: [
      [94, 140],
      [106, 140],
      [106, 172],
      [94, 172],
    ],
  },
  spineLow: {
    name: 'Bones of the low back',
    view: 'back',
    part: 'back',
    middle: true,
    outline: [
      [94, 172],
      [106, 172],
      [106, 226],
      [94, 226],
    ],
  },
  tailbone: {
    name: 'Tail bone',
    view: 'back',
    part: 'back',
    middle: true,
    outline: [
      [94, 226],
      [106, 226],
      [100, 250],
    ],
  },
  saddleBack: { name: 'Between the legs, back', view: 'back', part: 'saddle', middle: true, outline: saddle },
  saddleFront: { name: 'Between the legs, front', view: 'front', part: 'saddle', middle: true, outline: saddle },
} as const satisfies Record<string, MiddlePlan>

type PairName = keyof typeof pairs
type MiddleName = keyof typeof middles
/** The id of one place on the body. */
export type RegionId = `${PairName}-left` | `${PairName}-right` | MiddleName

const mirrored = (outline: readonly Point[]): readonly Point[] =>
  outline.map(([x, y]): Point => [mapSize.width - x, y]).reverse()

function pair(key: PairName): readonly Region[] {
  const { name, view, part, outline, legReach = 0 }: PairPlan = pairs[key]
  const viewersLeft = view === 'back' ? 'left' : 'right'
  return (['left', 'right'] as const).map((side) => ({
    id: `${key}-${side}`,
    name: `${name}, ${side}`,
    view,
    side,
    part,
    legReach,
    outline: side === viewersLeft ? outline : mirrored(outline),
  }))
}
function middle(key: MiddleName): Region {
  const { name, view, part, outline }: MiddlePlan = middles[key]
  return { id: key, name, view, side: 'middle', part, legReach: 0, outline }
}

const topOf = ({ outline }: Region): number => Math.min(...outline.map(([, y]) => y))

/** Every place: the back first, then the front, each from the top down; left before right. The order of the list. */
export const regions: readonly Region[] = [...keysOf(pairs).flatMap(pair), ...keysOf(middles).map(middle)].sort(
  (a, b) => (a.view === b.view ? topOf(a) - topOf(b) : a.view === 'back' ? -1 : 1),
)

const byId: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.id, region]))

/** Is this the id of a place? For records that come from outside. */
export const isRegionId = (id: string): id is RegionId => byId.has(id)

/** The place with this id. */
export function regionOf(id: RegionId): Region {
  const found = byId.get(id)
  if (!found) throw new Error(`no such place: ${id}`)
  return found
}

/** A touch this far outside a place still counts for it, in units: a thumb is not a needle. */
export const touchSlack = 8

/** The place at a point, or the nearest one within `touchSlack`; null when the touch is off the body. */
export function regionAt(view: View, [x, y]: Point): RegionId | null {
  const here = regions.filter((region) => region.view === view)
  const inside = here.find(({ outline }) => isInside(outline, [x, y]))
  if (inside) return inside.id
  const [nearest] = here
    .map(({ id, outline }) => ({ id, far: distanceTo(outline, [x, y]) }))
    .sort((a, b) => a.far - b.far)
  return nearest && nearest.far <= touchSlack ? nearest.id : null
}

/** Even-odd rule. */
function isInside(outline: readonly Point[], [x, y]: Point): boolean {
  return (
    edges(outline).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax))
      .length %
      2 ===
    1
  )
}

const edges = (outline: readonly Point[]): readonly (readonly [Point, Point])[] =>
  outline.map((point, index) => [point, outline[(index + 1) % outline.length] ?? point])

function distanceTo(outline: readonly Point[], [x, y]: Point): number {
  return Math.min(
    ...edges(outline).map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, by - ay]
      const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
      return Math.hypot(x - ax - along * dx, y - ay - along * dy)
    }),
  )
}

/** The furthest that pain goes down the leg of one side, 0–4 (see `legReach`). */
export const reachDown = (places: readonly RegionId[], side: 'left' | 'right'): number =>
  Math.max(
    0,
    ...places
      .map(regionOf)
      .filter((region) => region.side === side)
      .map(({ legReach }) => legReach),
  )

/** Pain below the buttock crease on both sides. Both buttocks alone is not both legs (evidence.md, section 1.0). */
export const inBothLegs = (places: readonly RegionId[]): boolean =>
  reachDown(places, 'left') > 0 && reachDown(places, 'right') > 0
