-- The clinic half: who treats where and when, and who has which time.
--
-- What holds everywhere here:
--   * clinic_id comes first in every key and constraint, so the tables can be spread over servers by it.
--   * Row-level security is forced: a row is seen and written only in a transaction that has set app.clinic to its clinic.
--   * Nothing cascades: what goes is deleted by name, by the room that owns it.
--   * Times are timestamptz; ranges are closed at the start and open at the end. Money is pence, lengths are minutes.
-- Roles are made before migrations run (roles.ts): unclench_owner owns all of this and cannot log in, unclench_app is the
-- server, unclench_directory reads the public views and nothing else.

create schema clinic;
create schema directory;

create extension if not exists btree_gist with schema public;

-- The tenant of the transaction; null where none is set, so that no row is seen.
create function clinic.current_clinic() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.clinic', true), '')::uuid;

-- One row: facts about this installation. Not a clinic's, so without row security.
create table clinic.installation (
  only_row boolean primary key default true check (only_row),
  -- Set by a restore: mail waits until somebody has looked and released it.
  mail_held_since timestamptz,
  demonstration boolean not null default false
);
insert into clinic.installation default values;

-- ── Directory ───────────────────────────────────────────────────────────────────────────────────────────────────────

create table clinic.clinics (
  clinic_id uuid primary key default uuidv7(),
  name text not null check (char_length(name) between 1 and 120),
  email text not null check (char_length(email) <= 254),
  phone text not null check (char_length(phone) <= 40),
  -- The public can find it once it has been opened.
  opened_at timestamptz,
  created_at timestamptz not null default now()
);

