/**
 * What a page that is open asks the worker: whether it is still what the record says. The same words stand in
 * web/islands/told-elsewhere/shown-watch.ts, which may not import from here. Only pages of ours can ask a worker of ours.
 */

/** A page that lies open, as it tells of itself. */
export interface ShownAsked {
  /** Its address. */
  readonly path: string
  /** How the record stood when the page asked last; null: it has not been told, having just come. */
  readonly knows: string | null
  /** When it was answered, by the clock on the wall as it is now. */
  readonly madeAt: number
}

/** The question of a page; null for any other message. */
export function shownAsked(data: unknown): ShownAsked | null {
  const asked: unknown = typeof data === 'object' && data !== null && 'shown' in data ? data.shown : null
  if (typeof asked !== 'object' || asked === null) return null
  const { path, knows, madeAt }: Partial<Record<keyof ShownAsked, unknown>> = asked
  if (typeof path !== 'string' || !/^\/(?!\/)/.test(path) || typeof madeAt !== 'number') return null
  return { path, knows: typeof knows === 'string' ? knows : null, madeAt }
}
