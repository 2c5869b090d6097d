/**
 * The level in a word, an icon and a colour, so that no one of them is needed to understand it.
 */
import type { Level } from '../../care/check/types.ts'

/** The few words of each level's badge. */
export const levelWords = {
  emergency: 'Emergency: now',
  urgent: 'Urgent: today',
  soon: 'Soon: book to be seen',
  'self-care': 'Safe to start at home',
} as const satisfies Record<Level, string>

const icons = {
  emergency: 'M12 2l10 18H2zM12 9v5M12 16.5v1.5',
  urgent: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18zM12 7v6M12 15.5v1.5',
  soon: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5',
  'self-care': 'M4 13l5 5L20 6',
} as const satisfies Record<Level, string>

/** A badge; the page's title says the rest. */
export function LevelBanner({ level, text = levelWords[level] }: { level: Level; text?: string }) {
  return (
    <p class={`level ${level}`}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={icons[level]}
          fill="none"
          stroke="currentColor"
          stroke-width="2.4"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      {text}
    </p>
  )
}
