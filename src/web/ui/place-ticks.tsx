/**
 * A tick-list beside a drawn back: a tap on the back ticks what is written beside it, and what is ticked is filled.
 * Each place on the drawing is part of the label of its tick, so it works without a script, and for the keyboard and a
 * screen reader there is the list alone.
 * Never: a place that is only on the drawing, or a drawing that is named.
 */
import type { ComponentChildren } from 'preact'
import { mapSize, type Point } from '../../care/diary/body-map.ts'
import { silhouette, smoothPath } from '../../care/diary/body-outline.ts'
import { backLines } from './body-map.tsx'
import { describedBy, FieldNotes, opening, Tick, type TickItem, type Under, Unders } from './form-parts.tsx'

interface Spot {
  /** Drawn, cut off at the person's outline. With `around` it is also what can be tapped. */
  readonly shape: readonly Point[]
  /** Room beside the body that counts as well, so that a thumb finds a narrow place. */
  readonly around?: readonly Point[]
  /** The same again on the other side. */
  readonly pair?: true
}

/**
 * The places on the drawing, on the viewer's left half where there are two; units of body-map.ts. Neighbours share their
 * edge. Each is at least 33 units high and wide: 44 pixels where 120 units are 160 pixels (place-ticks.css).
 */
const spots: Readonly<Record<string, Spot>> = {
  neck: { shape: at(80, 44, 120, 44, 120, 75, 112, 82, 88, 82, 80, 75) },
  shoulder: { shape: at(42, 75, 80, 75, 88, 82, 86, 108, 42, 110), pair: true },
  midBack: { shape: at(88, 82, 112, 82, 114, 108, 140, 109.5, 140, 174, 60, 174, 60, 109.5, 86, 108) },
  side: { shape: at(56, 174, 79, 174, 79, 210, 56, 210), around: at(44, 174, 79, 174, 79, 210, 44, 210), pair: true },
  lowBack: {
    shape: at(
      79,
      174,
      121,
      174,
      121,
      210,
      150,
      210,
      150,
      226,
      117,
      226,
      112,
      222,
      88,
      222,
      83,
      226,
      50,
      226,
      50,
      210,
      79,
      210,
    ),
  },
  tailbone: { shape: at(88, 222, 112, 222, 117, 226, 118, 232, 115, 256, 85, 256, 82, 232, 83, 226) },
  buttock: { shape: at(48, 226, 83, 226, 82, 232, 85, 256, 100, 256, 100, 270, 48, 270), pair: true },
  leg: { shape: at(48, 270, 100, 270, 100, 306, 48, 306), pair: true },
}

function at(...numbers: readonly number[]): readonly Point[] {
  return numbers.flatMap((x, index): readonly Point[] => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0]] : []))
}

/** What of the body is drawn: x, y, width and height on the map. */
const cut = [40, 4, 120, 302].join(' ')
const person = smoothPath(silhouette)
const clip = 'place-person'

export interface PlaceTicksProps {
  /** Field name of every tick, and id of the part on the page. */
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly items: readonly Pick<TickItem, 'value' | 'text' | 'ticked'>[]
  /** What opens under the whole when one of these is ticked. */
  readonly unders: readonly Under[]
  /** "Not sure", by its sign. */
  readonly unsure: { readonly name: string; readonly text: string; readonly ticked: boolean }
}

/** The list and the drawing. Values that the drawing does not know stand under it. */
export function PlaceTicks({ name, legend, hint, error, items, unders, unsure }: PlaceTicksProps) {
  const tick = ({ value, text, ticked }: (typeof items)[number]) => (
    <Tick key={value} name={name} value={value} text={text} ticked={ticked} opens={opening(unders, value)}>
      {spots[value] && <SpotOnBack spot={spots[value]} />}
    </Tick>
  )
  return (
    <div class="item">
      <fieldset id={name} class={error ? 'wrong' : undefined} aria-describedby={describedBy(name, hint, error)}>
        <legend>{legend}</legend>
        <FieldNotes name={name} hint={hint} error={error} />
        <div class="place-ticks">
          <Back />
          {items.filter(({ value }) => spots[value]).map(tick)}
        </div>
        <div class="place-others">
          {items.filter(({ value }) => !spots[value]).map(tick)}
          <Tick name={unsure.name} value="notSure" text={unsure.text} ticked={unsure.ticked} symbol="?" />
        </div>
      </fieldset>
      <Unders unders={unders} />
    </div>
  )
}

function Back() {
  return (
    <svg class="place-back" viewBox={cut} aria-hidden="true">
      <clipPath id={clip}>
        <path d={person} />
      </clipPath>
      <path class="person" d={person} />
      <path class="lines" d={backLines} />
    </svg>
  )
}

function SpotOnBack({ spot: { shape, around = shape, pair } }: { spot: Spot }): ComponentChildren {
  const mirrored = (outline: readonly Point[]) => outline.map(([x, y]): Point => [mapSize.width - x, y])
  const sides = (outline: readonly Point[]) => (pair ? [outline, mirrored(outline)] : [outline])
  const points = (outline: readonly Point[]) => outline.map((point) => point.join(',')).join(' ')
  return (
    <svg class="spot" viewBox={cut} aria-hidden="true">
      {sides(around).map((outline, index) => (
        <polygon key={index} class="touch" points={points(outline)} />
      ))}
      <g clip-path={`url(#${clip})`}>
        {sides(shape).map((outline, index) => (
          <polygon key={index} points={points(outline)} />
        ))}
      </g>
    </svg>
  )
}
