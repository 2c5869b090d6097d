-- Whoever has a visit that the clinic cannot keep is asked to choose again, once, by a private link.

create table clinic.choose_again (
  clinic_id uuid not null,
  choose_again_id uuid not null default uuidv7(),
  appointment_id uuid not null,
  -- The time that cannot be kept. Once the visit stands elsewhere, whoever moved it, there is nothing to choose any more.
  therapist_id uuid not null,
  location_id uuid not null,
  starts_at timestamptz not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  -- Somebody pressed a button behind the link. Looking leaves no trace, since machines look too.
  opened_at timestamptz,
  -- They want to be rung, perhaps on a number of their own.
  phone_asked_at timestamptz,
  phone text check (char_length(phone) <= 40),
  -- What they chose; 'kept': the clinic can keep the time after all.
  outcome text check (outcome in ('moved', 'cancelled', 'kept')),
  closed_at timestamptz,
  check ((outcome is null) = (closed_at is null)),
  check (phone is null or phone_asked_at is not null),
  primary key (clinic_id, choose_again_id),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, therapist_id) references clinic.therapists (clinic_id, therapist_id),
  foreign key (clinic_id, location_id) references clinic.locations (clinic_id, location_id),
  foreign key (clinic_id, asked_by) references clinic.members (clinic_id, member_id)
);
-- However often the button is pressed, one question about one time of a visit.
create unique index choose_again_once on clinic.choose_again (clinic_id, appointment_id, therapist_id, location_id, starts_at)
  where closed_at is null;
create index choose_again_asked on clinic.choose_again (clinic_id, asked_at);

alter table clinic.choose_again enable row level security;
alter table clinic.choose_again force row level security;
create policy own_clinic on clinic.choose_again using (clinic_id = clinic.current_clinic())
  with check (clinic_id = clinic.current_clinic());
grant select, insert, update on clinic.choose_again to unclench_app;

-- The question, and the news that the visit stands after all.
alter table clinic.mails
  add column choose_again_id uuid,
  add foreign key (clinic_id, choose_again_id) references clinic.choose_again (clinic_id, choose_again_id),
  add constraint mails_about_choosing_again unique (clinic_id, choose_again_id, kind);
do $$
declare
  stood text;
begin
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.mails'::regclass and conname = 'mails_kind_check';
  execute 'alter table clinic.mails drop constraint mails_kind_check';
  execute 'alter table clinic.mails add constraint mails_kind_check check ('
    || substring(stood from '^CHECK \((.*)\)$') || $more$ or kind in ('choose-again', 'stands-again'))$more$;
  select pg_get_constraintdef(oid) into stood from pg_constraint
    where conrelid = 'clinic.mails'::regclass and conname = 'mails_about_something';
  execute 'alter table clinic.mails drop constraint mails_about_something';
  execute $more$alter table clinic.mails add constraint mails_about_something check (case
      when kind in ('choose-again', 'stands-again') then choose_again_id is not null
      else $more$ || substring(stood from '^CHECK \((.*)\)$') || ' end)';
end $$;
