/**
 * Where it hurts: the low back large, the whole person from behind and from the front, and the same as a list of ticks. The list is the form and works
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
      <BodyLooks name={name} marked={marked} />
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

/** A way to look at the body. `close` is the back from the ribs to the top of the legs, large enough for a thumb. */
const looks = [
  { look: 'close', view: 'back', text: 'Low back', words: 'Your back, close up. Your left is here on the left.' },
  { look: 'back', view: 'back', text: 'All, from behind', words: 'From behind. Your left is here on the left.' },
  { look: 'front', view: 'front', text: 'From the front', words: 'From the front. Your left is here on the right.' },
] as const
type Look = (typeof looks)[number]

/**
 * One picture at a time, the low back first, with a switch that needs no script. It opens where something is marked.
 * What it shows is said in words beside it.
 */
function BodyLooks({ name, marked }: { name: string; marked: readonly RegionId[] }) {
  const open = looks.find(({ look }) => look === (picturesFor(marked)[0]?.look ?? 'close'))
  return (
    <fieldset class="body-looks">
      <legend class="unseen">Which way to look</legend>
      {looks.map(({ look, text }) => (
        <LookSwitch key={look} {...{ name, look, text }} isOpen={look === open?.look} />
      ))}
      <div class="body-views" aria-hidden="true">
        {looks.map((look) => (
          <BodyView key={look.look} look={look} marked={marked} />
        ))}
      </div>
    </fieldset>
  )
}

function LookSwitch({ name, look, text, isOpen }: { name: string; look: string; text: string; isOpen: boolean }) {
  const id = `${name}-look-${look}`
  return (
    <>
      <input type="radio" class={`unseen look-${look}`} name={`${name}.look`} value={look} id={id} checked={isOpen} />
      <label for={id}>{text}</label>
    </>
  )
}

/** The pictures that have something to show, with the marked places filled; nothing where nothing is marked. */
export function BodyPicture({ marked }: { marked: readonly RegionId[] }) {
  const shown = picturesFor(marked)
  if (shown.length === 0) return null
  return (
    <div class="body-views" aria-hidden="true">
      {shown.map((look) => (
        <BodyView key={look.look} look={look} marked={marked} />
      ))}
    </div>
  )
}

/** As few pictures as show every mark: the close one where all of the back's marks are on it. */
function picturesFor(marked: readonly RegionId[]): readonly Look[] {
  const places = marked.map(regionOf)
  const behind = places.filter(({ view }) => view === 'back')
  return looks.filter(({ look }) => {
    if (look === 'front') return places.length > behind.length
    return behind.length > 0 && behind.every(isClose) === (look === 'close')
  })
}

/** Where the close picture is cut: x, y, width and height on the map. So narrow that half of a low back is a thumb wide. */
const closeUp = [48, 136, 104, 140] as const
const isClose = ({ view, outline }: Region): boolean =>
  view === 'back' && outline.every(([, y]) => y >= closeUp[1] && y <= closeUp[1] + closeUp[3])

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

function BodyView({ look: { look, view, words }, marked }: { look: Look; marked: readonly RegionId[] }) {
  const clip = `body-${look}`
  const whole = [cutSides, 0, mapSize.width - 2 * cutSides, mapSize.height - 4]
  const shown = regions.filter((region) => region.view === view && (look !== 'close' || reachesClose(region)))
  return (
    <figure class={`view-${look}`}>
      <svg
        class="body"
        viewBox={(look === 'close' ? closeUp : whole).join(' ')}
        data-view={view}
        data-look={look}
        aria-hidden="true"
      >
        <clipPath id={clip}>
          <path d={body} />
        </clipPath>
        <path class="person" d={body} />
        <g clip-path={`url(#${clip})`}>
          {shown.map(({ id, outline }) => (
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

/** Is any of it on the close picture? */
const reachesClose = ({ outline }: Region): boolean =>
  outline.some(([, y]) => y > closeUp[1] && y < closeUp[1] + closeUp[3])

/** A few soft lines that tell back from front: shoulder blades; collar bones and the navel. */
/** Shoulder blades and the hollow of the low back. */
export const backLines =
  'M76 112C85 118 88 130 84 140M124 112C115 118 112 130 116 140M92 214C95 219 97 222 98 226M108 214C105 219 103 222 102 226'
const lines: Readonly<Record<View, string>> = {
  back: backLines,
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
