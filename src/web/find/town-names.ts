/**
 * Which names a plan writes, and where: as many as there is room for, none over another, over a pin or over the edge.
 * Pure; the same plan writes the same names each time.
 */
import { areaRows, stationRows } from '../../clinic/town/london-places.ts'
import { greatNames, parks } from './town-plan-data.ts'
import { isShown, kmAcross, middleOf, nearestFirst, type Point, pointOf, type TownWindow } from './town-window.ts'

/** A name on the sheet, by the middle of its foot. */
export interface Name extends Point {
  readonly words: string
  readonly kind: 'area' | 'park'
}

/** A part of the sheet that is taken. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Width of a letter and height of a line, in units, at the size that the sheet’s style gives. */
const letterWidth = 6.6
const lineHeight = 16
/** Most names: more would be noise. */
const mostNames = 22
/** Beyond this many kilometres across, only the great names are written, and no parks. */
const wideKm = 14

const boxOf = ({ x, y, words }: Omit<Name, 'kind'>): Box => {
  const half = (words.length * letterWidth) / 2 + 4
  return { left: x - half, right: x + half, top: y - lineHeight + 2, bottom: y + 4 }
}
/** Do two parts of the sheet lie on each other? */
export const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** The names that there is room for beside what is taken already. */
export function namesOn(window: TownWindow, taken: readonly Box[]): readonly Name[] {
  const wide = kmAcross(window) > wideKm
  const areas = areaRows.map(([words, latitude, longitude]) => ({ words, latitude, longitude, kind: 'area' as const }))
  const green = parks.map(({ name, outline }) => ({ words: name, ...middleOf(outline), kind: 'park' as const }))
  const great = areas.filter(({ words }) => greatNames.includes(words))
  const wanted = [
    ...nearestFirst(great, window.middle),
    ...(wide ? [] : nearestFirst([...areas, ...green], window.middle)),
  ]
  const boxes = [...taken]
  const written: Name[] = []
  for (const { words, kind, ...position } of wanted) {
    const name = { ...pointOf(window, position), words, kind }
    const box = boxOf(name)
    if (written.length === mostNames || written.some((other) => other.words === words)) continue
    const fits = box.left >= 2 && box.top >= 2 && box.right <= window.width - 2 && box.bottom <= window.height - 2
    if (!fits || boxes.some((other) => meet(other, box))) continue
    boxes.push(box)
    written.push(name)
  }
  return written
}

const dotAt = ({ x, y }: Point): Box => ({ left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 })

/** Beyond this many kilometres across, stations would be dust. */
const stationsKm = 9

/** Where stations are marked: none under a name. */
export const stationsOn = (window: TownWindow, names: readonly Name[]): readonly Point[] =>
  kmAcross(window) > stationsKm
    ? []
    : stationRows
        .map(([, latitude, longitude]) => pointOf(window, { latitude, longitude }))
        .filter((point) => isShown(window, point) && !names.some((name) => meet(boxOf(name), dotAt(point))))
