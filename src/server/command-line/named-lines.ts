/** Lines under a title, for whoever reads what a command prints. */
import { plain } from './clinic-of.ts'

/** So many of each are named; the rest are counted. */
const mostNamed = 100

/** @returns none where there is nothing to name */
export function named(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more = lines.length - mostNamed
  const shown = lines.slice(0, mostNamed).map((line) => `  ${plain(line)}`)
  return [title, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])]
}
