/**
 * The small signs of the frame and of buttons, drawn by us on a grid of 24 in lines of the text's colour: the one table of
 * them. Only those that a page shows are in it. Decoration: a word always stands beside a sign, so it is hidden from
 * screen readers.
 */

const drawn = {
  /** A shield with a tick: is it safe, and what now. */
  now: 'M12 3l7.5 3v5.5c0 4.6-3.1 7.9-7.5 9.5-4.4-1.6-7.5-4.9-7.5-9.5V6zM8.7 12l2.4 2.4 4.3-4.6',
  /** A leaf of a calendar. */
  days: 'M4.5 5.5h15v14h-15zM4.5 10h15M8.5 3v4M15.5 3v4M8.5 14.5h3',
  cross: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
} as const

/** A sign by what it stands for. */
export type IconName = keyof typeof drawn

/** A sign, `size` pixels wide and high. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawn[name]} />
    </svg>
  )
}
