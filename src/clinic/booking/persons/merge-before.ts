/** What a merge remembers, so that both records can be put back exactly. Kept as JSON until the time to undo is over. */
import { z } from 'zod'

const id = z.string()
const contact = z.object({
  contact_id: id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  link_round: z.number(),
})
/** A row of any table as PostgreSQL writes it into JSON, and reads it back. */
const row = z.record(z.string(), z.unknown())

/** See above. Each list holds ids, or rows whole where they go. */
export const mergeBefore = z.object({
  kept: z.object({ name: z.string(), born_on: z.string().nullable() }),
  lost: row,
  /** By table: the rows that moved. */
  moved: z.record(z.string(), z.array(id)),
  /** The visits that were the kept record's own. */
  own: z.array(id),
  /** Contacts as they stood, and as the merge left them. */
  contacts: z.array(z.object({ before: contact, after: contact })),
  /** Visits whose contact somebody else has too: they were given one of their own. */
  split: z.array(z.object({ appointment_id: id, contact_id: id, to: id })),
  feeds: z.array(row),
  differences: z.object({ before: z.array(row), after: z.array(row) }),
  /** Mails that waited then for one of the visits. */
  mails: z.array(id),
})
/** See `mergeBefore`. */
export type MergeBefore = z.infer<typeof mergeBefore>
/** A contact's row. */
export type ContactRow = z.infer<typeof contact>
