-- What an export consists of, and what customs put on it.
alter table export_file
  add column seals          text[] not null default '{}',
  add column rctg_reference text;

create table export_parcel (
  booking_id uuid   not null references export_file,
  line       int    not null check (line > 0),
  commodity  text   not null,
  hs_code    text   not null,
  weight_kg  bigint not null check (weight_kg >= 0),
  packages   int    not null check (packages >= 0),
  primary key (booking_id, line)
);
insert into export_parcel (booking_id, line, commodity, hs_code, weight_kg, packages)
  select booking_id, 1, commodity, hs_code, weight_kg, packages from export_file;

-- Why there is this version, and what it says that the next one is compared with.
alter table manifest
  add column reason              text   not null default 'first',
  add column customs_office_code text,                      -- null: none was loaded when it was made
  add column seals               text[] not null default '{}',
  add column rctg_reference      text;

-- ASYCUDA office codes as they were loaded, one list after the other; the latest that is in force counts.
create table customs_office_import (
  import_id      bigint      primary key generated always as identity,
  tenant         text        not null,                      -- of the person who loaded it; the list serves all
  imported_by    uuid        not null,
  imported_at    timestamptz not null default now(),
  effective_from date        not null,
  sha256         text        not null,
  unique (effective_from, sha256)
);
create table customs_office (
  import_id   bigint not null references customs_office_import,
  border_post text   not null,                              -- in small letters with dashes: petite-barriere
  code        text   not null check (code ~ '^[A-Z0-9]{1,5}$'),
  name        text   not null,
  primary key (import_id, border_post)
);
create index customs_office_by_border_post on customs_office (border_post, import_id desc);
create trigger customs_office_import_append_only before update or delete on customs_office_import
  for each row execute function refuse_change();
create trigger customs_office_append_only before update or delete on customs_office
  for each row execute function refuse_change();
