/**
 * Where it hurts: a person from behind and from the front, and the same as a list of ticks. The list is the form and works
 * alone; the `body-map` island lets a finger tap or draw on the picture and ticks the list with it.
 * Never: a place that is only in the picture.
 */
import {
  mapSize,
  type Point,
  type RegionId,
  regionOf,
  regions,
  type Region,
  type View,
} from '../../care/diary/body-map.ts'
import { silhouette, smoothPath } from '../../care/diary/body-outline.ts'
import { Tick } from './form-parts.tsx'
import { Details } from './text-parts.tsx'

export interface BodyMapProps {
  /** Field name of every tick. */
  readonly name: string
  readonly legend: string
  readonly marked: readonly RegionId[]
  readonly error?: string | undefined
}

/** The picture and the list. */
export function BodyMapField({ name, legend, marked, error }: BodyMapProps) {
  return (
    <fieldset id={name} class={error ? 'body-map wrong' : 'body-map'} data-body-map>
      <legend>{legend}</legend>
      {error && <p class="error">{error}</p>}
      <p class="hint" data-how hidden>
        Tap a place, or draw along it with your finger. Tap again to take it off.
      </p>
      <BodyPicture marked={marked} />
      <p class="body-said" data-said role="status">
        {markedWords(marked)}
      </p>
      <Details summary="The same as a list" open>
        {groups.map(({ title, places }) => (
          <fieldset key={title} class="body-list">
            <legend>{title}</legend>
            <div class="row">
              {places.map(({ id, name: words }) => (
                <Tick key={id} name={name} value={id} text={words} ticked={marked.includes(id)} />
              ))}
            </div>
          </fieldset>
        ))}
      </Details>
    </fieldset>
  )
}

/** The two views, with the marked places filled. A picture only: what it shows is said in words beside it. */
export function BodyPicture({ marked }: { marked: readonly RegionId[] }) {
  return (
    <div class="body-views" aria-hidden="true">
      <BodyView view="back" words="Back. Your left is here on the left." marked={marked} />
      <BodyView view="front" words="Front. Your left is here on the right." marked={marked} />
    </div>
  )
}

/** What is marked, in words. */
const markedWords = (marked: readonly RegionId[]): string =>
  marked.length === 0
    ? 'Nothing marked.'
    : `Marked: ${regions
        .filter(({ id }) => marked.includes(id))
        .map(({ name }) => name)
        .join('; ')}.`

/** The picture is cut at the sides, where there is nothing but room beside the arms. */
const cutSides = 20
const body = smoothPath(silhouette)
const points = (outline: readonly Point[]) => outline.map((point) => point.join(',')).join(' ')

function BodyView({ view, words, marked }: { view: View; words: string; marked: readonly RegionId[] }) {
  const clip = `body-${view}`
  return (
    <figure>
      <svg
        class="body"
        viewBox={`${cutSides} 0 ${mapSize.width - 2 * cutSides} ${mapSize.height - 4}`}
        data-view={view}
        aria-hidden="true"
      >
        <clipPath id={clip}>
          <path d={body} />
        </clipPath>
        <path class="person" d={body} />
        <g clip-path={`url(#${clip})`}>
          {regions
            .filter((region) => region.view === view)
            .map(({ id, outline }) => (
              <polygon
                key={id}
                points={points(outline)}
                data-region={id}
                class={marked.includes(id) ? 'on' : undefined}
              />
            ))}
        </g>
        <path class="lines" d={lines[view]} />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}

/** A few soft lines that tell back from front: shoulder blades; collar bones and the navel. */
const lines: Readonly<Record<View, string>> = {
  back: 'M76 112C85 118 88 130 84 140M124 112C115 118 112 130 116 140M92 214C95 219 97 222 98 226M108 214C105 219 103 222 102 226',
  front: 'M70 93C80 93 90 95 97 98M130 93C120 93 110 95 103 98M98.5 190C99 193 101 193 101.5 190',
}

interface Group {
  readonly title: string
  readonly places: readonly Region[]
}
/** Left and right side by side, so what lies in the middle comes after them. */
const inGroup = (title: string, wanted: (region: Region) => boolean): Group => {
  const places = regions.filter(wanted)
  const middle = places.filter(({ side }) => side === 'middle')
  return { title, places: [...places.filter(({ side }) => side !== 'middle'), ...middle] }
}
/** The list, in the order of the body. Every place stands in one group. */
const groups: readonly Group[] = [
  inGroup('Neck and upper back', (one) => one.view === 'back' && topOf(one) < 140),
  inGroup('Middle and low back', (one) => one.part === 'back' && topOf(one) >= 140),
  inGroup('Bottom and between the legs', ({ part }) => part === 'buttock' || part === 'saddle'),
  inGroup('Back of the legs', ({ part, view }) => part === 'leg' && view === 'back'),
  inGroup('Front of the body', ({ part, view }) => part === 'front' && view === 'front'),
  inGroup('Front of the legs', ({ part, view }) => part === 'leg' && view === 'front'),
]
function topOf({ outline }: Region): number {
  return Math.min(...outline.map(([, y]) => y))
}

/** Places as words, for an entry that is read again. */
export const placeNames = (places: readonly RegionId[]): readonly string[] => places.map((id) => regionOf(id).name)
