/** The signs of the staff's pages, on a grid of 24. Decoration: a word always stands beside one. */

const drawn = {
  /** A sun. */
  today:
    'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  calendar: 'M4.5 5.5h15v14h-15zM4.5 10h15M8.5 3v4M15.5 3v4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6',
  inbox: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z',
  letter: 'M3.5 5.5h17v13h-17zM3.5 6.5L12 13l8.5-6.5',
  sliders:
    'M3 8h9M18 8h3M15 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5zM3 16h3M12 16h9M9 13.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  lock: 'M5.5 11h13v9h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  key: 'M8 9.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM11.2 10.8L20 2M16 6l3.5 3.5',
  out: 'M10 4.5H5v15h5M14 8l4 4-4 4M18 12H9',
  phone: 'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4 5.5a2 2 0 0 1 2-2z',
  flag: 'M6 21V4M6 4.5h11l-2.5 4 2.5 4H6',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  /** A door that stands open. */
  room: 'M5 20.5V3.5h9v17M14 5.5h5v15M3 20.5h18M10.5 12v1.5',
  /** A glass to look through. */
  find: 'M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  tick: 'M4.5 12.5l5 5L19.5 7',
} as const

/** A sign by what it stands for. */
export type SignName = keyof typeof drawn

/** A sign, `size` pixels wide and high. */
export function Sign({ name, size = 20 }: { readonly name: SignName; readonly size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawn[name]} />
    </svg>
  )
}
