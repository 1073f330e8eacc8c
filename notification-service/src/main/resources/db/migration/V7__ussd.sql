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
