/**
 * Draws the player's state into the markup of ui/player.tsx: words, number, figure, panels, and where the focus goes.
 * Never: decides what comes next, or keeps anything but what was drawn last.
 */
import { recordOf } from '../../../care/evidence/closed-sets.ts'
import { type FigureFrames, otherSide, pathsAt } from '../../../care/movement/figure-frames.ts'
import { momentAt, type Shown } from '../../../care/player/moment.ts'
import { write } from '../write.ts'
import type { Clocks } from './player-clock.ts'
import { elapsedOf, itemOf, offeredAt, type Playing, soreWords } from './player-state.ts'

interface Drawing {
  readonly box: HTMLElement
  readonly frames: FigureFrames
  /** The same with the other side of the body at work. */
  readonly other: FigureFrames
  readonly paths: NodeListOf<SVGPathElement>
}

/** The parts of the player by the name of their `data-` attribute. */
const names = ['screen', 'title', 'place', 'number', 'unit', 'caption', 'next', 'say', 'go'] as const
export type Parts = Readonly<Record<(typeof names)[number], HTMLElement>>

/** @throws when the page lacks one of them */
export function partsOf(section: HTMLElement): Parts {
  const part = (name: string): HTMLElement => {
    const found = section.querySelector<HTMLElement>(`[data-${name}]`)
    if (!found) throw new Error(`no ${name} in the player`)
    return found
  }
  return recordOf(names, part)
}

/** What draws a state into this section. */
export function playerScreen(section: HTMLElement, parts: Parts): (playing: Playing, now: Clocks) => void {
  const panels = [...section.querySelectorAll<HTMLElement>('[data-panel]')]
  const drawings = [...section.querySelectorAll<HTMLElement>('[data-choice]')].map((box): Drawing => {
    const frames: FigureFrames = JSON.parse(box.dataset.frames ?? '')
    const paths = box.querySelectorAll<SVGPathElement>('svg.figure > g > path')
    return { box, frames, other: otherSide(frames), paths }
  })
  let drawn = ''
  let inSight: Playing['inSight'] = 'screen'
  return (playing, now) => {
    const moment = momentAt(playing.line, elapsedOf(playing, now))
    drawWords(parts, playing, now, moment)
    drawn = drawFigure(drawings, playing, moment, drawn)
    if (playing.inSight === inSight || playing.inSight === 'form') return
    inSight = playing.inSight
    if (inSight === 'swap') drawSwap(section, playing, now)
    if (inSight === 'sore') writeInto(section, '[data-panel="sore"] h2', soreWords(playing, now))
    showPanel(section, parts, panels, inSight)
  }
}

function writeInto(section: HTMLElement, selector: string, words: string): void {
  const found = section.querySelector(selector)
  if (found) write(found, words)
}

const placeOf = ({ line, progress }: Playing, item: number) => {
  const slot = line.placeOf[item] ?? 0
  return { slot, choice: progress.places[slot]?.choice ?? 0 }
}

function drawWords(parts: Parts, playing: Playing, now: Clocks, moment: Shown): void {
  const { slots, line, run } = playing
  const { slot, choice } = placeOf(playing, moment.item)
  const own = slots[slot]?.[choice]
  const getting = moment.step?.kind === 'settle' || moment.step?.kind === 'ready'
  write(parts.title, own?.title ?? '')
  write(parts.place, line.placeOf.length > 1 ? `${moment.item + 1} of ${line.placeOf.length}` : '')
  write(parts.number, moment.number)
  write(parts.unit, moment.unit)
  write(parts.caption, moment.caption)
  write(parts.next, (getting && own?.note) || moment.next)
  write(parts.go, run.since ? 'Pause' : elapsedOf(playing, now) === 0 ? 'Start' : 'Go on')
}

const calm = matchMedia('(prefers-reduced-motion: reduce)')

/** @returns a name of what is drawn now, so that the same is not drawn again */
function drawFigure(drawings: readonly Drawing[], playing: Playing, moment: Shown, drawn: string): string {
  const { slot, choice } = placeOf(playing, moment.item)
  const key = `${slot}.${choice}`
  for (const { box } of drawings) if (box.hidden !== (box.dataset.choice !== key)) box.hidden = !box.hidden
  const drawing = drawings.find(({ box }) => box.dataset.choice === key)
  const { step } = moment
  // While somebody gets into place it already lies as for the first side.
  const timed = playing.slots[slot]?.[choice]?.timed
  const side = step?.side ?? timed?.sides[0] ?? null
  const other = side !== null && timed?.mirroredFor.includes(side) === true
  drawing?.box.classList.toggle('mirrored', other && drawing.frames.other === 'mirror')
  if (drawing) writeInto(drawing.box, '.mark', (side && timed?.limbs?.[side]) ?? '')
  // Still frames: where the step leads to.
  const leadsMs = step?.figureRuns && step.kind === 'out' ? step.lengthMs / 2 : 0
  const figureMs = calm.matches && step ? step.figureMs + leadsMs : moment.figureMs
  const picture = `${key} ${other} ${Math.round(figureMs)}`
  if (!drawing || picture === drawn) return drawn
  pathsAt(other ? drawing.other : drawing.frames, figureMs).forEach(({ d }, index) => {
    drawing.paths[index]?.setAttribute('d', d)
  })
  return picture
}

/** Only what may fill this place is offered. */
function drawSwap(section: HTMLElement, playing: Playing, now: Clocks): void {
  const offered = offeredAt(playing, itemOf(playing, now))
  for (const button of section.querySelectorAll<HTMLElement>('[data-take]'))
    button.hidden = !offered.has(button.dataset.take ?? '')
  const sore = playing.why === 'tooSore'
  writeInto(section, '[data-swap-title]', sore ? 'Leave that one out today.' : 'Do another one?')
  const words = offered.size === 0 ? 'There is no other one for you now.' : 'One of these may be easier for you:'
  writeInto(section, '[data-swap-words]', words)
}

/** Shows one panel in place of the screen, or the screen, and moves the focus with it. */
function showPanel(section: HTMLElement, { screen, go }: Parts, panels: readonly HTMLElement[], wanted: string): void {
  const had = section.contains(document.activeElement)
  screen.hidden = wanted !== 'screen'
  for (const one of panels) one.hidden = one.dataset.panel !== wanted
  const open = panels.find(({ hidden }) => !hidden)
  if (open) {
    open.querySelector<HTMLElement>('h2')?.focus()
    open.scrollIntoView({ block: 'nearest' })
  } else if (had) go.focus()
}
