-- One key for one page on which a time is taken: the button pressed twice is one hold, and leads to it both times.
alter table clinic.appointments add column hold_key uuid;
create unique index appointments_by_hold_key on clinic.appointments (clinic_id, hold_key);
