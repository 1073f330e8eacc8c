-- Double entry, append-only: what is wrong is corrected by new entries.
create table ledger_transfer (
  transfer_id uuid        primary key,
  tenant      text        not null,
  kind        text        not null check (kind in ('COLLECTED', 'COLLECTED_LATE', 'REFUND_OWED', 'REFUND_PAID')),
  payment_id  uuid        not null,
  reference   uuid        not null,
  xid         xid8        not null default pg_current_xact_id(),
  posted_at   timestamptz not null default now(),
  foreign key (payment_id, tenant) references payment (payment_id, tenant),
  unique (transfer_id, tenant),
  unique (reference, kind)                     -- no movement is ever posted twice
);

create table ledger_entry (
  entry_id    bigint not null generated always as identity primary key,
  transfer_id uuid   not null,
  tenant      text   not null,
  account     text   not null check (account in ('PAYER_CLEARING_MTN', 'REVENUE', 'VAT_PAYABLE', 'REFUNDS_PAYABLE')),
  side        text   not null check (side in ('DEBIT', 'CREDIT')),
  amount      bigint not null check (amount > 0),
  foreign key (transfer_id, tenant) references ledger_transfer (transfer_id, tenant)
);
create index ledger_entry_by_transfer on ledger_entry (transfer_id);
create index ledger_entry_by_account on ledger_entry (tenant, account) include (side, amount);

create function ledger_balanced() returns trigger language plpgsql as $$
declare
  entries    int;
  difference bigint;
begin
  select count(*), coalesce(sum(case side when 'DEBIT' then amount else -amount end), 0)
    into entries, difference from ledger_entry where transfer_id = new.transfer_id;
  if entries < 2 or difference <> 0 then
    raise exception 'transfer % has % entries and a difference of %', new.transfer_id, entries, difference
      using errcode = 'check_violation', constraint = 'ledger_balanced';
  end if;
  return null;
end $$;
create constraint trigger ledger_transfer_balanced after insert on ledger_transfer
  deferrable initially deferred for each row execute function ledger_balanced();
create constraint trigger ledger_entry_balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_balanced();

create function ledger_closed() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_transfer t
                  where t.transfer_id = new.transfer_id and t.xid = pg_current_xact_id()) then
    raise exception 'transfer % was closed by the transaction that made it', new.transfer_id
      using errcode = 'check_violation', constraint = 'ledger_closed';
  end if;
  return new;
end $$;
create trigger ledger_entry_closed before insert on ledger_entry
  for each row execute function ledger_closed();

create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'check_violation', constraint = 'ledger_append_only';
end $$;
create trigger ledger_transfer_append_only before update or delete or truncate on ledger_transfer
  for each statement execute function ledger_append_only();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_append_only();
