/**
 * Everything that one entry writes into the record, worked out before anything is written: the entry, what it raises,
 * the signal that stops movements, and the programme's morning. Called by the diary's pages.
 * Pure: ids come from the entry's own, so that pressing Save twice writes nothing twice.
 * Never: writes a stop after the entry that calls for it, or keeps a note that the person wants forgotten.
 */
import type { Moment } from '../evidence/calendar.ts'
import type { MiniAsked, MorningNoted, Stopped } from '../programme/events.ts'
import type { ProgrammeState } from '../programme/state.ts'
import { limit } from '../programme/thresholds.ts'
import type { DiaryEntry, EntryFields, EntryWithdrawn } from './entry.ts'
import { forSharing, type Raised, raisedBy, withoutNote } from './raises.ts'

/** What an entry meets: when, and what was known before it. */
export interface EntryContext {
  readonly now: Moment
  /** UUID for the entry. The other events get ones made from it. */
  readonly id: string
  /** The entries that count before this one, oldest first; the one that it replaces is not among them. */
  readonly earlier: readonly DiaryEntry[]
  /** Before this entry. */
  readonly programme: Pick<ProgrammeState, 'started' | 'mornings' | 'readings'>
  /** `keep` and `forget` are the person's word. `unasked`: kept, unless it speaks of a danger at home (H-17). */
  readonly note: 'keep' | 'forget' | 'unasked'
  /** The entry that this one puts right. */
  readonly replaces?: string
}

/** An event that one entry can write. */
export type EventOfEntry = Stopped | MiniAsked | MorningNoted | EntryWithdrawn | DiaryEntry

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
  const { now, id, earlier, note, replaces } = context
  const raised = raisedBy({ ...fields, ...now }, earlier)
  const noteLeftOut = leavesNoteOut(fields, note)
  const base = (place: number) => ({ v: 1, id: besideId(id, place), at: now.at, day: now.day }) as const
  const [first] = raised.raises
  const events: EventOfEntry[] = []
  if (raised.stop) events.push({ ...base(1), kind: 'stopped', sign: raised.stop })
  if (raised.screen === 'mini' && first) events.push({ ...base(2), kind: 'miniAsked', because: first.because })
  const morning = morningOf(fields, context)
  if (morning) events.push({ ...base(3), kind: 'morningNoted', ...morning })
  if (replaces !== undefined) events.push({ ...base(4), kind: 'entryWithdrawn', entry: replaces })
  events.push({ ...base(0), kind: 'diaryEntry', ...(noteLeftOut ? withoutNote(fields) : fields) })
  return { raised, events, noteLeftOut }
}

/** Does the record get this entry without its note? */
export const leavesNoteOut = (fields: EntryFields, note: EntryContext['note']): boolean =>
  fields.note !== undefined && (note === 'forget' || (note === 'unasked' && forSharing(fields).note === undefined))

/** The first entry of a day is the programme's morning too, so that nobody is asked for it twice. */
function morningOf(
  { painNow0to10, painAverage0to10, sleep, plainCause }: EntryFields,
  { now, programme }: Pick<EntryContext, 'now' | 'programme'>,
) {
  if (!countsAsMorning(programme, now)) return null
  return {
    pain0to10: painNow0to10,
    ...(painAverage0to10 !== undefined && { usual0to10: painAverage0to10 }),
    ...(sleep !== undefined && { poorSleep: sleep === 'bad' ? ('yes' as const) : ('no' as const) }),
    ...(plainCause !== undefined && { plainCause }),
  }
}

const countsAsMorning = ({ started, mornings }: EntryContext['programme'], { day }: Moment): boolean =>
  started !== null && !mornings.some((morning) => morning.day === day)

/**
 * Is "Is there a plain cause?" to be asked before this entry is written? Only where the answer can change something: the
 * pain has jumped, for the diary or for the programme's morning, and nothing else asks for the full check anyway.
 */
export function asksPlainCause(
  fields: EntryFields,
  { now, earlier, programme }: Pick<EntryContext, 'now' | 'earlier' | 'programme'>,
): boolean {
  if (fields.plainCause !== undefined) return false
  const raised = raisedBy({ ...fields, ...now }, earlier)
  const otherwise = raised.raises.some(({ id, screen }) => screen === 'full' && id !== 'jump')
  if (otherwise) return false
  return raised.raises.some(({ id }) => id === 'jump') || jumpsForProgramme(fields, programme, now)
}

/** The programme compares with the last number told to it anywhere, a session included. */
function jumpsForProgramme(fields: EntryFields, programme: EntryContext['programme'], now: Moment): boolean {
  const last = programme.readings.at(-1)
  return last !== undefined && countsAsMorning(programme, now) && fields.painNow0to10 - last.pain >= limit('painJump')
}

/** Another UUID beside this one: the last digit moved on by so many places, 0 to 15. The same each time. */
export const besideId = (id: string, place: number): string =>
  `${id.slice(0, -1)}${((Number.parseInt(id.slice(-1), 16) + place) % 16).toString(16)}`
