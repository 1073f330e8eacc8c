-- What the authorities were told, numbered without a gap per topic and tenant, for those who fetch it.
create table feed_head (
  topic         text   not null,
  tenant        text   not null,
  last_position bigint not null check (last_position > 0),
  primary key (topic, tenant)
);

-- recorded_at is taken when the number is, so it rises with the position.
create table feed_record (
  topic       text        not null,
  tenant      text        not null,
  position    bigint      not null check (position > 0),
  event_id    uuid        not null,
  record      text        not null,                      -- JSON, flat
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (topic, tenant, position)
);
create index feed_record_by_time on feed_record (topic, tenant, recorded_at, position);
create index feed_record_by_age on feed_record using brin (recorded_at);

create function keep_five_years() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.recorded_at < now() - interval '5 years' then
    return old;
  end if;
  raise exception '% is append-only for five years', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger feed_record_append_only before update or delete on feed_record
  for each row execute function keep_five_years();
create trigger feed_record_not_emptied before truncate on feed_record
  for each statement execute function refuse_change();

-- The regulator's view of rides (MDS 2.0). No person's data: vehicles, places and times.
create table mds_vehicle (
  vehicle_id uuid        primary key,
  tenant     text        not null,
  plate      text        not null,
  kind       text        not null check (kind in ('MOTORCYCLE', 'CAR')),
  active     boolean     not null,
  on_duty    boolean     not null,
  told_at    timestamptz not null
);
create index mds_vehicle_of_tenant on mds_vehicle (tenant, vehicle_id);

create table mds_event (
  event_id    uuid        primary key,
  tenant      text        not null,
  vehicle_id  uuid        not null,
  type        text        not null,
  at          timestamptz not null,
  trip_id     uuid,
  latitude    double precision,                          -- null: where the vehicle was seen last
  longitude   double precision,
  recorded_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null))
);
create index mds_event_by_time on mds_event (tenant, at, event_id);
create index mds_event_of_vehicle on mds_event (vehicle_id, at desc);

create table mds_trip (
  trip_id         uuid        primary key,
  tenant          text        not null,
  vehicle_id      uuid        not null,
  requested_at    timestamptz not null,
  quoted_start_at timestamptz not null,
  dispatched_at   timestamptz not null,
  started_at      timestamptz,
  ended_at        timestamptz,
  start_latitude  double precision not null,
  start_longitude double precision not null,
  end_latitude    double precision not null,
  end_longitude   double precision not null,
  distance_metres bigint      not null check (distance_metres >= 0),
  total_rwf       bigint      not null check (total_rwf >= 0),
  vat_rwf         bigint      not null check (vat_rwf >= 0),
  sequence        bigint      not null,
  recorded_at     timestamptz not null default now()
);
create index mds_trip_by_end on mds_trip (tenant, ended_at, trip_id) where ended_at is not null;
create index mds_trip_of_vehicle on mds_trip (vehicle_id, started_at desc) where started_at is not null;

-- Where tracking saw a trip begin and end; better than what was booked.
create table mds_trip_mark (
  trip_id   uuid             not null,
  mark      text             not null check (mark in ('STARTED', 'ENDED')),
  latitude  double precision not null,
  longitude double precision not null,
  primary key (trip_id, mark)
);

-- One fix of each vehicle and slice of time: the key thins what comes.
create table mds_telemetry (
  vehicle_id      uuid             not null,
  slice           bigint           not null,
  tenant          text             not null,
  at              timestamptz      not null,
  latitude        double precision not null,
  longitude       double precision not null,
  speed_mps       double precision,
  heading_degrees double precision,
  accuracy_metres double precision,
  primary key (vehicle_id, slice)
);
create index mds_telemetry_by_time on mds_telemetry (tenant, at);
create index mds_telemetry_by_age on mds_telemetry using brin (at);
