-- The address from which the first invitation to a visit was sent. A calendar heeds a change or a cancel of an event only from the
-- organizer that it knows, so this one stays, whatever address mail comes from later. Null: no invitation was sent yet, or none
-- since this was written down.
alter table clinic.appointments
  add column organizer text constraint appointments_organizer_check check (char_length(organizer) between 3 and 254);
