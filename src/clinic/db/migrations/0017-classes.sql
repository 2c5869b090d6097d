-- Classes that do not meet after all. The row stays, since those who had booked point at it; its claims go.
alter table clinic.appointments
  add column called_off_at timestamptz,
  add constraint appointments_only_a_class_is_called_off check (called_off_at is null or state = 'class');
create index appointments_classes on clinic.appointments (clinic_id, starts_at) where state = 'class';
create index appointments_of_a_class on clinic.appointments (clinic_id, class_id) where class_id is not null;
