-- Who works at a clinic and what they may do there, and who looked at whose record.

-- One row for each place that somebody has in a clinic. Whoever goes keeps the row, so that what they did stays named.
create table clinic.members (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  member_id uuid not null default uuidv7(),
  name text not null check (char_length(name) between 1 and 120),
  email text not null check (char_length(email) between 3 and 254),
  role text not null check (role in ('owner', 'manager', 'therapist', 'reception')),
  -- Whose column of the calendar is theirs; null for those who treat nobody.
  therapist_id uuid,
  -- The account that signs in as this member; null until the invitation has been taken up.
  account_id uuid,
  invited_at timestamptz not null default now(),
  joined_at timestamptz,
  left_at timestamptz,
  check ((account_id is null) = (joined_at is null)),
  primary key (clinic_id, member_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);
create unique index members_by_account on clinic.members (clinic_id, account_id) where left_at is null;
create unique index members_by_email on clinic.members (clinic_id, lower(email)) where left_at is null;
create unique index members_by_therapist on clinic.members (clinic_id, therapist_id) where left_at is null;

-- A clinic that somebody has joined keeps an owner: the last one can neither go nor become something less.
create function clinic.keep_an_owner() returns trigger language plpgsql as $$
begin
  if old.role = 'owner' and old.joined_at is not null and old.left_at is null
    and (new.role <> 'owner' or new.left_at is not null) then
    -- One at a time, so that two owners cannot each leave because of the other.
    perform from clinic.clinics where clinic_id = old.clinic_id for update;
    if not exists (
      select from clinic.members
      where clinic_id = old.clinic_id and member_id <> old.member_id
        and role = 'owner' and joined_at is not null and left_at is null
    ) then
      raise exception 'the last owner stays' using errcode = 'check_violation', constraint = 'last_owner_stays';
    end if;
  end if;
  return new;
end $$;
create trigger last_owner_stays before update on clinic.members for each row execute function clinic.keep_an_owner();

-- Which clinics an account belongs to. Asked before a clinic is known, so it stands outside row security and holds ids alone.
create table clinic.account_clinics (
  account_id uuid not null,
  clinic_id uuid not null references clinic.clinics (clinic_id),
  primary key (account_id, clinic_id)
);

-- Who of the clinic looked at a person's record, when and why. Added to, never changed; the person can see it.
create table clinic.reads (
  clinic_id uuid not null,
  read_id uuid not null default uuidv7(),
  member_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('visit', 'shared-check', 'person', 'day-list', 'export')),
  appointment_id uuid,
  at timestamptz not null default now(),
  primary key (clinic_id, read_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id)
);
create index reads_of_person on clinic.reads (clinic_id, person_id, at);

-- Which member made a change; null for what the person did, and for what happened before members were known.
alter table clinic.appointment_events
  add column member_id uuid,
  add foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['members', 'reads'] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on clinic.members to unclench_app;
grant select, insert on clinic.reads to unclench_app;
grant select, insert, delete on clinic.account_clinics to unclench_app;