-- Public addresses (/clinics/{slug}, /therapists/{slug}) lead from a name to a tenant, so this table has none of its own.
-- A slug once given is never given to somebody else: old links lead on.
create table clinic.slugs (
  kind text not null check (kind in ('clinic', 'therapist')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  clinic_id uuid not null references clinic.clinics (clinic_id),
  subject_id uuid not null,
  is_current boolean not null default true,
  primary key (kind, slug)
);
create unique index slugs_current on clinic.slugs (clinic_id, kind, subject_id) where is_current;

create table clinic.locations (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  location_id uuid not null default uuidv7(),
  name text not null check (char_length(name) between 1 and 120),
  street text not null check (char_length(street) <= 200),
  town text not null check (char_length(town) <= 100),
  postcode text not null check (char_length(postcode) <= 12),
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  -- IANA name; every time a person reads about this place is told in it.
  zone text not null,
  -- Decides how long records are kept and which bank holidays are proposed.
  country text not null check (country in ('england', 'scotland', 'wales', 'northern-ireland')),
  phone text check (char_length(phone) <= 40),
  step_free boolean not null default false,
  lift boolean not null default false,
  accessible_toilet boolean not null default false,
  low_couch boolean not null default false,
  parking boolean not null default false,
  hearing_loop boolean not null default false,
  way_there text check (char_length(way_there) <= 500),
  primary key (clinic_id, location_id)
);

-- Anything that one visit alone can use at a time. A therapist, a room and a machine are each one row here and one in their table.
create table clinic.resources (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  resource_id uuid not null default uuidv7(),
  kind text not null check (kind in ('therapist', 'room', 'machine')),
  primary key (clinic_id, resource_id),
  unique (clinic_id, resource_id, kind)
);

create table clinic.therapists (
  clinic_id uuid not null,
  therapist_id uuid not null,
  kind text not null default 'therapist' check (kind = 'therapist'),
  name text not null check (char_length(name) between 1 and 120),
  -- The name without case, accents and marks, for search (directory/folded).
  folded_name text not null,
  profession text not null check (char_length(profession) <= 40),
  gender text check (gender in ('woman', 'man', 'other')),
  -- BCP 47 codes.
  languages text[] not null default '{en}',
  -- Ids of what the therapist helps with, from directory/conditions.
  conditions text[] not null default '{}',
  about text check (char_length(about) <= 1000),
  -- Minutes without a visit before and after each, at least.
  pause_before integer not null default 0 check (pause_before between 0 and 120),
  pause_after integer not null default 0 check (pause_after between 0 and 120),
  -- Times that would leave a useless gap are hidden while others exist.
  hide_gaps boolean not null default true,
  left_at timestamptz,
  primary key (clinic_id, therapist_id),
  foreign key (clinic_id, therapist_id, kind) references clinic.resources (clinic_id, resource_id, kind)
);

-- What a register said when somebody of the clinic looked. The newest look counts; older ones stay.
create table clinic.registrations (
  clinic_id uuid not null,
  registration_id uuid not null default uuidv7(),
  therapist_id uuid not null,
  body text not null check (body in ('HCPC', 'GOsC', 'GCC', 'CNHC', 'BAcC')),
  number text not null check (char_length(number) between 1 and 40),
  -- Last day on which it is valid, as the register shows it.
  valid_until date not null,
  looked_up_by text not null check (char_length(looked_up_by) between 1 and 120),
  looked_up_on date not null,
  primary key (clinic_id, registration_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);
create index registrations_of on clinic.registrations (clinic_id, therapist_id, looked_up_on);

create table clinic.rooms (
  clinic_id uuid not null,
  room_id uuid not null,
  kind text not null default 'room' check (kind = 'room'),
  location_id uuid not null,
  name text not null check (char_length(name) between 1 and 60),
  -- What sort of room a service asks for, such as 'treatment' or 'studio'.
  room_kind text not null check (char_length(room_kind) <= 40),
  pause_after integer not null default 0 check (pause_after between 0 and 120),
  primary key (clinic_id, room_id),
  foreign key (clinic_id, room_id, kind) references clinic.resources (clinic_id, resource_id, kind),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);

create table clinic.machines (
  clinic_id uuid not null,
  machine_id uuid not null,
  kind text not null default 'machine' check (kind = 'machine'),
  location_id uuid not null,
  name text not null check (char_length(name) between 1 and 60),
  machine_kind text not null check (char_length(machine_kind) <= 40),
  primary key (clinic_id, machine_id),
  foreign key (clinic_id, machine_id, kind) references clinic.resources (clinic_id, resource_id, kind),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);

create table clinic.services (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  service_id uuid not null default uuidv7(),
  -- Id of directory/treatments, and through it the guide's grade.
  treatment text not null check (char_length(treatment) <= 40),
  name text not null check (char_length(name) between 1 and 120),
  minutes integer not null check (minutes between 5 and 480),
  price_pence integer not null check (price_pence between 0 and 1000000),
  pause_before integer not null default 0 check (pause_before between 0 and 120),
  pause_after integer not null default 0 check (pause_after between 0 and 120),
  by_video boolean not null default false,
  -- Null where any place will do, as for a video call.
  room_kind text,
  machine_kind text,
  -- Rules of booking for the public.
  notice_minutes integer not null default 120 check (notice_minutes between 0 and 43200),
  window_days integer not null default 60 check (window_days between 1 and 366),
  -- Free to cancel until so many hours before; later costs late_fee_pence.
  free_until_hours integer not null default 24 check (free_until_hours between 0 and 336),
  late_fee_pence integer not null default 0 check (late_fee_pence between 0 and 1000000),
  withdrawn_at timestamptz,
  primary key (clinic_id, service_id)
);

create table clinic.service_therapists (
  clinic_id uuid not null,
  service_id uuid not null,
  therapist_id uuid not null,
  primary key (clinic_id, service_id, therapist_id),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);

create table clinic.service_insurers (
  clinic_id uuid not null,
  service_id uuid not null,
  -- Id of directory/insurers.
  insurer text not null check (char_length(insurer) <= 60),
  -- What the insurer calls this service on a bill.
  code text check (char_length(code) <= 40),
  primary key (clinic_id, service_id, insurer),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id)
);

-- ── When somebody works ─────────────────────────────────────────────────────────────────────────────────────────────

-- Wall-clock times of the location. Every so many weeks, counted from the week of valid_from.
create table clinic.hours (
  clinic_id uuid not null,
  hours_id uuid not null default uuidv7(),
  therapist_id uuid not null,
  location_id uuid not null,
  -- ISO: 1 is Monday.
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  every_weeks smallint not null default 1 check (every_weeks between 1 and 8),
  valid_from date not null,
  -- The last day, itself included; null for no end.
  valid_until date,
  check (from_time < to_time),
  check (valid_until is null or valid_from <= valid_until),
  primary key (clinic_id, hours_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);

-- Days (first and last included), or the same part of each of them, on which a location or the whole clinic is shut.
create table clinic.closures (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  closure_id uuid not null default uuidv7(),
  -- Null for every location of the clinic.
  location_id uuid,
  first_day date not null,
  last_day date not null,
  from_time time,
  to_time time,
  reason text not null check (char_length(reason) between 1 and 200),
  check (first_day <= last_day),
  check ((from_time is null) = (to_time is null)),
  check (from_time is null or from_time < to_time),
  primary key (clinic_id, closure_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);

-- Days (first and last included), or part of each, on which a therapist is away. every_weeks null: each day from first to
-- last; otherwise the weekday of first_day, every so many weeks, until last_day, itself included.
create table clinic.absences (
  clinic_id uuid not null,
  absence_id uuid not null default uuidv7(),
  therapist_id uuid not null,
  first_day date not null,
  last_day date not null,
  from_time time,
  to_time time,
  every_weeks smallint check (every_weeks between 1 and 8),
  check (first_day <= last_day),
  check ((from_time is null) = (to_time is null)),
  check (from_time is null or from_time < to_time),
  primary key (clinic_id, absence_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);

-- ── People ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Who is treated.
create table clinic.persons (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  person_id uuid not null default uuidv7(),
  name text not null check (char_length(name) between 1 and 120),
  born_on date,
  created_at timestamptz not null default now(),
  primary key (clinic_id, person_id)
);

-- How to reach somebody about a visit. One address may serve a family, so it is no key of anything.
create table clinic.contacts (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  contact_id uuid not null default uuidv7(),
  name text not null check (char_length(name) between 1 and 120),
  email text not null check (char_length(email) between 3 and 254),
  phone text check (char_length(phone) <= 40),
  created_at timestamptz not null default now(),
  primary key (clinic_id, contact_id)
);

-- ── Visits ──────────────────────────────────────────────────────────────────────────────────────────────────────────

create table clinic.appointments (
  clinic_id uuid not null,
  appointment_id uuid not null default uuidv7(),
  state text not null
    check (state in ('held', 'confirmed', 'arrived', 'finished', 'cancelled', 'late-cancelled', 'no-show')),
  -- Rises with each change that people are told of: SEQUENCE of the calendar file and part of each mail's key.
  version integer not null default 0 check (version >= 0),
  service_id uuid not null,
  therapist_id uuid not null,
  location_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- As they were at booking: later changes of the service make no old visit clash.
  pause_before integer not null check (pause_before between 0 and 120),
  pause_after integer not null check (pause_after between 0 and 120),
  price_pence integer not null check (price_pence >= 0),
  free_until timestamptz not null,
  late_fee_pence integer not null check (late_fee_pence >= 0),
  -- A hold ends by itself, and its row goes with it; it may be renewed once.
  hold_ends_at timestamptz,
  hold_renewed boolean not null default false,
  -- Whose hold it is, as a keyed hash of their network address: bounds how many times one place can block.
  held_by bytea,
  -- Known once confirmed.
  person_id uuid,
  contact_id uuid,
  payer text check (payer in ('self', 'insurer')),
  insurer text check (char_length(insurer) <= 120),
  membership_number text check (char_length(membership_number) <= 60),
  authorisation_number text check (char_length(authorisation_number) <= 60),
  -- Encrypted: what the person wrote to the therapist.
  note_sealed bytea,
  -- One key for one pressing of the button, however often it arrives.
  booking_key uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check (starts_at < ends_at),
  check ((state = 'held') = (hold_ends_at is not null)),
  check (held_by is null or state = 'held'),
  -- A hold knows nobody yet; whatever was once confirmed always knows who comes and how to reach them.
  check ((state = 'held') = (person_id is null)),
  check ((person_id is null) = (contact_id is null)),
  check ((person_id is null) = (payer is null)),
  check ((person_id is null) = (booking_key is null)),
  check (payer is distinct from 'insurer' or insurer is not null),
  primary key (clinic_id, appointment_id),
  unique (clinic_id, booking_key),
  foreign key (clinic_id, service_id, therapist_id)
    references clinic.service_therapists (clinic_id, service_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id),
  foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, contact_id) references clinic.contacts (clinic_id, contact_id)
);
create index appointments_by_therapist on clinic.appointments (clinic_id, therapist_id, starts_at);
create index appointments_held on clinic.appointments (clinic_id, hold_ends_at) where state = 'held';
create index appointments_held_by on clinic.appointments (clinic_id, held_by) where state = 'held';

-- A visit's hold on one resource, pauses included. Two claims on one thing never overlap: the whole of "no double booking".
-- A claim goes when its visit no longer needs the time; it is never kept and marked.
create table clinic.claims (
  clinic_id uuid not null,
  appointment_id uuid not null,
  resource_id uuid not null,
  during tstzrange not null check (
    not isempty(during) and lower_inc(during) and not upper_inc(during)
    and not lower_inf(during) and not upper_inf(during)
  ),
  primary key (clinic_id, appointment_id, resource_id),
  constraint claims_never_overlap
    exclude using gist (clinic_id with =, resource_id with =, during with &&),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id)
);

-- What happened to a visit, in order, never changed afterwards.
create table clinic.appointment_events (
  clinic_id uuid not null,
  event_id uuid not null default uuidv7(),
  appointment_id uuid not null,
  version integer not null,
  what text not null check (what in ('confirmed', 'moved', 'cancelled', 'late-cancelled', 'arrived', 'finished', 'no-show')),
  by_whom text not null check (by_whom in ('person', 'staff')),
  starts_at timestamptz not null,
  reason text check (char_length(reason) <= 500),
  at timestamptz not null default now(),
  primary key (clinic_id, event_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id)
);

create index appointment_events_of on clinic.appointment_events (clinic_id, appointment_id);

-- What a person chose to send of their check. Sealed with a key that is not in the database; deleted when taken back.
create table clinic.shared_checks (
  clinic_id uuid not null,
  appointment_id uuid not null,
  sealed bytea not null,
  shared_at timestamptz not null default now(),
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id)
);

-- ── Mail ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A mail is a row, written with the change it tells of, and looked at again before it is sent.
create table clinic.mails (
  clinic_id uuid not null,
  mail_id uuid not null default uuidv7(),
  appointment_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('confirmation', 'moved', 'cancelled', 'reminder-48h', 'reminder-2h')),
  address text not null check (char_length(address) between 3 and 254),
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'handed-over', 'bounced', 'given-up', 'dropped')),
  -- In words, for staff: why it bounced, was given up or dropped.
  why text check (char_length(why) <= 500),
  due_at timestamptz not null default now(),
  -- After this it would only confuse.
  useless_after timestamptz not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null default now(),
  handed_over_at timestamptz,
  created_at timestamptz not null default now(),
  check ((state = 'handed-over') <= (handed_over_at is not null)),
  primary key (clinic_id, mail_id),
  unique (clinic_id, appointment_id, version, kind, address),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id)
);
create index mails_due on clinic.mails (clinic_id, next_try_at) where state in ('queued', 'sending');

