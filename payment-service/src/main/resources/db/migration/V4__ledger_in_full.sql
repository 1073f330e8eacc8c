-- The ledger in full: parties, two phases, corrections, and a seal on every transfer (docs/money.md).

alter table ledger_transfer
  add column subject    text,
  add column subject_id uuid,
  add column phase      text not null default 'DIRECT',
  add column resolves   uuid,
  add column corrects   uuid,
  add column reason     text;
drop trigger ledger_transfer_append_only on ledger_transfer;
update ledger_transfer set subject = 'PAYMENT', subject_id = payment_id;
create trigger ledger_transfer_append_only before update or delete or truncate on ledger_transfer
  for each statement execute function ledger_append_only();

-- A transfer names its subject, which need not be a payment; where it is one, there is such a payment.
alter table ledger_transfer
  drop column payment_id,
  drop constraint ledger_transfer_kind_check,
  drop constraint ledger_transfer_reference_kind_key,
  alter column subject set not null,
  alter column subject_id set not null,
  alter column phase drop default;
alter table ledger_transfer
  add column payment_id uuid generated always as (case subject when 'PAYMENT' then subject_id end) stored,
  add foreign key (payment_id, tenant) references payment (payment_id, tenant),
  add foreign key (resolves, tenant) references ledger_transfer (transfer_id, tenant),
  add foreign key (corrects, tenant) references ledger_transfer (transfer_id, tenant),
  add check (subject in ('PAYMENT', 'BOOKING', 'PAYOUT', 'SETTLEMENT', 'RECONCILIATION')),
  add check (kind in ('COLLECTED', 'COLLECTED_LATE', 'REFUND_OWED', 'REFUND_PAID', 'SHARE_EARNED', 'SHARE_REVERSED',
                      'PAYOUT', 'PROVIDER_FEE', 'UNEXPLAINED', 'CORRECTION')),
  add check (phase in ('DIRECT', 'RESERVE', 'POST', 'VOID')),
  add check ((phase in ('POST', 'VOID')) = (resolves is not null)),
  add check ((kind in ('SHARE_REVERSED', 'CORRECTION')) = (corrects is not null)),
  add check (kind <> 'CORRECTION' or reason is not null),
  add constraint ledger_nothing_twice unique (reference, kind, phase);
-- A reservation is posted or voided, once.
create unique index ledger_resolved_once on ledger_transfer (resolves) where resolves is not null;

alter table ledger_entry
  add column party uuid,
  drop constraint ledger_entry_account_check,
  add check (account in ('PAYER_CLEARING_MTN', 'PAYER_CLEARING_AIRTEL', 'REVENUE', 'VAT_PAYABLE', 'COMMISSION',
                         'DRIVER_PAYABLE', 'OPERATOR_PAYABLE', 'REFUNDS_PAYABLE', 'PROVIDER_FEES', 'SUSPENSE')),
  add check ((account in ('DRIVER_PAYABLE', 'OPERATOR_PAYABLE')) = (party is not null));
-- Balances are kept by the seal (ledger_account); nobody sums up the entries of an account any more.
drop index ledger_entry_by_account;

-- The same rule as before, asked once for a statement instead of once for a row. A subquery, not a join: a plan that was
-- made while the table was small must not read all of it later.
drop trigger ledger_entry_closed on ledger_entry;
create or replace function ledger_closed() returns trigger language plpgsql as $$
begin
  if exists (select from added a
              where (select t.xid from ledger_transfer t where t.transfer_id = a.transfer_id)
                    is distinct from pg_current_xact_id()) then
    raise exception 'a transfer was closed by the transaction that made it'
      using errcode = 'check_violation', constraint = 'ledger_closed';
  end if;
  return null;
end $$;
create trigger ledger_entry_closed after insert on ledger_entry
  referencing new table as added for each statement execute function ledger_closed();

-- What resolves a reservation has its entries, no others.
create function ledger_resolved() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_transfer r
                  where r.transfer_id = new.resolves and r.phase = 'RESERVE'
                    and (r.kind, r.subject, r.subject_id, r.reference)
                      = (new.kind, new.subject, new.subject_id, new.reference))
     or exists (select account, party, side, amount from ledger_entry where transfer_id = new.resolves
                except all
                select account, party, side, amount from ledger_entry where transfer_id = new.transfer_id)
     or exists (select account, party, side, amount from ledger_entry where transfer_id = new.transfer_id
                except all
                select account, party, side, amount from ledger_entry where transfer_id = new.resolves) then
    raise exception 'transfer % does not have the entries of the reservation that it resolves', new.transfer_id
      using errcode = 'check_violation', constraint = 'ledger_resolved';
  end if;
  return null;
end $$;
create constraint trigger ledger_transfer_resolved after insert on ledger_transfer
  deferrable initially deferred for each row when (new.resolves is not null) execute function ledger_resolved();

