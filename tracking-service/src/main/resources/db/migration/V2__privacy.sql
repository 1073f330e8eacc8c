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

-- What retention and people's wishes look for.
alter table trip add column coarse boolean not null default false;   -- its places are gone
create index trip_by_end on trip (ended_at) where ended_at is not null;
create index trip_to_blank on trip (ended_at) where ended_at is not null and not coarse;
create index trip_by_sender on trip (tenant, sender_id);
create index trip_by_driver on trip (tenant, driver_id);
