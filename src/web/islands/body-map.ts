/**
 * Tap or draw on the person of the body map: ticks and unticks the list, which is the form. Without it the list works alone.
 * A stroke that begins on an unmarked place marks all it crosses; one that begins on a marked place takes them off.
 * Never keeps anything of its own: the ticks are all there is.
 */
import { type Point, type RegionId, regionAt, type View } from '../../care/diary/body-map.ts'

/** The ticks of one body map. */
interface Marks {
  readonly boxes: ReadonlyMap<string, HTMLInputElement>
  /** Shows on the pictures and in words what is ticked. */
  readonly show: () => void
}

/** A stroke under way: what it does, where it was last, and what each place was before it. */
interface Stroke {
  readonly on: boolean
  last: Point
  readonly before: Map<RegionId, boolean>
}

function setUpBodyMap(place: HTMLElement): void {
  const marks = marksOf(place)
  const how = place.querySelector<HTMLElement>('[data-how]')
  const list = place.querySelector('details')
  for (const svg of place.querySelectorAll<SVGSVGElement>('svg[data-view]')) drawOn(svg, marks)
  place.addEventListener('change', marks.show)
  place.classList.add('body-live')
  if (how) how.hidden = false
  if (list && !list.querySelector(':focus')) list.open = false
  marks.show()
}

function marksOf(place: HTMLElement): Marks {
  const boxes = new Map(
    [...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => [box.value, box]),
  )
  // A place may stand in two pictures.
  const shapes = [...place.querySelectorAll<SVGPolygonElement>('[data-region]')]
  const said = place.querySelector<HTMLElement>('[data-said]')
  const show = () => {
    for (const shape of shapes) shape.classList.toggle('on', boxes.get(shape.dataset.region ?? '')?.checked === true)
    const names = [...boxes.values()]
      .filter((box) => box.checked)
      .map((box) => box.closest('label')?.textContent?.trim() ?? '')
    if (said) said.textContent = names.length === 0 ? 'Nothing marked.' : `Marked: ${names.join('; ')}.`
  }
  return { boxes, show }
}

/** Strokes of a finger or a mouse on one picture. */
function drawOn(svg: SVGSVGElement, marks: Marks): void {
  // The page draws no other: the attribute says which side of the body this is.
  const view = svg.dataset.view as View
  let stroke: Stroke | undefined
  svg.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return
    const point = pointOf(svg, event)
    const id = regionAt(view, point)
    if (!id) return
    stroke = { on: !marks.boxes.get(id)?.checked, last: point, before: new Map() }
    svg.setPointerCapture(event.pointerId)
    mark(id, stroke, marks)
  })
  svg.addEventListener('pointermove', (event) => {
    if (!stroke || !event.isPrimary) return
    const to = pointOf(svg, event)
    for (const point of onTheWay(stroke.last, to)) mark(regionAt(view, point), stroke, marks)
    stroke.last = to
  })
  svg.addEventListener('pointerup', () => {
    stroke = undefined
  })
  // The browser took the finger for scrolling: nothing was meant.
  svg.addEventListener('pointercancel', () => {
    for (const [id, was] of stroke?.before ?? []) {
      const box = marks.boxes.get(id)
      if (box) box.checked = was
    }
    stroke = undefined
    marks.show()
  })
}

function pointOf(svg: SVGSVGElement, event: PointerEvent): Point {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
  return [at.x, at.y]
}

/** A quick finger skips places: points every few units on the way, the last among them. */
function onTheWay([fromX, fromY]: Point, [toX, toY]: Point): readonly Point[] {
  const looks = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 3))
  return Array.from({ length: looks }, (_, index): Point => {
    const part = (index + 1) / looks
    return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part]
  })
}

function mark(id: RegionId | null, stroke: Stroke, { boxes, show }: Marks): void {
  const box = id && boxes.get(id)
  if (!id || !box || box.checked === stroke.on) return
  if (!stroke.before.has(id)) stroke.before.set(id, box.checked)
  box.checked = stroke.on
  show()
}

document.querySelectorAll<HTMLElement>('[data-body-map]').forEach(setUpBodyMap)
