-- The register of ours. Subjects, numbers, holders, TINs and plates identify people and are sealed by the service, which alone
-- has the keys; what is taken over below comes in clear, without an index, and is sealed before the service begins.
create table licence (
  licence_id    uuid        primary key default uuidv7(),
  tenant        text        not null,
  kind          text        not null check (kind in ('OPERATOR_LICENCE', 'DRIVER_AUTHORISATION', 'VEHICLE_AUTHORISATION',
                                                     'VEHICLE_INSPECTION', 'DRIVING_LICENCE', 'INSURANCE')),
  subject       text,                                    -- driving licence number, plate or TIN; null: it was forgotten
  subject_index bytea,                                   -- what the subject is found by
  holder_id     uuid,                                    -- driver, vehicle or operator; null: the fleet knows none of that subject
  asked_at      timestamptz,                             -- when the authority was last asked as a booking is under way
  look_at       timestamptz,                             -- when the sweep looks next; null: when there is news
  told_standing text        check (told_standing in ('VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
  told_until    date,                                    -- the period that was told of
  told_days     int         check (told_days in (30, 7, 1)),
  unique (tenant, kind, subject_index)
);
create index licence_to_look_at on licence (look_at) where look_at is not null;
create index licence_of_holder on licence (holder_id) where holder_id is not null;

-- The latest word of each source about it.
create table licence_word (
  licence_id    uuid        not null references licence,
  source        text        not null check (source in ('REGISTER', 'IMPORT', 'MANUAL')),
  word_id       uuid        not null unique default uuidv7(), -- of the word whose number stands here: it is sealed for that
  tenant        text        not null,
  on_record     boolean     not null,                    -- false: the source has none; what it had before stays beside
  number        text,
  number_index  bytea,                                   -- tells whether a word says the same number
  status        text        check (status in ('VALID', 'SUSPENDED', 'REVOKED')),
  valid_until   date,
  issued_on     date,
  holder        text,
  holder_tin    text,
  zone          text,
  vehicle_plate text,
  categories    text[]      not null default '{}',
  said_at       timestamptz not null,
  primary key (licence_id, source),
  check (not on_record or (number is not null and status is not null and valid_until is not null))
);

-- Every word that was new, for ever: without what identifies a person, so that nothing in it ever has to be erased.
create table licence_change (
  change_id   bigint      primary key generated always as identity,
  licence_id  uuid        not null references licence,
  tenant      text        not null,
  source      text        not null,
  on_record   boolean     not null,
  status      text,
  issued_on   date,
  valid_until date,
  said_at     timestamptz not null,
  said_by     uuid,                                      -- who imported or approved it; null: the register
  reason      text
);
create index licence_change_of on licence_change (licence_id, change_id);
create trigger licence_change_append_only before update or delete on licence_change
  for each row execute function refuse_change();
create trigger licence_change_not_emptied before truncate on licence_change
  for each statement execute function refuse_change();

insert into licence (tenant, kind, subject) select tenant, kind, subject from licence_answer;
insert into licence_word (licence_id, source, tenant, on_record, number, status, valid_until, vehicle_plate, said_at)
  select licence_id, 'REGISTER', tenant, number is not null, number, status, valid_until, vehicle_plate, a.asked_at
    from licence_answer a join licence using (tenant, kind, subject);
drop table licence_answer;

-- Counts the facts told about a holder.
create table licence_holder (
  holder_id      uuid   primary key,
  event_sequence bigint not null default 0
);

-- Manual entry, four eyes. What identifies a person is sealed, and once it is decided stands in the register only.
create table licence_proposal (
  proposal_id     uuid        primary key default uuidv7(),
  tenant          text        not null,
  kind            text        not null,
  subject         text,
  number          text,
  status          text        not null check (status in ('VALID', 'SUSPENDED', 'REVOKED')),
  valid_until     date        not null,
  issued_on       date        not null,
  holder          text,
  holder_tin      text,
  zone            text,
  vehicle_plate   text,
  categories      text[]      not null default '{}',
  reason          text        not null,
  proposed_by     uuid        not null,
  proposed_at     timestamptz not null,
  state           text        not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
  decided_by      uuid,
  decided_at      timestamptz,
  decision_reason text,
  licence_id      uuid        references licence,
  constraint four_eyes check (decided_by is null or decided_by <> proposed_by),
  constraint decided_is_whole check (
    (state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)
    and (decided_by is null) = (decision_reason is null)),
  constraint proposed_is_whole check (state <> 'PROPOSED' or (subject is not null and number is not null))
);
create index licence_proposal_open on licence_proposal (tenant, proposal_id) where state = 'PROPOSED';

-- Files that were handed in. Errors name line, column and rule, never what stood there.
create table licence_import (
  import_id   uuid        primary key default uuidv7(),
  tenant      text        not null,
  sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  strict      boolean     not null,
  imported_by uuid        not null,
  imported_at timestamptz not null,
  lines       int         not null check (lines >= 0),
  taken       int         not null check (taken between 0 and lines),
  errors      jsonb       not null,
  unique (tenant, sha256, strict)
);

-- Something under way with a licence that is no longer good: for people to look at, until one says why it is settled.
create table licence_flag (
  flag_id      uuid        primary key default uuidv7(),
  tenant       text        not null,
  booking_id   uuid        not null references case_file,
  licence_id   uuid        not null references licence,
  licence_kind text        not null,
  standing     text        not null check (standing in ('SUSPENDED', 'REVOKED', 'EXPIRED')),
  holder_id    uuid        not null,
  driver_id    uuid        not null,
  operator_id  uuid,
  since        timestamptz not null,
  closed_at    timestamptz
);
create unique index one_open_flag_each on licence_flag (booking_id, licence_id) where closed_at is null;
create index licence_flag_open on licence_flag (tenant, flag_id) where closed_at is null;

create table licence_flag_change (
  change_id  bigint      primary key generated always as identity,
  flag_id    uuid        not null references licence_flag,
  change     text        not null check (change in ('OPENED', 'CLOSED')),
  actor_id   uuid,
  actor_role text        not null,
  reason     text        not null,
  at         timestamptz not null
);
create index licence_flag_change_of on licence_flag_change (flag_id);
create trigger licence_flag_change_append_only before update or delete on licence_flag_change
  for each row execute function refuse_change();

create index case_file_under_way on case_file (booking_id) where status in ('ASSIGNED', 'IN_TRANSIT', 'AT_BORDER');

-- By its plate the fleet's vehicle is found that a licence is about; drivers of whom nothing is told any more are found
-- by what was last asked for.
alter table driver_record add column vehicle_plate text;
update driver_record d set vehicle_plate = (
  select r.vehicle_plate from dispatch_request r where r.vehicle_id = d.vehicle_id order by r.booking_sequence desc limit 1);

alter table dispatch_decision add column valid_until date;
