-- A second provider. Every attempt names the wallet it asks, for the payer may go on with another; a refund goes back there.
alter table payment
  drop constraint payment_provider_check,
  add constraint payment_provider_check check (provider in ('MTN', 'AIRTEL'));

alter table movement
  add column provider    text,
  add column phone       text,
  add column left_behind boolean not null default false;   -- the payer went on with another wallet
update movement m set provider = p.provider, phone = p.payer_phone from payment p where p.payment_id = m.payment_id;
alter table movement
  alter column provider set not null,
  alter column phone set not null,
  add constraint movement_provider_check check (provider in ('MTN', 'AIRTEL')),
  add constraint movement_phone_check check (phone ~ '^[0-9]{8,15}$'),
  add constraint only_attempts_are_left_behind check (kind = 'COLLECTION' or not left_behind);

drop index one_open_attempt;
create unique index one_open_attempt on movement (payment_id)
  where kind = 'COLLECTION' and status in ('CREATED', 'UNKNOWN', 'PROMPTED') and not left_behind;
drop index movement_by_due;
create index movement_by_due on movement (provider, next_poll_at) where next_poll_at is not null;

alter table ledger_entry
  drop constraint ledger_entry_account_check,
  add constraint ledger_entry_account_check check (account in
    ('PAYER_CLEARING_MTN', 'PAYER_CLEARING_AIRTEL', 'REVENUE', 'VAT_PAYABLE', 'REFUNDS_PAYABLE'));
