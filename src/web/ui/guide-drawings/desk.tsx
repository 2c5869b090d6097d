/** Two ways to work at a desk, sitting and standing: the next posture is the best one. */
import { capsulesOfPose } from '../../../care/movement/figure-data.ts'
import type { Motion, Prop } from '../../../care/movement/motion.ts'
import { chair, feetFlat, floor, sitPins, sitting, standing, standPins } from '../../../care/movement/postures.ts'
import { DrawingFrame } from './drawing-frame.tsx'
import { DrawnPerson } from './drawn-person.tsx'

/** A desk so high, with a screen and keys on it. */
const deskAt = (x: number, height: number): readonly Prop[] => [
  { kind: 'line', from: [x + 52, height - 2], to: [x + 52, 0], thick: 3.6 },
  { kind: 'block', x, y: height - 4, w: 60, h: 4, round: 2 },
  { kind: 'block', x: x + 4, y: height, w: 18, h: 2, round: 1, soft: true },
  { kind: 'block', x: x + 44, y: height + 10, w: 3.6, h: 34, round: 1.6, soft: true },
  { kind: 'line', from: [x + 48, height + 2], to: [x + 48, height + 20], thick: 3 },
]
const still = {
  camera: 'side',
  gravity: 'v',
  loop: [{ to: 'only', seconds: 1 }],
  stills: [{ pose: 'only', caption: '' }],
} as const
const keys = { near: { hand: 'nearKeys', elbowTo: 'out' }, far: { hand: 'farKeys', elbowTo: 'out' } } as const

const sits: Motion = {
  ...still,
  pins: { ...sitPins, nearKeys: { at: [44, 74], w: 10, end: 0 }, farKeys: { at: [44, 74], w: -10, end: 0 } },
  poses: { only: sitting({ arms: keys }) },
  props: [floor(-36, 150), ...chair, ...deskAt(38, 70)],
}
const stands: Motion = {
  ...still,
  pins: { ...standPins, nearKeys: { at: [38, 108], w: 10, end: 0 }, farKeys: { at: [38, 108], w: -10, end: 0 } },
  poses: { only: standing({ legs: feetFlat, arms: keys }) },
  props: [floor(-36, 150), ...deskAt(30, 104)],
}

/** The drawing. */
export function Desk() {
  return (
    <DrawingFrame
      id="desk"
      viewBox="-40 -188 334 194"
      look="figure"
      title="Sitting at a desk, and standing at one"
      description="In the first picture somebody sits at a desk with the feet on the floor and the arms at rest on it. In the second the same person stands at a higher desk."
      caption="Sit, then stand, then sit another way. No one posture is right."
    >
      <DrawnPerson motion={sits} capsules={capsulesOfPose(sits, 'only')} />
      <g transform="translate(170 0)">
        <DrawnPerson motion={stands} capsules={capsulesOfPose(stands, 'only')} />
      </g>
    </DrawingFrame>
  )
}
