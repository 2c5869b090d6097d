-- Offers with a code: what they take off, what they are for, how often they can be used, and which visit used one.

create table clinic.price_offers (
  clinic_id uuid not null references clinic.clinics (clinic_id),
  price_offer_id uuid not null default uuidv7(),
  -- As written, and as letters and digits alone.
  code text not null check (char_length(code) between 4 and 30),
  folded_code text not null check (folded_code ~ '^[A-Z0-9]{4,20}$'),
  words text not null check (char_length(words) between 1 and 200),
  kind text not null check (kind in ('percent', 'amount', 'free')),
  -- Percent, or pence; null where the visit is free.
  off integer check (off > 0),
  -- The days of the clinic's first place on which it can be booked with, both included.
  first_day date not null,
  last_day date not null,
  most_uses integer not null check (most_uses between 1 and 10000),
  used integer not null default 0,
  ended_at timestamptz,
  made_by uuid not null,
  created_at timestamptz not null default now(),
  check (first_day <= last_day),
  check ((kind = 'free') = (off is null)),
  check (kind <> 'percent' or off < 100),
  -- Never more than it was made for, whoever books at the same moment.
  constraint price_offers_never_over check (used between 0 and most_uses),
  primary key (clinic_id, price_offer_id),
  unique (clinic_id, folded_code),
  foreign key (clinic_id, made_by) references clinic.members (clinic_id, member_id)
);

-- The services that an offer is for: an offer names services and nothing else, so it cannot hang on somebody's health.
create table clinic.price_offer_services (
  clinic_id uuid not null,
  price_offer_id uuid not null,
  service_id uuid not null,
  primary key (clinic_id, price_offer_id, service_id),
  foreign key (clinic_id, price_offer_id) references clinic.price_offers (clinic_id, price_offer_id),
  foreign key (clinic_id, service_id) references clinic.services (clinic_id, service_id)
);

-- One visit that was booked with an offer. The row goes when the use is given back.
create table clinic.price_offer_uses (
  clinic_id uuid not null,
  appointment_id uuid not null,
  price_offer_id uuid not null,
  -- A keyed hash of the address: one use for each. Null once its person was forgotten.
  used_by bytea check (octet_length(used_by) = 32),
  -- What the visit costs without it.
  usual_pence integer not null check (usual_pence >= 0),
  used_at timestamptz not null default now(),
  primary key (clinic_id, appointment_id),
  unique (clinic_id, price_offer_id, used_by),
  foreign key (clinic_id, appointment_id) references clinic.appointments (clinic_id, appointment_id),
  foreign key (clinic_id, price_offer_id) references clinic.price_offers (clinic_id, price_offer_id)
);

-- A letter may carry one. What it says is written with the pieces when a time is set.
alter table clinic.letters
  add column price_offer_id uuid,
  add column offer_words jsonb,
  add foreign key (clinic_id, price_offer_id) references clinic.price_offers (clinic_id, price_offer_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['price_offers', 'price_offer_services', 'price_offer_uses'] loop
    execute format('alter table clinic.%I enable row level security', tenant_table);
    execute format('alter table clinic.%I force row level security', tenant_table);
    execute format(
      'create policy own_clinic on clinic.%I using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())',
      tenant_table
    );
  end loop;
end $$;

grant select, insert, update on clinic.price_offers to unclench_app;
grant select, insert on clinic.price_offer_services to unclench_app;
grant select, insert, update, delete on clinic.price_offer_uses to unclench_app;
