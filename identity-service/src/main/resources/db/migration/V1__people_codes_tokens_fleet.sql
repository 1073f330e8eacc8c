create table tenant (
  tenant     text        primary key check (tenant ~ '^[a-z][a-z0-9-]{1,39}$'),
  name       text        not null,
  created_at timestamptz not null default now()
);
insert into tenant (tenant, name) values ('ishemalink', 'IshemaLink');

create table operator (
  operator_id uuid        primary key,
  tenant      text        not null references tenant,
  name        text        not null,
  tin         text        not null check (tin ~ '^[0-9]{9}$'),
  created_at  timestamptz not null default now(),
  constraint operator_by_tin unique (tenant, tin),
  constraint operator_of_tenant unique (tenant, operator_id)
);

-- A person is reserved when a code is first asked for or an operator onboards a driver, and registered by the first login.
create table person (
  person_id     uuid        primary key,
  tenant        text        not null references tenant,
  phone         text        not null check (phone ~ '^\+2507[2389][0-9]{7}$'),
  name          text,
  email         text,
  language      text        not null check (language in ('EN', 'RW', 'FR')),
  operator_id   uuid,
  messages      bigint      not null default 0,
  registered_at timestamptz,
  created_at    timestamptz not null default now(),
  constraint person_by_phone unique (tenant, phone),
  constraint person_of_tenant unique (tenant, person_id),
  constraint person_operator foreign key (tenant, operator_id) references operator (tenant, operator_id)
);

create table person_role (
  person_id  uuid        not null,
  tenant     text        not null,
  role       text        not null check (role in (
    'CUSTOMER', 'SENDER', 'EXPORTER', 'AGENT', 'DRIVER', 'OPERATOR', 'DISPATCHER',
    'CUSTOMS_INSPECTOR', 'GOVERNMENT', 'AUDITOR', 'TENANT_ADMIN', 'PLATFORM_ADMIN')),
  granted_by uuid,                                              -- null: by the first login or by configuration
  granted_at timestamptz not null default now(),
  primary key (person_id, role),
  foreign key (tenant, person_id) references person (tenant, person_id)
);

create table one_time_code (
  code_id    uuid        primary key,
  person_id  uuid        not null,
  tenant     text        not null,
  code_hash  bytea       not null,
  tries_left smallint    not null check (tries_left >= 0),
  issued_at  timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at    timestamptz,
  foreign key (tenant, person_id) references person (tenant, person_id)
);
create index one_time_code_by_person on one_time_code (person_id, issued_at desc);

create table signing_key (
  kid                text        primary key,
  public_key         bytea       not null,                      -- X.509 SubjectPublicKeyInfo
  sealed_private_key bytea       not null,                      -- PKCS #8, AES-256-GCM
  active             boolean     not null,
  created_at         timestamptz not null default now()
);
create unique index one_active_signing_key on signing_key (active) where active;

-- One login; ends as a whole. Every refresh adds a token to it and moves its end.
create table refresh_family (
  family_id       uuid        primary key,
  person_id       uuid        not null,
  tenant          text        not null,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  revoked_at      timestamptz,
  revoked_because text        check (revoked_because in ('LOGOUT', 'REUSE', 'ROLES_CHANGED')),
  foreign key (tenant, person_id) references person (tenant, person_id),
  check ((revoked_at is null) = (revoked_because is null))
);
create index refresh_family_by_person on refresh_family (person_id);

create table refresh_token (
  token_hash bytea       primary key,
  family_id  uuid        not null references refresh_family on delete cascade,
  issued_at  timestamptz not null default now(),
  rotated_at timestamptz
);
create unique index one_current_token_per_family on refresh_token (family_id) where rotated_at is null;

create table vehicle (
  vehicle_id  uuid        primary key,
  tenant      text        not null references tenant,
  plate       text        not null,
  kind        text        not null check (kind in ('MOTORCYCLE', 'CAR', 'TRUCK', 'BUS')),
  capacity_kg bigint      not null check (capacity_kg >= 0),
  created_at  timestamptz not null default now(),
  constraint vehicle_by_plate unique (tenant, plate),
  constraint vehicle_of_tenant unique (tenant, vehicle_id)
);

create table driver (
  driver_id           uuid        primary key,
  tenant              text        not null,
  version             bigint      not null check (version > 0),
  name                text        not null,
  licence_number      text        not null,
  licence_categories  text[]      not null check (cardinality(licence_categories) > 0),
  licence_valid_until date        not null,
  status              text        not null check (status in ('ACTIVE', 'SUSPENDED')),
  vehicle_id          uuid        not null,
  operator_id         uuid,
  created_at          timestamptz not null default now(),
  constraint driver_by_licence unique (tenant, licence_number),
  constraint driver_by_vehicle unique (vehicle_id),
  foreign key (tenant, driver_id) references person (tenant, person_id),
  foreign key (tenant, vehicle_id) references vehicle (tenant, vehicle_id),
  foreign key (tenant, operator_id) references operator (tenant, operator_id)
);
create index driver_by_operator on driver (tenant, operator_id, driver_id);
