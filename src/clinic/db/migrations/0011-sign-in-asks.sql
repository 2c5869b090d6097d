-- Somebody asked to sign in by mail. The link in the mail is signed, not kept; the code and the asking browser's cookie are
-- kept as keyed hashes. Looking uses nothing up.
create table auth.sign_in_asks (
  ask_id uuid primary key default uuidv7(),
  -- In small letters.
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  asker_hash text not null,
  code_hash text not null,
  wrong_codes integer not null default 0,
  ends_at timestamptz not null default now() + interval '15 minutes',
  used_at timestamptz
);
create index sign_in_asks_end on auth.sign_in_asks (ends_at);
grant select, insert, update, delete on auth.sign_in_asks to unclench_auth;

-- The visits of somebody who has proved an address are looked for by it.
create index contacts_by_email on clinic.contacts (clinic_id, lower(email));
