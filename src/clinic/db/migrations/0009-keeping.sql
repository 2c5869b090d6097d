-- What became of somebody's wish to be forgotten. The rows of the person stay where something must be kept, or where it is
-- written down who looked at them; they then say nothing of whose they were.

create table clinic.erasures (
  clinic_id uuid not null,
  erasure_id uuid not null default uuidv7(),
  person_id uuid not null,
  asked_at timestamptz not null default now(),
  -- The last day on which something of the person must still be kept; null where nothing had to be.
  kept_until date,
  -- When the last of it went.
  done_at timestamptz,
  check (kept_until is not null or done_at is not null),
  primary key (clinic_id, erasure_id),
  unique (clinic_id, person_id),
  foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id)
);
create index erasures_waiting on clinic.erasures (clinic_id, kept_until) where done_at is null;

alter table clinic.erasures enable row level security;
alter table clinic.erasures force row level security;
create policy own_clinic on clinic.erasures
  using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic());
grant select on clinic.erasures to unclench_app;
