/**
 * Tap or draw on the person of the body map: ticks and unticks the list, which is the form. Without it the list works alone.
 * A stroke that begins on an unmarked place marks all it crosses; one that begins on a marked place takes them off.
 * Never keeps anything of its own: the ticks are all there is.
 */
import { type Point, type RegionId, regionAt, type View } from '../../care/diary/body-map.ts'

function alive(place: HTMLElement): void {
  const boxes = new Map(
    [...place.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')].map((box) => [box.value, box]),
  )
  // A place may stand in two pictures.
  const shapes = [...place.querySelectorAll<SVGPolygonElement>('[data-region]')]
  const said = place.querySelector<HTMLElement>('[data-said]')
  const how = place.querySelector<HTMLElement>('[data-how]')
  const list = place.querySelector('details')

  function show(): void {
    for (const shape of shapes) shape.classList.toggle('on', boxes.get(shape.dataset.region ?? '')?.checked === true)
    const names = [...boxes.values()]
      .filter((box) => box.checked)
      .map((box) => box.closest('label')?.textContent?.trim() ?? '')
    if (said) said.textContent = names.length === 0 ? 'Nothing marked.' : `Marked: ${names.join('; ')}.`
  }

  /** The stroke under way: what it does, where it was last, and what each place was before it. */
  let stroke: { readonly on: boolean; last: Point; readonly before: Map<RegionId, boolean> } | undefined

  function mark(id: RegionId | null): void {
    const box = id && boxes.get(id)
    if (!id || !box || !stroke || box.checked === stroke.on) return
    if (!stroke.before.has(id)) stroke.before.set(id, box.checked)
    box.checked = stroke.on
    show()
  }

  for (const svg of place.querySelectorAll<SVGSVGElement>('svg[data-view]')) {
    const view = svg.dataset.view as View
    const pointOf = (event: PointerEvent): Point => {
      const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse())
      return [at.x, at.y]
    }
    svg.addEventListener('pointerdown', (event) => {
      if (!event.isPrimary || event.button !== 0) return
      const point = pointOf(event)
      const id = regionAt(view, point)
      if (!id) return
      stroke = { on: !boxes.get(id)?.checked, last: point, before: new Map() }
      svg.setPointerCapture(event.pointerId)
      mark(id)
    })
    svg.addEventListener('pointermove', (event) => {
      if (!stroke || !event.isPrimary) return
      const [toX, toY] = pointOf(event)
      const [fromX, fromY] = stroke.last
      // A quick finger skips places: look at every few units on the way.
      const looks = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 3))
      for (let look = 1; look <= looks; look += 1) {
        const part = look / looks
        mark(regionAt(view, [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part]))
      }
      stroke.last = [toX, toY]
    })
    const end = () => {
      stroke = undefined
    }
    svg.addEventListener('pointerup', end)
    // The browser took the finger for scrolling: nothing was meant.
    svg.addEventListener('pointercancel', () => {
      for (const [id, was] of stroke?.before ?? []) {
        const box = boxes.get(id)
        if (box) box.checked = was
      }
      end()
      show()
    })
  }
  place.addEventListener('change', show)
  place.classList.add('body-live')
  if (how) how.hidden = false
  if (list && !list.querySelector(':focus')) list.open = false
  show()
}

document.querySelectorAll<HTMLElement>('[data-body-map]').forEach(alive)
