/** The drawn person of a motion and the things around it, to be put into a drawing of the guide. */
import { type Capsule, pathsOf } from '../../../care/movement/figure-frames.ts'
import type { Motion } from '../../../care/movement/motion.ts'
import { propsOf } from '../../../care/movement/projection.ts'
import { Thing } from '../figure.tsx'

/** Things behind, the person, things before. */
export function DrawnPerson({ motion, capsules }: { motion: Motion; capsules: readonly Capsule[] }) {
  const things = propsOf(motion)
  return (
    <>
      {things.map((prop) => (prop.front ? null : <Thing prop={prop} />))}
      {pathsOf(capsules).map(({ tone, edge, d }) => (
        <path class={edge ? `${tone} edge` : tone} d={d} />
      ))}
      {things.map((prop) => (prop.front ? <Thing prop={prop} /> : null))}
    </>
  )
}
