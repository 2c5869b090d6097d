-- What is taken is shown to the public as far as free times need it, and no further back: who may look at no clinic's rows could
-- count its visits of all years, and say which of them was which. Of a time that is over, half a day is more than the way
-- between two places or a gap between two visits asks for. Ids stay: by them a hold that has ended is told from a visit, and a
-- visit finds its place. What a booking is decided by, the views of the same names in schema clinic, are as they were.
create or replace view directory.busy with (security_barrier) as
  select t.* from (
    select clinic_id, resource_id, begins_at, ends_at, appointment_id from clinic.claims
    where ends_at > now() - interval '12 hours'
    union all
    select clinic_id, therapist_id, starts_at - make_interval(mins => pause_before),
      ends_at + make_interval(mins => pause_after), appointment_id
    from clinic.appointments
    where bent_rule is not null and state not in ('cancelled', 'late-cancelled')
      and ends_at + make_interval(mins => pause_after) > now() - interval '12 hours'
  ) t join directory.clinics using (clinic_id);

create or replace view directory.visit_places with (security_barrier) as
  select t.* from (
    select a.clinic_id, a.appointment_id, a.location_id
    from clinic.appointments a
    join clinic.services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    where not s.by_video and a.state not in ('cancelled', 'late-cancelled')
      and a.ends_at + make_interval(mins => a.pause_after) > now() - interval '12 hours'
  ) t join directory.clinics using (clinic_id);

create or replace view directory.meetings with (security_barrier) as
  select t.* from (
    select c.clinic_id, c.appointment_id, c.service_id, c.therapist_id, c.location_id, c.starts_at, c.ends_at,
      (select count(*) from clinic.class_places p
        where p.clinic_id = c.clinic_id and p.class_id = c.appointment_id) as places,
      (select count(*) from clinic.appointments a
        where a.clinic_id = c.clinic_id and a.class_id = c.appointment_id and a.class_place is not null
        and a.state <> 'held') as booked,
      array(select a.hold_ends_at from clinic.appointments a
        where a.clinic_id = c.clinic_id and a.class_id = c.appointment_id and a.class_place is not null
        and a.state = 'held') as held_until
    from clinic.appointments c
    where c.state = 'class' and c.called_off_at is null and c.ends_at > now() - interval '12 hours'
  ) t join directory.clinics using (clinic_id);
