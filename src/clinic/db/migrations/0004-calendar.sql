-- The staff's calendar: time that is blocked, rules that staff bent, what can be undone, and answers about bank holidays.

-- People who ring have a phone and perhaps no email. Somebody must be reachable one way or the other.
alter table clinic.contacts
  alter column email drop not null,
  add check (email is not null or phone is not null);

-- Time in which nothing can be booked: a meeting, lunch, a broken machine.
create table clinic.blocks (
  clinic_id uuid not null,
  block_id uuid not null default uuidv7(),
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- In the clinic's own words, for the clinic alone.
  reason text check (char_length(reason) between 1 and 200),
  member_id uuid not null,
  -- One key for one pressing of the button, however often it arrives.
  command_key uuid not null,
  created_at timestamptz not null default now(),
  check (starts_at < ends_at),
  primary key (clinic_id, block_id),
  unique (clinic_id, command_key),
  foreign key (clinic_id, resource_id) references clinic.resources (clinic_id, resource_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);

-- A claim belongs to a visit or to a block. The one exclusion constraint decides between them all.
alter table clinic.claims drop constraint claims_pkey;
alter table clinic.claims
  alter column appointment_id drop not null,
  add column claim_id uuid not null default uuidv7(),
  add column block_id uuid,
  add primary key (clinic_id, claim_id),
  add unique (clinic_id, appointment_id, resource_id),
  add unique (clinic_id, block_id, resource_id),
  add check (num_nonnulls(appointment_id, block_id) = 1),
  add foreign key (clinic_id, block_id) references clinic.blocks (clinic_id, block_id);

-- A rule that staff bent for this visit, and why. Such a visit claims only what nobody else has; that its therapist is busy
-- follows from the visit itself.
alter table clinic.appointments
  add column bent_rule text
    check (bent_rule in ('insideNotice', 'beyondWindow', 'outsideHours', 'closed', 'away', 'taken', 'noRoom', 'notAStart')),
  add column bent_reason text check (char_length(bent_reason) between 1 and 500),
  add check ((bent_rule is null) = (bent_reason is null)),
  add check (bent_rule is null or state <> 'held');
create index appointments_bent on clinic.appointments (clinic_id, starts_at) where bent_rule is not null;
alter table clinic.appointment_events add column bent_rule text;

-- What a member did last in the calendar, with what it takes to put it back: ids and times, no word about anybody.
create table clinic.commands (
  clinic_id uuid not null,
  command_id uuid not null default uuidv7(),
  member_id uuid not null,
  what text not null check (what in ('book', 'move', 'block', 'unblock', 'absence', 'closure')),
  -- The visit, block, absence or closure.
  subject_id uuid not null,
  -- The visit's version after it; a later one means that somebody has changed it since.
  version integer,
  before jsonb,
  at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (clinic_id, command_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index commands_of on clinic.commands (clinic_id, member_id, at);

-- What the clinic said of a proposed bank holiday, so that it is asked once.
create table clinic.holiday_answers (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  nation text not null check (nation in ('england-and-wales', 'scotland', 'northern-ireland')),
  day date not null,
  is_closed boolean not null,
  member_id uuid not null,
  at timestamptz not null default now(),
  primary key (clinic_id, nation, day),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['blocks', 'commands', 'holiday_answers'] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, delete on clinic.blocks to unclench_app;
grant select, insert, update on clinic.commands, clinic.holiday_answers to unclench_app;

-- A block is busy like a visit, and a visit that bent a rule is busy without a claim.
grant select (therapist_id, starts_at, ends_at, pause_before, pause_after, bent_rule) on clinic.appointments
  to unclench_views;
create or replace view directory.busy with (security_barrier) as
  select c.clinic_id, c.resource_id, c.during, c.appointment_id
  from clinic.claims c
  join directory.clinics d on d.clinic_id = c.clinic_id
  left join clinic.appointments a on a.clinic_id = c.clinic_id and a.appointment_id = c.appointment_id
  where c.block_id is not null or a.state <> 'held' or a.hold_ends_at > now()
  union all
  select a.clinic_id, a.therapist_id,
    tstzrange(a.starts_at - make_interval(mins => a.pause_before), a.ends_at + make_interval(mins => a.pause_after)),
    a.appointment_id
  from clinic.appointments a
  join directory.clinics d on d.clinic_id = a.clinic_id
  where a.bent_rule is not null and a.state not in ('cancelled', 'late-cancelled');
