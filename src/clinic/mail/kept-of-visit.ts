/** What a change kept of a visit, by what was written down with it: said alike by mails, by the history, and to a colleague's old page. */
import { sql } from 'kysely'

/** `length`: it kept all but its length. `time`: it kept its start. Null: neither, or nobody knows. */
export type Kept = 'length' | 'time' | null

/** `Kept` of the event `e`, by the command that was written in its transaction, or taken back in it. */
export const keptBy = sql<Kept>`case when e.what = 'moved' then (
  select case when (k.before->>'only_length')::boolean then 'length'
    when k.at = e.at and (k.before->>'starts_at')::timestamptz = e.starts_at then 'time' end
  from commands k
  where k.clinic_id = e.clinic_id and k.member_id = e.member_id and k.subject_id = e.appointment_id and k.what = 'move'
    and ((k.at = e.at and k.version = e.version) or (k.undone_at = e.at and k.version = e.version - 1)) limit 1) end`
