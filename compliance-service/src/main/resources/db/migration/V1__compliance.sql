create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What is needed of a booking, as its latest event told it.
create table case_file (
  booking_id       uuid        primary key,
  tenant           text        not null,
  tracking_code    text        not null,
  kind             text        not null check (kind in ('CARGO_DOMESTIC', 'CARGO_INTERNATIONAL', 'RIDE', 'TICKET')),
  status           text        not null check (status in ('DRAFT', 'CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER', 'DELIVERED', 'FAILED', 'CANCELLED')),
  sender_id        uuid        not null,
  origin           text        not null,
  destination      text        not null,
  total_rwf        bigint      not null check (total_rwf >= 0),
  tax_class        text        not null check (tax_class in ('A', 'B', 'C', 'D')),
  driver_id        uuid,
  vehicle_plate    text,
  booking_sequence bigint      not null,                 -- of the latest event taken in
  event_sequence   bigint      not null default 0,       -- of the latest event published
  check ((driver_id is null) = (vehicle_plate is null))
);

-- Of an export: what customs ask for. Holds the consignee's name and address.
create table export_file (
  booking_id          uuid   primary key references case_file,
  tenant              text   not null,
  origin_district     text,
  origin_country      text   not null,
  origin_label        text   not null,
  destination_country text   not null,
  destination_label   text   not null,
  border_post         text   not null,
  consignee_name      text   not null,
  consignee_address   text   not null,
  commodity           text   not null,
  hs_code             text   not null,
  weight_kg           bigint not null check (weight_kg >= 0),
  packages            int    not null check (packages >= 0),
  declared_value      bigint,
  declared_currency   text,
  check ((declared_value is null) = (declared_currency is null))
);

-- The fiscal device of a branch: its identity, the numbers it has reached, and whether it answers.
create table fiscal_device (
  tin                 text        not null,
  branch              text        not null,
  sdc_id              text,                              -- null: not initialised yet
  mrc_no              text,
  last_invoice        bigint      not null default 0,
  last_sale_receipt   bigint      not null default 0,
  last_refund_receipt bigint      not null default 0,
  last_total          bigint      not null default 0,    -- 0: not known yet
  last_stock_number   bigint      not null default 0,
  last_local_number   bigint      not null default 0,
  failures            int         not null default 0,    -- calls without an answer since the last one with
  next_call_at        timestamptz,
  claim_token         uuid,
  claimed_until       timestamptz,
  primary key (tin, branch)
);

create table receipt_job (
  job_id         bigint      primary key generated always as identity,   -- first in, first out per device
  booking_id     uuid        not null references case_file,
  tenant         text        not null,
  kind           text        not null check (kind in ('SALE', 'REFUND')),
  tin            text        not null,
  branch         text        not null,
  service        text        not null check (service in ('CARGO_DOMESTIC', 'CARGO_INTERNATIONAL', 'RIDE', 'TICKET')),
  tracking_code  text        not null,
  total_rwf      bigint      not null check (total_rwf >= 0),
  tax_class      text        not null check (tax_class in ('A', 'B', 'C', 'D')),
  state          text        not null default 'OPEN' check (state in ('OPEN', 'STOCK', 'DONE', 'PARKED')),
  invoice_number bigint,
  confirmed_at   timestamptz,                            -- when the number was taken; the same in every resend
  stock_number   bigint,
  attempts       int         not null default 0,
  last_error     text,
  correlation_id text        not null,
  created_at     timestamptz not null default now(),
  unique (booking_id, kind),
  unique (tin, branch, invoice_number),
  unique (tin, branch, stock_number),
  foreign key (tin, branch) references fiscal_device,
  check ((invoice_number is null) = (confirmed_at is null))
);
create index receipt_job_due on receipt_job (tin, branch, job_id) where state in ('OPEN', 'STOCK');

create table fiscal_receipt (
  receipt_id     uuid        primary key,
  job_id         bigint      not null references receipt_job,
  booking_id     uuid        not null references case_file,
  tenant         text        not null,
  kind           text        not null check (kind in ('SALE', 'REFUND')),
  source         text        not null check (source in ('DEVICE', 'LOCAL')),
  number         text        not null,
  sdc_id         text        not null,
  mrc_no         text        not null,
  signature      text        not null,                   -- empty: issued, but the reply with it was lost (VSDC code 994)
  internal_data  text        not null,
  invoice_number bigint      not null,
  total_rwf      bigint      not null,
  vat_rwf        bigint      not null,
  tax_class      text        not null,
  issued_at      timestamptz not null,
  qr_text        text        not null,
  unique (job_id, source)
);
create index fiscal_receipt_of_booking on fiscal_receipt (booking_id);
create trigger fiscal_receipt_append_only before update or delete on fiscal_receipt
  for each row execute function refuse_change();

