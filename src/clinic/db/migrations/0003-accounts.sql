-- Who signs in, and how. A schema of its own with a role of its own, which can read nothing of a clinic.
-- The tables are those that Better Auth asks for, read and written out here; what stands under "ours" it does not know.
-- Nothing cascades: the room that owns an account takes its rows away by name.

create schema auth;

create table auth.users (
  id uuid primary key default uuidv7(),
  name text not null check (char_length(name) <= 120),
  -- In small letters, so that one address has one account.
  email text not null unique check (email = lower(email) and char_length(email) between 3 and 254),
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Ours: somebody invented, made by the demonstration alone. Nobody else can be "looked round as".
  demonstration boolean not null default false
);

create table auth.sessions (
  id uuid primary key default uuidv7(),
  -- Worth nothing without the signature that the cookie carries beside it.
  token text not null unique,
  user_id uuid not null references auth.users (id),
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Ours. When the second step was given in this very session: without it no session counts as staff.
  second_factor_at timestamptz,
  -- Ours. When staff last did something in it; null once it has been locked.
  touched_at timestamptz,
  -- Ours. The clinic that somebody of several has chosen in this session.
  clinic_id uuid
);
create index sessions_of on auth.sessions (user_id);

-- A password of a user; the hash is scrypt's.
create table auth.credentials (
  id uuid primary key default uuidv7(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.users (id),
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credentials_of on auth.credentials (user_id);

-- What has been sent out to be brought back once: sign-in links, steps half done. Kept as hashes.
create table auth.verifications (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_of on auth.verifications (identifier);
create index verifications_until on auth.verifications (expires_at);

-- The key of an authenticator app and the recovery codes, both encrypted with the installation's secret.
create table auth.two_factors (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique references auth.users (id),
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

-- ── Ours ────────────────────────────────────────────────────────────────────────────────────────────────────────────

-- A code of an authenticator app that has let somebody in, so that it lets nobody in again while it is still valid.
create table auth.used_codes (
  user_id uuid not null references auth.users (id),
  code text not null check (code ~ '^\d{6}$'),
  used_at timestamptz not null default now(),
  primary key (user_id, code)
);

-- Passkeys. One may open the console only if it was added by somebody who had given a second step in that session.
create table auth.passkeys (
  passkey_id uuid primary key default uuidv7(),
  user_id uuid not null references auth.users (id),
  -- As the authenticator names it, base64url.
  credential_id text not null unique check (char_length(credential_id) <= 1400),
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  for_staff boolean not null default false,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkeys_of on auth.passkeys (user_id);

-- How often something was tried of late: a keyed hash of who and what, so that it names nobody.
create table auth.attempts (
  bucket text primary key,
  tries integer not null,
  ends_at timestamptz not null
);
create index attempts_end on auth.attempts (ends_at);

grant usage on schema auth to unclench_auth;
grant select, insert, update, delete on all tables in schema auth to unclench_auth;

-- ── Members ─────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Somebody invented, written by the seed of the demonstration alone. A clinic of somebody's own has none of them.
alter table clinic.members add column demonstration boolean not null default false;

-- A link in a mail by which somebody on the team joins, or sets up their signing in anew. The link is signed, not kept.
-- Whoever is on the team and has no account yet is sent one (server/accounts/send-invitations).
create table clinic.invitations (
  clinic_id uuid not null,
  invitation_id uuid not null default uuidv7(),
  member_id uuid not null,
  -- Who of the team asked for it; null for the first owner, and for one that followed from being added to the team.
  invited_by uuid,
  ends_at timestamptz not null default now() + interval '7 days',
  used_at timestamptz,
  -- When the mail was handed over, how often that was tried, and when it is tried next.
  sent_at timestamptz,
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  primary key (clinic_id, invitation_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, invited_by) references clinic.members (clinic_id, member_id)
);
create index invitations_of on clinic.invitations (clinic_id, member_id);
alter table clinic.invitations enable row level security;
alter table clinic.invitations force row level security;
create policy own_clinic on clinic.invitations
  using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic());
grant select, insert, update on clinic.invitations to unclench_app;
