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

alter table person
  alter column phone drop not null,                              -- null: erased
  drop constraint person_phone_check,
  drop constraint person_by_phone,
  add column phone_index bytea,
  add constraint person_by_phone unique (tenant, phone_index);

alter table driver
  alter column name drop not null,
  alter column licence_number drop not null,
  drop constraint driver_by_licence,
  add column licence_index bytea,
  add constraint driver_by_licence unique (tenant, licence_index);

-- A wish and what the services made of it.
create table privacy_request (
  request_id  uuid        primary key,
  tenant      text        not null,
  person_id   uuid        not null,
  wish        text        not null check (wish in ('EXPORT', 'ERASE')),
  messages    bigint      not null default 1,                    -- sequence of its events: the first one and reminders
  created_at  timestamptz not null default now(),
  remind_at   timestamptz not null,
  done_at     timestamptz
);
create unique index one_open_wish_per_person on privacy_request (person_id, wish) where done_at is null;
create index privacy_request_to_remind on privacy_request (remind_at) where done_at is null;

create table privacy_answer (
  request_id   uuid        not null references privacy_request on delete cascade,
  service      text        not null,
  records      bigint      not null,
  kept         bigint      not null,
  kept_because text,
  postponed    boolean     not null,
  answered_at  timestamptz not null,
  primary key (request_id, service)
);

-- A login also ends because the person is forgotten.
alter table refresh_family
  drop constraint refresh_family_revoked_because_check,
  add constraint refresh_family_revoked_because_check check (
    revoked_because in ('LOGOUT', 'REUSE', 'ROLES_CHANGED', 'ERASED'));

-- What retention looks for.
create index one_time_code_by_age on one_time_code (issued_at);
create index refresh_family_by_end on refresh_family (expires_at);
create index driver_shift_by_end on driver_shift (ended_at) where ended_at is not null;
