-- What dispatch asks of a driver. Drivers last heard of before this stay off duty, and are written to by nobody, until
-- identity-service tells of them again; a dispatcher can ask for them as before.
alter table driver
  add column on_duty             boolean not null default false,
  add column vehicle_kind        text    not null default 'UNKNOWN'
    check (vehicle_kind in ('MOTORCYCLE', 'CAR', 'TRUCK', 'BUS', 'UNKNOWN')),
  add column capacity_kg         bigint  not null default 0 check (capacity_kg >= 0),
  add column licence_categories  text[]  not null default '{}',
  add column licence_valid_until date    not null default '1970-01-01',
  add column phone               text,
  add column language            text    not null default 'rw';

-- One search per booking, from the moment a driver is sought; it is closed, never deleted: it explains.
create table dispatch_search (
  booking_id        uuid        primary key references booking,
  tenant            text        not null,
  kind              text        not null check (kind in ('CARGO_DOMESTIC', 'CARGO_INTERNATIONAL', 'RIDE')),
  weight_kg         bigint      not null,            -- 0 for a ride
  price_rwf         bigint      not null,
  pickup_latitude   double precision not null,
  pickup_longitude  double precision not null,
  dropoff_latitude  double precision not null,
  dropoff_longitude double precision not null,
  state             text        not null check (state in ('SEARCHING', 'NOBODY_FOUND', 'CLOSED')),
  batch             int         not null default 0,  -- of offers, counted through
  pause_batch       int         not null default 0,  -- the batch after which it last paused
  sequence          bigint      not null default 0,  -- of the search's events
  next_at           timestamptz,                     -- when the loop takes it up; by the database's clock
  opened_at         timestamptz not null default now(),
  closed_at         timestamptz,
  constraint a_closed_search_is_left_alone check ((state = 'CLOSED') = (next_at is null)),
  constraint closed_with_its_time check ((state = 'CLOSED') = (closed_at is not null))
);
create index dispatch_search_due on dispatch_search (next_at) where next_at is not null;
create index dispatch_search_open_cargo on dispatch_search (tenant, pickup_latitude)
  where state <> 'CLOSED' and kind <> 'RIDE';

-- Refers to the search, not to the booking: the loop that writes here must not wait for a locked booking.
create table dispatch_offer (
  booking_id  uuid        not null references dispatch_search,
  driver_id   uuid        not null,
  batch       int         not null check (batch >= 1),
  tenant      text        not null,
  vehicle_id  uuid        not null,
  distance_m  bigint      not null check (distance_m >= 0),
  offered_at  timestamptz not null,
  expires_at  timestamptz not null check (expires_at > offered_at),
  state       text        not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  answered_at timestamptz,
  primary key (booking_id, driver_id, batch),
  constraint answered_with_its_time check ((state = 'OPEN') = (answered_at is null))
);
-- an offer is real: nobody has two to choose from, and no booking is promised to two
create unique index one_open_offer_per_driver on dispatch_offer (driver_id) where state = 'OPEN';
create unique index one_accepted_offer_per_batch on dispatch_offer (booking_id, batch) where state = 'ACCEPTED';

-- Who was considered and not asked, and why: once for each reason.
create table dispatch_consideration (
  booking_id    uuid        not null references dispatch_search,
  driver_id     uuid        not null,
  gate          text        not null,
  batch         int         not null,
  tenant        text        not null,
  vehicle_id    uuid        not null,
  distance_m    bigint      check (distance_m >= 0),  -- null where nobody knew it
  considered_at timestamptz not null default now(),
  primary key (booking_id, driver_id, gate)
);
