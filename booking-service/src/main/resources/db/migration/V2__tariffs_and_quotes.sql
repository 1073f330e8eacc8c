-- A tariff is never edited: a new one is a new row with the day (in Kigali) from which it counts.
create table cargo_tariff (
  version               text   primary key,
  effective_from        date   not null unique,
  rwf_per_tonne_km      bigint not null check (rwf_per_tonne_km > 0),
  road_factor_percent   int    not null check (road_factor_percent >= 100),
  minimum_metres        bigint not null check (minimum_metres >= 0),
  minimum_rwf           bigint not null check (minimum_rwf >= 0),
  international_percent int    not null check (international_percent >= 0),
  perishable_percent    int    not null check (perishable_percent >= 0)
);

-- RWF 150 per tonne and km of road: our choice (about USD 0.10), to be set anew by a published version; road = great circle x 1.4 (Kigali-Huye 1.6, Kigali-Kampala 1.3); within a district 15 km; at least
-- RWF 2,000. Nyamagabe-Kigali comes to about 16 francs a kg. Levies: mission, "Cargo tariff".
insert into cargo_tariff values ('CARGO-2026-1', '2026-01-01', 150, 140, 15000, 2000, 15, 10);

create table moto_tariff (
  version             text   primary key,
  effective_from      date   not null unique,
  road_factor_percent int    not null check (road_factor_percent >= 100),
  start_rwf           bigint not null check (start_rwf >= 0),
  start_metres        bigint not null check (start_metres >= 0),
  rwf_per_km          bigint not null check (rwf_per_km >= 0),
  far_metres          bigint not null check (far_metres >= start_metres),
  far_rwf_per_km      bigint not null check (far_rwf_per_km >= rwf_per_km)
);

-- RURA, August 2022: RWF 400 up to 2 km, 117 per km after, 205 per km beyond 40 km.
insert into moto_tariff values ('MOTO-RURA-2022-08', '2022-08-01', 130, 400, 2000, 117, 40000, 205);

-- What was offered to whom. Kept for ever: it is the proof of the price.
create table quote (
  quote_id    uuid        primary key,
  tenant      text        not null,
  sender_id   uuid        not null,
  terms       jsonb       not null,
  valid_until timestamptz not null,
  created_at  timestamptz not null default now()
);
