-- Who waits for a time and what was offered to them; courses of visits; visits granted or paid ahead; classes with places;
-- and who asked for a free assessment.

-- ── Waiting list ────────────────────────────────────────────────────────────────────────────────────────────────────

-- What somebody would take. The order of the list is created_at.
create table clinic.waiting_entries (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  waiting_entry_id uuid not null default uuidv7(),
  -- One key for one pressing of the button, however often it arrives.
  join_key uuid not null,
  service_id uuid not null,
  -- Null for whoever gives the service, and for any place.
  therapist_id uuid,
  location_id uuid,
  -- Days of the week that suit (ISO: 1 is Monday), and the part of each in which the whole visit must lie; on the place's clock.
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  from_time time not null,
  to_time time not null,
  first_day date not null,
  last_day date not null,
  -- Two come together, one after the other: both times or none.
  people smallint not null default 1 check (people between 1 and 2),
  person_name text check (char_length(person_name) between 1 and 120),
  second_person_name text check (char_length(second_person_name) between 1 and 120),
  contact_name text check (char_length(contact_name) between 1 and 120),
  email text check (char_length(email) between 3 and 254),
  phone text check (char_length(phone) <= 40),
  payer text check (payer in ('self', 'insurer', 'package')),
  insurer text check (char_length(insurer) <= 120),
  membership_number text check (char_length(membership_number) <= 60),
  authorisation_number text check (char_length(authorisation_number) <= 60),
  -- The visit that would be moved to an earlier time; whose it is says the visit.
  moves_appointment_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'booked', 'left')),
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check (from_time < to_time),
  check (first_day <= last_day),
  check ((people = 2) = (second_person_name is not null)),
  check (moves_appointment_id is null or people = 1),
  check ((moves_appointment_id is null) = (email is not null)),
  check ((email is null) = (person_name is null) and (email is null) = (contact_name is null) and (email is null) = (payer is null)),
  primary key (clinic_id, waiting_entry_id),
  unique (clinic_id, join_key),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id),
  foreign key (clinic_id, moves_appointment_id) references clinic.appointments (clinic_id, appointment_id)
);
create index waiting_entries_waiting on clinic.waiting_entries (clinic_id, created_at) where state = 'waiting';
-- A visit waits once for an earlier time.
create unique index waiting_entries_moves on clinic.waiting_entries (clinic_id, moves_appointment_id) where state = 'waiting';

