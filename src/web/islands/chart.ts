/**
 * Reading a day off the recovery chart: by sliding, by the arrow keys, or by touching the picture. Adds nothing that is
 * not in the table below the chart; without it the chart and the table stand as they are.
 */
import type { ReadPoint } from '../ui/recovery-chart.tsx'

function setUpChart(chart: HTMLElement): void {
  const points: readonly ReadPoint[] = JSON.parse(chart.dataset.chart ?? '[]')
  const svg = chart.querySelector('svg')
  const place = chart.querySelector<HTMLElement>('[data-read]')
  const slider = place?.querySelector('input')
  const output = place?.querySelector('output')
  const cursor = chart.querySelector('[data-cursor]')
  if (!svg || !place || !slider || !output || !cursor || points.length === 0) return

  function show(index: number): void {
    const point = points[index]
    if (!point || !slider || !output || !cursor) return
    slider.value = String(index)
    slider.setAttribute('aria-valuetext', point.words)
    output.textContent = point.words
    cursor.classList.add('shown')
    cursor.querySelector('path')?.setAttribute('transform', `translate(${point.x} 0)`)
    cursor.querySelector('circle')?.setAttribute('transform', `translate(${point.x} ${point.y})`)
  }
  /** The noted day nearest to a finger. */
  function nearest(event: PointerEvent): number {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg?.getScreenCTM()?.inverse())
    return points.reduce(
      (best, { x }, index) => (Math.abs(x - at.x) < Math.abs((points[best]?.x ?? 0) - at.x) ? index : best),
      0,
    )
  }

  slider.addEventListener('input', () => show(Number(slider.value)))
  svg.addEventListener('pointerdown', (event) => show(nearest(event)))
  svg.addEventListener('pointermove', (event) => {
    if (event.buttons > 0 || event.pointerType === 'mouse') show(nearest(event))
  })
  place.hidden = false
  show(points.length - 1)
}

document.querySelectorAll<HTMLElement>('[data-chart]').forEach(setUpChart)
