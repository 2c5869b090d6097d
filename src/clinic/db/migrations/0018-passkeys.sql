-- Passkeys: the public half of a key whose other half never leaves somebody's device, or their own keeper of passwords.
create table auth.passkeys (
  passkey_id uuid primary key default uuidv7(),
  user_id uuid not null references auth.users (id),
  -- It opens the console only if it was added in a session in which both steps were given.
  for_staff boolean not null,
  -- As the authenticator names it, base64url.
  credential_id text not null unique check (char_length(credential_id) between 1 and 1400),
  -- COSE.
  public_key bytea not null check (octet_length(public_key) between 1 and 4096),
  -- How often it has signed, as it says itself; 0 where it does not count.
  counter bigint not null check (counter between 0 and 4294967295),
  -- Whether its keeper may copy it to other devices: part of the key, so it never changes. And whether it had done so when the
  -- key was last used; the counters of copies do not run together.
  may_be_copied boolean not null,
  was_copied boolean not null,
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  used_at timestamptz,
  -- Its counter went back though nobody may copy it. It opens nothing any more.
  stopped_at timestamptz,
  check (may_be_copied or not was_copied)
);
create index passkeys_of on auth.passkeys (user_id);

-- What a passkey is asked to sign, once, within five minutes, in the browser that asked. It names nobody.
create table auth.passkey_asks (
  challenge text primary key check (char_length(challenge) = 43),
  what text not null check (what in ('open the console', 'open an account', 'add for the console', 'add for an account')),
  asker_hash text not null,
  -- The session in which one is to be added; null for signing in.
  session_id uuid,
  ends_at timestamptz not null default now() + interval '5 minutes',
  check ((session_id is null) = (what like 'open %'))
);
create index passkey_asks_end on auth.passkey_asks (ends_at);

-- Ours. The passkey that opened the session: it ends with it.
alter table auth.sessions add column passkey_id uuid;

grant select, insert, update, delete on auth.passkeys, auth.passkey_asks to unclench_auth;
