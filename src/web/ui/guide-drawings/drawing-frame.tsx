/** The frame of a drawing of the guide: a picture with a name and a description, and the words under it. */
import type { ComponentChildren } from 'preact'

export interface DrawingFrameProps {
  /** Once on a page. */
  readonly id: string
  readonly title: string
  /** What is to be seen, for somebody who does not see it. */
  readonly description: string
  readonly caption: string
  readonly viewBox: string
  /** More classes of the picture. */
  readonly look?: string
  readonly children: ComponentChildren
}

/** One drawing. */
export function DrawingFrame({ id, title, description, caption, viewBox, look = '', children }: DrawingFrameProps) {
  return (
    <figure class="guide-drawing">
      <svg viewBox={viewBox} role="img" aria-labelledby={`${id}-title ${id}-desc`} class={`drawing ${look}`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {children}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

/** A name with a line to what it names. */
export function Label(props: { x: number; y: number; to: readonly [number, number]; text: string; end?: boolean }) {
  const { x, y, to, text, end } = props
  return (
    <g class="label">
      <path d={`M${x} ${y}L${to[0]} ${to[1]}`} />
      <text x={end ? x - 4 : x + 4} y={y + 4} text-anchor={end ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  )
}
