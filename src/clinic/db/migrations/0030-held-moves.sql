-- The visit that a hold would move: its new time is kept while the terms are read, one at a time. The hold claims what the visit
-- does not have already, so it can be booked for nobody else; it goes with every change of what the visit takes.
alter table clinic.appointments
  add column moves_id uuid,
  add constraint appointments_moves_check check (moves_id is null or state = 'held'),
  add constraint appointments_moves_fkey foreign key (clinic_id, moves_id)
    references clinic.appointments (clinic_id, appointment_id);
create unique index appointments_by_moved on clinic.appointments (clinic_id, moves_id) where moves_id is not null;
