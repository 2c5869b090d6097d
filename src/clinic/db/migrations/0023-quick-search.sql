-- What the planner must know to search a large directory well. Nothing that anybody reads is other than before.

-- The name of a clinic in addresses is about that clinic.
alter table clinic.slugs add constraint slugs_of_itself check (kind <> 'clinic' or subject_id = clinic_id);

-- Asked without "subject_id = clinic_id", which now holds by itself: the planner took it for rare, and so all clinics for one.
create or replace view directory.clinics with (security_barrier) as
  select c.clinic_id, c.name, c.phone, c.email, s.slug
  from clinic.clinics c
  join clinic.slugs s on s.clinic_id = c.clinic_id and s.kind = 'clinic' and s.is_current
  where c.opened_at is not null;

create index registrations_newest on clinic.registrations (clinic_id, therapist_id, looked_up_on desc, registration_id desc);
create index hours_of_therapist on clinic.hours (clinic_id, therapist_id);
