-- Added up, so that a driver's mean is read without counting.
alter table driver
  add column rating_sum   bigint not null default 0,
  add column rating_count bigint not null default 0,
  add constraint driver_of_tenant unique (tenant, driver_id),
  add constraint driver_rating_adds_up check (rating_sum between rating_count and 5 * rating_count);

-- The sender's word on one trip. A booking has at most one, whoever tells of it and how often.
create table driver_rating (
  booking_id uuid        primary key,
  driver_id  uuid        not null,
  tenant     text        not null,
  stars      smallint    not null check (stars between 1 and 5),
  rated_at   timestamptz not null default now(),
  foreign key (tenant, driver_id) references driver (tenant, driver_id)
);
create index driver_rating_by_driver on driver_rating (driver_id);

create table driver_shift (
  shift_id      uuid        primary key,
  driver_id     uuid        not null,
  tenant        text        not null,
  started_at    timestamptz not null default now(),
  ends_at       timestamptz not null check (ends_at > started_at),     -- ends by itself then
  ended_at      timestamptz check (ended_at >= started_at),
  ended_because text        check (ended_because in ('OFF_DUTY', 'SUSPENDED', 'TOO_LONG')),
  foreign key (tenant, driver_id) references driver (tenant, driver_id),
  check ((ended_at is null) = (ended_because is null))
);
create unique index one_open_shift_per_driver on driver_shift (driver_id) where ended_at is null;
create index driver_shift_by_driver on driver_shift (driver_id, shift_id desc);
create index driver_shift_due on driver_shift (ends_at) where ended_at is null;
