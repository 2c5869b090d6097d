/**
 * The figure of a movement as it moves, with captions and a pause; and its stills for everybody else. Where one view does
 * not show it all, a second one to switch to: two radios, which need no script.
 * Without a script, or with reduced motion, the stills are what is seen.
 */
import { framesOf } from '../../../care/movement/figure-data.ts'
import { alsoSeen, type Motion, type MotionOptions } from '../../../care/movement/motion.ts'
import { type MovementId, movements } from '../../../care/movement/movements.ts'
import { limbWords } from '../../../care/movement/projection.ts'
import { Figure, FigureStills } from '../../ui/figure.tsx'

export interface MovingFigureProps {
  readonly movement: MovementId
  readonly options?: MotionOptions
  /** Only the stills: for what is not to be done now. */
  readonly still?: boolean
}

/** The moving figure and its stills. The page must load the `figure` island unless it is still. */
export function MovingFigure({ movement, options, still }: MovingFigureProps) {
  const { motion } = movements[movement]
  const second = alsoSeen(motion)
  const one = (seen: Motion, view: 'first' | 'second') => (
    <OneView movement={movement} seen={seen} view={view} {...(options && { options })} {...(still && { still })} />
  )
  if (!second || !motion.also) return one(motion, 'first')
  const [first, other] = motion.also.names
  return (
    <div class="views">
      <fieldset class="view-choice">
        <legend class="unseen">Which way to look</legend>
        <div class="row">
          <label class="choice">
            <input type="radio" name="view" value="first" checked />
            <span>{first}</span>
          </label>
          <label class="choice">
            <input type="radio" name="view" value="second" class="look-second" />
            <span>{other}</span>
          </label>
        </div>
      </fieldset>
      <div class="view-first">{one(motion, 'first')}</div>
      <div class="view-second">{one(second, 'second')}</div>
    </div>
  )
}

interface OneViewProps extends MovingFigureProps {
  readonly seen: Motion
  readonly view: 'first' | 'second'
}

function OneView({ movement, seen, view, options = {}, still }: OneViewProps) {
  const drawn = { movement, options, view }
  return (
    <>
      {!still && (
        <div
          class="moving no-print"
          hidden
          data-frames={JSON.stringify(framesOf(seen, options))}
          data-captions={JSON.stringify(captionsOf(seen))}
        >
          <Figure {...drawn} live id={`moving-${view}`} />
          <p class="moving-caption" data-caption aria-hidden="true" />
          <button type="button" class="button">
            Pause the picture
          </button>
        </div>
      )}
      <div data-stills>
        <FigureStills {...drawn} id={`still-${view}`} />
      </div>
    </>
  )
}

/** Which caption, and which limbs, hold from which millisecond of the loop: those of the posture the figure is going to. */
export function captionsOf(motion: Motion): readonly (readonly [number, string, string])[] {
  let atMs = 0
  return motion.loop.flatMap(({ to, seconds, holdSeconds = 0 }) => {
    const from = atMs
    atMs += (seconds + holdSeconds) * 1000
    const still = motion.stills.find(({ pose }) => pose === to)
    return still ? [[from, still.caption, limbWords(motion, to)] as const] : []
  })
}
