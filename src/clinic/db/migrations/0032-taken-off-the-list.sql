-- Who of the staff took somebody off the waiting list at their wish, and why; null where they left by themselves.
alter table clinic.waiting_entries
  add column left_by uuid,
  add column left_reason text check (char_length(left_reason) between 1 and 200),
  add foreign key (clinic_id, left_by) references clinic.members (clinic_id, member_id),
  add constraint waiting_entries_left_by_staff check ((left_by is null) = (left_reason is null)),
  add constraint waiting_entries_left_when_taken_off check (left_by is null or state = 'left');
