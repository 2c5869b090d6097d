-- What people say of a finished visit, who may fetch a calendar, and which mails somebody does not want.

-- One for each finished visit. `shown_name` is what the writer chose to be called; null is "a patient".
create table clinic.reviews (
  clinic_id uuid not null,
  review_id uuid not null default uuidv7(),
  appointment_id uuid not null,
  therapist_id uuid not null,
  rating smallint not null check (rating between 1 and 5),
  words text not null default '' check (char_length(words) <= 2000),
  shown_name text check (char_length(shown_name) between 1 and 80),
  written_at timestamptz not null default now(),
  edited_at timestamptz,
  -- Words that may tell of danger: nobody but the clinic reads them until a member has looked.
  danger_heard_at timestamptz,
  danger_seen_at timestamptz,
  hidden_at timestamptz,
  hidden_why text check (hidden_why in ('harm', 'private-person', 'advert', 'hate', 'off-topic')),
  reply text check (char_length(reply) between 1 and 1000),
  replied_at timestamptz,
  check ((hidden_at is null) = (hidden_why is null)),
  check ((reply is null) = (replied_at is null)),
  check (danger_seen_at is null or danger_heard_at is not null),
  primary key (clinic_id, review_id),
  unique (clinic_id, appointment_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);
create index reviews_of on clinic.reviews (clinic_id, therapist_id, written_at);

-- Each wording of a review as it was sent, the present one too. Added to, never changed.
create table clinic.review_wordings (
  clinic_id uuid not null,
  wording_id uuid not null default uuidv7(),
  review_id uuid not null,
  rating smallint not null check (rating between 1 and 5),
  words text not null check (char_length(words) <= 2000),
  shown_name text check (char_length(shown_name) between 1 and 80),
  at timestamptz not null default now(),
  primary key (clinic_id, wording_id),
  foreign key (clinic_id, review_id) references clinic.reviews (clinic_id, review_id)
);
create index review_wordings_of on clinic.review_wordings (clinic_id, review_id, at);

-- What the clinic did with a review, who of them, and why. Added to, never changed.
create table clinic.review_acts (
  clinic_id uuid not null,
  act_id uuid not null default uuidv7(),
  review_id uuid not null,
  member_id uuid not null,
  what text not null check (what in ('hidden', 'put-back', 'replied', 'reply-taken-back', 'danger-seen', 'reports-settled')),
  why text check (why in ('harm', 'private-person', 'advert', 'hate', 'off-topic')),
  -- The reply as it was sent.
  words text check (char_length(words) <= 1000),
  at timestamptz not null default now(),
  check ((what = 'hidden') = (why is not null)),
  primary key (clinic_id, act_id),
  foreign key (clinic_id, review_id) references clinic.reviews (clinic_id, review_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index review_acts_of on clinic.review_acts (clinic_id, review_id, at);

-- Somebody thinks that a review should not stand. From one network address once for each review.
create table clinic.review_reports (
  clinic_id uuid not null,
  report_id uuid not null default uuidv7(),
  review_id uuid not null,
  why text not null check (why in ('harm', 'private-person', 'advert', 'hate', 'off-topic')),
  -- A keyed hash of the network address.
  reported_by bytea not null,
  at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (clinic_id, report_id),
  unique (clinic_id, review_id, reported_by),
  foreign key (clinic_id, review_id) references clinic.reviews (clinic_id, review_id)
);
create index review_reports_by on clinic.review_reports (clinic_id, reported_by, at);

-- Mail that somebody does not want from this clinic. The purpose keeps it from stopping any other.
create table clinic.mail_stops (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  purpose text not null check (purpose in ('review-invitation')),
  -- In small letters.
  address text not null check (address = lower(address) and char_length(address) between 3 and 254),
  stopped_at timestamptz not null default now(),
  primary key (clinic_id, purpose, address)
);

-- Who may fetch a calendar: of a therapist's visits, or of a person's own. A new token takes the place of the old one.
create table clinic.calendar_feeds (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  feed_id uuid not null default uuidv7(),
  therapist_id uuid,
  person_id uuid,
  -- SHA-256 of the token, which is in no table.
  token_hash bytea not null check (octet_length(token_hash) = 32),
  -- A therapist's feed names nobody, unless the initials of who comes are asked for.
  with_initials boolean not null default false,
  made_at timestamptz not null default now(),
  -- By a calendar program, to tell people how old what they see may be.
  last_fetched_at timestamptz,
  check (num_nonnulls(therapist_id, person_id) = 1),
  primary key (clinic_id, feed_id),
  unique (clinic_id, token_hash),
  unique (clinic_id, therapist_id),
  unique (clinic_id, person_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id),
  foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'reviews', 'review_wordings', 'review_acts', 'review_reports', 'mail_stops', 'calendar_feeds'
  ] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on clinic.reviews, clinic.review_reports to unclench_app;
grant select, insert on clinic.review_wordings, clinic.review_acts, clinic.mail_stops to unclench_app;
grant select, insert, update, delete on clinic.calendar_feeds to unclench_app;

-- ── Two more mails: would you say how it was; and, to the clinic, that a review may tell of danger ──────────────────
alter table clinic.mails drop constraint mails_kind_check;
alter table clinic.mails add constraint mails_kind_check check (
  kind in ('confirmation', 'moved', 'cancelled', 'reminder-48h', 'reminder-2h', 'review-invitation', 'review-alert')
);

-- ── What anybody may read ───────────────────────────────────────────────────────────────────────────────────────────
grant select (clinic_id, review_id, therapist_id, rating, words, shown_name, written_at, edited_at, danger_heard_at,
  danger_seen_at, hidden_at, hidden_why, reply, replied_at) on clinic.reviews to unclench_views;
create policy for_the_public on clinic.reviews for select to unclench_views using (true);
grant create on schema directory to unclench_views;

-- Without the visit and without whoever wrote it, but for the name they chose to be called.
create view directory.reviews with (security_barrier) as
  select r.clinic_id, r.review_id, r.therapist_id, r.rating, r.words, r.shown_name, r.written_at, r.edited_at, r.reply,
    r.replied_at
  from clinic.reviews r join directory.clinics using (clinic_id)
  where r.hidden_at is null and (r.danger_heard_at is null or r.danger_seen_at is not null);

-- How many of each mark are shown, and how many are not, by why: kept back by the clinic, or not looked at yet.
create view directory.ratings with (security_barrier) as
  select r.clinic_id, r.therapist_id,
    case when r.hidden_at is not null then r.hidden_why
      when r.danger_heard_at is not null and r.danger_seen_at is null then 'waits'
      else 'shown' end as standing,
    r.rating, count(*)::integer as reviews
  from clinic.reviews r join directory.clinics using (clinic_id)
  group by 1, 2, 3, 4;

alter view directory.reviews owner to unclench_views;
alter view directory.ratings owner to unclench_views;
revoke create on schema directory from unclench_views;
grant select on directory.reviews, directory.ratings to unclench_directory, unclench_app;
