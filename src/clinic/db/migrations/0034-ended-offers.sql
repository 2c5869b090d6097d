-- Who of the staff ended an offer that its person had not answered, and why one ended before its time to answer was over:
-- 'unreached' its mail came back, 'visit' the visit that it would have moved was changed, 'time' its time could not be had any more.
-- Both are null where the person passed it on or nobody answered in time, and of what ended before this was written down.
alter table clinic.offers
  add column closed_by uuid,
  add column ended_why text constraint offers_ended_why_check check (ended_why in ('unreached', 'visit', 'time')),
  add foreign key (clinic_id, closed_by) references clinic.members (clinic_id, member_id),
  add constraint offers_closed_by_when_passed check (closed_by is null or state = 'passed'),
  add constraint offers_ended_why_when_ended check (ended_why is null or state = 'ended');

-- Who of the staff put somebody on the waiting list; null where they joined by themselves.
alter table clinic.waiting_entries
  add column joined_by uuid,
  add foreign key (clinic_id, joined_by) references clinic.members (clinic_id, member_id);
