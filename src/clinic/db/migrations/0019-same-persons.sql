-- Two records that are one human being, made one by staff; and two that look alike and are not.

-- The record that went is deleted, so that nothing can stay on it. `before` is what it takes to put both back; it says a name
-- and how somebody was reached, so it goes when the time to undo is over.
create table clinic.person_merges (
  clinic_id uuid not null,
  merge_id uuid not null default uuidv7(),
  kept_person_id uuid not null,
  -- Names no row while the merge stands.
  lost_person_id uuid not null,
  member_id uuid not null,
  merged_at timestamptz not null default now(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  before jsonb,
  check (kept_person_id <> lost_person_id),
  check ((undone_at is null) = (undone_by is null)),
  check (undone_at is null or before is null),
  primary key (clinic_id, merge_id),
  foreign key (clinic_id, kept_person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, undone_by) references clinic.members (clinic_id, member_id)
);
create index person_merges_kept on clinic.person_merges (clinic_id, kept_person_id);
create index person_merges_lost on clinic.person_merges (clinic_id, lost_person_id);

-- Somebody looked and said that these are two. One row for a pair, the lower id first.
create table clinic.different_persons (
  clinic_id uuid not null,
  one_person_id uuid not null,
  other_person_id uuid not null,
  member_id uuid not null,
  at timestamptz not null default now(),
  check (one_person_id < other_person_id),
  primary key (clinic_id, one_person_id, other_person_id),
  foreign key (clinic_id, one_person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, other_person_id) references clinic.persons (clinic_id, person_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id)
);
create index different_persons_other on clinic.different_persons (clinic_id, other_person_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['person_merges', 'different_persons'] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;
grant select, insert, update on clinic.person_merges to unclench_app;
grant select, insert, delete on clinic.different_persons to unclench_app;

-- A look belongs to the record that stands after a merge. Who looked, at what and when stays as it was written.
grant update (person_id) on clinic.reads to unclench_app;
alter table clinic.reads drop constraint reads_what_check;
alter table clinic.reads add constraint reads_what_check
  check (what in ('visit', 'shared-check', 'person', 'day-list', 'export', 'compare', 'merge', 'unmerge'));
