/**
 * The small language of `danger-signs/`: lines become patterns, and patterns are looked for in a text that has been
 * read into meanings. Each step looks a fixed number of words ahead or behind, so the work grows as the text does.
 */

/** How one part stands to the one before it. */
export interface Join {
  /** Words that count, at most this many between. */
  readonly gap: number
  readonly eitherOrder: boolean
}
/** One part of a pattern: what is meant, and how near it must stand. */
export interface Part {
  /** Names of meanings; any of them will do. */
  readonly meanings: ReadonlySet<string>
  /** How it stands to the part before; nothing for the first. */
  readonly join: Join | null
}
/** What must be said for a sign to be heard. */
export interface Pattern {
  /** The line, as written. */
  readonly line: string
  readonly parts: readonly Part[]
  /** Not where one of these stands near. */
  readonly unless: ReadonlySet<string>
  /** The name of an illness: quiet for other people, fears and questions. */
  readonly illness: boolean
  /** The answer that the words state plainly. */
  readonly means: string | null
}

const joins: Readonly<Record<string, Join>> = {
  '+': { gap: 0, eitherOrder: false },
  '>': { gap: 4, eitherOrder: false },
  '>>': { gap: 9, eitherOrder: false },
  '&': { gap: 5, eitherOrder: true },
  '&&': { gap: 10, eitherOrder: true },
}

/** Reads one line. Throws on a line that says nothing: the table is ours. */
export function patternOf(line: string): Pattern {
  const [, dx, body = '', unless, means] = /^(dx )?([^!=]+?)(?: ! ([^=]+?))?(?: = (\w+))?$/.exec(line.trim()) ?? []
  const parts: Part[] = []
  let join: Join | null = null
  for (const piece of body.split(/\s+/)) {
    const known = joins[piece]
    if (known) join = known
    else {
      parts.push({ meanings: new Set(piece.split('/')), join: parts.length === 0 ? null : join })
      join = null
    }
  }
  if (body.trim() === '' || parts.some(({ join: how }, at) => at > 0 && how === null))
    throw new Error(`a line of danger signs that cannot be read: ${line}`)
  return {
    line: line.trim(),
    parts,
    unless: new Set(unless?.trim().split('/')),
    illness: dx !== undefined,
    means: means ?? null,
  }
}
