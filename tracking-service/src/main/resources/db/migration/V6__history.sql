-- Where vehicles were: fixes by the dozen, packed (SegmentCodec), of one vehicle, driver and hour. Partitions, one a day of
-- when the fixes were taken, are made and dropped by the service (TrackPartitions).
create table track_segment (
  tenant     text        not null,
  vehicle_id uuid        not null,
  driver_id  uuid        not null,
  from_at    timestamptz not null,                -- first fix
  to_at      timestamptz not null,                -- last fix, in the same hour
  fixes      int         not null check (fixes > 0),
  merged     boolean     not null,                -- false: a piece of some seconds, made one with others when the hour is over
  points     bytea       not null,
  check (to_at >= from_at and to_at < date_trunc('hour', from_at, 'UTC') + interval '1 hour')
) partition by range (from_at);
alter table track_segment alter column points set storage main;   -- packed already, and below 2 kB
create index track_segment_by_vehicle on track_segment (merged, vehicle_id, from_at);
create index track_segment_by_driver on track_segment (driver_id, from_at);
