/**
 * Which entry a form is, so that one form sent twice is one entry. Pure.
 * Never: writes down twice what was told once, or drops what was changed and sent again.
 */
import type { CountedEntry, EntryFields } from '../../../care/diary/entry.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { idBeside } from '../../../care/evidence/ids.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'

/**
 * Where this form is written. Sent twice, it is the same entry; changed and sent again (the browser's Back), it puts the
 * one before right. The id of each version is made from the form's own, so that nothing depends on chance.
 */
export function placeOf(
  formId: string,
  events: readonly NotebookEvent[],
  counting: readonly CountedEntry[],
  told: ToldAbout,
): { readonly id: string; readonly replaces?: CountedEntry } {
  const known = new Set(events.map(({ id }) => id))
  let replaces: CountedEntry | undefined
  for (let version = 0; version < 16; version += 1) {
    const id = idBeside(formId, 'version', version)
    const made = counting.find((entry) => entry.id === id)
    if (!known.has(id) || (made && saysTheSame(made, told))) return { id, ...(replaces && { replaces }) }
    if (made) replaces = made
  }
  return { id: idBeside(formId, 'version', 15) }
}

/** An entry as it would be written: its fields, and the day it is about. */
export type ToldAbout = EntryFields & { readonly about: IsoDate | undefined }

/** What this form has written so far, as it counts now; undefined while it has written nothing. */
export function writtenBy(formId: string, counting: readonly CountedEntry[]): CountedEntry | undefined {
  const ids = new Set(Array.from({ length: 16 }, (_, version) => idBeside(formId, 'version', version)))
  return findLast(counting, ({ id }) => ids.has(id))
}

/**
 * What a form says that the browser brought back. It brings back what was chosen and not what was typed, so what stands empty
 * was not taken out.
 */
export function withTyped(told: EntryFields, sent: CountedEntry): EntryFields {
  const note = told.note ?? sent.note
  const sittingHours = told.sittingHours ?? sent.sittingHours
  return { ...told, ...(note !== undefined && { note }), ...(sittingHours !== undefined && { sittingHours }) }
}

function saysTheSame(made: CountedEntry, { about, ...told }: ToldAbout): boolean {
  const { v: _v, id: _id, at: _at, order: _order, offsetMinutes: _offset, kind: _kind, ...said } = made
  const { day, writtenOn, toldLate: _late, first: _first, replaces: _replaces, dayNotKnown: _noDay, ...fields } = said
  const text = (data: object) => JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))
  return text(fields) === text(told) && about === (writtenOn && day)
}
