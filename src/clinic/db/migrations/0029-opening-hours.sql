-- When the door of a place is open: each week, or on one day that differs from the week. Several stretches a day. A place with
-- none has not said so, and nothing is said of it. Days on which it is shut are closures. Times are of the place's clock.
-- No time is offered or taken away by this: the hours of the therapists are what is booked (decision 043).
create table clinic.opening_hours (
  clinic_id uuid not null,
  opening_id uuid not null default uuidv7(),
  location_id uuid not null,
  -- ISO: 1 is Monday. Null where it is of one day.
  weekday smallint check (weekday between 1 and 7),
  day date,
  from_time time not null,
  to_time time not null,
  constraint opening_hours_of_week_or_day check ((weekday is null) <> (day is null)),
  check (from_time < to_time),
  primary key (clinic_id, opening_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);
create unique index opening_hours_of_week on clinic.opening_hours (clinic_id, location_id, weekday, from_time)
  where weekday is not null;
create unique index opening_hours_of_day on clinic.opening_hours (clinic_id, location_id, day, from_time)
  where day is not null;

alter table clinic.opening_hours enable row level security;
alter table clinic.opening_hours force row level security;
create policy own_clinic on clinic.opening_hours using (clinic_id = clinic.current_clinic())
  with check (clinic_id = clinic.current_clinic());
grant select, insert, update, delete on clinic.opening_hours to unclench_app;

-- What anybody may read, of clinics that have opened.
grant select on clinic.opening_hours to unclench_views;
create policy for_the_public on clinic.opening_hours for select to unclench_views using (true);
grant create on schema directory to unclench_views;
create view directory.opening_hours with (security_barrier) as
  select o.clinic_id, o.location_id, o.weekday, o.day, o.from_time, o.to_time
  from clinic.opening_hours o join directory.clinics using (clinic_id);
alter view directory.opening_hours owner to unclench_views;
revoke create on schema directory from unclench_views;
grant select on directory.opening_hours to unclench_directory, unclench_app;
