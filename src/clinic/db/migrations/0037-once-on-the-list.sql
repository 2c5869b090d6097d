-- Whom staff put on the waiting list waits once for one service as long as the days overlap, whoever of them puts them on. False
-- where people join by themselves, who cannot be told who waits already, and of what was put on before this rule stood.
alter table clinic.waiting_entries
  add column put_on_once boolean not null default false,
  add constraint waiting_entries_put_on_once check (not put_on_once or (joined_by is not null and email is not null)),
  add constraint waiting_entries_never_twice exclude using gist (clinic_id with =, service_id with =, lower(email) with =,
    lower(person_name) with =, daterange(first_day, last_day, '[]') with &&) where (state = 'waiting' and put_on_once);
