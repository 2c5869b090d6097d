/**
 * The drawn person of a movement as inline SVG: one still, or all its key postures with captions.
 * An island may animate
 * it afterwards: it finds `[data-figure]`, reads `framesFor`, and sets the `d` of the paths through `pathsAt`.
 * Never: decides whether somebody may do the movement (care/movement/block-list.ts does).
 */
import { itemAt } from '../../care/evidence/lists.ts'
import { capsulesAt, capsulesOfPose, viewBoxOf } from '../../care/movement/figure-data.ts'
import { type Capsule, type FigurePath, pathsOf } from '../../care/movement/figure-frames.ts'
import { alsoSeen, type Motion, type MotionOptions, type Prop } from '../../care/movement/motion.ts'
import { movements } from '../../care/movement/movements.ts'
import { limbsOf, limbWords, propsOf } from '../../care/movement/projection.ts'
import type { MovementId } from '../../care/movement/types.ts'

interface FigureProps {
  readonly movement: MovementId
  /** Name of a key posture; left out, the first still. */
  readonly pose?: string
  /** Or a moment of the loop, seconds from its start. */
  readonly seconds?: number
  /** Short name, read first; the movement's title if left out. */
  readonly title?: string
  /** The position in words; the movement's own if left out. */
  readonly description?: string
  /** Smaller range or a still head, as `drawnFor` says for this person. */
  readonly options?: MotionOptions
  /** The second way to look at it, where it has one (`Motion.also`). */
  readonly view?: 'first' | 'second'
  /** Makes the ids of title and description unique when a page shows the same figure twice. */
  readonly id?: string
  /** Draws the start behind it as a ghost, with an arrow from there: for a small picture that must tell where it goes. */
  readonly ghost?: boolean
  /** Leaves room for the names of the limbs, which an island writes: "Left leg". */
  readonly live?: boolean
}

/** One drawing. Announced as an image with a name and a description. */
export function Figure({ movement, pose, seconds, title, description, options, view, id, ghost, live }: FigureProps) {
  const { motion: usual, ...card } = movements[movement]
  const motion = seenFrom(usual, view)
  const shown = pose ?? itemAt(motion.stills, 0).pose
  const capsules = seconds === undefined ? capsulesOfPose(motion, shown, options) : capsulesAt(motion, seconds, options)
  const things = propsOf(motion)
  const name = id ?? `figure-${movement}-${seconds === undefined ? shown : 'moment'}`
  const [x, y, width, height] = viewBoxOf(motion)
  const marked = !ghost && hasLimbs(motion)
  const limbs = marked && !live && seconds === undefined ? limbWords(motion, shown) : ''
  const start = motion.stills[0]?.pose
  const from = ghost && start !== undefined && start !== shown ? capsulesOfPose(motion, start, options) : null
  return (
    <svg
      class="figure"
      viewBox={`${x} ${y} ${width} ${marked ? height + markRoom : height}`}
      role="img"
      aria-labelledby={`${name}-title ${name}-description`}
      data-figure={movement}
    >
      <title id={`${name}-title`}>{title ?? card.title}</title>
      <desc id={`${name}-description`}>{`${description ?? card.description}${limbs && ` (${limbs})`}`}</desc>
      {things.map((prop) => (prop.front ? null : <Thing prop={prop} />))}
      {from && <path class="ghost" d={drawnBy(from).reduce((all, { d }) => all + d, '')} />}
      <g>
        {drawnBy(capsules).map(({ tone, edge, d }) => (
          <path class={edge ? `${tone} edge` : tone} d={d} />
        ))}
      </g>
      {from && <path class="arrow" d={arrowBetween(from, capsules)} />}
      {things.map((prop) => (prop.front ? <Thing prop={prop} /> : null))}
      {marked && (
        <text class="mark" x={x + width / 2} y={y + height + markRoom - 4}>
          {limbs}
        </text>
      )}
    </svg>
  )
}

/** The capsules of a named posture are the same each time, and so is what is drawn of them. */
const drawn = new WeakMap<readonly Capsule[], readonly FigurePath[]>()
function drawnBy(capsules: readonly Capsule[]): readonly FigurePath[] {
  const found = drawn.get(capsules) ?? pathsOf(capsules)
  drawn.set(capsules, found)
  return found
}

