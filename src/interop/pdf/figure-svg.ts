/**
 * The drawn person of a movement as an SVG file of its own, for paper: the same pose data as on the screen, with the colours
 * of the light pages written out, since paper has no stylesheet. Pure.
 */
import { itemAt } from '../../care/evidence/lists.ts'
import { capsulesOfPose, viewBoxOf } from '../../care/movement/figure-data.ts'
import { pathsOf, type Tone } from '../../care/movement/figure-frames.ts'
import type { Prop } from '../../care/movement/motion.ts'
import { movements } from '../../care/movement/movements.ts'
import { propsOf } from '../../care/movement/projection.ts'
import type { MovementId } from '../../care/movement/types.ts'

/** The colours that somebody is drawn in. */
interface Colours {
  readonly tones: Readonly<Record<Tone, string>>
  /** What they lie or sit on, and what is soft of it. */
  readonly thing: string
  readonly soft: string
}

const onPaper: Colours = {
  tones: { near: '#1f6f6b', far: '#8fb9b3', thing: '#8aa99a', band: '#ffffff' },
  ...{ thing: '#e2d9c8', soft: '#c5cec1' },
}

/** The drawing. Its words stand in the file that shows it, as the picture's text alternative. */
export function figureSvg(movement: MovementId, pose: string, colours = onPaper): string {
  const { tones, thing, soft } = colours
  const { motion } = movements[movement]
  const named = motion.stills.some((still) => still.pose === pose) ? pose : itemAt(motion.stills, 0).pose
  const things = propsOf(motion)
  const behind = things.filter(({ front }) => !front).map((prop) => drawn(prop, thing, soft))
  const inFront = things.filter(({ front }) => front).map((prop) => drawn(prop, thing, soft))
  const body = pathsOf(capsulesOfPose(motion, named)).map(({ tone, edge, d }) => {
    // A thin gap around an arm, so that it shows on the trunk: drawn first, then the arm over it.
    const gap = edge
      ? `<path d="${d}" fill="${tones.band}" stroke="${tones.band}" stroke-width="2.2" stroke-linejoin="round"/>`
      : ''
    return `${gap}<path d="${d}" fill="${tones[tone]}"/>`
  })
  const [x, y, width, height] = viewBoxOf(motion)
  const box = `viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${[...behind, ...body, ...inFront].join('')}</svg>`
}

/** A chair, bed, wall or pillow. Heights in the data go up; SVG goes down. */
function drawn(prop: Prop, thing: string, softThing: string): string {
  if (prop.kind === 'block') {
    const { x, y, w, h, round = 0, soft } = prop
    return `<rect x="${x}" y="${-y - h}" width="${w}" height="${h}" rx="${round}" fill="${soft ? softThing : thing}"/>`
  }
  const stroke = `fill="none" stroke="${thing}" stroke-width="${prop.thick}" stroke-linecap="round"`
  if (prop.kind === 'line') {
    const { from, to } = prop
    return `<line x1="${from[0]}" y1="${-from[1]}" x2="${to[0]}" y2="${-to[1]}" ${stroke}/>`
  }
  return `<circle cx="${prop.x}" cy="${-prop.y}" r="${prop.r}" ${stroke}/>`
}
