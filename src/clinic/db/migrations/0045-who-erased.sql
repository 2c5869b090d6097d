-- The member of staff who had somebody forgotten from the clinic's pages; null for who did it by command. It says nothing of them.
alter table clinic.erasures
  add column asked_by uuid,
  add constraint erasures_asked_by_somebody foreign key (clinic_id, asked_by) references clinic.members (clinic_id, member_id);
