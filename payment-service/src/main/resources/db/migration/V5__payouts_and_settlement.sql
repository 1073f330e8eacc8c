-- Who is paid and where, what was paid out, and the settlement of each day (docs/money.md).

-- Drivers as fleet.events tells of them, and the operators whose fleets they were ever of.
create table driver_payee (
  driver_id   uuid    primary key,
  tenant      text    not null,
  operator_id uuid,
  active      boolean not null,
  sequence    bigint  not null                 -- of the newest change heard; an older one changes nothing
);
create table operator_payee (
  tenant      text not null,
  operator_id uuid not null,
  primary key (tenant, operator_id)
);

-- Every wallet that a payee ever had, by whom and since when; the newest one counts once it may be used.
create table wallet_change (
  change_id   bigint      not null generated always as identity primary key,
  tenant      text        not null,
  account     text        not null check (account in ('DRIVER_PAYABLE', 'OPERATOR_PAYABLE')),
  party       uuid        not null,
  provider    text        not null check (provider in ('MTN', 'AIRTEL')),
  phone       text        not null check (phone ~ '^[0-9]{8,15}$'),
  changed_by  uuid,                             -- null: told by fleet.events
  changed_at  timestamptz not null default now(),
  usable_from timestamptz not null
);
create index wallet_change_by_party on wallet_change (tenant, account, party, change_id desc);
create function wallet_change_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'wallet changes are append-only'
    using errcode = 'check_violation', constraint = 'wallet_change_append_only';
end $$;
create trigger wallet_change_append_only before update or delete or truncate on wallet_change
  for each statement execute function wallet_change_append_only();

-- One day of a tenant, settled once; it goes on at its cursor.
create table settlement_run (
  run_id           uuid        primary key,
  number           bigint      not null generated always as identity,
  tenant           text        not null,
  kind             text        not null check (kind in ('OPERATOR_DRIVER', 'TENANT')),
  day              date        not null,       -- Africa/Kigali
  from_sequence    bigint      not null check (from_sequence >= 0),  -- the last place in the chain before the day
  through_sequence bigint      not null,                             -- its last place
  cursor           bigint      not null,
  status           text        not null default 'RUNNING' check (status in ('RUNNING', 'DONE')),
  requested_by     uuid,                       -- null: by the timer
  retry_at         timestamptz not null default now(),
  created_at       timestamptz not null default now(),
  finished_at      timestamptz,
  unique (run_id, tenant),
  unique (tenant, kind, day),
  check (through_sequence >= from_sequence),
  check ((status = 'DONE') = (finished_at is not null))
);
create index settlement_run_by_number on settlement_run (tenant, number desc);
create index settlement_run_running on settlement_run (number) where status = 'RUNNING';

-- Money owed that was sent to a wallet, under a reference that was ours before the first call.
create table payout (
  reference      uuid        primary key,
  number         bigint      not null generated always as identity,
  tenant         text        not null,
  account        text        not null check (account in ('DRIVER_PAYABLE', 'OPERATOR_PAYABLE')),
  party          uuid        not null,
  amount         bigint      not null check (amount > 0),
  provider       text        not null check (provider in ('MTN', 'AIRTEL')),
  phone          text        not null check (phone ~ '^[0-9]{8,15}$'),
  status         text        not null default 'CREATED'
                 check (status in ('CREATED', 'UNKNOWN', 'PROMPTED', 'SUCCEEDED', 'FAILED')),
  transaction_id text,
  reason         text,
  reservation    uuid        not null unique,
  sync_id        uuid,                         -- of a payout that was asked for
  asked          bigint      check (asked > 0), -- null: all that is owed
  requested_by   uuid,                         -- null: by the timer's run
  run_id         uuid,
  tries          int         not null default 0,
  next_poll_at   timestamptz default now(),    -- null: nothing more to ask
  claimed_at     timestamptz,
  claimed_until  timestamptz,
  hinted_at      timestamptz,
  sent_at        timestamptz,                  -- the latest time at which it may have been sent
  created_at     timestamptz not null default now(),
  decided_at     timestamptz,
  foreign key (reservation, tenant) references ledger_transfer (transfer_id, tenant),
  foreign key (run_id, tenant) references settlement_run (run_id, tenant),
  check ((sync_id is null) = (run_id is not null)),
  check (sync_id is null or requested_by is not null),
  check (status <> 'SUCCEEDED' or transaction_id is not null),
  check (status not in ('CREATED', 'UNKNOWN', 'PROMPTED') or next_poll_at is not null),
  check ((status in ('SUCCEEDED', 'FAILED')) = (decided_at is not null)),
  unique (tenant, requested_by, sync_id),
  unique (run_id, account, party)              -- a run pays nobody twice
);
create index payout_by_due on payout (provider, next_poll_at) where next_poll_at is not null;
create index payout_by_number on payout (tenant, number desc);
create index payout_by_party on payout (tenant, account, party, created_at);
create function payout_decided() returns trigger language plpgsql as $$
begin
  if new.status <> old.status and new.status in ('SUCCEEDED', 'FAILED') then
    new.decided_at := now();
  end if;
  return new;
end $$;
create trigger payout_decided before update on payout for each row execute function payout_decided();

-- However it came to be known, a payout is booked as paid once.
create unique index ledger_paid_out_once on ledger_transfer (reference)
  where kind = 'PAYOUT' and phase in ('DIRECT', 'POST');

-- What a day did to what a driver or an operator is owed, in whole francs, and what was paid of it.
create table settlement_item (
  run_id     uuid   not null references settlement_run,
  account_id bigint not null,
  account    text   not null check (account in ('DRIVER_PAYABLE', 'OPERATOR_PAYABLE')),
  party      uuid   not null,
  opening    bigint not null,
  earned     bigint not null check (earned >= 0),
  reversed   bigint not null check (reversed >= 0),
  paid       bigint not null check (paid >= 0),
  corrected  bigint not null,
  closing    bigint not null,
  payout     uuid   references payout,
  refused    text,
  primary key (run_id, account_id),
  unique (run_id, account, party),
  unique (payout),
  check (closing = opening + earned - reversed - paid + corrected),
  check ((payout is null) = (refused is not null))
);
create index settlement_item_by_party on settlement_item (account, party, run_id);
create index ledger_account_of_parties on ledger_account (tenant, account_id) where party is not null;

-- What a day's transfers did to each account, by kind, in whole francs.
create table settlement_figure (
  run_id  uuid   not null references settlement_run,
  account text   not null,
  kind    text   not null,
  debits  bigint not null check (debits >= 0),
  credits bigint not null check (credits >= 0),
  primary key (run_id, account, kind)
);
