create table booking (
  booking_id uuid not null primary key,        -- version 7: in the order of creation
  tenant     text not null,

  -- the order: never changes
  tracking_code      text        not null unique check (tracking_code ~ '^ISH-[0-9A-HJKMNP-TV-Z]{8}$'),
  kind               text        not null check (kind in ('CARGO_DOMESTIC', 'CARGO_INTERNATIONAL', 'RIDE')),
  sender_id          uuid        not null,
  sender_phone       text        not null,
  sender_email       text,
  sender_language    text        not null,
  payer_phone        text        not null,
  quote_id           uuid        not null references quote,
  terms              jsonb       not null,
  consignee_name     text,
  consignee_address  text,
  declared_value_rwf bigint      check (declared_value_rwf >= 0),
  sync_id            uuid,
  sync_fingerprint   text,
  offline_created    boolean     not null,
  created_at         timestamptz not null,

  -- how far it got
  status                text    not null check (status in ('DRAFT', 'CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT',
                                                           'AT_BORDER', 'DELIVERED', 'FAILED', 'CANCELLED')),
  version               bigint  not null,
  driver_id             uuid,
  vehicle_id            uuid,
  vehicle_plate         text,
  operator_id           uuid,
  clearance_id          uuid,
  receipt_number        text,
  receipt_issued_at     timestamptz,
  receipt_locally_signed boolean,
  last_refusal          text,
  confirmed_at          timestamptz,
  paid_at               timestamptz,
  picked_up_at          timestamptz,
  delivered_at          timestamptz,

  -- for whom it waits
  step          text not null check (step in ('CONFIRMATION', 'PAYMENT', 'RECEIPT', 'ASSIGNMENT', 'CLEARANCE',
                                              'PICKUP', 'ROAD', 'BORDER', 'NOTHING')),
  step_deadline timestamptz,
  step_attempts int  not null default 0,
  step_error    text,

  -- the same action of a client, sent again or twice at once, is one booking
  constraint booking_once_per_sync_id unique (tenant, sender_id, sync_id),
  constraint sync_id_with_fingerprint check ((sync_id is null) = (sync_fingerprint is null)),

  -- the law, whatever the code does (mission C1, C14)
  constraint paid_once_confirmed check (status <> 'PAID' or (confirmed_at is not null and paid_at is not null)),
  constraint nothing_moves_unpaid_unreceipted_or_uncleared check (
    status not in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER', 'DELIVERED')
    or (paid_at is not null and receipt_number is not null and driver_id is not null and clearance_id is not null)),
  constraint only_exports_meet_customs check (status <> 'AT_BORDER' or kind = 'CARGO_INTERNATIONAL'),
  constraint failed_means_unpaid check (status <> 'FAILED' or paid_at is null),
  constraint exports_have_a_consignee check (
    (kind = 'CARGO_INTERNATIONAL') = (consignee_name is not null and consignee_address is not null)),
  constraint assignment_is_whole check (
    (driver_id is null) = (vehicle_id is null) and (driver_id is null) = (vehicle_plate is null)
    and (driver_id is not null or (operator_id is null and clearance_id is null))),
  constraint receipt_is_whole check (
    (receipt_number is null) = (receipt_issued_at is null)
    and (receipt_number is null) = (receipt_locally_signed is null))
);

-- pages run from the newest booking to the oldest, by id
create index booking_by_tenant on booking (tenant, booking_id);
create index booking_by_status on booking (tenant, status, booking_id);
create index booking_by_sender on booking (tenant, sender_id, booking_id);
create index booking_by_driver on booking (tenant, driver_id, booking_id) where driver_id is not null;
create index booking_by_operator on booking (tenant, operator_id, booking_id) where operator_id is not null;
create index booking_by_customs on booking (tenant, booking_id) where kind = 'CARGO_INTERNATIONAL';
create index booking_by_deadline on booking (tenant, step_deadline) where step_deadline is not null;

-- Who, when, from, to, why: one row per change, never touched again.
create table booking_transition (
  booking_id  uuid        not null references booking,
  sequence    bigint      not null,
  tenant      text        not null,
  change      text        not null,
  from_status text,
  to_status   text        not null,
  actor_id    uuid,
  actor_role  text        not null,
  reason      text,
  occurred_at timestamptz not null,
  primary key (booking_id, sequence)
);

create function refuse_the_change() returns trigger language plpgsql as
  $$ begin raise exception '%', tg_argv[0] using errcode = 'integrity_constraint_violation'; end $$;

create trigger history_is_only_added_to before update or delete on booking_transition
  for each row execute function refuse_the_change('history is only added to');

create trigger terminal_statuses_are_final before update on booking
  for each row when (old.status in ('DELIVERED', 'FAILED', 'CANCELLED') and new.status <> old.status)
  execute function refuse_the_change('a terminal status is final');
