-- Who wrote the letter of referral, as whoever waits says; it goes along to the visit that comes of an offer.
alter table clinic.waiting_entries
  add column referred_by text constraint waiting_entries_referred_by_check check (char_length(referred_by) between 1 and 120);
