-- The trail: every event of every topic, chained per tenant (docs/audit.md). It holds ids, never names or numbers of people.
create table trail_entry (
  tenant          text        not null,
  sequence        bigint      not null check (sequence > 0),
  sealed_at       timestamptz not null,                  -- never before that of the place before
  hash            bytea       not null check (octet_length(hash) = 32),
  event_id        uuid        not null,
  topic           text        not null,
  type            text        not null,                  -- topic and change: booking.events/PAID
  occurred_at     timestamptz not null,
  event_sequence  bigint,
  key_id          uuid,
  booking_id      uuid,
  subject_id      uuid,                                  -- the person whose matter it is
  actor_id        uuid,                                  -- the person who did it
  actor_role      text        not null,
  driver_id       uuid,
  vehicle_id      uuid,
  from_status     text,
  to_status       text,
  reason          text,                                  -- a code, or words of the system; never words of a person
  correlation_id  text,
  causation_id    uuid,
  kafka_partition int,                                   -- where the event stood
  kafka_offset    bigint,
  event_sha256    bytea check (octet_length(event_sha256) = 32),  -- of its bytes; null: from before there were any
  primary key (tenant, sequence),
  unique nulls not distinct (event_id, event_sha256)
);
create index trail_entry_by_time on trail_entry (tenant, occurred_at, sequence);
create index trail_entry_by_topic on trail_entry (tenant, topic, occurred_at, sequence);
create index trail_entry_by_type on trail_entry (tenant, type, occurred_at, sequence);
create index trail_entry_of_booking on trail_entry (tenant, booking_id, occurred_at, sequence) where booking_id is not null;
create index trail_entry_of_subject on trail_entry (tenant, subject_id, occurred_at, sequence) where subject_id is not null;
create index trail_entry_of_actor on trail_entry (tenant, actor_id, occurred_at, sequence) where actor_id is not null;
create index trail_entry_of_driver on trail_entry (tenant, driver_id, occurred_at, sequence) where driver_id is not null;
create index trail_entry_of_vehicle on trail_entry (tenant, vehicle_id, occurred_at, sequence) where vehicle_id is not null;
create trigger trail_entry_append_only before update or delete or truncate on trail_entry
  for each statement execute function refuse_change();

-- Where each tenant's chain ends.
create table trail_chain (
  tenant    text        primary key,
  sequence  bigint      not null,
  hash      bytea       not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null
);

-- Heard and not sealed yet: a queue, short and always changing.
create table trail_waiting (
  position        bigint      not null generated always as identity primary key,
  heard_at        timestamptz not null default now(),
  tenant          text        not null,
  event_id        uuid        not null,
  topic           text        not null,
  type            text        not null,
  occurred_at     timestamptz not null,
  event_sequence  bigint,
  key_id          uuid,
  booking_id      uuid,
  subject_id      uuid,
  actor_id        uuid,
  actor_role      text        not null,
  driver_id       uuid,
  vehicle_id      uuid,
  from_status     text,
  to_status       text,
  reason          text,
  correlation_id  text,
  causation_id    uuid,
  kafka_partition int,
  kafka_offset    bigint,
  event_sha256    bytea,
  unique nulls not distinct (event_id, event_sha256)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- What was on the trail before goes first, without the proof of its event's bytes, and without words that people typed.
insert into trail_waiting (tenant, event_id, topic, type, occurred_at, event_sequence, key_id, booking_id, actor_role, from_status, to_status)
select tenant, event_id, split_part(type, '/', 1), type, occurred_at, sequence, booking_id, booking_id, actor_role, from_status, to_status
  from audit_entry order by entry_id;
drop table audit_entry;
