-- Questions that people ask a clinic's therapists, what was answered, which answers anybody may read; and comments under pages
-- of the guide.

-- What a clinic has taken on. Without a row: neither.
create table clinic.talk_settings (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  answers_questions boolean not null default false,
  reads_comments boolean not null default false,
  changed_at timestamptz not null default now(),
  primary key (clinic_id)
);

create table clinic.questions (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  question_id uuid not null default uuidv7(),
  -- One key for one pressing of the button, however often it arrives.
  ask_key uuid not null,
  -- Encrypted: what they wrote. Null once it was erased.
  words_sealed bytea,
  -- May the answer be read by anybody, without a name?
  is_public boolean not null,
  -- Null where they keep the private link themselves.
  email text check (char_length(email) between 3 and 254),
  -- A keyed hash of the network address.
  asked_from bytea not null,
  state text not null default 'open' check (state in ('open', 'answered', 'closed', 'erased')),
  -- Words that may tell of danger, where its asker said no to the check's own question about them.
  danger_heard_at timestamptz,
  danger_seen_at timestamptz,
  assigned_to uuid,
  due_at timestamptz not null,
  asked_at timestamptz not null default now(),
  answered_at timestamptz,
  check ((state = 'erased') = (words_sealed is null)),
  check (state <> 'erased' or email is null),
  check (danger_seen_at is null or danger_heard_at is not null),
  check (state <> 'answered' or answered_at is not null),
  primary key (clinic_id, question_id),
  unique (clinic_id, ask_key),
  foreign key (clinic_id, assigned_to) references clinic.members (clinic_id, member_id)
);
create index questions_open on clinic.questions (clinic_id, due_at) where state = 'open';
create index questions_from on clinic.questions (clinic_id, asked_from, asked_at);
create index questions_of on clinic.questions (clinic_id, lower(email), asked_at);
create index questions_answered on clinic.questions (clinic_id, answered_at) where answered_at is not null;

-- One that was taken back before it went stays, marked.
create table clinic.question_answers (
  clinic_id uuid not null,
  answer_id uuid not null default uuidv7(),
  question_id uuid not null,
  member_id uuid not null,
  therapist_id uuid not null,
  words_sealed bytea not null,
  guide_pages text[] not null default '{}' check (cardinality(guide_pages) <= 5),
  -- As the register said it when they signed.
  signed_name text not null check (char_length(signed_name) between 1 and 120),
  signed_profession text not null,
  signed_body text not null,
  signed_number text not null,
  answered_at timestamptz not null default now(),
  -- Until then it can be taken back, and nobody but the clinic sees it.
  goes_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (clinic_id, answer_id),
  foreign key (clinic_id, question_id) references clinic.questions (clinic_id, question_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);
create unique index question_answers_one on clinic.question_answers (clinic_id, question_id) where taken_back_at is null;

-- A question and its answer in the words that staff put before everybody.
create table clinic.published_answers (
  clinic_id uuid not null,
  published_id uuid not null default uuidv7(),
  question_id uuid not null,
  therapist_id uuid not null,
  question text not null check (char_length(question) between 1 and 300),
  answer text not null check (char_length(answer) between 1 and 4000),
  guide_pages text[] not null default '{}' check (cardinality(guide_pages) <= 5),
  published_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (clinic_id, published_id),
  unique (clinic_id, question_id),
  foreign key (clinic_id, question_id) references clinic.questions (clinic_id, question_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id)
);

create table clinic.comments (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  comment_id uuid not null default uuidv7(),
  write_key uuid not null,
  -- The page of the guide, as in its address.
  page text not null check (page ~ '^[a-z0-9-]{1,80}$'),
  -- Meant for everybody, so not sealed. Null once it was erased.
  words text check (char_length(words) between 1 and 2000),
  shown_name text check (char_length(shown_name) between 1 and 40),
  email text check (char_length(email) between 3 and 254),
  written_from bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'kept-back', 'erased')),
  kept_why text check (kept_why in ('harm', 'private-person', 'advert', 'hate', 'off-topic')),
  danger_heard_at timestamptz,
  danger_seen_at timestamptz,
  written_at timestamptz not null default now(),
  edited_at timestamptz,
  edits smallint not null default 0,
  state_at timestamptz not null default now(),
  check ((state = 'kept-back') = (kept_why is not null)),
  check ((state = 'erased') = (words is null)),
  check (state <> 'erased' or (email is null and shown_name is null)),
  check (danger_seen_at is null or danger_heard_at is not null),
  primary key (clinic_id, comment_id),
  unique (clinic_id, write_key)
);
create index comments_waiting on clinic.comments (clinic_id, written_at) where state = 'waiting';
create index comments_shown on clinic.comments (page, written_at) where state = 'shown';
create index comments_from on clinic.comments (clinic_id, written_from, written_at);
create index comments_of on clinic.comments (clinic_id, lower(email), written_at);
create index comments_state on clinic.comments (clinic_id, state, state_at);

