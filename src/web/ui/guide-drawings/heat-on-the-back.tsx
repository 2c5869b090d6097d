/** Somebody lies on the tummy with a warm pack on the low back: never lying on the pack itself. */
import { capsulesOfPose, viewBoxOf } from '../../../care/movement/figure-data.ts'
import { itemAt } from '../../../care/evidence/lists.ts'
import { movements } from '../../../care/movement/movements.ts'
import { DrawingFrame } from './drawing-frame.tsx'
import { DrawnPerson } from './drawn-person.tsx'

/** The drawing. */
export function HeatOnTheBack() {
  const { motion } = movements.M17c
  const [x, , width] = viewBoxOf(motion)
  return (
    <DrawingFrame
      id="heat"
      viewBox={`${x} -50 ${width} 56`}
      look="figure"
      title="A warm pack on the low back"
      description="A person lies on the tummy, with a pillow under it. A wrapped warm pack lies on the low back. Three lines of warmth rise from it."
      caption="The pack lies on you, in a towel. Do not lie on the pack."
    >
      <DrawnPerson motion={motion} capsules={capsulesOfPose(motion, itemAt(motion.stills, 0).pose)} />
      <rect class="warm" x="8" y="-33.5" width="30" height="9" rx="4.5" />
      <path class="warmth" d="M14-38c-2-3 2-5 0-8M23-38c-2-3 2-5 0-8M32-38c-2-3 2-5 0-8" />
    </DrawingFrame>
  )
}
