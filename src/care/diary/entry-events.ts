/**
 * Everything that one entry writes into the record, worked out before anything is written: the entry, what it raises,
 * the signal that stops movements, and the programme's morning.
 * Pure: ids come from the entry's own, so that pressing Save twice writes nothing twice.
 * Never: writes a stop after the entry that calls for it, keeps a note that the person wants forgotten, or takes an entry
 * about an earlier day for the pain of today.
 */
import { idBeside } from '../evidence/ids.ts'
import type { IsoDate, Moment } from '../evidence/calendar.ts'
import type { MiniAsked, MorningNoted, Stopped } from '../programme/events.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'
import type { CountedEntry, DiaryEntry, EntryFields } from './entry.ts'
import { forSharing, type Raise, type Raised, raisedBy, stopOf, withoutNote } from './entry-dangers.ts'

/** What an entry meets: when, and what was known before it. */
export interface EntryContext {
  readonly now: Moment
  /** UUID for the entry. The other events get ones made from it. */
  readonly id: string
  /** The entries that count before this one, oldest first; the one that it replaces is not among them. */
  readonly earlier: readonly CountedEntry[]
  /** Before this entry. */
  readonly programme: Pick<ProgrammeState, 'started' | 'mornings' | 'readings'>
  /** `keep` and `forget` are the person's word. `unasked`: kept, unless it speaks of a danger at home (H-17). */
  readonly note: 'keep' | 'forget' | 'unasked'
  /** The entry that this one puts right. */
  readonly replaces?: Pick<CountedEntry, 'id' | 'first'>
  /** The day it is about, where that is an earlier one than today. What it raises is raised today all the same. */
  readonly about?: IsoDate
  /** What was told with it, beside the entry, that asks for a check as well. */
  readonly also?: readonly Raise[]
}

/** An event that one entry can write. */
export type EventOfEntry = Stopped | MiniAsked | MorningNoted | DiaryEntry

/** What becomes of an entry that was told: what it raises, and the events to write. */
export interface EntryOutcome {
  readonly raised: Raised
  /** To be written in one step. What makes things safer comes first. */
  readonly events: readonly EventOfEntry[]
  /** True when the note was left out of the record. */
  readonly noteLeftOut: boolean
}

/**
 * What this entry writes.
 * @param fields already sound (`checkedEntry`)
 */
export function entryEvents(fields: EntryFields, context: EntryContext): EntryOutcome {
  const { now, id, earlier, note, replaces, about, also } = context
  const day = { ...now, ...(about !== undefined && { about }) }
  const raised = raisedBy({ ...fields, ...day }, earlier, also)
  const noteLeftOut = leavesNoteOut(fields, note)
  const base = (place: number) => ({ v: 1, id: idBeside(id, 'part', place), at: now.at, day: now.day }) as const
  const [first] = raised.raises
  const events: EventOfEntry[] = []
  const stop = stopOf(raised)
  if (stop) events.push({ ...base(1), id: stopIdOf(id), ...stop })
  if (raised.screen === 'mini' && first) events.push({ ...base(2), kind: 'miniAsked', because: first.because })
  const morning = morningOf(fields, context)
  if (morning) events.push({ ...base(0), id: morningIdOf(id), kind: 'morningNoted', ...morning })
  events.push({
    ...{ v: 2, id, ...day, kind: 'diaryEntry' },
    ...(replaces !== undefined && { replaces: replaces.id }),
    ...(noteLeftOut ? withoutNote(fields) : fields),
  })
  return { raised, events, noteLeftOut }
}

/** Does the record get this entry without its note? */
export const leavesNoteOut = (fields: EntryFields, note: EntryContext['note']): boolean =>
  fields.note !== undefined && (note === 'forget' || (note === 'unasked' && forSharing(fields).note === undefined))

/**
 * The first entry of a day is the programme's morning too, so that nobody is asked for it twice. One that puts that entry
 * right is told to the programme only where it is worse than what was told of the morning: it never makes today easier.
 */
function morningOf(
  { painNow0to10, painAverage0to10, sleep, plainCause }: EntryFields,
  { now, programme, replaces, about }: Pick<EntryContext, 'now' | 'programme' | 'replaces' | 'about'>,
) {
  if (programme.started === null || about !== undefined) return null
  const today = programme.mornings.filter(({ day }) => day === now.day)
  const worst = today.length === 0 ? null : Math.max(...today.map(({ pain0to10 }) => pain0to10))
  const poorer = sleep === 'bad' && !today.some(({ poorSleep }) => poorSleep === 'yes')
  const was = replaces && morningIdOf(replaces.first?.id ?? replaces.id)
  const worse = (painNow0to10 > (worst ?? 0) || poorer) && today.some(({ id }) => id === was)
  if (replaces === undefined ? worst !== null : !worse) return null
  return {
    pain0to10: Math.max(painNow0to10, worst ?? 0),
    ...(painAverage0to10 !== undefined && { usual0to10: painAverage0to10 }),
    ...worstOfDay(sleep, today),
    ...(plainCause !== undefined && { plainCause }),
  }
}

/** Bad sleep and illness of the day: what was told of them this morning stays, whatever a later word leaves out. */
function worstOfDay(
  sleep: EntryFields['sleep'],
  today: readonly Pick<MorningNoted, 'poorSleep' | 'ill'>[],
): Pick<MorningNoted, 'poorSleep' | 'ill'> {
  const told = sleep === undefined ? [] : [sleep === 'bad' ? ('yes' as const) : ('no' as const)]
  const worst = (all: readonly (MorningNoted['ill'] | undefined)[]) =>
    (['yes', 'notSure', 'no'] as const).find((answer) => all.includes(answer))
  const poorSleep = worst([...told, ...today.map((morning) => morning.poorSleep)])
  const ill = worst(today.map((morning) => morning.ill))
  return { ...(poorSleep && { poorSleep }), ...(ill && { ill }) }
}

/**
 * Is "Is there a clear reason?" to be asked before this entry is written? Only where the answer can change something: the
 * pain has jumped, for the diary or for the programme's morning, and nothing else asks for the full check anyway.
 */
export function asksPlainCause(
  fields: EntryFields,
  context: Pick<EntryContext, 'now' | 'earlier' | 'programme' | 'replaces' | 'about'>,
): boolean {
  if (fields.plainCause !== undefined) return false
  const { now, earlier, about } = context
  const raised = raisedBy({ ...fields, ...now, ...(about !== undefined && { about }) }, earlier)
  const otherwise = raised.raises.some(({ id, screen }) => screen === 'full' && id !== 'jump')
  if (otherwise) return false
  return raised.raises.some(({ id }) => id === 'jump') || jumpsForProgramme(fields, context)
}

/** The programme compares with the last number told to it anywhere, a session included. */
function jumpsForProgramme(fields: EntryFields, context: Parameters<typeof morningOf>[1]): boolean {
  const last = context.programme.readings.at(-1)
  const morning = morningOf(fields, context)
  return last !== undefined && morning !== null && morning.pain0to10 - last.pain >= limit('painJump')
}

/** The id of the stop that an entry writes, if it writes one. */
export const stopIdOf = (entry: string): string => idBeside(entry, 'part', 1)

/** The id of the morning that an entry writes, if it writes one. */
export const morningIdOf = (entry: string): string => idBeside(entry, 'part', 3)
