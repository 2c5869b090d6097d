-- Who called a class off, so that whoever would do it a second time is told.
alter table clinic.appointments
  add column called_off_by uuid,
  add constraint appointments_called_off_by_somebody foreign key (clinic_id, called_off_by)
    references clinic.members (clinic_id, member_id),
  add constraint appointments_called_off_by_when check (called_off_by is null or called_off_at is not null);
