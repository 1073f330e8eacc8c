-- Money that moved and is in no month's report yet; counting a month takes its rows along.
create table bnr_movement (
  movement_id bigint not null generated always as identity primary key,
  tenant      text   not null,
  month       date   not null check (extract(day from month) = 1),
  provider    text   not null,
  outcome     text   not null check (outcome in ('SUCCEEDED', 'REFUNDED')),
  amount_rwf  bigint not null check (amount_rwf > 0)
);
create index bnr_movement_by_month on bnr_movement (month, tenant, provider);

create table bnr_month (
  tenant        text        not null,
  month         date        not null,
  provider      text        not null,
  revision      int         not null check (revision > 0),
  successes     bigint      not null,
  successes_rwf bigint      not null,
  refunds       bigint      not null,
  refunds_rwf   bigint      not null,
  counted_at    timestamptz not null default now(),
  primary key (tenant, month, provider, revision)
);
