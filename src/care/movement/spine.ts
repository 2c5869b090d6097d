/**
 * The chain of the back, from the pelvis to the top of the chest: how far each part of it bends.
 * Pure. Never: knows where the person is, or which way they face.
 */
import { lengths, neutralCurve } from './body-measures.ts'
import { cos, degrees, sin } from './geometry.ts'

/** How far the back curves of itself, in degrees. */
interface Curve {
  readonly lumbar: number
  readonly thoracic: number
}

/** Seen from the front a back at rest is straight. */
export const straightCurve: Curve = { lumbar: 0, thoracic: 0 }

/** The chain of the back from the origin, first segment along +u; `lean` is the angle of its far end, degrees. */
export function chainFrom(lumbar: number, thoracic: number, start: number, curve: Curve = neutralCurve) {
  const points: [number, number][] = [[0, 0]]
  let direction = start
  let [u, v] = [0, 0]
  const step = (length: number) => {
    u += length * cos(direction)
    v += length * sin(direction)
    points.push([u, v])
  }
  step(lengths.pelvis)
  for (const length of lengths.lumbar) {
    direction -= (curve.lumbar + lumbar) / lengths.lumbar.length
    step(length)
  }
  for (const length of lengths.thoracic) {
    direction -= (curve.thoracic + thoracic) / lengths.thoracic.length
    step(length)
  }
  return { points, last: direction, lean: degrees(Math.atan2(v, u)) - start }
}

/** How much the pelvis leans against the line from hips to shoulders when standing at rest: makes hip angle 0 there. */
export const restLean = chainFrom(0, 0, 0).lean
