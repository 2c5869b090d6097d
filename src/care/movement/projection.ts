/**
 * From the rig's space to the flat picture, and from the picture back to the person: which way they lie in it, and which
 * of their sides is the near one.
 * All pictures run one way: whoever lies on the back or the front has the head to the right, whoever is upright looks to
 * the right or at us, and whoever lies on the side is seen from above with the head at the top, as in a bed.
 * Pure. Never: changes a posture.
 */
import type { Point } from './geometry.ts'
import { cos, minus, size } from './geometry.ts'
import type { Motion, Prop } from './motion.ts'
import { skeletonOf } from './motion.ts'
import type { Side } from './pose.ts'

/** What is further away is drawn a little higher and to the right, so that a second leg or arm can be seen. */
const depthShift = { x: -0.1, y: 0.12 }
/** From the feet we look down on somebody at this slope, so that the face is seen beyond the knees. */
const fromTheFeet = { along: 0.5, up: 0.87 }

/** Is this written with the head to the left? Face up and on the side are (pose.ts), so their picture is turned. */
const headLeft = (motion: Motion): boolean => cos(motion.poses[motion.stills[0]?.pose ?? '']?.heading ?? 90) < -0.5

/**
 * How the picture is turned: as in a mirror or by half a circle, so that the head comes to the right; or, for somebody on
 * the side seen from above, by a quarter, so that the head is at the top as in a picture of a bed.
 */
function turnOf(motion: Motion): 'not' | 'mirrored' | 'half' | 'quarter' {
  if (!headLeft(motion)) return 'not'
  if (motion.camera === 'above') return 'half'
  if (motion.camera !== 'side') return 'not'
  return motion.gravity === 'w' ? 'quarter' : 'mirrored'
}

/** A point of the picture after the turn, y down. */
function turned(motion: Motion, [x, y]: readonly [number, number]): readonly [number, number] {
  switch (turnOf(motion)) {
    case 'not':
      return [x, y]
    case 'mirrored':
      return [-x, y]
    case 'half':
      return [-x, -y]
    case 'quarter':
      return [-y, x]
  }
}

/** Where a point of the rig is in the picture, cm, y down as in SVG. */
export const inPicture = (motion: Motion, point: Point): readonly [x: number, y: number] =>
  turned(motion, projected(motion, point))

function projected({ camera }: Motion, [u, v, w]: Point): readonly [number, number] {
  if (camera === 'above' || camera === 'over') return [u, w]
  if (camera === 'top') return [w, u]
  if (camera === 'feet') return [-w, u * fromTheFeet.along - v * fromTheFeet.up]
  if (camera === 'front') return [w, u * 0.22 - v * 0.97]
  if (camera === 'facing') return [u - w * 0.14, w * 0.28 - v]
  const depth = Math.max(-16, Math.min(16, w))
  return [u + depth * depthShift.x, -v + depth * depthShift.y]
}

/** The things around the figure, turned as it is. Their heights go up, those of the picture down. */
export const propsOf = (motion: Motion): readonly Prop[] => motion.props.map((prop) => turnedProp(motion, prop))

function turnedProp(motion: Motion, prop: Prop): Prop {
  const at = (x: number, up: number): readonly [number, number] => {
    const [right, down] = turned(motion, [x, -up])
    return [right, -down]
  }
  if (prop.kind === 'line') return { ...prop, from: at(...prop.from), to: at(...prop.to) }
  const [x, y] = at(prop.x, prop.y)
  if (prop.kind === 'ring') return { ...prop, x, y }
  const [x2, y2] = at(prop.x + prop.w, prop.y + prop.h)
  return { ...prop, x: Math.min(x, x2), y: Math.min(y, y2), w: Math.abs(x2 - x), h: Math.abs(y2 - y) }
}

/**
 * Which side of the person the near limbs are in the picture. Facing us, as in a mirror from the front, or lying face up
 * with the head to the right, it is the left one; else the right one.
 */
export function nearSideOf(motion: Motion): 'left' | 'right' {
  const { camera } = motion
  if (camera === 'front' || camera === 'facing' || camera === 'top' || camera === 'over') return 'left'
  return turnOf(motion) === 'mirrored' ? 'left' : 'right'
}

/** How the other side of the body is shown: the other limbs of the same person, or the picture as in a mirror. */
export const otherSideOf = ({ camera, gravity }: Motion): 'limbs' | 'mirror' =>
  camera === 'side' && gravity === 'v' ? 'limbs' : 'mirror'

/** A limb does something of its own when it goes, or lies, this much further than its fellow, cm. */
const ownWay = 12
const limbParts = { leg: ['knee', 'ankle'], arm: ['elbow', 'wrist'] } as const

/**
 * Which limbs do something of their own in a posture, in words for the picture: "Left leg", "Right arm". Empty where both
 * sides do the same, where both take turns all the time (a walk), or where the way we look tells it.
 * @param other for the picture of the other side of the body (`otherSideOf`)
 * @throws if the movement has no such posture
 */
export function limbsOf(motion: Motion, pose: string, other = false): readonly string[] {
  if (motion.even || motion.camera === 'top' || motion.camera === 'feet' || motion.camera === 'above') return []
  if (motion.held === 'backStick') return []
  const nearIs = (nearSideOf(motion) === 'left') !== other ? 'Left' : 'Right'
  const farIs = nearIs === 'Left' ? 'Right' : 'Left'
  if (motion.works) return [`${nearIs} ${motion.works}`]
  return (['leg', 'arm'] as const).flatMap((limb) => {
    const here = lead(motion, pose, limb)
    const all = motion.stills.map((still) => lead(motion, still.pose, limb)).filter((by) => Math.abs(by) >= ownWay)
    const [first] = all
    const oneSided = first !== undefined && all.every((by) => by > 0 === first > 0)
    if (Math.abs(here) >= ownWay) return [`${here > 0 ? nearIs : farIs} ${limb}`]
    // A posture that begins with one limb apart, before it moves.
    return oneSided && apart(motion, pose, limb) >= ownWay ? [`${first > 0 ? nearIs : farIs} ${limb}`] : []
  })
}

/** "Left leg, right arm": which limb it is that does something of its own in this posture; empty where none does. */
export const limbWords = (motion: Motion, pose: string, other = false): string =>
  limbsOf(motion, pose, other)
    .map((limb, index) => (index === 0 ? limb : limb.toLowerCase()))
    .join(', ')

/** How much further the near limb has gone from the first posture than the far one, cm. */
function lead(motion: Motion, pose: string, limb: keyof typeof limbParts): number {
  const [now, then] = [skeletonOf(motion, pose).limbs, skeletonOf(motion, motion.stills[0]?.pose ?? pose).limbs]
  const went = (side: Side) =>
    Math.max(...limbParts[limb].map((part) => size(minus(now[side][part], then[side][part]))))
  return went('near') - went('far')
}

/** How far apart the two limbs of a pair lie, looking across the body, cm. */
function apart(motion: Motion, pose: string, limb: keyof typeof limbParts): number {
  const { near, far } = skeletonOf(motion, pose).limbs
  return Math.max(
    ...limbParts[limb].map((part) => Math.hypot(near[part][0] - far[part][0], near[part][1] - far[part][1])),
  )
}
