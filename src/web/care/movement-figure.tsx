/**
 * The figure of a movement as it moves, with captions and a pause; and its stills for everybody else.
 * Without a script, or with reduced motion, the stills are what is seen.
 */
import { framesFor, type MovementId, movements } from '../../care/movement/movements.ts'
import type { Motion, MotionOptions } from '../../care/movement/motion.ts'
import { Figure, FigureStills } from '../ui/figure.tsx'

export interface MovingFigureProps {
  readonly movement: MovementId
  readonly options?: MotionOptions
}

/** The moving figure and its stills. The page must load the `figure` island. */
export function MovingFigure({ movement, options }: MovingFigureProps) {
  const { motion } = movements[movement]
  const drawn = options ? { options } : {}
  return (
    <>
      <div
        class="moving no-print"
        hidden
        data-frames={JSON.stringify(framesFor(movement, options ?? {}))}
        data-captions={JSON.stringify(captionsOf(motion))}
      >
        <Figure movement={movement} id="moving" {...drawn} />
        <p class="moving-caption" data-caption aria-hidden="true" />
        <button type="button" class="button">
          Pause the picture
        </button>
      </div>
      <div data-stills>
        <FigureStills movement={movement} {...drawn} />
      </div>
    </>
  )
}

/** Which caption holds from which millisecond of the loop: that of the posture the figure is going to. */
export function captionsOf(motion: Motion): readonly (readonly [number, string])[] {
  let atMs = 0
  return motion.loop.flatMap(({ to, seconds, holdSeconds = 0 }) => {
    const from = atMs
    atMs += (seconds + holdSeconds) * 1000
    const still = motion.stills.find(({ pose }) => pose === to)
    return still ? [[from, still.caption] as const] : []
  })
}
