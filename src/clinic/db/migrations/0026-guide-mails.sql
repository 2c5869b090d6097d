-- Printed guides that somebody wants by mail. No clinic has part in it, and none can look: which guide is asked for tells of the
-- health of whoever asks. Where it goes and which it is are sealed, and gone as soon as the mail is; what stays for a week are
-- keyed hashes.
create table clinic.guide_mails (
  guide_mail_id uuid primary key default uuidv7(),
  -- Of the address, of address and guide, and of the network: to send one mail and not many, and to know what comes back.
  asked_of bytea not null check (octet_length(asked_of) = 32),
  -- Null an hour later, when the same guide may be asked for again.
  asked_what bytea check (octet_length(asked_what) = 32),
  asked_by bytea not null check (octet_length(asked_by) = 32),
  -- Address and guide. Null once it has gone, come back, or was given up.
  sealed bytea,
  asked_at timestamptz not null default now(),
  tries integer not null default 0,
  next_try_at timestamptz not null default now()
);
create index guide_mails_due on clinic.guide_mails (next_try_at) where sealed is not null;
create index guide_mails_of on clinic.guide_mails (asked_of, asked_at);
create index guide_mails_by on clinic.guide_mails (asked_by, asked_at);
create index guide_mails_at on clinic.guide_mails (asked_at);

-- Addresses, as keyed hashes, that get no guide until then: it was not they who asked, or mail came back from there.
create table clinic.guide_mail_stops (
  asked_of bytea primary key check (octet_length(asked_of) = 32),
  why text not null check (why in ('not-me', 'bounced')),
  until timestamptz not null
);

grant select, insert, update, delete on clinic.guide_mails, clinic.guide_mail_stops to unclench_app;
