/** What must be true of bookings whatever happened, asked of the database itself. */
import type pg from 'pg'

/** Each sentence is one thing that is wrong; none is right. */
export async function faultsOfBookings(admin: pg.Pool | pg.Client): Promise<readonly string[]> {
  const { rows } = await admin.query<{ fault: string }>(
    `select 'a visit without its claims: ' || a.appointment_id as fault
       from clinic.appointments a join clinic.services s using (clinic_id, service_id)
       where a.state in ('held', 'confirmed', 'arrived') and a.ends_at > now() and a.class_id is null and (select count(*) from clinic.claims c
         where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id)
         <> 1 + (s.room_kind is not null)::int + (s.machine_kind is not null)::int
     union all select 'a place in a class with a claim of its own, or without its place: ' || a.appointment_id
       from clinic.appointments a
       where a.state in ('held', 'confirmed', 'arrived') and a.class_id is not null and (a.class_place is null
         or exists (select from clinic.claims c where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id))
     union all select 'a claim of no standing visit: ' || a.appointment_id
       from clinic.claims c join clinic.appointments a using (clinic_id, appointment_id)
       where a.state in ('cancelled', 'late-cancelled')
     union all select 'a visit without exactly one confirmation: ' || a.appointment_id
       from clinic.appointments a join clinic.contacts k using (clinic_id, contact_id)
       where k.email like 'p%@example.org' and a.state <> 'held' and (select count(*) from clinic.mails m
         where m.clinic_id = a.clinic_id and m.appointment_id = a.appointment_id and m.kind = 'confirmation') <> 1
     union all select 'two claims overlap: ' || c.appointment_id || ' ' || d.appointment_id
       from clinic.claims c join clinic.claims d using (clinic_id, resource_id)
       where c.appointment_id < d.appointment_id and c.during && d.during
     union all select 'a person without a visit: ' || p.person_id from clinic.persons p where not exists
       (select from clinic.appointments a where a.clinic_id = p.clinic_id and a.person_id = p.person_id)
     union all select 'a contact without a visit: ' || k.contact_id from clinic.contacts k where not exists
       (select from clinic.appointments a where a.clinic_id = k.clinic_id and a.contact_id = k.contact_id)
     union all select 'a booked visit of which nothing was written down: ' || a.appointment_id
       from clinic.appointments a join clinic.contacts k using (clinic_id, contact_id)
       where k.email like 'p%@example.org' and not exists (select from clinic.appointment_events e
         where e.clinic_id = a.clinic_id and e.appointment_id = a.appointment_id and e.what = 'confirmed')
     union all select 'one person twice at one time: ' || p.name
       from clinic.appointments a join clinic.persons p using (clinic_id, person_id) where a.state = 'confirmed'
       group by p.clinic_id, p.name, a.starts_at having count(*) > 1 and p.name like 'Person %'`,
  )
  return rows.map(({ fault }) => fault)
}

/** How many holds have not ended: after everybody is done, none should be left. */
export async function holdsLeft(admin: pg.Pool | pg.Client): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(
    `select count(*)::int as n from clinic.appointments where state = 'held' and hold_ends_at > now()`,
  )
  return rows[0]?.n ?? Number.NaN
}

/** Ends every hold, as five minutes do. */
export const endHolds = (admin: pg.Pool | pg.Client): Promise<unknown> =>
  admin.query(`update clinic.appointments set hold_ends_at = now() - interval '1 second' where state = 'held'`)
