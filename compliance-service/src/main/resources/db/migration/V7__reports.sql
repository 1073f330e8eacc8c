-- What the reports count: one row a change, nothing of a person. They begin with this version.
create table payment_fact (
  event_id                uuid        primary key,
  tenant                  text        not null,
  month                   date        not null check (extract(day from month) = 1),   -- in Rwanda
  payment_id              uuid        not null,
  booking_id              uuid        not null,
  provider                text        not null,
  provider_transaction_id text        not null,
  outcome                 text        not null check (outcome in ('SUCCEEDED', 'REFUNDED', 'ATTEMPT_FAILED', 'EXPIRED', 'CANCELLED')),
  amount_rwf              bigint      not null check (amount_rwf >= 0),
  occurred_at             timestamptz not null
);
create index payment_fact_of_month on payment_fact (tenant, month, provider);
create index payment_fact_by_amount on payment_fact (tenant, month, amount_rwf);
create trigger payment_fact_append_only before update or delete on payment_fact
  for each row execute function refuse_change();

create table journey_fact (
  event_id    uuid        primary key,
  tenant      text        not null,
  month       date        not null check (extract(day from month) = 1),
  booking_id  uuid        not null,
  kind        text        not null,
  change      text        not null check (change in ('PICKED_UP', 'DELIVERED', 'CANCELLED', 'FAILED', 'HELD_AT_BORDER', 'LEFT_BORDER')),
  occurred_at timestamptz not null
);
create index journey_fact_of_month on journey_fact (tenant, month, change);
create index journey_fact_of_booking on journey_fact (booking_id, change, month);
create trigger journey_fact_append_only before update or delete on journey_fact
  for each row execute function refuse_change();

create index dispatch_decision_of_month on dispatch_decision (tenant, decided_at);
create index driver_record_by_end on driver_record (tenant, licence_valid_until);

-- Reports of finished months as they were given out; late facts make a new revision, the old one stays.
create table report_revision (
  tenant       text        not null,
  report       text        not null,
  month        date        not null check (extract(day from month) = 1),
  revision     int         not null check (revision > 0),
  facts_sha256 text        not null,                     -- of what happened in the month
  sha256       text        not null,                     -- of the whole content
  content      text        not null,                     -- JSON, byte for byte what was hashed
  made_at      timestamptz not null default now(),
  primary key (tenant, report, month, revision)
);
create trigger report_revision_append_only before update or delete on report_revision
  for each row execute function refuse_change();
