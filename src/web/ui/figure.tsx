/**
 * The drawn person of a movement as inline SVG: one still, or all its key postures with captions.
 * Called by the plan and movement pages, on the server and in the worker; plain markup, no script. An island may animate
 * it afterwards: it finds `[data-figure]`, reads `framesFor`, and sets the `d` of the paths through `pathsAt`.
 * Never: decides whether somebody may do the movement (care/movement/block-list.ts does).
 */
import { capsulesAt, capsulesOfPose, viewBoxOf } from '../../care/movement/figure-data.ts'
import { pathsOf } from '../../care/movement/figure-frames.ts'
import { alsoSeen, type Motion, type MotionOptions, type Prop } from '../../care/movement/motion.ts'
import { movements } from '../../care/movement/movements.ts'
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
}

/** One drawing. Announced as an image with a name and a description. */
export function Figure({ movement, pose, seconds, title, description, options, view, id }: FigureProps) {
  const { motion: usual, ...card } = movements[movement]
  const motion = seenFrom(usual, view)
  const shown = pose ?? (motion.stills[0] as Motion['stills'][number]).pose
  const capsules = seconds === undefined ? capsulesOfPose(motion, shown, options) : capsulesAt(motion, seconds, options)
  const name = id ?? `figure-${movement}-${seconds === undefined ? shown : 'moment'}`
  const [x, y, width, height] = viewBoxOf(motion)
  return (
    <svg
      class="figure"
      viewBox={`${x} ${y} ${width} ${height}`}
      role="img"
      aria-labelledby={`${name}-title ${name}-description`}
      data-figure={movement}
    >
      <title id={`${name}-title`}>{title ?? card.title}</title>
      <desc id={`${name}-description`}>{description ?? card.description}</desc>
      {motion.props.map((prop) => (prop.front ? null : <Thing prop={prop} />))}
      <g>
        {pathsOf(capsules).map(({ tone, edge, d }) => (
          <path class={edge ? `${tone} edge` : tone} d={d} />
        ))}
      </g>
      {motion.props.map((prop) => (prop.front ? <Thing prop={prop} /> : null))}
    </svg>
  )
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
function Thing({ prop }: { readonly prop: Prop }) {
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
