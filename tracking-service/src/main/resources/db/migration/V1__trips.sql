-- Bookings that are being moved, as booking.events tells, and what their positions have shown so far.
create table trip (
  booking_id            uuid        primary key,
  tenant                text        not null,
  kind                  text        not null check (kind in ('CARGO_DOMESTIC', 'CARGO_INTERNATIONAL', 'RIDE', 'TICKET')),
  sender_id             uuid        not null,
  driver_id             uuid        not null,
  vehicle_id            uuid        not null,
  operator_id           uuid,
  destination_district  text,
  destination_latitude  double precision,
  destination_longitude double precision,
  assigned_at           timestamptz not null,
  picked_up_at          timestamptz,
  ended_at              timestamptz,
  -- what tracking.events has told
  started               boolean     not null default false,
  inside                text[]      not null default '{}',    -- geofences that it is in
  shown_until           timestamptz,                          -- time of the last position that showed something
  shown_latitude        double precision,
  shown_longitude       double precision,
  sequence              bigint      not null default 0,
  constraint trip_start_is_shown check (not started or (shown_until is not null and shown_latitude is not null
                                                         and shown_longitude is not null))
);
create index trip_of_vehicle on trip (vehicle_id) where ended_at is null;

-- Who drives what, as fleet.events last told it.
create table driver_vehicle (
  driver_id  uuid    primary key,
  tenant     text    not null,
  vehicle_id uuid    not null,
  active     boolean not null,
  sequence   bigint  not null
);