-- ── Row security, and who may do what ───────────────────────────────────────────────────────────────────────────────

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'clinics', 'locations', 'resources', 'therapists', 'registrations', 'rooms', 'machines', 'services',
    'service_therapists', 'service_insurers', 'hours', 'closures', 'absences', 'persons', 'contacts', 'appointments',
    'claims', 'appointment_events', 'shared_checks', 'mails'
  ] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant usage on schema clinic to unclench_app;
grant select on all tables in schema clinic to unclench_app;
grant insert, update, delete on
  clinic.clinics, clinic.slugs, clinic.locations, clinic.resources, clinic.therapists, clinic.rooms, clinic.machines,
  clinic.services, clinic.service_therapists, clinic.service_insurers, clinic.hours, clinic.closures, clinic.absences,
  clinic.persons, clinic.contacts, clinic.appointments, clinic.claims, clinic.shared_checks, clinic.mails
  to unclench_app;
-- What happened and what a register said is added to, never changed.
grant insert on clinic.registrations, clinic.appointment_events to unclench_app;
grant update on clinic.installation to unclench_app;
grant execute on function clinic.current_clinic() to unclench_app;

-- ── What anybody may read ───────────────────────────────────────────────────────────────────────────────────────────

-- The views belong to unclench_views, which may read just the tables below, of clinics that have opened. Whoever searches
-- logs in as unclench_directory and can read the views and nothing else. Free times are worked out from these views too,
-- for the public and inside a booking alike.
grant usage on schema clinic to unclench_views;
grant usage, create on schema directory to unclench_views;
grant execute on function clinic.current_clinic() to unclench_views;
grant select on
  clinic.slugs, clinic.clinics, clinic.locations, clinic.therapists, clinic.registrations, clinic.rooms, clinic.machines,
  clinic.services, clinic.service_therapists, clinic.service_insurers, clinic.hours, clinic.closures, clinic.absences,
  clinic.claims
  to unclench_views;
