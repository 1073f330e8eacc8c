-- Identifiers are sealed by the service, which alone has the keys: rows from before are sealed while it runs, and from then
-- on a constraint that it makes refuses values in clear.
create table cipher_key (
  key_id        text        primary key,
  proof         text        not null,                            -- a value that only this key opens
  first_used_at timestamptz not null default now(),
  active_until  timestamptz not null                             -- some instance seals with it until then
);

-- What people asked for (law 058/2021), and what came of it here.
create table privacy_task (
  request_id   uuid        primary key,
  tenant       text        not null,
  person_id    uuid        not null,
  wish         text        not null check (wish in ('EXPORT', 'ERASE')),
  state        text        not null default 'WAITING' check (state in ('WAITING', 'DONE')),
  because      text,                                             -- why it waits
  records      bigint      not null default 0,
  kept         bigint      not null default 0,
  kept_because text,
  answers      bigint      not null default 0,
  next_try_at  timestamptz not null default now(),
  received_at  timestamptz not null default now(),
  done_at      timestamptz,
  check ((state = 'DONE') = (done_at is not null))
);
create index privacy_task_due on privacy_task (next_try_at) where state = 'WAITING';
create index privacy_task_done on privacy_task (done_at) where state = 'DONE';

-- Who was forgotten: an id that means nothing any more, so that what comes late does not bring the person back.
create table erased_person (
  person_id uuid        primary key,
  tenant    text        not null,
  erased_at timestamptz not null default now(),
  swept_at  timestamptz not null default now()                   -- when what came late was last looked for
);
create index erased_person_to_sweep on erased_person (swept_at);

-- Wallets are sealed; who is forgotten leaves money without a phone. The ledger names ids only and is not touched.
alter table payment alter column payer_phone drop not null, drop constraint payment_payer_phone_check;
alter table movement alter column phone drop not null, drop constraint movement_phone_check;
alter table payout alter column phone drop not null, drop constraint payout_phone_check;
alter table wallet_change alter column phone drop not null, drop constraint wallet_change_phone_check;
create index payment_by_sender on payment (tenant, sender_id);
create index payment_by_age on payment (created_at);

-- Still append-only, but for the phone: it may be sealed with another key or forgotten, and nothing else about a change.
-- A wallet of somebody else cannot be put in its place by whoever lacks the key.
drop trigger wallet_change_append_only on wallet_change;
create trigger wallet_change_append_only before delete or truncate on wallet_change
  for each statement execute function wallet_change_append_only();
create trigger wallet_change_only_sealed before update on wallet_change
  for each row when (
    (to_jsonb(new) - 'phone') is distinct from (to_jsonb(old) - 'phone')
    or (new.phone is not null and new.phone not like 'v1:%'))
  execute function wallet_change_append_only();
