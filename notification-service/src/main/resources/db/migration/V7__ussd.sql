-- Somebody in the USSD menu. The gateway's session ends when the network drops; the row lets the next one go on.
create table ussd_session (
  session_id       uuid        primary key,
  tenant           text        not null,
  provider_session text        not null,
  phone            text        not null,                        -- sealed
  phone_index      bytea       not null,
  person_id        uuid,                                        -- once identity-service has said who it is
  language         text        check (language in ('EN', 'RW', 'FR')),
  state            text,                                        -- the screen and the way to it, sealed; may hold phones
  heard            integer     not null default 0,              -- characters of the gateway's text that are answered
  started_at       timestamptz not null default now(),
  touched_at       timestamptz not null default now(),
  ended_at         timestamptz,
  constraint ussd_session_once unique (provider_session)
);
create index ussd_session_of_phone on ussd_session (tenant, phone_index, touched_at desc);
create index ussd_session_of_person on ussd_session (tenant, person_id) where person_id is not null;
create index ussd_session_by_touch on ussd_session (touched_at);

-- One callback: what is sent again gets the first answer. The input path may hold phones, so only its digest is kept.
create table ussd_turn (
  turn_id      uuid        primary key,
  session_id   uuid        not null references ussd_session on delete cascade,
  input_digest bytea       not null,
  answer       text,                                            -- sealed; null while it is worked on
  claimed_at   timestamptz not null default now(),
  constraint ussd_turn_once unique (session_id, input_digest)
);

-- Bookings as booking.events last told them, for who asks by SMS.
create table tracked_booking (
  booking_id    uuid        primary key,
  tenant        text        not null,
  tracking_code text        not null,
  status        text        not null,
  person_id     uuid        not null,                           -- the sender
  language      text        not null check (language in ('EN', 'RW', 'FR')),
  sequence      bigint      not null,
  changed_at    timestamptz not null default now()
);
create index tracked_booking_code on tracked_booking (tenant, tracking_code);
create index tracked_booking_of_person on tracked_booking (tenant, person_id);
create index tracked_booking_by_change on tracked_booking (changed_at);

-- Whose phones may ask: sender, payer, receiver. By an index that names nobody.
create table tracked_party (
  booking_id  uuid  not null references tracked_booking on delete cascade,
  phone_index bytea not null,
  primary key (booking_id, phone_index)
);
