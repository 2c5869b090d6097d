-- What the visit cost after this had happened: a move takes the price of its day, and whoever is told of it is told of both. Not
-- known of what happened before.
alter table clinic.appointment_events
  add column price_pence integer constraint appointment_events_price_check check (price_pence >= 0);
