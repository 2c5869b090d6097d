/**
 * The recovery chart as a picture: the person's pain over the wide band of other people, phases and flares marked.
 * Everything it shows is also in its words and in the table that follows; the `chart` island only adds reading off a day.
 * Draws what `chartData` says; decides nothing.
 * Never: a smooth line through days that were not noted, or the band without its words.
 */
import type { ComponentChildren } from 'preact'
import type { ChartData, ChartPoint } from '../../care/diary/chart-data.ts'

/** Size in units of the picture, and the room around the plot. */
const size = { width: 340, height: 246 } as const
const room = { left: 24, right: 10, top: 22, bottom: 46 } as const
const mostPain = 10
/** Room that a letter of a phase's name needs; where the name does not fit there is its number. */
const letterRoom = 7.5
/** Room that the word "flare" needs. */
const flareRoom = 32
/** Half of the foot of a sign of danger. */
const dangerRoom = 7
/** More noted days than this and single dots would only be a smear. */
const mostDots = 45

/** One noted day, for the island: where it is in the picture and what is said of it. */
export interface ReadPoint {
  readonly x: number
  readonly y: number
  readonly words: string
}

export interface RecoveryChartProps {
  readonly data: ChartData
  /** What is said of each noted day, in the order of `data.points`. Without it no day can be read off. */
  readonly pointWords?: readonly string[]
}

/** The picture, and the place where a day is read off. */
export function RecoveryChart({ data, pointWords }: RecoveryChartProps) {
  const scale = scales(data)
  const { x, y } = scale
  const read: readonly ReadPoint[] | undefined =
    pointWords && data.points.map(({ day, pain }, index) => ({ x: x(day), y: y(pain), words: pointWords[index] ?? '' }))
  return (
    <figure class="chart" data-chart={read && JSON.stringify(read)}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby="chart-title chart-desc">
        <title id="chart-title">Your pain, and how it went for other people</title>
        <desc id="chart-desc">{[...data.words.slice(0, 3), data.dangerWords].filter(Boolean).join(' ')}</desc>
        <Flares data={data} scale={scale} />
        {data.band.length > 0 && <path class="band" d={`${line(scale, data.band)}z`} />}
        <PainGrid data={data} scale={scale} />
        <PainLines data={data} scale={scale} />
        <Weeks data={data} scale={scale} />
        <Phases data={data} scale={scale} />
        <Dangers data={data} scale={scale} />
        {read && (
          <g class="cursor" data-cursor>
            <path d={`M0 ${room.top}V${y(0)}`} />
            <circle r="6.5" />
          </g>
        )}
      </svg>
      {read && (
        <div class="chart-read no-print" data-read hidden>
          <label for="chart-day">Read a day: slide, or use the arrow keys</label>
          <input id="chart-day" type="range" min="0" max={Math.max(0, read.length - 1)} step="1" />
          <output for="chart-day" />
        </div>
      )}
    </figure>
  )
}

interface DrawnProps {
  readonly data: ChartData
  readonly scale: Scale
}

const line = ({ x, y }: Scale, points: readonly ChartPoint[]) =>
  pathThrough(points.map(([day, pain]) => [x(day), y(pain)]))