-- Every transfer waits for its seal, whoever wrote it.
create table ledger_unsealed (
  position    bigint not null generated always as identity primary key,
  tenant      text   not null,
  transfer_id uuid   not null unique
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000); -- a queue: short, and always changing
create function ledger_waits() returns trigger language plpgsql as $$
begin
  insert into ledger_unsealed (tenant, transfer_id) select tenant, transfer_id from added;
  return null;
end $$;
create trigger ledger_transfer_waits after insert on ledger_transfer
  referencing new table as added for each statement execute function ledger_waits();
insert into ledger_unsealed (tenant, transfer_id)
  select tenant, transfer_id from ledger_transfer order by posted_at, transfer_id;

-- The chain of a tenant: a place without gaps, and a hash over the seal before and the transfer.
create table ledger_seal (
  tenant      text        not null,
  sequence    bigint      not null check (sequence > 0),
  transfer_id uuid        not null unique,
  hash        bytea       not null check (octet_length(hash) = 32),
  sealed_at   timestamptz not null,            -- never before that of the seal before
  primary key (tenant, sequence),
  foreign key (transfer_id, tenant) references ledger_transfer (transfer_id, tenant)
);
create index ledger_seal_by_time on ledger_seal (tenant, sealed_at, sequence);
create table ledger_chain (
  tenant    text        primary key,
  sequence  bigint      not null,
  hash      bytea       not null check (octet_length(hash) = 32),
  sealed_at timestamptz not null
);

-- Derived by the sealer, checked by verify. Without a party: all of the account, those of parties included.
create table ledger_account (
  account_id      bigint not null generated always as identity primary key,
  tenant          text   not null,
  account         text   not null,
  party           uuid,
  debits_posted   bigint not null default 0,
  credits_posted  bigint not null default 0,
  debits_pending  bigint not null default 0,
  credits_pending bigint not null default 0,
  unique nulls not distinct (tenant, party, account)
);
-- How the account stood after an entry: a statement's line, and the balance at any earlier time.
create table ledger_line (
  account_id      bigint not null,
  sequence        bigint not null,
  entry_id        bigint not null,
  debits_posted   bigint not null,
  credits_posted  bigint not null,
  debits_pending  bigint not null,
  credits_pending bigint not null,
  primary key (account_id, sequence, entry_id)
);

create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
  for each statement execute function ledger_append_only();
create trigger ledger_line_append_only before update or delete or truncate on ledger_line
  for each statement execute function ledger_append_only();

-- What an entry adds to its account: a reservation only to what is pending, which post and void take off again.
create view ledger_effect as
  select e.entry_id, e.transfer_id, e.tenant, e.account, e.party,
         case when e.side = 'DEBIT' then p.posted * e.amount else 0 end   as debits_posted,
         case when e.side = 'CREDIT' then p.posted * e.amount else 0 end  as credits_posted,
         case when e.side = 'DEBIT' then p.pending * e.amount else 0 end  as debits_pending,
         case when e.side = 'CREDIT' then p.pending * e.amount else 0 end as credits_pending
    from ledger_entry e join ledger_transfer t using (transfer_id)
   cross join lateral (select case when t.phase in ('DIRECT', 'POST') then 1 else 0 end as posted,
                              case t.phase when 'RESERVE' then 1 when 'DIRECT' then 0 else -1 end as pending) p;

-- A transfer as it is sealed: its columns, and its entries as text, one a line.
create view ledger_text as
  select t.transfer_id, t.tenant, t.kind, t.phase, t.subject, t.subject_id, t.reference, t.resolves, t.corrects,
         t.reason, t.posted_at,
         coalesce((select string_agg(concat_ws(' ', e.entry_id, e.account, coalesce(e.party::text, '-'), e.side,
                                               e.amount), E'\n' order by e.entry_id)
                     from ledger_entry e where e.transfer_id = t.transfer_id and e.tenant = t.tenant), '') as entries
    from ledger_transfer t;

-- Who carried a booking to its end, and what of the price is theirs.
create table share (
  booking_id     uuid        primary key,
  tenant         text        not null,
  driver_id      uuid        not null,
  operator_id    uuid,
  delivered_at   timestamptz not null,
  status         text        not null default 'WAITING' check (status in ('WAITING', 'EARNED', 'REVERSED')),
  commission     bigint      check (commission >= 0),
  amount         bigint      check (amount >= 0),
  earned_by      uuid,
  reversed_by    uuid,
  foreign key (earned_by, tenant) references ledger_transfer (transfer_id, tenant),
  foreign key (reversed_by, tenant) references ledger_transfer (transfer_id, tenant),
  check ((status = 'WAITING') = (earned_by is null)),
  check ((earned_by is null) = (commission is null) and (commission is null) = (amount is null)),
  check ((status = 'REVERSED') = (reversed_by is not null))
);
