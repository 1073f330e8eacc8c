-- What providers say they moved, where our books differ from it, and what became of each difference (docs/money.md).

create function reconciliation_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what a provider said and what was done about it are append-only'
    using errcode = 'check_violation', constraint = 'reconciliation_append_only';
end $$;

-- A statement as it was read; one that was mended by the provider is a further revision, and the last one counts.
create table provider_statement (
  statement_id uuid        primary key,
  provider     text        not null check (provider in ('MTN', 'AIRTEL')),
  day          date        not null,           -- Africa/Kigali
  revision     int         not null check (revision > 0),
  digest       bytea       not null check (octet_length(digest) = 32),
  lines        int         not null check (lines >= 0),
  read_at      timestamptz not null default now(),
  unique (provider, day, revision),
  unique (statement_id, provider, day)
);
create table provider_statement_line (
  statement_id   uuid             not null,
  number         int              not null,
  provider       text             not null,
  day            date             not null,
  kind           text             not null check (kind in ('COLLECTION', 'REFUND', 'TRANSFER')),
  reference      text collate "C" not null,
  transaction_id text             not null,
  amount         bigint           not null check (amount >= 0),
  fee            bigint           not null check (fee >= 0),
  status         text             not null check (status in ('SUCCEEDED', 'FAILED')),
  at             timestamptz      not null,
  primary key (statement_id, number),
  foreign key (statement_id, provider, day) references provider_statement (statement_id, provider, day)
);
create index provider_statement_line_by_reference on provider_statement_line (provider, reference, kind);
create index provider_statement_line_by_day on provider_statement_line (provider, day, kind, reference);
create trigger provider_statement_append_only before update or delete or truncate on provider_statement
  for each statement execute function reconciliation_append_only();
create trigger provider_statement_line_append_only before update or delete or truncate on provider_statement_line
  for each statement execute function reconciliation_append_only();

-- A day of a provider: due, waiting for answers to what was asked, or done; done again when someone wants it.
create table reconciliation (
  provider      text        not null check (provider in ('MTN', 'AIRTEL')),
  day           date        not null,
  planned       boolean     not null,          -- by the timer; else a person wanted it
  requested_by  uuid,                          -- who wanted it last
  status        text        not null default 'DUE' check (status in ('DUE', 'ASKED', 'DONE')),
  next_at       timestamptz not null default now(),
  claim         uuid,
  claimed_until timestamptz,
  tries         int         not null default 0,
  problem       text,                          -- why the last try failed
  lines         int         not null default 0,
  fees          int         not null default 0,
  asked         int         not null default 0,
  opened        int         not null default 0,
  explained     int         not null default 0,
  created_at    timestamptz not null default now(),
  done_at       timestamptz,                   -- the last time
  primary key (provider, day),
  check ((claim is null) = (claimed_until is null)),
  check (status <> 'DONE' or done_at is not null)
);
create index reconciliation_by_due on reconciliation (next_at) where status <> 'DONE';

-- A difference. Whatever it is, clearing says what the provider says, and suspense holds the rest until it is resolved.
create table reconciliation_case (
  case_id         uuid             primary key,
  number          bigint           not null generated always as identity unique,
  provider        text             not null check (provider in ('MTN', 'AIRTEL')),
  movement_kind   text             not null check (movement_kind in ('COLLECTION', 'REFUND', 'TRANSFER')),
  reference       text collate "C" not null,
  day             date             not null,   -- the run that found it
  kind            text             not null
                  check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'STATUS_DIFFERS')),
  tenant          text             not null,   -- in whose books
  movement        uuid,                        -- ours; null: nobody knows of it
  transaction_id  text,
  their_status    text             check (their_status in ('SUCCEEDED', 'FAILED')),
  their_amount    bigint           not null,
  their_fee       bigint           not null,
  our_state       text             check (our_state in ('OPEN', 'MOVED', 'FAILED')),
  our_amount      bigint           not null,
  owed_account    text             not null,   -- where stands what the movement was to pay back or out
  owed_party      uuid,
  difference      bigint           not null check (difference <> 0),   -- theirs less ours, fees taken off
  of_fees         bigint           not null,                           -- of it
  status          text             not null default 'OPEN'
                  check (status in ('OPEN', 'WAITING', 'RESOLVED', 'EXPLAINED')),
  resolution      text             check (resolution in ('COLLECT_LATE', 'OWE_BACK', 'DEBT_PAID', 'ACCEPT_THEIRS',
                                                         'WRITE_OFF', 'PROVIDER_CORRECTS')),
  proposal        text             check (proposal in ('COLLECT_LATE', 'OWE_BACK', 'DEBT_PAID', 'ACCEPT_THEIRS',
                                                       'WRITE_OFF')),
  proposal_reason text,
  proposed_by     uuid,
  unexplained_by  uuid             not null,
  corrected_by    uuid,
  opened_at       timestamptz      not null default now(),
  closed_at       timestamptz,
  foreign key (unexplained_by, tenant) references ledger_transfer (transfer_id, tenant),
  foreign key (corrected_by, tenant) references ledger_transfer (transfer_id, tenant),
  check ((status in ('RESOLVED', 'EXPLAINED')) = (corrected_by is not null)),
  check ((corrected_by is null) = (closed_at is null)),
  check (status <> 'RESOLVED' or resolution is not null),
  check ((proposal is null) = (proposed_by is null) and (proposal is null) = (proposal_reason is null))
);
create unique index one_open_case on reconciliation_case (provider, movement_kind, reference)
  where status in ('OPEN', 'WAITING');
create index reconciliation_case_by_reference on reconciliation_case (provider, reference, movement_kind);
create index reconciliation_case_by_tenant on reconciliation_case (tenant, number);
create index reconciliation_case_open on reconciliation_case (provider, movement_kind, reference, number)
  where status in ('OPEN', 'WAITING');

-- What was done about a case, by whom and why.
create table reconciliation_act (
  act_id      bigint      not null generated always as identity primary key,
  case_id     uuid        not null references reconciliation_case,
  act         text        not null check (act in ('OPENED', 'PROPOSED', 'RESOLVED', 'LEFT_TO_PROVIDER', 'EXPLAINED')),
  resolution  text,
  reason      text,
  person      uuid,                            -- null: reconciliation itself
  transfer_id uuid        references ledger_transfer,
  at          timestamptz not null default now()
);
create index reconciliation_act_by_case on reconciliation_act (case_id, act_id);
create trigger reconciliation_act_append_only before update or delete or truncate on reconciliation_act
  for each statement execute function reconciliation_append_only();

-- Statements name an Airtel refund by the collection that went back.
create index movement_by_refunded on movement (refund_of) where refund_of is not null;
-- What was booked since: transfers come in the order of time, so blocks of them are enough to find it.
create index ledger_transfer_by_time on ledger_transfer using brin (posted_at);
