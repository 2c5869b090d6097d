/** What every command is given. */
import type { Config } from '../config.ts'

/** Prints one line for the person. */
export type Say = (line: string) => void

/** What a command is given. */
export interface Call {
  readonly config: Config
  readonly arguments: readonly string[]
  readonly switches: ReadonlySet<string>
  readonly say: Say
}
