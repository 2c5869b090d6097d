/**
 * How pain goes for other people with new back pain, over the first 12 weeks: the average, and the wide band around it.
 * Numbers from care/diary/outlook. Never: without the words that it is no promise.
 */
import { outlookOn, outlookWords } from '../../../care/diary/outlook.ts'

const size = { width: 340, height: 200 } as const
const room = { left: 26, right: 10, top: 22, bottom: 40 } as const
const weeks = 12

/** The picture, with its words. */
export function RecoveryBand() {
  const days = Array.from({ length: weeks * 7 + 1 }, (_, day) => day).flatMap((day) => outlookOn(day) ?? [])
  const upper = days.map(({ day, high0to10 }) => [x(day), y(high0to10)] as const)
  const lower = days.map(({ day, low0to10 }) => [x(day), y(low0to10)] as const)
  const mean = days.map(({ day, mean0to10 }) => [x(day), y(mean0to10)] as const)
  return (
    <figure class="chart guide-drawing">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby="band-title band-desc">
        <title id="band-title">How pain went for other people over 12 weeks</title>
        <desc id="band-desc">{words(days)}</desc>
        <path class="band" d={`${line([...upper, ...lower.reverse()])}z`} />
        {[0, 5, 10].map((pain) => (
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
        <path class="others" d={line(mean)} />
        {days
          .filter(({ known }) => known)
          .map(({ day, mean0to10 }) => (
            <circle key={day} class="known" cx={x(day)} cy={y(mean0to10)} r="3.2" />
          ))}
        {[0, 2, 6, 12].map((week) => (
          <text key={week} class="when" x={x(week * 7)} y={y(0) + 16} text-anchor={week === 12 ? 'end' : 'middle'}>
            {week}
          </text>
        ))}
        <text class="when" x={size.width - room.right} y={y(0) + 34} text-anchor="end">
          weeks
        </text>
      </svg>
      <figcaption>
        {outlookWords.band} {outlookWords.line}
      </figcaption>
    </figure>
  )
}

const words = (days: readonly { readonly day: number; readonly mean0to10: number; readonly known: boolean }[]) =>
  days
    .filter(({ known }) => known)
    .map(({ day, mean0to10 }) => `At week ${day / 7} the average pain is ${tenth(mean0to10)} of 10.`)
    .join(' ')
const tenth = (value: number) => Math.round(value * 10) / 10
const x = (day: number) => tenth(room.left + (day / (weeks * 7)) * (size.width - room.left - room.right))
const y = (pain: number) => tenth(room.top + (1 - pain / 10) * (size.height - room.top - room.bottom))
/** Steps from point to point, which pack to half the bytes. */
const line = (points: readonly (readonly [number, number])[]) =>
  points
    .map(([at, up], index) => {
      const before = points[index - 1]
      return before ? `l${tenth(at - before[0])} ${tenth(up - before[1])}` : `M${at} ${up}`
    })
    .join('')
