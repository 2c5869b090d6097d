-- Nobody signs in with a passkey: no page adds one, and none was ever kept. A table that nothing writes to only looks like a
-- way in. Whoever builds it makes a table with what its ceremony then needs.
drop table auth.passkeys;
