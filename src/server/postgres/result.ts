/** What may fail and is expected to: either what was asked for, or why not, in words for the person who runs this. */
export type Result<T, Failure = unknown> =
  | ({ readonly ok: true } & T)
  | ({ readonly ok: false; readonly why: string } & (Failure extends object ? Failure : unknown))

/** The words of whatever was thrown. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message || error.name : String(error)

/** The system's short name of an error, such as `ENOENT`, or PostgreSQL's, such as `42P04`. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Waits. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