-- A time that became free while somebody waited: offered to one after the other until it is settled, and then public.
create table clinic.freed_times (
  clinic_id uuid not null,
  freed_time_id uuid not null default uuidv7(),
  therapist_id uuid not null,
  during tstzrange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  freed_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (clinic_id, freed_time_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);
create index freed_times_open on clinic.freed_times (clinic_id, freed_at) where settled_at is null;

create table clinic.offers (
  clinic_id uuid not null,
  offer_id uuid not null default uuidv7(),
  waiting_entry_id uuid not null,
  freed_time_id uuid not null,
  state text not null default 'open' check (state in ('open', 'taken', 'passed', 'ended')),
  -- The mail goes in the day (quiet hours are the place's), and the time to answer begins with it.
  asked_at timestamptz not null,
  answer_until timestamptz not null,
  made_at timestamptz not null default now(),
  closed_at timestamptz,
  check (asked_at < answer_until),
  check ((state = 'open') = (closed_at is null)),
  primary key (clinic_id, offer_id),
  foreign key (clinic_id, waiting_entry_id) references clinic.waiting_entries (clinic_id, waiting_entry_id),
  foreign key (clinic_id, freed_time_id) references clinic.freed_times (clinic_id, freed_time_id)
);
create unique index offers_one_open on clinic.offers (clinic_id, waiting_entry_id) where state = 'open';
create index offers_of_freed on clinic.offers (clinic_id, freed_time_id);

-- The time of an offer, or the two of a pair. The hold's row goes when it ends, so its id refers to nothing for sure.
create table clinic.offer_times (
  clinic_id uuid not null,
  offer_id uuid not null,
  nth smallint not null check (nth between 1 and 2),
  waiting_entry_id uuid not null,
  therapist_id uuid not null,
  location_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  hold_id uuid not null,
  primary key (clinic_id, offer_id, nth),
  -- One hold is in one offer, and two holds never overlap: one time is offered to one person.
  unique (clinic_id, hold_id),
  foreign key (clinic_id, offer_id) references clinic.offers (clinic_id, offer_id),
  foreign key (clinic_id, waiting_entry_id) references clinic.waiting_entries (clinic_id, waiting_entry_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);
create index offer_times_of_entry on clinic.offer_times (clinic_id, waiting_entry_id);

-- ── Courses of visits ───────────────────────────────────────────────────────────────────────────────────────────────

-- A series that is held and booked as one. Its id is that of its first hold, so that it is found when the hold has ended.
create table clinic.courses (
  clinic_id uuid not null,
  course_id uuid not null,
  service_id uuid not null,
  therapist_id uuid not null,
  location_id uuid not null,
  -- As they were held; the visits themselves say where they are now.
  starts_at timestamptz[] not null check (cardinality(starts_at) between 2 and 12),
  created_at timestamptz not null default now(),
  primary key (clinic_id, course_id),
  foreign key (clinic_id, service_id, therapist_id)
    references clinic.service_therapists (clinic_id, service_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id)
);
alter table clinic.appointments
  add column course_id uuid,
  add foreign key (clinic_id, course_id) references clinic.courses (clinic_id, course_id);
create index appointments_of_course on clinic.appointments (clinic_id, course_id) where course_id is not null;

-- ── Visits granted or paid ahead ────────────────────────────────────────────────────────────────────────────────────

create table clinic.grants (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  grant_id uuid not null default uuidv7(),
  payer text not null check (payer in ('insurer', 'package')),
  insurer text check (char_length(insurer) <= 120),
  -- The authorisation number, or the clinic's own number of the package; as written, and as letters and digits alone.
  reference text not null check (char_length(reference) between 1 and 60),
  folded_reference text not null check (folded_reference ~ '^[A-Z0-9]{3,60}$'),
  person_name text not null check (char_length(person_name) between 1 and 120),
  folded_name text not null,
  -- Null for every service of the clinic.
  service_id uuid,
  visits smallint not null check (visits between 1 and 100),
  used smallint not null default 0,
  -- The last day on which a visit counts, itself included; null for no end.
  valid_until date,
  -- Does a visit that was cancelled late stay used?
  late_cancel_uses boolean not null default true,
  entered_by uuid,
  created_at timestamptz not null default now(),
  -- Never more than were granted, whoever books at the same moment.
  constraint grants_never_below_zero check (used between 0 and visits),
  check (payer <> 'insurer' or insurer is not null),
  primary key (clinic_id, grant_id),
  unique (clinic_id, folded_reference, folded_name),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id),
  foreign key (clinic_id, entered_by) references clinic.members (clinic_id, member_id)
);

-- One visit of a grant. The row goes when it is given back.
create table clinic.grant_draws (
  clinic_id uuid not null,
  appointment_id uuid not null,
  grant_id uuid not null,
  drawn_at timestamptz not null default now(),
  primary key (clinic_id, appointment_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, grant_id) references clinic.grants (clinic_id, grant_id)
);
create index grant_draws_of on clinic.grant_draws (clinic_id, grant_id);

alter table clinic.appointments drop constraint appointments_payer_check;
alter table clinic.appointments add constraint appointments_payer_check check (payer in ('self', 'insurer', 'package'));

-- ── Classes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- So many people at once; null for a visit of one.
alter table clinic.services add column places smallint check (places between 2 and 100);

-- A class is a row of state 'class' that claims therapist and room like any visit, so the one constraint decides over it. Who
-- comes has a visit of their own that claims nothing but one of its numbered places.
create table clinic.class_places (
  clinic_id uuid not null,
  class_id uuid not null,
  place smallint not null check (place between 1 and 100),
  primary key (clinic_id, class_id, place),
  foreign key (clinic_id, class_id) references clinic.appointments (clinic_id, appointment_id)
);
alter table clinic.appointments
  add column class_id uuid,
  -- Gone when the visit no longer needs it, as a claim would be.
  add column class_place smallint,
  add constraint appointments_in_a_class check (class_place is null or class_id is not null),
  add constraint one_person_in_a_place unique (clinic_id, class_id, class_place),
  add foreign key (clinic_id, class_id, class_place) references clinic.class_places (clinic_id, class_id, place),
  add foreign key (clinic_id, class_id) references clinic.appointments (clinic_id, appointment_id);

-- ── Asking for a free assessment ────────────────────────────────────────────────────────────────────────────────────

-- No time is chosen: the clinic answers with one.
create table clinic.assessment_requests (
  clinic_id uuid not null,
  request_id uuid not null default uuidv7(),
  request_key uuid not null,
  service_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  email text not null check (char_length(email) between 3 and 254),
  phone text check (char_length(phone) <= 40),
  -- Encrypted: what they wrote, with the times that suit.
  note_sealed bytea,
  state text not null default 'open' check (state in ('open', 'booked', 'closed')),
  appointment_id uuid,
  answered_by uuid,
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  check ((state = 'open') = (answered_at is null)),
  check ((state = 'booked') = (appointment_id is not null)),
  primary key (clinic_id, request_id),
  unique (clinic_id, request_key),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, answered_by) references clinic.members (clinic_id, member_id)
);
create index assessment_requests_open on clinic.assessment_requests (clinic_id, created_at) where state = 'open';

-- ── Mails about these ───────────────────────────────────────────────────────────────────────────────────────────────

-- A mail is about a visit, an offer, a place on the list or a request.
alter table clinic.mails
  alter column appointment_id drop not null,
  add column offer_id uuid,
  add column waiting_entry_id uuid,
  add column request_id uuid,
  add foreign key (clinic_id, offer_id) references clinic.offers (clinic_id, offer_id),
  add foreign key (clinic_id, waiting_entry_id) references clinic.waiting_entries (clinic_id, waiting_entry_id),
  add foreign key (clinic_id, request_id) references clinic.assessment_requests (clinic_id, request_id),
  add constraint mails_about_an_offer unique (clinic_id, offer_id, kind),
  add constraint mails_about_a_place_on_the_list unique (clinic_id, waiting_entry_id, kind),
  add constraint mails_about_a_request unique (clinic_id, request_id, kind);

-- Other steps add kinds and states too, and may have run before or after: each adds its own to what stands.
do $$
declare
  stood text;
begin
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.mails'::regclass and conname = 'mails_kind_check';
  execute 'alter table clinic.mails drop constraint mails_kind_check';
  execute 'alter table clinic.mails add constraint mails_kind_check check ('
    || substring(stood from '^CHECK \((.*)\)$') || $more$ or kind in ('offer', 'waiting', 'request'))$more$;
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.appointments'::regclass and conname = 'appointments_state_check';
  execute 'alter table clinic.appointments drop constraint appointments_state_check';
  execute 'alter table clinic.appointments add constraint appointments_state_check check ('
    || substring(stood from '^CHECK \((.*)\)$') || $more$ or state = 'class')$more$;
