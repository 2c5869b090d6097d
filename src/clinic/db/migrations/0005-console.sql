-- The staff's pages: a step at the door that was a mistake is taken back by a further event, since events are never changed.

-- This event took the one before it back; what it says is where the visit stands again.
alter table clinic.appointment_events add column undoes boolean not null default false;

-- A day, a person's visits, and who shares a telephone or an email.
create index appointments_by_start on clinic.appointments (clinic_id, starts_at);
create index appointments_by_person on clinic.appointments (clinic_id, person_id);
create index appointments_by_contact on clinic.appointments (clinic_id, contact_id);

-- Staff put the email of whoever is written to right. The addresses themselves stand in the rows of mail.
alter table clinic.appointment_events
  drop constraint appointment_events_what_check,
  add constraint appointment_events_what_check check (
    what in ('confirmed', 'moved', 'cancelled', 'late-cancelled', 'arrived', 'finished', 'no-show', 'address')
  );
