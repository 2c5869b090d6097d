-- A person's own record, locked on their device: bytes that nobody here can read. One for each account, replaced whole.
create table auth.locked_copies (
  user_id uuid primary key references auth.users (id),
  -- Rises with each write; a write names the one that it replaces.
  version integer not null check (version > 0),
  locked bytea not null check (octet_length(locked) between 1 and 16777216),
  changed_at timestamptz not null default now()
);
grant select, insert, update, delete on auth.locked_copies to unclench_auth;
