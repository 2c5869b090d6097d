/**
 * The whole record as one text, kept beside the single entries so that a page need not read and check thousands of them
 * each time the worker starts. Pure. It is a copy: the entries themselves are what counts.
 * Never: trusted unless it is this build's own, whole, and of as many entries as the record holds.
 */
import { inOrder, type NotebookEvent } from '../care/record/notebook.ts'

/** What was read from the store to use a copy, or to find that it cannot be used. */
export interface Found {
  /** The copy: a text made by `pack`. */
  readonly packed: string | undefined
  /** What was added since it was made: a text made by `packTail`. */
  readonly tail: string | undefined
  /** How many entries the record holds now. Builds that know of no copy add entries too, and the number tells. */
  readonly count: number
}

interface Pack {
  readonly build: string
  readonly mark: string
  readonly events: readonly NotebookEvent[]
}
/** Entries added since the copy of the same mark. */
interface Tail {
  readonly mark: string
  readonly events: readonly NotebookEvent[]
}

/** Most entries that are kept beside a copy; past that the record is read anew and copied. */
export const mostInTail = 300
/** A short record is read as quickly without a copy. */
export const isWorthACopy = (events: readonly NotebookEvent[]): boolean => events.length >= 100

/** A tail of more characters is worth a new copy: about a hundred entries. */
const longTail = 50_000
export const isLong = (tail: string): boolean => tail.length > longTail

/**
 * The copy as text.
 * @param build which build has checked these events; another one reads them all again
 * @param mark a fresh random id: a tail belongs to the copy of the same mark
 */
export const pack = (build: string, mark: string, events: readonly NotebookEvent[]): string =>
  JSON.stringify({ build, mark, events } satisfies Pack)

/** What was added, as text. */
export const packTail = (mark: string, events: readonly NotebookEvent[]): string =>
  JSON.stringify({ mark, events } satisfies Tail)

/** The tail with more entries, or `null` if there is none, it is damaged, or it is full: then all is read again. */
export function longerTail(tail: string | undefined, added: readonly NotebookEvent[]): string | null {
  const known = read<Tail>(tail)
  if (!known || known.events.length + added.length > mostInTail) return null
  return packTail(known.mark, [...known.events, ...added])
}

/** Every event, oldest first; `null` if copy and tail are not all of the record as this build reads it. */
export function unpacked({ packed, tail, count }: Found, build: string): readonly NotebookEvent[] | null {
  const copy = read<Pack>(packed)
  const more = read<Tail>(tail)
  if (!copy || !more || copy.build !== build || copy.mark !== more.mark) return null
  if (copy.events.length + more.events.length !== count) return null
  return more.events.length === 0 ? copy.events : inOrder([...copy.events, ...more.events])
}

/** What the events of a tail add to those known before it; `null` if it is not the same tail grown longer. */
export function grown(
  before: { readonly tail: string; readonly events: readonly NotebookEvent[] },
  { tail, count }: Pick<Found, 'tail' | 'count'>,
): readonly NotebookEvent[] | null {
  const [old, now] = [read<Tail>(before.tail), read<Tail>(tail)]
  if (!old || !now || old.mark !== now.mark) return null
  const added = now.events.slice(old.events.length)
  if (before.events.length + added.length !== count) return null
  return inOrder([...before.events, ...added])
}

function read<Shape extends { readonly events: readonly unknown[] }>(text: string | undefined): Shape | null {
  if (text === undefined) return null
  try {
    const data: unknown = JSON.parse(text)
    const whole = typeof data === 'object' && data !== null && 'events' in data && Array.isArray(data.events)
    // Written by this build alone, and its mark is compared before it is used.
    return whole ? (data as Shape) : null
  } catch {
    return null
  }
}
