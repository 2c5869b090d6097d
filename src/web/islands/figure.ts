/**
 * Moves the drawn figure of a movement: goes straight between stored frames, with captions and a pause button.
 * Without it, or when the person wants less motion, the stills stay. Never starts by itself then.
 */
import { findLast } from '../../care/evidence/lists.ts'
import { type FigureFrames, pathsAt } from '../../care/movement/figure-frames.ts'
import { write } from './write.ts'

/** Captions, and the names of the limbs that move, by the millisecond of the loop from which they hold. */
type Captions = readonly (readonly [fromMs: number, caption: string, limbs: string])[]

/** Moves the figure of one place on the page by its stored frames. */
function setUpFigure(place: HTMLElement): void {
  const frames: FigureFrames = JSON.parse(place.dataset.frames ?? '')
  const captions: Captions = JSON.parse(place.dataset.captions ?? '[]')
  const paths = place.querySelectorAll<SVGPathElement>('svg.figure > g > path')
  const button = place.querySelector<HTMLButtonElement>('button')
  const caption = place.querySelector<HTMLElement>('[data-caption]')
  const mark = place.querySelector('svg.figure > .mark')
  // Each view of a movement is followed by its own stills.
  const after = place.nextElementSibling
  const stills = after instanceof HTMLElement && after.dataset.stills !== undefined ? after : null
  if (!button || !caption || paths.length === 0) return
  let shownMs = 0
  let lastMs: number | undefined
  let playing = false

  function draw(): void {
    pathsAt(frames, shownMs).forEach(({ d }, index) => {
      paths[index]?.setAttribute('d', d)
    })
    const now = shownMs % frames.loopMs
    const [, words = '', limbs = ''] = findLast(captions, ([from]) => from <= now) ?? captions.at(-1) ?? []
    if (caption) write(caption, words)
    if (mark) write(mark, limbs)
  }
  function tick(at: number): void {
    if (!playing) return
    shownMs += Math.min(100, at - (lastMs ?? at))
    lastMs = at
    draw()
    requestAnimationFrame(tick)
  }
  function play(on: boolean): void {
    playing = on
    lastMs = undefined
    if (button) write(button, on ? 'Pause the picture' : 'Move the picture')
    if (on) requestAnimationFrame(tick)
  }

  button.addEventListener('click', () => {
    place.classList.add('started')
    play(!playing)
  })
  place.hidden = false
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  calm.addEventListener('change', () => play(false))
  draw()
  // One still is the picture that stands here already.
  if (stills && (!calm.matches || stills.querySelectorAll('figure').length === 1)) stills.hidden = true
  play(!calm.matches)
}

document.querySelectorAll<HTMLElement>('[data-frames]').forEach(setUpFigure)
