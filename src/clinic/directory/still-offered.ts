/** Whether what somebody booked once can be booked again by the public. */
import { sql } from 'kysely'

/**
 * For a question about `appointments a`: does the clinic still offer this very service with this therapist? As the public pages
 * do: an open clinic, a service that is not withdrawn, and somebody who gives it, has not left and is registered today.
 */
export const stillOffered = sql<boolean>`exists (
  select from directory.therapists dt
  join directory.service_therapists ds on ds.clinic_id = dt.clinic_id and ds.therapist_id = dt.therapist_id
  join directory.services sv on sv.clinic_id = ds.clinic_id and sv.service_id = ds.service_id
  where dt.clinic_id = a.clinic_id and dt.therapist_id = a.therapist_id and sv.service_id = a.service_id
    and dt.registered_until >= (now() at time zone 'Europe/London')::date)`
