-- Tariffs are published at run time. Each says which policy it follows; by whom and when it was published is kept
-- (nobody: it came with a release).
alter table cargo_tariff
  add column source       text,
  add column published_by uuid,
  add column published_at timestamptz not null default now();
alter table moto_tariff
  add column source       text,
  add column published_by uuid,
  add column published_at timestamptz not null default now();

update cargo_tariff set source = 'IshemaLink, cargo tariff 2026 (docs/tariffs.md)';
update moto_tariff set source = 'RURA, moto fares of August 2022';

-- Beyond these figures a tariff is a slip of the pen; within them no fare overflows (the API says the same).
alter table cargo_tariff
  alter column source set not null,
  add constraint cargo_tariff_has_a_source check (source <> ''),
  add constraint cargo_tariff_in_range check (
    rwf_per_tonne_km <= 10000 and road_factor_percent <= 300 and minimum_metres <= 100000 and minimum_rwf <= 1000000
    and international_percent <= 100 and perishable_percent <= 100);
alter table moto_tariff
  alter column source set not null,
  add constraint moto_tariff_has_a_source check (source <> ''),
  add constraint moto_tariff_in_range check (
    road_factor_percent <= 300 and start_rwf <= 10000 and start_metres <= 50000 and rwf_per_km <= 10000
    and far_metres <= 500000 and far_rwf_per_km <= 10000);

create trigger cargo_tariffs_are_only_added_to before update or delete on cargo_tariff
  for each row execute function refuse_the_change('a tariff is never changed, publish a new version');
create trigger moto_tariffs_are_only_added_to before update or delete on moto_tariff
  for each row execute function refuse_the_change('a tariff is never changed, publish a new version');

-- A quote keeps all that it said: what the price was made of, and by which policy.
alter table quote
  add column tariff_source text,
  add column lines         jsonb not null default '[]';
update quote set tariff_source = tariff.source
  from (select version, source from cargo_tariff union all select version, source from moto_tariff) tariff
  where tariff.version = quote.terms -> 'price' ->> 'tariffVersion';
alter table quote alter column tariff_source set not null;

-- Countries that are reached through another: Kenya has no border with Rwanda.
create table transit (
  country text not null references neighbour,
  through text not null references neighbour,
  primary key (country, through)
);
insert into transit (country, through) values ('KE', 'UG'), ('KE', 'TZ');
