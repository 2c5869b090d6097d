-- How somebody signs in: what they are told of each change, and a new start that two colleagues have to agree to.

-- A mail to the account's own address about a change of how it signs in, written in the transaction that changes it. The row
-- goes when the mail has gone, so nothing of it is kept.
create table auth.way_in_notices (
  notice_id uuid primary key default uuidv7(),
  -- In small letters. The account itself may be gone.
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  what text not null check (what in (
    'passkey added', 'passkey removed', 'passkey stopped', 'set up', 'set up anew', 'recovery code used', 'account deleted'
  )),
  -- Whether it opens the console, or a person's own account.
  for_staff boolean not null,
  at timestamptz not null default now(),
  tries integer not null default 0,
  next_try_at timestamptz not null default now()
);
create index way_in_notices_due on auth.way_in_notices (next_try_at);

-- A password and an app that somebody is setting up by the link of an invitation. Until they have proved the app, both hang on
-- a user who stands in, so that the account keeps what it had. The browser that set them has a cookie; here is its keyed hash.
create table auth.half_set_ups (
  user_id uuid primary key references auth.users (id),
  invitation_id uuid not null,
  browser_hash text not null,
  wrong_codes integer not null default 0,
  ends_at timestamptz not null default now() + interval '1 hour'
);
create index half_set_ups_end on auth.half_set_ups (ends_at);

-- The name that a passkey was made for: it opens nothing where people reach us under another. Null for those made before this
-- was written down.
alter table auth.passkeys add column rp_id text check (char_length(rp_id) between 1 and 253);

grant select, insert, update, delete on auth.way_in_notices, auth.half_set_ups to unclench_auth;

-- ── A new start for somebody who has lost every way in ─────────────────────────────────────────────────────────────

-- One asks for it, another agrees: owners or managers, neither of them the one it is for. Then a link goes to the address of
-- the one it is for. Rows are the record of it: none is ever deleted.
create table clinic.new_starts (
  clinic_id uuid not null,
  new_start_id uuid not null default uuidv7(),
  member_id uuid not null,
  -- Null where whoever runs the installation asked, who answers for both.
  asked_by uuid,
  by_installation boolean not null default false,
  asked_at timestamptz not null default now(),
  agreed_by uuid,
  agreed_at timestamptz,
  -- Stopped by this member: of those who may agree, or the one it was for.
  stopped_by uuid,
  stopped_at timestamptz,
  ends_at timestamptz not null default now() + interval '24 hours',
  done_at timestamptz,
  check (by_installation = (asked_by is null)),
  check ((agreed_by is null) = (agreed_at is null)),
  check ((stopped_by is null) = (stopped_at is null)),
  check (done_at is null or stopped_at is null),
  check (ends_at <= asked_at + interval '48 hours'),
  -- Nobody is both, and nobody does it for themselves.
  constraint new_starts_by_two check (
    asked_by is distinct from member_id and agreed_by is distinct from member_id
    and (agreed_by is null or agreed_by is distinct from asked_by)
  ),
  primary key (clinic_id, new_start_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, asked_by) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, agreed_by) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, stopped_by) references clinic.members (clinic_id, member_id)
);
create index new_starts_of on clinic.new_starts (clinic_id, member_id);

-- Who they are is asked of the team as it is at that moment, and one person with two rows in it is still one person.
create function clinic.new_start_needs_two() returns trigger language plpgsql as $$
declare
  person uuid := (select account_id from clinic.members where clinic_id = new.clinic_id and member_id = new.member_id);
  asker clinic.members := (
    select m from clinic.members m where m.clinic_id = new.clinic_id and m.member_id = new.asked_by
  );
  agreer clinic.members := (
    select m from clinic.members m where m.clinic_id = new.clinic_id and m.member_id = new.agreed_by
  );
begin
  if tg_op = 'INSERT' and (new.agreed_by is not null or new.done_at is not null) then
    raise exception 'it is asked for first' using errcode = 'check_violation', constraint = 'new_starts_by_two';
  end if;
  if tg_op = 'INSERT' and new.asked_by is not null and not coalesce(
    asker.role in ('owner', 'manager') and asker.account_id is not null and asker.left_at is null
      and asker.account_id is distinct from person, false) then
    raise exception 'this member may not ask' using errcode = 'check_violation', constraint = 'new_starts_by_two';
  end if;
  if tg_op = 'UPDATE' and new.agreed_by is distinct from old.agreed_by and not coalesce(
    old.agreed_by is null and old.stopped_at is null and old.done_at is null and old.ends_at > now()
      and not old.by_installation
      and agreer.role in ('owner', 'manager') and agreer.account_id is not null and agreer.left_at is null
      and asker.left_at is null and agreer.account_id is distinct from asker.account_id
      and agreer.account_id is distinct from person, false) then
    raise exception 'this member may not agree' using errcode = 'check_violation', constraint = 'new_starts_by_two';
  end if;
  if tg_op = 'UPDATE' and new.done_at is not null and old.done_at is null
    and not (old.by_installation or old.agreed_by is not null) then
    raise exception 'nobody has agreed' using errcode = 'check_violation', constraint = 'new_starts_by_two';
  end if;
  return new;
end $$;
create trigger new_start_needs_two before insert or update on clinic.new_starts
  for each row execute function clinic.new_start_needs_two();

-- The link that follows from it: one for each.
alter table clinic.invitations
  add column new_start_id uuid,
  add foreign key (clinic_id, new_start_id) references clinic.new_starts (clinic_id, new_start_id),
  add unique (clinic_id, new_start_id);

-- Whoever has joined is sent a link only where two have agreed to it.
create function clinic.link_needs_two() returns trigger language plpgsql as $$
begin
  if exists (
    select from clinic.members m
    where m.clinic_id = new.clinic_id and m.member_id = new.member_id and m.account_id is not null
  ) and not exists (
    select from clinic.new_starts s
    where s.clinic_id = new.clinic_id and s.new_start_id = new.new_start_id and s.member_id = new.member_id
      and (s.agreed_by is not null or s.by_installation)
      and s.stopped_at is null and s.done_at is null and s.ends_at > now()
  ) then
    raise exception 'two have to agree' using errcode = 'check_violation', constraint = 'link_needs_two';
  end if;
  return new;
end $$;
create trigger link_needs_two before insert on clinic.invitations
  for each row execute function clinic.link_needs_two();

-- Who is told of each step of it: the one it is for, and every owner.
create table clinic.new_start_mails (
  clinic_id uuid not null,
  new_start_mail_id uuid not null default uuidv7(),
  new_start_id uuid not null,
  -- To whom.
  member_id uuid not null,
  what text not null check (what in ('asked', 'agreed', 'stopped', 'done')),
  sent_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  primary key (clinic_id, new_start_mail_id),
  unique (clinic_id, new_start_id, member_id, what),
  foreign key (clinic_id, new_start_id) references clinic.new_starts (clinic_id, new_start_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['new_starts', 'new_start_mails'] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

-- The server cannot ask in the installation's name, nor change who asked.
grant select, insert (clinic_id, member_id, asked_by) on clinic.new_starts to unclench_app;
grant update (agreed_by, agreed_at, stopped_by, stopped_at, ends_at, done_at) on clinic.new_starts to unclench_app;
grant select, insert, update on clinic.new_start_mails to unclench_app;
