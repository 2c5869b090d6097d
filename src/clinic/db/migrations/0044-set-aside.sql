-- A comment that was set aside when more waited than can be read, so that a new one could wait in its place: one of the hour in
-- which most came. It waits still, on a list of its own.
alter table clinic.comments add column set_aside_at timestamptz;
create index comments_set_aside on clinic.comments (clinic_id, set_aside_at) where state = 'waiting' and set_aside_at is not null;
