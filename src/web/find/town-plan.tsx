/**
 * The plan of the town, drawn by us: river, parks, a few roads, names, stations, pins with their numbers, and you.
 * One picture of SVG, with a list beside it that says the same. Needs no script, and asks nobody for anything.
 * Never: the only way to learn something. Whoever cannot see it reads the list.
 */
import { distanceKm, distanceWords, type Position, windOf } from '../../clinic/directory/distance.ts'
import { type Box, meet, namesOn, stationsOn } from './town-names.ts'
import { type Line, parks, roads, smallWaters, thames } from './town-plan-data.ts'
import { isShown, kmAcross, type Point, pointOf, scaleOf, type TownWindow, windowAround } from './town-window.ts'

/** Somebody on the plan. */
export interface Pin extends Position {
  /** As in the list of the page, from 1. */
  readonly number: number
  /** Who, and where: "Lantern Physio, Bethnal Green". */
  readonly name: string
  /** On a flag beside the pin, in a word: when the first free time is. "17:40", or the day where that is not today. */
  readonly flag?: string
  /** The same in the list, with its day: "Mon 30 17:40". */
  readonly firstFree?: string
  /** Where the name in the list leads. */
  readonly href?: string
}

interface TownPlanProps {
  readonly pins: readonly Pin[]
  /** The place that was searched. */
  readonly you: (Position & { readonly label: string }) | null
  /** `wide` for above a list on a phone, `tall` for beside one on a desk. */
  readonly shape?: 'wide' | 'tall'
  /** Makes the ids unique when a page shows two. */
  readonly id?: string
}

const sheets = { wide: [340, 230], tall: [480, 600] } as const

/** The plan and its list. */
export function TownPlan({ pins, you, shape = 'wide', id = 'plan' }: TownPlanProps) {
  const [width, height] = sheets[shape]
  const window = windowAround([...pins, ...(you ? [you] : [])], width, height)
  return (
    <div class={`town-plan ${shape}`} id={id}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{titleOf(pins, you)}</title>
        <Ground window={window} />
        <Marks window={window} pins={pins} you={you} />
        <Scale window={window} />
      </svg>
      <PlanList pins={pins} you={you} />
    </div>
  )
}

function titleOf(pins: readonly Pin[], you: TownPlanProps['you']): string {
  const where = you ? ` near ${you.label}` : ''
  const who = pins.length === 0 ? 'nobody on it' : pins.length === 1 ? '1 pin' : `${pins.length} pins`
  return `Plan of the town${where}, with ${who}. The list after it says the same.`
}

/** Beyond this many kilometres across, the town is a dot, and nothing of it is drawn. */
const townKm = 150

/** What lies under everything: parks, water, roads. */
function Ground({ window }: { window: TownWindow }) {
  const near = kmAcross(window) < 25
  if (kmAcross(window) > townKm) return null
  return (
    <>
      {parks.map(({ name, outline }) => (
        <Path key={name} window={window} line={outline} closed kind="park" />
      ))}
      {near && smallWaters.map((line, at) => <Path key={at} window={window} line={line} kind="stream" />)}
      <Path window={window} line={thames} kind="river" width={riverWidth(window)} />
      {roads.map((line, at) => (
        <Path key={at} window={window} line={line} kind={near ? 'road' : 'road far'} />
      ))}
    </>
  )
}

/** The river is some 250 m wide in the town; never a hair, never the sea. */
const riverWidth = ({ unitsPerKm }: TownWindow) => Math.min(26, Math.max(4, Math.round(unitsPerKm * 0.25)))

interface PathProps {
  readonly window: TownWindow
  readonly line: Line
  readonly kind: string
  readonly closed?: boolean
  readonly width?: number
}

function Path({ window, line, kind, closed = false, width }: PathProps) {
  const points = line.map(([latitude, longitude]) => pointOf(window, { latitude, longitude }))
  if (!touches(window, points)) return null
  return <path class={kind} d={closed ? `M${words(points)}Z` : curveThrough(points)} stroke-width={width} />
}

const words = (points: readonly Point[]) => points.map(({ x, y }) => `${x} ${y}`).join('L')

/** Does the box round these points meet the sheet? */
function touches({ width, height }: TownWindow, points: readonly Point[]): boolean {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return Math.min(...xs) <= width && Math.max(...xs) >= 0 && Math.min(...ys) <= height && Math.max(...ys) >= 0
}

/** A soft line through every point (Catmull–Rom), so that a bank is where it was drawn. */
function curveThrough(points: readonly Point[]): string {
  const at = (place: number) => points[Math.min(Math.max(place, 0), points.length - 1)] ?? { x: 0, y: 0 }
  const round = (value: number) => Math.round(value * 10) / 10
  const bends = points.slice(1).map((end, place) => {
    const [before, start, after] = [at(place - 1), at(place), at(place + 2)]
    const out = [start.x + (end.x - before.x) / 6, start.y + (end.y - before.y) / 6].map(round)
    const into = [end.x - (after.x - start.x) / 6, end.y - (after.y - start.y) / 6].map(round)
    return `C${[...out, ...into, end.x, end.y].join(' ')}`
  })
  return `M${at(0).x} ${at(0).y}${bends.join('')}`
}

/** A pin on the sheet. People of one house share one, with the number of the first. */
interface Placed extends Point {
  readonly number: number
  readonly others: number
  readonly flag?: string | undefined
}

/** Pins whose feet are nearer than this, in units, are one. */
const oneFoot = 5