end $$;
alter table clinic.mails add constraint mails_about_something check (
  case kind
    when 'offer' then offer_id is not null
    when 'waiting' then waiting_entry_id is not null
    when 'request' then request_id is not null
    else appointment_id is not null
  end
);
-- A hold and a class know nobody; whatever was once confirmed always knows who comes and how to reach them.
do $$
declare
  known text;
begin
  select conname into strict known from pg_constraint
    where conrelid = 'clinic.appointments'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%person_id IS NULL%' and pg_get_constraintdef(oid) like '%state%';
  execute format('alter table clinic.appointments drop constraint %I', known);
end $$;
alter table clinic.appointments add constraint appointments_know_who_comes
  check ((state in ('held', 'class')) = (person_id is null));

-- ── Row security, and who may do what ───────────────────────────────────────────────────────────────────────────────

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'waiting_entries', 'freed_times', 'offers', 'offer_times', 'courses', 'grants', 'grant_draws', 'class_places',
    'assessment_requests'
  ] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on
  clinic.waiting_entries, clinic.freed_times, clinic.offers, clinic.grants, clinic.assessment_requests
  to unclench_app;
grant select, insert on clinic.offer_times to unclench_app;
grant select, insert, delete on clinic.courses, clinic.grant_draws, clinic.class_places to unclench_app;
