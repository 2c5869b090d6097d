/**
 * Every sign that is drawn by us, in one table each for the small ones of the frame and the large ones of cards. A page
 * carries only those that it shows. Decoration: a word always stands beside a sign, so it is hidden from screen readers.
 */
import type { StepKind } from '../../care/relief/step-types.ts'

/** On a grid of 24. */
const drawn = {
  /** A shield with a tick: is it safe, and what now. */
  now: 'M12 3l7.5 3v5.5c0 4.6-3.1 7.9-7.5 9.5-4.4-1.6-7.5-4.9-7.5-9.5V6zM8.7 12l2.4 2.4 4.3-4.6',
  /** A leaf of a calendar. */
  days: 'M4.5 5.5h15v14h-15zM4.5 10h15M8.5 3v4M15.5 3v4M8.5 14.5h3',
  /** An open book. */
  learn: 'M12 6.5C10 5 7 4.6 3.5 5v13c3.5-.4 6.5 0 8.5 1.5 2-1.5 5-1.9 8.5-1.5V5C17 4.6 14 5 12 6.5zM12 6.5v13',
  /** A pin on a plan. */
  find: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  /** A lens. */
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5',
  cross: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  on: 'M9 5l7 7-7 7',
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

/** On a grid of 64: what a step of the plan is, and what lies behind a door of the front page. */
const signs = {
  ease: 'M10 44h44M16 44v-8a8 8 0 0 1 8-8h16a8 8 0 0 1 8 8v8M24 22a6 6 0 1 0 0-.1',
  breath: 'M10 24h28a7 7 0 1 0-7-7M10 34h36a7 7 0 1 1-7 7M10 44h16',
  heat: 'M16 54c-6-8 6-12 0-20M32 54c-6-8 6-12 0-20M48 54c-6-8 6-12 0-20M12 24h40M20 16h24',
  cold: 'M32 10v44M13 21l38 22M51 21L13 43M26 14l6 5 6-5M26 50l6-5 6 5',
  move: 'M12 32h40M42 22l10 10-10 10M22 22L12 32l10 10',
  walk: 'M34 14a5 5 0 1 0 0-.1M32 24l-4 14-10 14M28 38l10 6 4 10M32 24l10 10M32 24l-12 8',
  massage: 'M32 32m-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0M24 27a10 10 0 0 1 8-6',
  relax: 'M12 40c8-14 16-14 20 0s12 14 20 0M12 26c8-14 16-14 20 0s12 14 20 0',
  active: 'M32 32m-20 0a20 20 0 1 0 40 0a20 20 0 1 0-40 0M32 20v12l8 6',
  medicine: 'M22 12h20v8H22zM18 20h28v32H18zM32 28v16M24 36h16',
  drink: 'M18 14h28l-4 38H22zM20 30h24',
  sleep: 'M42 40a18 18 0 1 1-18-26 14 14 0 0 0 18 26z',
  check: 'M14 34l12 12 24-28',
  test: 'M16 32h32M24 24l-8 8 8 8M40 24l8 8-8 8M32 14v36',
  strength: 'M12 24v16M20 18v28M44 18v28M52 24v16M20 32h24',
} as const satisfies Readonly<Record<StepKind | 'strength', string>>

/** A large sign in lines of the figure's colour. */
export function Sign({ name }: { name: keyof typeof signs }) {
  return (
    <svg class={`sign ${name}`} viewBox="0 0 64 64" aria-hidden="true">
      <path d={signs[name]} fill="none" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}
