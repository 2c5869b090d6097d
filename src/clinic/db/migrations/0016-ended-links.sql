-- How often the address behind a contact was put right. A private link carries the count that stood when it was made, and opens
-- nothing once it has risen: whoever had the wrong mails has no way in any more.
alter table clinic.contacts add column link_round integer not null default 0 check (link_round between 0 and 16000000);

-- Who asked for a free talk, as a keyed hash of the network address; blank after an hour.
alter table clinic.assessment_requests add column asked_by bytea check (octet_length(asked_by) = 32);
create index assessment_requests_asked_by on clinic.assessment_requests (clinic_id, asked_by, created_at)
  where asked_by is not null;

-- Who of the clinic read what somebody wrote who is no person of the clinic yet. Added to, never changed; goes with the request.
create table clinic.request_reads (
  clinic_id uuid not null,
  read_id uuid not null default uuidv7(),
  member_id uuid not null,
  request_id uuid not null,
  at timestamptz not null default now(),
  primary key (clinic_id, read_id),
  foreign key (clinic_id, member_id) references clinic.members (clinic_id, member_id),
  foreign key (clinic_id, request_id) references clinic.assessment_requests (clinic_id, request_id)
);
create index request_reads_of on clinic.request_reads (clinic_id, request_id, read_id);
alter table clinic.request_reads enable row level security;
alter table clinic.request_reads force row level security;
create policy own_clinic on clinic.request_reads using (clinic_id = clinic.current_clinic())
  with check (clinic_id = clinic.current_clinic());
grant select, insert on clinic.request_reads to unclench_app;
