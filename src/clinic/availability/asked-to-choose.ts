/** Whether somebody was asked to choose another time of a visit as it stands. */
import { sql } from 'kysely'

/** Of the visit `a` of a query: a question to its person is open, about the time that it has. They were told not to come then. */
export const isAskedToChoose = sql<boolean>`exists (select from choose_again q where q.clinic_id = a.clinic_id
  and q.appointment_id = a.appointment_id and q.closed_at is null and q.starts_at = a.starts_at
  and q.therapist_id = a.therapist_id and q.location_id = a.location_id)`