grant select (clinic_id, appointment_id, state, hold_ends_at) on clinic.appointments to unclench_views;

do $$
declare
  public_table text;
begin
  foreach public_table in array array[
    'clinics', 'locations', 'therapists', 'registrations', 'rooms', 'machines', 'services', 'service_therapists',
    'service_insurers', 'hours', 'closures', 'absences', 'claims', 'appointments'
  ] loop
    execute format('create policy for_the_public on clinic.%I for select to unclench_views using (true)', public_table);
  end loop;
end $$;

create view directory.clinics with (security_barrier) as
  select c.clinic_id, c.name, c.phone, c.email, s.slug
  from clinic.clinics c
  join clinic.slugs s on s.clinic_id = c.clinic_id and s.kind = 'clinic' and s.subject_id = c.clinic_id and s.is_current
  where c.opened_at is not null;

-- Every name that was ever given, so that an old link leads to the present one.
create view directory.slugs with (security_barrier) as
  select s.kind, s.slug, s.clinic_id, s.subject_id, s.is_current
  from clinic.slugs s join directory.clinics using (clinic_id);

create view directory.locations with (security_barrier) as
  select l.* from clinic.locations l join directory.clinics using (clinic_id);

-- With the newest look at the register; its columns are null where nobody has ever looked.
create view directory.therapists with (security_barrier) as
  select t.clinic_id, t.therapist_id, t.name, t.folded_name, t.profession, t.gender, t.languages, t.conditions, t.about,
    t.pause_before, t.pause_after, t.hide_gaps, s.slug,
    r.body as registration_body, r.number as registration_number, r.valid_until as registered_until, r.looked_up_on
  from clinic.therapists t
  join directory.clinics using (clinic_id)
  join clinic.slugs s
    on s.clinic_id = t.clinic_id and s.kind = 'therapist' and s.subject_id = t.therapist_id and s.is_current
  left join lateral (
    select body, number, valid_until, looked_up_on from clinic.registrations r
    where r.clinic_id = t.clinic_id and r.therapist_id = t.therapist_id
    order by looked_up_on desc, registration_id desc limit 1
  ) r on true
  where t.left_at is null;

