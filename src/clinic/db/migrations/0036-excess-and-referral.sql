-- The excess that somebody knows of, with the rest of what they say of their insurance: what they pay before the insurer does.
alter table clinic.appointments
  add column excess_pence integer constraint appointments_excess_check check (excess_pence between 0 and 1000000),
  add constraint appointments_excess_with_insurer check (excess_pence is null or payer = 'insurer'),
  -- Who wrote the letter of referral, as the person says, and who of the staff has seen it.
  add column referred_by text constraint appointments_referred_by_check check (char_length(referred_by) between 1 and 120),
  add column referral_seen_at timestamptz,
  add column referral_seen_by uuid,
  add foreign key (clinic_id, referral_seen_by) references clinic.members (clinic_id, member_id),
  add constraint appointments_referral_seen_by_somebody check ((referral_seen_at is null) = (referral_seen_by is null));
alter table clinic.waiting_entries
  add column excess_pence integer constraint waiting_entries_excess_check check (excess_pence between 0 and 1000000),
  add constraint waiting_entries_excess_with_insurer check (excess_pence is null or payer = 'insurer');

-- A service that is given with a letter of referral alone says so before it is booked.
alter table clinic.services add column needs_referral boolean not null default false;
create or replace view directory.services with (security_barrier) as
  select s.* from clinic.services s join directory.clinics using (clinic_id) where s.withdrawn_at is null;
