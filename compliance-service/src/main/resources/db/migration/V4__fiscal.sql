-- A booking that a registered taxpayer pays for. Holds a name.
create table case_buyer (
  booking_id    uuid primary key references case_file,
  tenant        text not null,
  tin           text not null,
  name          text not null,
  purchase_code text not null
);

-- cmc_key: of a device on line, the key of its line, sealed. silent_since: of the first of the calls without an answer.
alter table fiscal_device
  add column device_id    uuid        not null unique default gen_random_uuid(),
  add column cmc_key      text,
  add column silent_since timestamptz;

-- The buyer as the sale names it, RRA's code of a refusal, and whether people were told that nothing goes on.
alter table receipt_job
  add column buyer_tin     text,
  add column buyer_name    text,
  add column purchase_code text,
  add column error_code    text,
  add column told_to_stop  boolean not null default false,
  add check ((buyer_tin is null) = (buyer_name is null)),
  add check ((buyer_tin is null) = (purchase_code is null));

-- What a device answered that was no success; successes are the receipts themselves.
create table device_exchange (
  exchange_id bigint      primary key generated always as identity,
  job_id      bigint      not null references receipt_job,
  call        text        not null check (call in ('saveSales', 'saveStockItems')),
  answer      text        not null,
  noted_at    timestamptz not null default now()
);
create index device_exchange_of_job on device_exchange (job_id);
create trigger device_exchange_append_only before update or delete on device_exchange
  for each row execute function refuse_change();

-- recorded_at: by the clock and not by the transaction's start, so that what waited for a day to be closed is after it.
alter table fiscal_receipt
  add column buyer_tin          text,
  add column replaces_signature text,
  add column recorded_at        timestamptz not null default clock_timestamp();
create index fiscal_receipt_recorded on fiscal_receipt (recorded_at);

-- Every print of a receipt; from the second on it is a copy.
create table receipt_print (
  receipt_id uuid        not null references fiscal_receipt,
  number     int         not null check (number > 0),
  printed_at timestamptz not null default clock_timestamp(),
  primary key (receipt_id, number)
);
create trigger receipt_print_append_only before update or delete on receipt_print
  for each row execute function refuse_change();

-- Days that were closed (Z), numbered without gap per device.
create table day_report (
  tin       text        not null,
  branch    text        not null,
  number    bigint      not null check (number > 0),
  day       date        not null,
  totals    jsonb       not null,
  closed_at timestamptz not null default clock_timestamp(),
  closed_by uuid        not null,
  primary key (tin, branch, number),
  unique (tin, branch, day),
  foreign key (tin, branch) references fiscal_device
);
create trigger day_report_append_only before update or delete on day_report
  for each row execute function refuse_change();
