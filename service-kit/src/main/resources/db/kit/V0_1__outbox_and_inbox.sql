-- Append-only outbox, read in snapshot batches: docs/decisions.md, "Outbox by snapshots".
create table outbox (
  id       bigint      not null generated always as identity,   -- cache 1: the order of one key is the order of ids
  xid      xid8        not null default pg_current_xact_id(),
  shard    smallint    not null default 0,
  topic    text        not null,
  key      uuid        not null,
  event_id uuid        not null,
  headers  text        not null,                                -- one "name: value" a line
  payload  bytea       not null,
  created  timestamptz not null default now()
) partition by range (created);
create index outbox_by_transaction on outbox (shard, xid);

create table outbox_cursor (
  shard         smallint    primary key,
  snapshot      pg_snapshot not null,
  progressed_at timestamptz not null default now()
);
insert into outbox_cursor (shard, snapshot) values (0, pg_current_snapshot());

create table inbox (
  event_id    uuid        primary key,
  received_at timestamptz not null default now()
);
create index inbox_by_age on inbox (received_at);
