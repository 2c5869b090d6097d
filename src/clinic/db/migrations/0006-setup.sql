-- What a clinic changes about itself once it runs, without a visit that stands being altered by it; and the national postcodes.

-- Where each postcode of the national list lies (WGS84 degrees). Nobody's own: brought in whole by `import-places`.
create table clinic.postcodes (
  -- As it is written, with its space: "LE5 2EL".
  postcode text primary key check (char_length(postcode) between 5 and 8),
  outward text not null check (char_length(outward) between 2 and 4),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180)
);
create index postcodes_by_outward on clinic.postcodes (outward);
grant select on clinic.postcodes to unclench_app, unclench_views;

-- Rooms, machines, and who gives what are withdrawn and not deleted: visits that stand still point at them.
alter table clinic.rooms add column withdrawn_at timestamptz;
alter table clinic.machines add column withdrawn_at timestamptz;
alter table clinic.service_therapists add column withdrawn_at timestamptz;

create or replace view directory.rooms with (security_barrier) as
  select r.clinic_id, r.room_id, r.location_id, r.room_kind, r.pause_after
  from clinic.rooms r join directory.clinics using (clinic_id) where r.withdrawn_at is null;

create or replace view directory.machines with (security_barrier) as
  select m.clinic_id, m.machine_id, m.location_id, m.machine_kind
  from clinic.machines m join directory.clinics using (clinic_id) where m.withdrawn_at is null;

create or replace view directory.service_therapists with (security_barrier) as
  select st.clinic_id, st.service_id, st.therapist_id
  from clinic.service_therapists st join directory.clinics using (clinic_id) where st.withdrawn_at is null;

grant create on schema directory to unclench_views;
create view directory.postcodes with (security_barrier) as
  select postcode, outward, latitude, longitude from clinic.postcodes;
alter view directory.postcodes owner to unclench_views;
revoke create on schema directory from unclench_views;
grant select on directory.postcodes to unclench_directory, unclench_app;
