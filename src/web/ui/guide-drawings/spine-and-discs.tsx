/**
 * The low back from the side: five bones with discs between them, the nerves behind, the muscle behind those. A sketch to learn
 * the words by, true in its order and its curve, not a map for finding a fault.
 */
import { DrawingFrame, Label } from './drawing-frame.tsx'

/** The curve on which the bones stand: an arc that bulges towards the tummy, which is on the left. */
const arc = { x: 262, y: 112, radius: 150 } as const
/** Between the middles of two bones, degrees along the arc. */
const apart = 14
const bones = [-2, -1, 0, 1, 2] as const
const tenth = (value: number) => Math.round(value * 10) / 10

/** A point of the arc; `behind`: so far towards the back. */
function at(degrees: number, behind = 0): readonly [number, number] {
  const turn = (degrees * Math.PI) / 180
  const from = arc.radius - behind
  return [tenth(arc.x - from * Math.cos(turn)), tenth(arc.y + from * Math.sin(turn))]
}
/** Drawn upright around 0 0, then put on the arc. */
const onArc = (degrees: number) => {
  const [x, y] = at(degrees)
  return `translate(${x} ${y}) rotate(${-degrees})`
}
/** A line along the arc, so far behind the middle of the bones. */
const along = (from: number, to: number, behind: number) =>
  Array.from({ length: 13 }, (_, step) => at(from + ((to - from) * step) / 12, behind))
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`)
    .join('')

/** The drawing. */
export function SpineAndDiscs() {
  return (
    <DrawingFrame
      id="spine"
      look="roomy"
      viewBox="34 6 280 250"
      title="The low back from the side"
      description="Five bones stand one on the other in a gentle curve. Between two bones is a disc. Nerves run down behind the bones. Long muscles lie at the very back."
      caption="The low back from the side; the tummy is on the left. A sketch: real backs vary."
    >
      <path class="muscle" d={along(-38, 36, 62)} />
      <path class="nerve" d={along(-38, 34, 31)} />
      {bones.map((bone) => (
        <g key={bone} transform={onArc(bone * apart)}>
          <path class="bone" d="M22-8L40-8Q46-8 50-3L66 7Q70 11 66 15Q62 18 57 15L40 7L22 6z" />
          <rect class="bone" x="-22" y="-13" width="46" height="26" rx="5" />
        </g>
      ))}
      {bones.map((bone) => (
        <g key={bone} transform={onArc((bone + 0.5) * apart)}>
          <rect class="disc" x="-21" y="-5" width="43" height="10" rx="5" />
        </g>
      ))}
      <path class="bone" d={sacrum} />
      <Label x={78} y={60} to={at(-apart * 1.5, 12)} text="disc" end />
      <Label x={78} y={112} to={at(0, 12)} text="bone" end />
      <Label x={246} y={112} to={at(0, 33)} text="nerves" />
      <Label x={246} y={62} to={at(-apart * 1.2, 66)} text="muscle" />
    </DrawingFrame>
  )
}

/** The bone below the last disc, which leans back and ends in the tailbone. */
const sacrum = (() => {
  const [x, y] = at(2 * apart + 13)
  return `M${x - 18} ${y - 8}L${x + 24} ${y - 26}Q${x + 38} ${y - 6} ${x + 56} ${y + 8}Q${x + 64} ${y + 16} ${x + 60} ${y + 30}Q${x + 30} ${y + 26} ${x + 4} ${y + 12}Q${x - 14} ${y + 4} ${x - 18} ${y - 8}z`
})()
