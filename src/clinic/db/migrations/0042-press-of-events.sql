-- The press of a button that wrote an event: a form that is heard twice is one press, and somebody else's is another's, however
-- soon it comes. Only cancels by a private link have one. Of nobody.
alter table clinic.appointment_events add column press uuid;
