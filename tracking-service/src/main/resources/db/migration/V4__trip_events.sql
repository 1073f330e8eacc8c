-- The watch keeps its state in stores of its own (Kafka Streams); the trip no longer does.
alter table trip
  drop constraint trip_start_is_shown,
  drop column started,
  drop column inside,
  drop column shown_until,
  drop column shown_latitude,
  drop column shown_longitude,
  drop column sequence,
  add column at_border_at timestamptz;                        -- the inspector has said so

-- What positions have shown, as tracking.events told it.
create table trip_event (
  event_id            uuid             primary key,
  booking_id          uuid             not null,
  sequence            bigint           not null,
  tenant              text             not null,
  change              text             not null,
  recorded_at         timestamptz      not null,
  late                boolean          not null,
  vehicle_id          uuid             not null,
  driver_id           uuid,
  latitude            double precision not null,
  longitude           double precision not null,
  geofence            text,
  speed_kmh           double precision,
  limit_kmh           double precision,
  off_corridor_metres double precision,
  seal_number         text,
  since               timestamptz,
  arrival_at          timestamptz,
  remaining_metres    bigint
);
create index trip_event_of_booking on trip_event (booking_id, sequence);
create index trip_event_of_driver on trip_event (tenant, driver_id);
create index trip_event_by_age on trip_event (recorded_at);
create index trip_event_at_border on trip_event (tenant, recorded_at) where change = 'BORDER_ARRIVAL_PROPOSED';
