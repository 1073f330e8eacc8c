-- One message to one person. It is a row before it is sent, so nothing is lost and a repeated event adds none.
create table message (
  message_id      uuid        primary key,
  tenant          text        not null,
  event_id        uuid        not null,                       -- the event that asked for it
  template        text        not null,
  channel         text        not null check (channel in ('SMS', 'EMAIL')),
  person_id       uuid        not null,
  booking_id      uuid,
  address         text,                                       -- phone or e-mail; null until the driver's is known
  language        text        check (language in ('EN', 'RW', 'FR')),
  parameters      text[],                                     -- what fills the template; null once a secret is erased
  correlation_id  text        not null,
  status          text        not null default 'PENDING' check (status in ('PENDING', 'SENT', 'FAILED')),
  attempts        integer     not null default 0,
  due_at          timestamptz not null default now(),         -- next attempt; while one is under way, when it counts as dead
  expires_at      timestamptz not null,                       -- not sent any more after that
  created_at      timestamptz not null default now(),
  ended_at        timestamptz,
  reason          text,
  provider_reference text,
  constraint message_once unique (event_id, template, person_id),
  constraint message_address_has_language check ((address is null) = (language is null)),
  constraint message_end check ((status = 'PENDING') = (ended_at is null)),
  constraint message_secret_erased check (template <> 'ONE_TIME_CODE' or status = 'PENDING' or parameters is null)
);
create index message_due on message (due_at) where status = 'PENDING';
create index message_without_address on message (person_id) where status = 'PENDING' and address is null;
create index message_of_person on message (tenant, person_id, created_at desc);

-- How to reach a driver, as fleet.events last told it.
create table driver_contact (
  driver_id uuid   primary key,
  tenant    text   not null,
  phone     text   not null,
  language  text   not null check (language in ('EN', 'RW', 'FR')),
  sequence  bigint not null
);
