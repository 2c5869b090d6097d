-- The days on which a mail asked somebody whether they want letters and nobody ever said yes: the address is forgotten when its
-- link ends, and this is what the counts keep of it. Of nobody by name.
alter table clinic.clinics add column unanswered_letters date[] not null default '{}';
