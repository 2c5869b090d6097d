-- Who marked the letter of referral as seen, and who took that back, stands in the history of the visit.
alter table clinic.appointment_events
  drop constraint appointment_events_what_check,
  add constraint appointment_events_what_check check (
    what in ('confirmed', 'moved', 'cancelled', 'late-cancelled', 'arrived', 'finished', 'no-show', 'address',
      'referral-seen', 'referral-not-seen')
  );
