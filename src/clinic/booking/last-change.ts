/** What last happened to the time of a visit, as its person is told of it. Looking changes nothing. */
import { sql } from 'kysely'
import { type Database, inClinic } from '../db/connection.ts'

/** The last booking, move or cancel of a visit. Moments are milliseconds since 1970. */
export interface LastChange {
  /** `standsAgain`: a cancel was taken back. */
  readonly what: 'booked' | 'moved' | 'cancelled' | 'standsAgain'
  readonly byWhom: 'person' | 'staff'
  readonly at: number
  /** When the visit was before it, where it was moved. */
  readonly was: number | null
  /** How many visits of its course were changed with it and stand so, itself counted. */
  readonly visits: number
  /** The press that did it, where its form carried one. */
  readonly press: string | null
  /** It happened so lately that whoever looks may have done it just now. */
  readonly isJustNow: boolean
}

/** So long a page says what has just happened; then it says what stands. */
const justNowMinutes = 10

/** @returns `undefined` for a visit of which nothing was written down */
export function lastChangeOf(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<LastChange | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<ChangeRow>`
      select e.what, e.undoes, e.by_whom, e.press, e.at, e.was, e.at > now() - make_interval(mins => ${justNowMinutes}) as is_just_now,
        (select count(*)::int from appointments own
          join appointments a on a.clinic_id = own.clinic_id and (a.course_id = own.course_id or a.appointment_id = own.appointment_id)
          join appointment_events o on o.clinic_id = a.clinic_id and o.appointment_id = a.appointment_id
          where own.clinic_id = e.clinic_id and own.appointment_id = e.appointment_id
            and o.at = e.at and o.by_whom = e.by_whom and o.undoes = e.undoes and o.what in ${told}
            and (o.what like '%cancelled') = (e.what like '%cancelled')
            and (a.state like '%cancelled') = (e.what like '%cancelled')) as visits
      from (select *, lag(starts_at) over (order by event_id) as was from appointment_events
        where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId} and what in ${told}) e
      order by e.event_id desc limit 1`.execute(trx)
    return rows[0] && changeOf(rows[0])
  })
}

const told = sql`('confirmed', 'moved', 'cancelled', 'late-cancelled')`

interface ChangeRow {
  readonly what: string
  readonly undoes: boolean
  readonly by_whom: string
  readonly press: string | null
  readonly at: Date
  readonly was: Date | null
  readonly is_just_now: boolean
  readonly visits: number
}

function changeOf({ what, undoes, by_whom, at, was, press, is_just_now: isJustNow, visits }: ChangeRow): LastChange {
  const isMoved = what === 'moved'
  const standing = undoes ? 'standsAgain' : 'booked'
  return {
    what: isMoved ? 'moved' : what === 'confirmed' ? standing : 'cancelled',
    byWhom: by_whom === 'staff' ? 'staff' : 'person',
    at: at.getTime(),
    was: isMoved ? (was?.getTime() ?? null) : null,
    visits,
    press,
    isJustNow,
  }
}