create view directory.services with (security_barrier) as
  select s.* from clinic.services s join directory.clinics using (clinic_id) where s.withdrawn_at is null;

create view directory.service_therapists with (security_barrier) as
  select st.* from clinic.service_therapists st join directory.clinics using (clinic_id);

create view directory.service_insurers with (security_barrier) as
  select si.clinic_id, si.service_id, si.insurer from clinic.service_insurers si join directory.clinics using (clinic_id);

create view directory.rooms with (security_barrier) as
  select r.clinic_id, r.room_id, r.location_id, r.room_kind, r.pause_after
  from clinic.rooms r join directory.clinics using (clinic_id);

create view directory.machines with (security_barrier) as
  select m.clinic_id, m.machine_id, m.location_id, m.machine_kind
  from clinic.machines m join directory.clinics using (clinic_id);

create view directory.hours with (security_barrier) as
  select h.* from clinic.hours h join directory.clinics using (clinic_id);

-- Without the reason, which is the clinic's own.
create view directory.closures with (security_barrier) as
  select c.clinic_id, c.closure_id, c.location_id, c.first_day, c.last_day, c.from_time, c.to_time
  from clinic.closures c join directory.clinics using (clinic_id);

create view directory.absences with (security_barrier) as
  select a.* from clinic.absences a join directory.clinics using (clinic_id);

-- When a thing is taken, and nothing of whom. A hold that has ended takes nothing, swept or not.
create view directory.busy with (security_barrier) as
  select c.clinic_id, c.resource_id, c.during, c.appointment_id
  from clinic.claims c
  join clinic.appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
  join directory.clinics d on d.clinic_id = c.clinic_id
  where a.state <> 'held' or a.hold_ends_at > now();

do $$
declare
  public_view text;
begin
  foreach public_view in array array[
    'clinics', 'slugs', 'locations', 'therapists', 'services', 'service_therapists', 'service_insurers', 'rooms',
    'machines', 'hours', 'closures', 'absences', 'busy'
  ] loop
    execute format('alter view directory.%I owner to unclench_views', public_view);
  end loop;
end $$;
revoke create on schema directory from unclench_views;
grant usage on schema directory to unclench_directory, unclench_app;
grant select on all tables in schema directory to unclench_directory, unclench_app;
