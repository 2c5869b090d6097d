/**
 * A shared check for whoever treats: at a glance (the level, its day, what was flagged, how much was answered no), and all of
 * it part by part. Pure. It reads the text that was sent and nothing else, so it says no more than the text does.
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

/** A part of a shared check under its title. */
export interface CheckPart {
  readonly title: string
  readonly lines: readonly string[]
}

/** A shared check part by part: its level, and all that stands below it. */
export interface CheckParts {
  readonly level: Level
  readonly parts: readonly CheckPart[]
  /** Paragraphs without lines of their own: of which day it is, and who told it. */
  readonly remarks: readonly string[]
}

const noesTitle = 'Answered no in that check'

/** @returns `undefined` for a text that is of no form that we know: it must be read as it stands */
export function glanceAt(text: string): CheckGlance | undefined {
  const read = readSharedCheck(text)
  if (!read.ok) return undefined
  const parts = read.text.split('\n\n').map((part) => part.split('\n'))
  const linesOf = (title: string) => linesBelow(parts.find(([first]) => first === title) ?? [])
  const flags = linesOf('Flags in that check').filter((line) => line !== 'None.')
  return {
    level: read.level,
    told: parts.flat().find((line) => line.startsWith('As told on ')) ?? '',
    flags,
    noes: linesOf(noesTitle).length,
  }
}

/** The lines of a part; of the noes, which stand in one line, each. */
function linesBelow([title, ...lines]: readonly string[]): readonly string[] {
  const plain = lines.map((line) => line.replace(/^- /, ''))
  return title === noesTitle ? plain.flatMap((line) => line.split('; ')) : plain
}

/** All of the text but its heading. @returns `undefined` for a text that is of no form that we know */
export function checkParts(text: string): CheckParts | undefined {
  const read = readSharedCheck(text)
  if (!read.ok) return undefined
  // The first two are the heading and the level.
  const parts = read.text.split('\n\n').slice(2)
  const split = parts.map((part) => part.split('\n'))
  return {
    level: read.level,
    parts: split.flatMap((lines) => (lines.length > 1 ? [{ title: lines[0] ?? '', lines: linesBelow(lines) }] : [])),
    remarks: split.flatMap((lines) => (lines.length === 1 ? lines : [])),
  }
}
