-- A search asked each clinic by itself when its therapists are free. From here on it asks all that it means in one statement,
-- through views that show of a clinic that has opened what its free times show to anybody anyway: when something is taken, and
-- where, and nothing of whom, of what, or how it ended.

grant select (service_id, location_id, class_id, class_place, called_off_at) on clinic.appointments to unclench_views;
grant select on clinic.class_places to unclench_views;
create policy for_the_public on clinic.class_places for select to unclench_views using (true);

-- How many may come to a class is among what anybody may know of a service.
create or replace view directory.services with (security_barrier) as
  select s.* from clinic.services s join directory.clinics using (clinic_id) where s.withdrawn_at is null;

-- Nothing ever read this one, which showed one clinic's times without the rules below.
drop view directory.busy;

-- Each view is made twice from one text. In schema clinic it shows what its reader may see of the tables: inside a clinic's
-- transaction that clinic alone. A booking is decided by it. In schema directory it shows the same of all that have opened.
grant create on schema directory to unclench_views;
do $migration$
declare
  name text;
  body text;
begin
  for name, body in values
    -- Therapists with the last day of the newest look at the register; who was never looked up is not among them.
    ('registered', $view$
      select t.clinic_id, t.therapist_id, t.pause_before, t.pause_after, t.hide_gaps, r.valid_until
      from clinic.therapists t
      cross join lateral (
        select valid_until from clinic.registrations r
        where r.clinic_id = t.clinic_id and r.therapist_id = t.therapist_id
        order by looked_up_on desc, registration_id desc limit 1
      ) r
      where t.left_at is null $view$),
    -- When a therapist, room or machine is taken. Whoever has a visit for which staff bent a rule is busy then, though it may
    -- have no claim. Holds that have ended and are not swept yet are in it too.
    ('busy', $view$
      select clinic_id, resource_id, begins_at, ends_at, appointment_id from clinic.claims
      union all
      select clinic_id, therapist_id, starts_at - make_interval(mins => pause_before),
        ends_at + make_interval(mins => pause_after), appointment_id
      from clinic.appointments
      where bent_rule is not null and state not in ('cancelled', 'late-cancelled') $view$),
    ('holds', $view$
      select clinic_id, appointment_id, hold_ends_at from clinic.appointments where state = 'held' $view$),
    -- Where a visit is, for the way between two places; one by video is nowhere.
    ('visit_places', $view$
      select a.clinic_id, a.appointment_id, a.location_id
      from clinic.appointments a
      join clinic.services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
      where not s.by_video and a.state not in ('cancelled', 'late-cancelled') $view$),
    -- Classes that are not called off: how many places they have, how many are booked, and until when others are held.
    ('meetings', $view$
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
      where c.state = 'class' and c.called_off_at is null $view$)
  loop
    execute format('create view clinic.%I with (security_invoker) as %s', name, body);
    execute format('grant select on clinic.%I to unclench_app', name);
    execute format(
      'create view directory.%I with (security_barrier) as select t.* from (%s) t join directory.clinics using (clinic_id)',
      name, body
    );
    execute format('alter view directory.%I owner to unclench_views', name);
    execute format('grant select on directory.%I to unclench_app, unclench_directory', name);
  end loop;
end $migration$;
revoke create on schema directory from unclench_views;

-- All that a look at free times reads of a claim, so that the index alone answers it; and that a resource is of one clinic. The
-- planner took the two for independent, expected one claim of each thing, and asked the index of ranges, which takes several
-- times as long.
drop index clinic.claims_by_end;
create index claims_by_end on clinic.claims (clinic_id, resource_id, ends_at) include (begins_at, appointment_id);
create statistics clinic.claims_of_a_resource (dependencies) on clinic_id, resource_id from clinic.claims;
analyze clinic.claims;