-- Who of the clinic read or did what, with a question or a comment. Added to, never changed.
create table clinic.talk_acts (
  clinic_id uuid not null,
  act_id uuid not null default uuidv7(),
  question_id uuid,
  comment_id uuid,
  member_id uuid not null,
  what text not null check (what in ('read', 'assigned', 'due', 'danger-seen', 'answered', 'taken-back', 'published',
    'withdrawn', 'closed', 'reopened', 'shown', 'kept-back', 'undone')),
  why text check (char_length(why) <= 300),
  -- The state before it, so that it can be undone.
  was text,
  was_why text,
  at timestamptz not null default now(),
  check (num_nonnulls(question_id, comment_id) = 1),
  primary key (clinic_id, act_id),
  foreign key (clinic_id, question_id) references clinic.questions (clinic_id, question_id),
  foreign key (clinic_id, comment_id) references clinic.comments (clinic_id, comment_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index talk_acts_of_question on clinic.talk_acts (clinic_id, question_id, at) where question_id is not null;
create index talk_acts_of_comment on clinic.talk_acts (clinic_id, comment_id, at) where comment_id is not null;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'talk_settings', 'questions', 'question_answers', 'published_answers', 'comments', 'talk_acts'
  ] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on clinic.talk_settings, clinic.questions, clinic.comments to unclench_app;
-- What an asker erases goes.
grant select, insert, update, delete on clinic.question_answers, clinic.published_answers to unclench_app;
grant select, insert on clinic.talk_acts to unclench_app;

-- ── Mails about these ───────────────────────────────────────────────────────────────────────────────────────────────

alter table clinic.mails
  add column question_id uuid,
  add column comment_id uuid,
  add foreign key (clinic_id, question_id) references clinic.questions (clinic_id, question_id),
  add foreign key (clinic_id, comment_id) references clinic.comments (clinic_id, comment_id),
  add constraint mails_about_a_question unique (clinic_id, question_id, kind),
  add constraint mails_about_a_comment unique (clinic_id, comment_id, kind);

-- Other steps add kinds too, and may have run before or after: each adds its own to what stands.
do $$
declare
  stood text;
begin
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.mails'::regclass and conname = 'mails_kind_check';
  execute 'alter table clinic.mails drop constraint mails_kind_check';
  execute 'alter table clinic.mails add constraint mails_kind_check check ('
    || substring(stood from '^CHECK \((.*)\)$')
    || $more$ or kind in ('question', 'answer', 'question-alert', 'comment', 'comment-alert'))$more$;
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.mails'::regclass and conname = 'mails_about_something';
  execute 'alter table clinic.mails drop constraint mails_about_something';
  execute $more$alter table clinic.mails add constraint mails_about_something check (case
      when kind in ('question', 'answer', 'question-alert') then question_id is not null
      when kind in ('comment', 'comment-alert') then comment_id is not null
      else $more$ || substring(stood from '^CHECK \((.*)\)$') || ' end)';
end $$;

-- ── What anybody may read ───────────────────────────────────────────────────────────────────────────────────────────

grant select on clinic.talk_settings, clinic.published_answers to unclench_views;
grant select (clinic_id, state, asked_at, answered_at) on clinic.questions to unclench_views;
grant select (clinic_id, comment_id, page, words, shown_name, state, kept_why, written_at, edited_at) on clinic.comments
  to unclench_views;
create policy for_the_public on clinic.talk_settings for select to unclench_views using (true);
create policy for_the_public on clinic.published_answers for select to unclench_views using (true);
create policy for_the_public on clinic.questions for select to unclench_views using (true);
create policy for_the_public on clinic.comments for select to unclench_views using (true);
grant create on schema directory to unclench_views;

-- Which clinics take questions or read comments, and how much waits there. Whoever answers must be registered today.
create view directory.talk_clinics with (security_barrier) as
  select d.clinic_id, d.name, s.reads_comments,
    s.answers_questions and exists (select from directory.therapists t where t.clinic_id = d.clinic_id
      and t.registered_until >= (now() at time zone 'Europe/London')::date) as answers_questions,
    (select count(*)::integer from clinic.questions q where q.clinic_id = d.clinic_id and q.state = 'open') as open_questions,
    (select count(*)::integer from clinic.comments c where c.clinic_id = d.clinic_id and c.state = 'waiting') as waiting_comments
  from directory.clinics d join clinic.talk_settings s using (clinic_id);

-- How long each answer of the last ninety days took.
create view directory.answer_times with (security_barrier) as
  select q.clinic_id, extract(epoch from q.answered_at - q.asked_at)::integer as seconds
  from clinic.questions q join directory.clinics using (clinic_id)
  where q.answered_at > now() - interval '90 days';

-- Shown while whoever signed is registered.
create view directory.published_answers with (security_barrier) as
  select p.clinic_id, p.published_id, p.question, p.answer, p.guide_pages, p.published_at, d.name as clinic,
    t.name as therapist, t.slug as therapist_slug, t.profession, t.registration_body, t.registration_number
  from clinic.published_answers p
  join directory.clinics d using (clinic_id)
  join directory.therapists t on t.clinic_id = p.clinic_id and t.therapist_id = p.therapist_id
  where p.withdrawn_at is null and p.published_at <= now()
    and t.registered_until >= (now() at time zone 'Europe/London')::date;

create view directory.comments with (security_barrier) as
  select c.clinic_id, c.comment_id, c.page, c.words, c.shown_name, c.written_at, c.edited_at
  from clinic.comments c join directory.clinics using (clinic_id)
  where c.state = 'shown';

-- How many are shown, wait, or are kept back and why: the clinic cannot keep that to itself.
create view directory.comment_counts with (security_barrier) as
  select c.clinic_id, c.page, case when c.state = 'kept-back' then c.kept_why else c.state end as standing,
    count(*)::integer as comments
  from clinic.comments c join directory.clinics using (clinic_id)
  where c.state <> 'erased'
  group by 1, 2, 3;

do $$
declare
  public_view text;
begin
  foreach public_view in array array['talk_clinics', 'answer_times', 'published_answers', 'comments', 'comment_counts'] loop
    execute format('alter view directory.%I owner to unclench_views', public_view);
    execute format('grant select on directory.%I to unclench_directory, unclench_app', public_view);
  end loop;
end $$;
revoke create on schema directory from unclench_views;