-- Drivers with their vehicle and operator, as fleet.events told them last.
create table driver_record (
  driver_id           uuid   primary key,
  tenant              text   not null,
  licence_number      text   not null,
  licence_categories  text[] not null,
  licence_valid_until date   not null,
  active              boolean not null,
  vehicle_id          uuid   not null,
  vehicle_kind        text   not null check (vehicle_kind in ('MOTORCYCLE', 'CAR', 'TRUCK', 'BUS', 'UNKNOWN')),
  operator_id         uuid,
  operator_tin        text,
  sequence            bigint not null,
  check ((operator_id is null) = (operator_tin is null))
);

-- The register's latest good answer to each question.
create table licence_answer (
  tenant        text        not null,
  kind          text        not null check (kind in ('DRIVER_AUTHORISATION', 'VEHICLE_AUTHORISATION', 'OPERATOR_LICENCE')),
  subject       text        not null,
  number        text,                                    -- null: the register has no such licence
  status        text        check (status in ('VALID', 'SUSPENDED', 'REVOKED')),
  valid_until   date,
  vehicle_plate text,
  asked_at      timestamptz not null,
  primary key (tenant, kind, subject),
  check ((number is null) = (status is null) and (number is null) = (valid_until is null))
);

create table dispatch_request (
  request_id       uuid        primary key,
  booking_id       uuid        not null references case_file,
  tenant           text        not null,
  booking_sequence bigint      not null,                 -- of the event that asked
  driver_id        uuid        not null,
  vehicle_id       uuid        not null,
  vehicle_plate    text        not null,
  operator_id      uuid,
  state            text        not null default 'OPEN' check (state in ('OPEN', 'CLEARED', 'REFUSED', 'WITHDRAWN')),
  told_to_wait     boolean     not null default false,
  attempts         int         not null default 0,
  due_at           timestamptz not null default now(),
  correlation_id   text        not null,
  claim_token      uuid,
  claimed_until    timestamptz,
  unique (booking_id, booking_sequence)
);
create unique index one_open_request_per_booking on dispatch_request (booking_id) where state = 'OPEN';
create index dispatch_request_due on dispatch_request (due_at) where state = 'OPEN';

create table dispatch_decision (
  decision_id uuid        primary key,
  request_id  uuid        not null references dispatch_request,
  booking_id  uuid        not null references case_file,
  tenant      text        not null,
  driver_id   uuid        not null,
  vehicle_id  uuid        not null,
  verdict     text        not null check (verdict in ('CLEARED', 'REFUSED', 'WAITING')),
  rule_set    text        not null,
  rules       jsonb       not null,
  decided_at  timestamptz not null
);
create index dispatch_decision_of_booking on dispatch_decision (booking_id);
create trigger dispatch_decision_append_only before update or delete on dispatch_decision
  for each row execute function refuse_change();

create table manifest (
  booking_id    uuid        not null references case_file,
  version       int         not null,
  tenant        text        not null,
  reference     text        not null,
  driver_id     uuid        not null,
  vehicle_plate text        not null,
  xml           text        not null,
  sha256        text        not null,
  issued_at     timestamptz not null,
  primary key (booking_id, version),
  unique (tenant, reference)
);
create trigger manifest_append_only before update or delete on manifest
  for each row execute function refuse_change();

-- Every event about a booking; never a name or a phone number.
create table audit_entry (
  entry_id    bigint      primary key generated always as identity,
  event_id    uuid        not null unique,
  tenant      text        not null,
  booking_id  uuid        not null,
  type        text        not null,                      -- topic and change: booking.events/PAID
  occurred_at timestamptz not null,
  sequence    bigint      not null,
  actor_role  text        not null,
  from_status text,
  to_status   text,
  reason      text
);
create index audit_entry_of_booking on audit_entry (tenant, booking_id, occurred_at, entry_id);
create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change();
