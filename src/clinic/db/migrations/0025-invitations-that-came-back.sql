-- Why an invitation reached nobody, in the words of the mail server: it refused the address, or was tried too often.
-- Null while it can still arrive, and once it was handed over.
alter table clinic.invitations add column came_back text check (char_length(came_back) <= 500);
