-- When a clinic has its visits reminded of: hours before the visit, null for not at all. The first is of use while the visit is
-- a day off, so it is due before that; the second is of the last day.
alter table clinic.clinics
  add column first_reminder_hours integer default 48
    constraint clinics_first_reminder_check check (first_reminder_hours between 25 and 336),
  add column second_reminder_hours integer default 2
    constraint clinics_second_reminder_check check (second_reminder_hours between 1 and 24);
