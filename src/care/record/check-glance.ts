/**
 * What a glance at a shared check wants, for whoever treats: the level, its day, what was flagged, how much was answered no.
 * Pure. It reads the text that was sent and nothing else, so it says no more than the text does.
 */
import type { Level } from '../check/types.ts'
import { readSharedCheck } from './shared-check.ts'

/** A shared check in short. */
export interface CheckGlance {
  readonly level: Level
  /** The line that says of which day it is; empty where the text has none. */
  readonly told: string
  /** Each flag as a line. */
  readonly flags: readonly string[]
  /** How many of the noes that matter it lists. */
  readonly noes: number
}

/** @returns `undefined` for a text that is of no form that we know: it must be read as it stands */
export function glanceAt(text: string): CheckGlance | undefined {
  const read = readSharedCheck(text)
  if (!read.ok) return undefined
  const parts = read.text.split('\n\n').map((part) => part.split('\n'))
  const linesOf = (title: string) =>
    (parts.find(([first]) => first === title) ?? []).slice(1).map((line) => line.replace(/^- /, ''))
  const flags = linesOf('Flags in that check').filter((line) => line !== 'None.')
  return {
    level: read.level,
    told: parts.flat().find((line) => line.startsWith('As told on ')) ?? '',
    flags,
    noes: linesOf('Answered no in that check').flatMap((line) => line.split('; ')).length,
  }
}
