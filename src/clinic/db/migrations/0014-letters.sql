-- Letters that people asked for: who wants which, how we know, what was sent, and what came back.

-- One for each address and clinic. `topics` is what they said yes to; `asked_topics` what somebody asked for in their name
-- and nobody has said yes to yet.
create table clinic.letter_subscribers (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  subscriber_id uuid not null default uuidv7(),
  address text not null check (char_length(address) between 3 and 254),
  -- The same address however its capitals are written.
  folded_address text not null generated always as (lower(address)) stored,
  topics text[] not null default '{}' check (topics <@ array['keep-away', 'guide-news', 'clinic-news'] and cardinality(topics) <= 3),
  asked_topics text[] not null check (asked_topics <@ array['keep-away', 'guide-news', 'clinic-news'] and cardinality(asked_topics) <= 3),
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  left_at timestamptz,
  check (left_at is null or confirmed_at is not null),
  primary key (clinic_id, subscriber_id),
  unique (clinic_id, folded_address)
);

-- The proof: what was shown, by which act, and when. Added to, never changed.
create table clinic.letter_consents (
  clinic_id uuid not null,
  consent_id uuid not null default uuidv7(),
  subscriber_id uuid not null,
  what text not null check (
    what in ('asked', 'confirmed', 'refused', 'changed', 'left', 'left-by-mail-program', 'bounced', 'put-back')
  ),
  topics text[] not null,
  -- The words that stood beside the button, or what else it was.
  shown text not null check (char_length(shown) <= 2000),
  -- Who of the clinic, where it was they.
  member_id uuid,
  at timestamptz not null default now(),
  primary key (clinic_id, consent_id),
  foreign key (clinic_id, subscriber_id) references clinic.letter_subscribers (clinic_id, subscriber_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index letter_consents_of on clinic.letter_consents (clinic_id, subscriber_id, at);

-- A letter of a clinic. `pieces` is written when a time is set, so that what was looked at is what goes out.
create table clinic.letters (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  letter_id uuid not null default uuidv7(),
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'running', 'stopped', 'finished')),
  -- Counts changes, so that of two people who write at once nobody's words are lost unseen.
  version integer not null default 0,
  subject text not null check (char_length(subject) between 1 and 120),
  opening text not null default '' check (char_length(opening) <= 1000),
  topic text not null check (topic in ('keep-away', 'guide-news', 'clinic-news')),
  -- Addresses of guide pages without the first slash: "guide/heat-or-ice".
  pages text[] not null default '{}' check (cardinality(pages) <= 6),
  pieces jsonb,
  send_at timestamptz,
  per_minute integer not null default 200 check (per_minute between 1 and 60000),
  -- Not before this the next one goes out.
  next_send_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  made_by uuid not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  check ((state = 'draft') = (send_at is null)),
  check (state = 'draft' or pieces is not null),
  check ((state in ('draft', 'scheduled')) = (started_at is null)),
  check ((state = 'finished') = (finished_at is not null)),
  primary key (clinic_id, letter_id),
  foreign key (clinic_id, made_by) references clinic.members (clinic_id, member_id)
);
create index letters_open on clinic.letters (clinic_id, send_at) where state in ('scheduled', 'running');

-- What was done with a letter, and by whom. Added to, never changed.
create table clinic.letter_acts (
  clinic_id uuid not null,
  act_id uuid not null default uuidv7(),
  letter_id uuid not null,
  member_id uuid not null,
  what text not null check (
    what in ('made', 'changed', 'tested', 'scheduled', 'taken-back', 'stopped', 'went-on', 'sent-to-missing')
  ),
  at timestamptz not null default now(),
  primary key (clinic_id, act_id),
  foreign key (clinic_id, letter_id) references clinic.letters (clinic_id, letter_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index letter_acts_of on clinic.letter_acts (clinic_id, letter_id, at);

-- One for each letter and subscriber: the key makes it impossible to write a second.
create table clinic.letter_mails (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  letter_mail_id uuid not null default uuidv7(),
  kind text not null check (kind in ('was-it-you', 'letter', 'test')),
  letter_id uuid,
  subscriber_id uuid,
  address text not null check (char_length(address) between 3 and 254),
  state text not null default 'queued' check (
    state in ('queued', 'sending', 'handed-over', 'bounced', 'given-up', 'dropped')
  ),
  why text check (char_length(why) <= 500),
  attempts integer not null default 0,
  -- The server was stopped while it was being handed over: it may have arrived twice.
  in_doubt boolean not null default false,
  due_at timestamptz not null default now(),
  next_try_at timestamptz not null default now(),
  useless_after timestamptz not null,
  handed_over_at timestamptz,
  check ((kind = 'was-it-you') = (letter_id is null)),
  check ((kind = 'test') = (subscriber_id is null)),
  primary key (clinic_id, letter_mail_id),
  unique (clinic_id, letter_id, subscriber_id),
  foreign key (clinic_id, letter_id) references clinic.letters (clinic_id, letter_id),
  foreign key (clinic_id, subscriber_id) references clinic.letter_subscribers (clinic_id, subscriber_id)
);
create index letter_mails_due on clinic.letter_mails (clinic_id, (kind = 'letter'), next_try_at, letter_mail_id)
  where state in ('queued', 'sending');
create index letter_mails_of on clinic.letter_mails (clinic_id, subscriber_id);

-- Until when an address gets no letters. Written whenever a check is shared, whatever it says: so it tells of no level.
create table clinic.letter_pauses (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  address text not null check (address = lower(address) and char_length(address) between 3 and 254),
  until timestamptz not null,
  primary key (clinic_id, address)
);

-- Who was asked "was it you?" lately, as keyed hashes: an address is asked once a day, whichever clinic is named.
create table clinic.letter_asks (
  asked_of bytea primary key check (octet_length(asked_of) = 32),
  asked_by bytea not null check (octet_length(asked_by) = 32),
  at timestamptz not null default now()
);
create index letter_asks_at on clinic.letter_asks (at);

-- ── Mail that somebody does not want, or that does not arrive, by purpose ───────────────────────────────────────────
alter table clinic.mail_stops drop constraint mail_stops_purpose_check;
alter table clinic.mail_stops add constraint mail_stops_purpose_check check (
  purpose in ('review-invitation', 'letters', 'was-it-you')
);
alter table clinic.mail_stops add column why text not null default 'asked' check (why in ('asked', 'bounced', 'not-me'));
-- What the other mail server said.
alter table clinic.mail_stops add column because text check (char_length(because) <= 500);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'letter_subscribers', 'letter_consents', 'letters', 'letter_acts', 'letter_mails', 'letter_pauses'
  ] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on clinic.letter_subscribers, clinic.letters, clinic.letter_mails, clinic.letter_pauses
  to unclench_app;
grant select, insert on clinic.letter_consents, clinic.letter_acts to unclench_app;
grant select, insert, update, delete on clinic.letter_asks to unclench_app;
grant update, delete on clinic.mail_stops to unclench_app;
