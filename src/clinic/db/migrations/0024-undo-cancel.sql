-- A cancel by staff can be taken back for a while, like what they do in the calendar.
alter table clinic.commands drop constraint commands_what_check;
alter table clinic.commands add constraint commands_what_check check (
  what in ('book', 'move', 'cancel', 'block', 'unblock', 'absence', 'closure')
);
-- Of one visit: what cancelled it.
create index commands_about on clinic.commands (clinic_id, subject_id);