/** Room under the figure for the names of the limbs, in cm of the picture. */
const markRoom = 16
function hasLimbs(motion: Motion): boolean {
  const known = limbed.get(motion)
  if (known !== undefined) return known
  const found = motion.stills.some(({ pose }) => limbsOf(motion, pose).length > 0)
  limbed.set(motion, found)
  return found
}
/** A motion never changes, so this is looked up once for each. */
const limbed = new WeakMap<Motion, boolean>()

/** Where the movement goes, not where it starts: the posture for a small picture. A walk is known by its step. */
export const tellingPose = ({ even, stills }: Motion): string =>
  (even ? stills[0] : (stills[1] ?? stills[0]))?.pose ?? ''

/** A small picture of a movement: the end solid, the start as a ghost. The words beside it are the page's. */
export function Thumbnail({ movement, options, id }: Pick<FigureProps, 'movement' | 'options'> & { id: string }) {
  const pose = tellingPose(movements[movement].motion)
  return <Figure {...{ movement, pose, id }} ghost {...(options && { options })} />
}

/** Shorter ways than this, in cm, need no arrow. */
const leastArrow = 10
const arrowHead = 7

/** From where the part that moves most was to where it is; nothing where no part moves far. */
function arrowBetween(from: readonly Capsule[], to: readonly Capsule[]): string {
  const ways = to.flatMap(({ x2, y2 }, index) => {
    const was = from[index]
    return was ? [{ x: was.x2, y: was.y2, dx: x2 - was.x2, dy: y2 - was.y2 }] : []
  })
  const far = ways.reduce((best, way) => (Math.hypot(way.dx, way.dy) > Math.hypot(best.dx, best.dy) ? way : best), {
    ...{ x: 0, y: 0, dx: 0, dy: 0 },
  })
  const length = Math.hypot(far.dx, far.dy)
  if (length < leastArrow) return ''
  const [ux, uy] = [(far.dx / length) * arrowHead, (far.dy / length) * arrowHead]
  const [x, y] = [far.x + far.dx, far.y + far.dy]
  const point = (...values: readonly number[]) => values.map((value) => value.toFixed(1)).join(' ')
  const head = `M${point(x - ux - uy, y - uy + ux)}L${point(x, y)}L${point(x - ux + uy, y - uy - ux)}`
  return `M${point(far.x, far.y)}L${point(x, y)}${head}`
}

const seenFrom = (motion: Motion, view: FigureProps['view']): Motion =>
  view === 'second' ? (alsoSeen(motion) ?? motion) : motion

/** Every key posture as a still with its caption, in order: what is shown without motion or without script. */
export function FigureStills({
  movement,
  options,
  view,
  id,
}: Pick<FigureProps, 'movement' | 'options' | 'view' | 'id'>) {
  const { motion, title } = movements[movement]
  const prefix = id ?? `still-${movement}`
  return (
    <ol class="figure-stills">
      {motion.stills.map(({ pose, caption }, index) => (
        <li>
          <figure>
            <Figure
              movement={movement}
              pose={pose}
              title={`${title}, picture ${index + 1} of ${motion.stills.length}`}
              description={caption}
              id={`${prefix}-${pose}`}
              {...(options && { options })}
              {...(view && { view })}
            />
            <figcaption>{caption}</figcaption>
          </figure>
        </li>
      ))}
    </ol>
  )
}

/** A chair, bed, wall or pillow. Heights in the data go up; SVG goes down. */
export function Thing({ prop }: { readonly prop: Prop }) {
  if (prop.kind === 'block') {
    const { x, y, w, h, round = 0, soft } = prop
    return <rect class={soft ? 'soft' : 'thing'} x={x} y={-y - h} width={w} height={h} rx={round} />
  }
  if (prop.kind === 'line') {
    const { from, to, thick } = prop
    return <line class="thing" x1={from[0]} y1={-from[1]} x2={to[0]} y2={-to[1]} stroke-width={thick} />
  }
  return <circle class="thing" cx={prop.x} cy={-prop.y} r={prop.r} stroke-width={prop.thick} />
}
