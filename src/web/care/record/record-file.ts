/**
 * A person's record as one JSON file: written for them to keep, read back with care. An edge: a file may be older, cut
 * off, somebody else's or hostile.
 */
import * as z from 'zod/mini'
import { isPrivate, withoutPrivate } from '../../../care/check/private.ts'
import { inOrder, type NotebookEvent } from '../../../care/record/notebook.ts'
import { MomentInTime } from './record-event-parts.ts'
import { isNewer, readEvent } from './record-event.ts'

/** What a file holds. */
export interface RecordFile {
  /** Random id of the record it came from. */
  readonly owner: string
  readonly events: readonly NotebookEvent[]
}

/** Why a file was refused. `newer`: made by a later Unclench, in a shape of its own. `events`: some entries are damaged. */
export type FileTrouble = 'notJson' | 'notOurs' | 'newer' | 'events'
/** An entry of a kind or version that only a later Unclench knows, as it stood in the file. */
export interface NewerEntry {
  readonly id: string
  readonly raw: unknown
}
export type FileRead =
  | { readonly ok: true; readonly value: RecordFile; readonly newer: readonly NewerEntry[] }
  | { readonly ok: false; readonly why: FileTrouble; readonly damaged: number }

/** Version of the file's shape that this build writes. */
const fileVersion = 1

/**
 * The file's text, indented so that a person can read it. The same record gives the same bytes, in every build.
 * @param newer entries of a later Unclench, which go along as they came
 */
export function writeRecordFile(file: RecordFile, newer: readonly NewerEntry[] = []): string {
  const { owner } = file
  // What cannot be read is saved on its own (set-aside.txt); here it would be refused when it comes back.
  const events = inOrder(file.events)
    .filter(({ kind }) => kind !== 'unreadable')
    .map(forFile)
    .map(inFixedOrder)
  const later = [...newer].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ raw }) => raw)
  return `${JSON.stringify({ unclench: 'record', version: fileVersion, owner, events: [...events, ...later] }, null, 2)}\n`
}

/** One entry as a file holds it: two that are the same there are the same entry. */
const asInFile = (event: NotebookEvent): string => JSON.stringify(inFixedOrder(forFile(event)))

/** A check without what older builds kept of safety at home: a file is passed on. */
const forFile = (event: NotebookEvent): NotebookEvent =>
  event.kind === 'checkFinished'
    ? {
        ...event,
        answers: withoutPrivate(event.answers),
        changed: event.changed.filter(({ question }) => !isPrivate(question)),
      }
    : event

/** Fields in an order of their own: else it would be whichever the page, the parser or an older build made them in. */
function inFixedOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFixedOrder)
  if (typeof value !== 'object' || value === null) return value
  const rank = (name: string) => first.indexOf(name) + 1 || first.length + 1
  const sorted = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, inside]) => [name, inFixedOrder(inside)]))
}
const first: readonly string[] = ['v', 'kind', 'id', 'at', 'day']

/** Reads a file's text. Never throws; takes all of it or nothing. */
export function readRecordFile(text: string): FileRead {
  const failed = (why: FileTrouble, damaged = 0): FileRead => ({ ok: false, why, damaged })
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return failed('notJson')
  }
  const envelope = Envelope.safeParse(data)
  if (!envelope.success) return failed('notOurs')
  if (envelope.data.version > fileVersion) return failed('newer')
  const events: NotebookEvent[] = []
  const newer: NewerEntry[] = []
  let damaged = 0
  for (const raw of envelope.data.events) {
    const event = readEvent(raw)
    const later = event ? null : newerEntry(raw)
    if (event) events.push(event)
    else if (later) newer.push(later)
    else damaged += 1
  }
  if (damaged > 0) return failed('events', damaged)
  return { ok: true, value: { owner: envelope.data.owner, events }, newer }
}

/** The entry, if it has what every entry has and a kind or version that this build does not know; else it is damaged. */
function newerEntry(raw: unknown): NewerEntry | null {
  const read = AnyEntry.safeParse(raw)
  return read.success && isNewer(read.data.kind, read.data.v) ? { id: read.data.id, raw } : null
}
const AnyEntry = z.object({
  v: z.int().check(z.gte(1), z.lte(1000)),
  kind: z.string().check(z.regex(/^[a-z][A-Za-z]{2,40}$/)),
  id: z.uuid(),
  at: MomentInTime,
})

/** More than a file of the largest size can hold (app.tsx). */
const mostEntries = 1_000_000
const Envelope = z.object({
  unclench: z.literal('record'),
  version: z.int().check(z.gte(1)),
  owner: z.uuid(),
  events: z.array(z.unknown()).check(z.maxLength(mostEntries)),
})

/** A file beside the record. */
export interface Compared {
  /** What the file adds. */
  readonly fresh: readonly NotebookEvent[]
  /** What it adds that only a newer Unclench can read. */
  readonly newer: readonly NewerEntry[]
  /** How many are here already under the same id and say something else: what was kept first stays. */
  readonly otherwise: number
}

/** Sets a file beside the record, entry by entry. */
export function comparedWith(mine: readonly NotebookEvent[], file: Extract<FileRead, { ok: true }>): Compared {
  const known = new Map(mine.map((event) => [event.id, event]))
  const fresh: NotebookEvent[] = []
  let otherwise = 0
  for (const event of file.value.events) {
    const own = known.get(event.id)
    if (own === undefined) fresh.push(event)
    else if (asInFile(own) !== asInFile(event)) otherwise += 1
    // A file that says two things under one id brings in the first.
    known.set(event.id, own ?? event)
  }
  const here = new Set(mine.map(({ id }) => id))
  return { fresh, newer: file.newer.filter(({ id }) => !here.has(id)), otherwise }
}
