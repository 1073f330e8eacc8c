-- One payment per booking; 1..n attempts of it; at most one success is ever kept.
create table payment (
  payment_id       uuid        primary key,
  tenant           text        not null,
  booking_id       uuid        not null unique,
  tracking_code    text        not null,
  sender_id        uuid        not null,
  payer_phone      text        not null check (payer_phone ~ '^[0-9]{8,15}$'),
  provider         text        not null check (provider in ('MTN')),
  total            bigint      not null check (total > 0),
  vat              bigint      not null check (vat >= 0 and vat < total),
  currency         text        not null check (currency ~ '^[A-Z]{3}$'),
  correlation_id   text        not null,
  expires_at       timestamptz not null,
  status           text        not null
                   check (status in ('PENDING', 'SUCCEEDED', 'EXPIRED', 'CANCELLED', 'REFUNDING', 'REFUNDED')),
  version          bigint      not null check (version > 0),
  attempts         int         not null check (attempts > 0),
  latest_reference uuid        not null,
  transaction_id   text,
  reason           text,
  succeeded_at     timestamptz,
  created_at       timestamptz not null default now(),
  check (status <> 'SUCCEEDED' or (transaction_id is not null and succeeded_at is not null)),
  unique (payment_id, tenant)
);
create index payment_by_deadline on payment (expires_at) where status = 'PENDING';

-- Money that a provider was asked to move, under a reference that was ours before the first call.
create table movement (
  reference      uuid        primary key,
  payment_id     uuid        not null,
  tenant         text        not null,
  kind           text        not null check (kind in ('COLLECTION', 'REFUND')),
  number         int         not null check (number > 0),
  refund_of      uuid        references movement,
  status         text        not null
                 check (status in ('CREATED', 'UNKNOWN', 'PROMPTED', 'SUCCEEDED', 'SURPLUS', 'FAILED')),
  transaction_id text,
  reason         text,
  tries          int         not null default 0,
  next_poll_at   timestamptz,                  -- null: nothing more to ask
  claimed_at     timestamptz,
  claimed_until  timestamptz,
  hinted_at      timestamptz,                  -- the latest callback
  sent_at        timestamptz,                  -- the latest time at which it may have been sent
  created_at     timestamptz not null default now(),
  foreign key (payment_id, tenant) references payment (payment_id, tenant),
  check ((kind = 'REFUND') = (refund_of is not null)),
  check (kind = 'COLLECTION' or status <> 'SURPLUS'),
  check (status not in ('SUCCEEDED', 'SURPLUS') or transaction_id is not null),
  check (status not in ('CREATED', 'UNKNOWN', 'PROMPTED') or next_poll_at is not null)
);
create unique index one_kept_success on movement (payment_id) where kind = 'COLLECTION' and status = 'SUCCEEDED';
create unique index one_open_attempt on movement (payment_id)
  where kind = 'COLLECTION' and status in ('CREATED', 'UNKNOWN', 'PROMPTED');
create unique index one_refund_per_attempt on movement (refund_of) where kind = 'REFUND' and status <> 'FAILED';
create unique index movement_by_payment on movement (payment_id, kind, number, coalesce(refund_of, reference));
create index movement_by_due on movement (next_poll_at) where next_poll_at is not null;
