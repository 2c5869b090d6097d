-- How somebody is called or reached was changed by staff: what it was, what it became, who did it and when. One row for each thing;
-- null where they had none. It goes when the person is forgotten.
create table clinic.person_changes (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  change_id uuid not null default uuidv7(),
  person_id uuid not null,
  member_id uuid not null,
  at timestamptz not null default now(),
  -- Their own name; the name of whoever is written to for them; where mail goes; where they are rung.
  what text not null constraint person_changes_what_check check (what in ('name', 'contact', 'email', 'phone')),
  was text constraint person_changes_was_check check (char_length(was) between 1 and 254),
  becomes text constraint person_changes_becomes_check check (char_length(becomes) between 1 and 254),
  constraint person_changes_is_one check (was is distinct from becomes),
  constraint person_changes_has_name check (what in ('email', 'phone') or (was is not null and becomes is not null)),
  primary key (clinic_id, change_id),
  foreign key (clinic_id, person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index person_changes_of on clinic.person_changes (clinic_id, person_id);

alter table clinic.person_changes enable row level security;
alter table clinic.person_changes force row level security;
create policy own_clinic on clinic.person_changes
  using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic());
grant select, insert on clinic.person_changes to unclench_app;
-- A change belongs to the record that stands after a merge. What was changed, by whom and when stays as it was written.
grant update (person_id) on clinic.person_changes to unclench_app;
