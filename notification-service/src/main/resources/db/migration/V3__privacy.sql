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

-- Parameters become one text, so that they can be sealed; the person's name or phone may be among them.
alter table message
  alter column parameters type text using array_to_json(parameters)::text;
create index message_by_end on message (ended_at) where ended_at is not null;
create index message_to_blank on message (ended_at)
  where ended_at is not null and (address is not null or parameters is not null);
create index message_of_booking on message (booking_id) where booking_id is not null;
