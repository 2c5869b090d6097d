-- When a claim begins and ends, as plain moments. Row security asks no index about a range before it has read the row, so each
-- look at free times read all that a therapist ever had; of a moment it may be asked.
alter table clinic.claims
  add column begins_at timestamptz generated always as (lower(during)) stored,
  add column ends_at timestamptz generated always as (upper(during)) stored;
create index claims_by_end on clinic.claims (clinic_id, resource_id, ends_at);
