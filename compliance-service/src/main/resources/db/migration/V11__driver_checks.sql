-- What was last said of each driver's papers, and when they are looked at next. Drivers from before are looked at within a day.
create table driver_check (
  driver_id      uuid        primary key,
  tenant         text        not null,
  wanted         boolean     not null,                   -- the fleet waits for an answer
  due_at         timestamptz,                            -- null: not before the fleet says so
  claim_token    uuid,
  claimed_until  timestamptz,
  attempts       int         not null default 0,         -- without an answer of the authority, in a row
  sequence       bigint      not null default 0,         -- of the last answer that was told
  outcome        text        check (outcome in ('CLEARED', 'REFUSED', 'WAITING')),
  refusals       text[]      not null default '{}',
  valid_until    date,
  papers_of      bigint,                                 -- sequence of the fleet event whose papers were looked at
  checked_at     timestamptz,
  correlation_id text        not null,
  check ((outcome is null) = (sequence = 0))
);
create index driver_check_due on driver_check (due_at) where due_at is not null;

insert into driver_check (driver_id, tenant, wanted, due_at, correlation_id)
  select driver_id, tenant, false, now() + random() * interval '1 day', driver_id::text
    from driver_record where active and licence_number is not null;

-- Whose papers a vehicle's or an operator's licence is among.
create index driver_record_by_vehicle on driver_record (vehicle_id);
create index driver_record_by_operator on driver_record (operator_id) where operator_id is not null;