function placedOn(window: TownWindow, pins: readonly Pin[]): readonly Placed[] {
  const placed: Placed[] = []
  for (const pin of pins) {
    const point = pointOf(window, pin)
    const same = placed.findIndex(({ x, y }) => Math.hypot(x - point.x, y - point.y) < oneFoot)
    const there = placed[same]
    if (there) placed[same] = { ...there, others: there.others + 1, flag: there.flag ?? pin.flag }
    else placed.push({ ...point, number: pin.number, others: 0, flag: pin.flag })
  }
  return placed
}

/** Names, stations, you and the pins. The pins that come first in the list lie on top. */
function Marks({ window, pins, you }: { window: TownWindow } & Pick<TownPlanProps, 'pins' | 'you'>) {
  const placed = placedOn(window, pins)
  const here = you && pointOf(window, you)
  const sides = new Map(placed.map((pin) => [pin, sideOf(pin, placed, here, window)]))
  const flags = [...sides].flatMap(([pin, side]) => (side === null ? [] : [flagBox(pin, side)]))
  const drops = placed.map(drop)
  const named = here && !drops.some((box) => meet(box, youBox(here)))
  const youBoxes = here ? [boxAround(here, 18, 34)] : []
  const names = namesOn(window, [...drops, ...flags, ...youBoxes, scaleBox(window)])
  return (
    <>
      {stationsOn(window, names).map(({ x, y }) => (
        <rect key={`${x} ${y}`} class="station" x={x - 2.5} y={y - 2.5} width="5" height="5" rx="1" />
      ))}
      {names.map(({ words: name, kind, x, y }) => (
        <text key={name} class={`place ${kind}`} x={x} y={y} text-anchor="middle">
          {name}
        </text>
      ))}
      {here && isShown(window, here) && (
        <g class="you">
          <circle cx={here.x} cy={here.y} r="9" />
          <circle class="dot" cx={here.x} cy={here.y} r="3.5" />
          {named && (
            <text x={here.x} y={here.y + 24} text-anchor="middle">
              you
            </text>
          )}
        </g>
      )}
      {placed.toReversed().map((pin) => (
        <PinMark key={pin.number} pin={pin} side={sides.get(pin) ?? null} />
      ))}
    </>
  )
}

/** Where a flag can hang, in units from the foot of its pin: right of it, or left. */
const flagSides = [14, -68] as const
const flagBox = ({ x, y }: Point, side: number): Box => ({
  left: x + side,
  right: x + side + 54,
  top: y - 31,
  bottom: y - 9,
})
const drop = ({ x, y }: Point): Box => ({ left: x - 13, right: x + 13, top: y - 34, bottom: y })

/** On which side the flag covers neither a pin nor the edge; `null` when on neither, and the list alone tells it. */
function sideOf(pin: Placed, placed: readonly Placed[], here: Point | null, { width }: TownWindow): number | null {
  const others = [...placed.filter((other) => other !== pin).map(drop), ...(here ? [boxAround(here, 11, 19)] : [])]
  const free = (side: number) => {
    const box = flagBox(pin, side)
    return box.left >= 2 && box.right <= width - 2 && !others.some((other) => meet(other, box))
  }
  return pin.flag === undefined ? null : (flagSides.find(free) ?? null)
}

function PinMark({ pin: { x, y, number, others, flag }, side }: { pin: Placed; side: number | null }) {
  return (
    <g class="pin" transform={`translate(${x} ${y})`}>
      {side !== null && (
        <g class="flag" transform={`translate(${side} -31)`}>
          <rect width="54" height="22" rx="11" />
          <text x="27" y="16" text-anchor="middle">
            {flag}
          </text>
        </g>
      )}
      <path d="M0 0C-2-6-12-12-12-21a12 12 0 0 1 24 0C12-12 2-6 0 0Z" />
      <text y="-16" text-anchor="middle">
        {others > 0 ? `${number}+` : number}
      </text>
    </g>
  )
}

const youBox = ({ x, y }: Point): Box => ({ left: x - 12, right: x + 12, top: y + 12, bottom: y + 26 })
const boxAround = ({ x, y }: Point, beside: number, below: number): Box => ({
  ...{ left: x - beside, right: x + beside, top: y - 12, bottom: y + below - 8 },
})
const scaleBox = ({ width, height }: TownWindow): Box => ({
  left: 0,
  right: width / 3 + 24,
  top: height - 34,
  bottom: height,
})

function Scale({ window }: { window: TownWindow }) {
  const { length, words: said } = scaleOf(window)
  const y = window.height - 10
  return (
    <g class="scale">
      <path d={`M12 ${y - 5}v5h${length}v-5`} />
      <text x="12" y={y - 9}>
        {said}
      </text>
    </g>
  )
}

/** What the picture shows, in the order of the numbers. */
function PlanList({ pins, you }: Pick<TownPlanProps, 'pins' | 'you'>) {
  if (pins.length === 0) return <p class="plan-words">Nobody to show on the plan.</p>
  return (
    <ol class="plan-words">
      {pins.map(({ number, name, firstFree, href, ...position }) => (
        <li key={number} value={number}>
          {href ? <a href={href}>{name}</a> : name}
          {you && `: ${wayTo(you, position)}`}
          {firstFree && `, first free time ${firstFree}`}
        </li>
      ))}
    </ol>
  )
}

/** "0.3 miles north-east"; "right here" where there is no way to go. */
function wayTo(you: Position, there: Position): string {
  const km = distanceKm(you, there)
  return km < 0.03 ? 'right here' : `${distanceWords(km)} ${windOf(you, there)}`
}