/** Flares as columns behind all else. */
function Flares({ data, scale: { x, y } }: DrawnProps) {
  return (
    <>
      {data.flares.map(({ from, to, label }, index) => {
        const left = x(Math.max(0, from - 0.5))
        const before = data.flares[index - 1]
        // One word for flares that stand side by side.
        const named = !before || left - x(before.from) > flareRoom
        const width = Math.max(4, x(Math.min(data.days[1], to + 0.5)) - left)
        return (
          <g key={from} class="flare">
            <rect x={left} y={room.top} width={tenth(width)} height={tenth(y(0) - room.top)} />
            {named && (
              <text x={tenth(left + width / 2)} y={room.top - 5} text-anchor="middle">
                {label.replace('A ', '')}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
}

function PainGrid({ data, scale: { y } }: DrawnProps) {
  return (
    <>
      {data.ticks.y.map((pain) => (
        <g key={pain} class="grid">
          <path d={`M${room.left} ${y(pain)}H${size.width - room.right}`} />
          <text x={room.left - 6} y={y(pain) + 4} text-anchor="end">
            {pain}
          </text>
        </g>
      ))}
      <text x="0" y="11">
        pain
      </text>
    </>
  )
}

/** Other people's average, and the person's own days. */
function PainLines({ data, scale }: DrawnProps) {
  const { x, y } = scale
  const last = data.points.at(-1)
  return (
    <>
      {data.line.length > 0 && <path class="others" d={line(scale, data.line)} />}
      {data.known.map(([day, pain]) => (
        <circle key={day} class="known" cx={x(day)} cy={y(pain)} r="3.2" />
      ))}
      {data.runs.map((run) => (
        <path key={run[0]?.[0]} class="you" d={`${line(scale, run)}${run.length === 1 ? 'h0' : ''}`} />
      ))}
      {data.points.length <= mostDots &&
        data.points.map(({ day, pain }) => <circle key={day} class="dot" cx={x(day)} cy={y(pain)} r="2.6" />)}
      {last && <circle class="now" cx={x(last.day)} cy={y(last.pain)} r="5.5" />}
    </>
  )
}

function Weeks({ data, scale: { x, y } }: DrawnProps) {
  const floor = y(0)
  return (
    <>
      <path class="axis" d={`M${room.left} ${floor}H${size.width - room.right}`} />
      {data.ticks.x.map(({ day, label }, index) => (
        <text
          key={day}
          class="when"
          x={x(day)}
          y={floor + 15}
          text-anchor={index === 0 ? 'start' : index === data.ticks.x.length - 1 ? 'end' : 'middle'}
        >
          {index === 0 ? label : label.replace('Week ', '')}
        </text>
      ))}
      <text class="when" x={size.width - room.right} y={floor + 40} text-anchor="end">
        weeks
      </text>
    </>
  )
}

function Phases({ data, scale: { x, y } }: DrawnProps) {
  const floor = y(0)
  return (
    <>
      {data.phases.map(({ from, to, label }) => (
        <g key={`${from}-${label}`} class={`phase p${label.split(' ')[0]}`}>
          <path d={`M${x(from)} ${floor + 24}H${Math.max(x(to), x(from) + 3)}`} />
          <text x={x(from)} y={floor + 39}>
            {phaseWords(label, x(to) - x(from))}
          </text>
        </g>
      ))}
    </>
  )
}

/** A small sign on the foot of each day on which a danger was told: a shape, and no colour of its own. */
function Dangers({ data, scale: { x, y } }: DrawnProps) {
  // Clear of the numbers beside the first day, and of the edge behind the last.
  const [from, to] = [room.left + dangerRoom, size.width - room.right - dangerRoom]
  return (
    <>
      {data.dangers.map(({ day }) => (
        <DangerSign key={day} x={Math.min(Math.max(x(day), from), to)} y={y(0)} />
      ))}
    </>
  )
}

/** A triangle with a stroke in it; `x`, `y`: the middle of its foot. */
const DangerSign = ({ x, y }: { x: number; y: number }) => (
  <path
    d={`M${tenth(x - 6.5)} ${y}h13l-6.5-11.5zM${x} ${tenth(y - 7)}v2.5m0 1.8v.2`}
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linejoin="round"
    stroke-linecap="round"
  />
)

/** "Calm", or "1" where there is no room for it. */
function phaseWords(label: string, width: number): string {
  const [number = '', name = ''] = label.split(' ')
  return width > name.length * letterRoom ? name : number
}

/** What each mark means. Small samples with words, so that colour alone carries nothing. */
export function ChartKey({ data }: { data: ChartData }) {
  return (
    <ul class="chart-key">
      <li>
        <Sample>
          <path class="you" d="M2 12L14 4L26 8" />
        </Sample>
        Your pain
      </li>
      <li>
        <Sample>
          <rect class="band" x="1" y="1" width="26" height="14" />
        </Sample>
        Most people
      </li>
      <li>
        <Sample>
          <path class="others" d="M2 4L26 11" />
          <circle class="known" cx="14" cy="7.5" r="3.2" />
        </Sample>
        Average of other people
      </li>
      {data.flares.length > 0 && (
        <li>
          <Sample>
            <g class="flare">
              <rect x="6" y="1" width="16" height="14" />
            </g>
          </Sample>
          A flare
        </li>
      )}
      {data.dangers.length > 0 && (
        <li>
          <Sample>
            <DangerSign x={14} y={14} />
          </Sample>
          A danger was told of this day
        </li>
      )}
      {[...new Set(data.phases.map(({ label }) => label))].map((label) => (
        <li key={label}>
          <Sample>
            <g class={`phase p${label.split(' ')[0]}`}>
              <path d="M2 8H26" />
            </g>
          </Sample>
          {label}
        </li>
      ))}
    </ul>
  )
}

const Sample = ({ children }: { children: ComponentChildren }) => (
  <svg class="sample" viewBox="0 0 28 16" width="28" height="16" aria-hidden="true">
    {children}
  </svg>
)

/** A path from point to point. Steps are told from the point before, which packs to half the bytes. */
const pathThrough = (points: readonly (readonly [x: number, y: number])[]): string =>
  points
    .map(([x, y], index) => {
      const before = points[index - 1]
      return before ? `l${tenth(x - before[0])} ${tenth(y - before[1])}` : `M${x} ${y}`
    })
    .join('')

type Scale = ReturnType<typeof scales>
const tenth = (value: number) => Math.round(value * 10) / 10
const scales = ({ days: [from, to] }: ChartData) => ({
  x: (day: number) => tenth(room.left + ((day - from) / (to - from)) * (size.width - room.left - room.right)),
  y: (pain: number) => tenth(room.top + (1 - pain / mostPain) * (size.height - room.top - room.bottom)),
})
