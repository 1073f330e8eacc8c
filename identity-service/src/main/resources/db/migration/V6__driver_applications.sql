-- Who wants to drive is PENDING until compliance has looked at the papers. Drivers from before stay what they are; a check
-- counts if it is about papers that are not older than what stands here now.
alter table driver
  drop constraint driver_status_check,
  add constraint driver_status_check check (status in ('PENDING', 'ACTIVE', 'REJECTED', 'SUSPENDED')),
  add column papers_version bigint,
  add column check_sequence bigint not null default 0,             -- of the last check that was heard; 0: none yet
  add column check_papers_of bigint,                               -- the version whose papers it looked at
  add column check_outcome  text check (check_outcome in ('CLEARED', 'REFUSED', 'WAITING')),
  add column check_refusals text[] not null default '{}',          -- ids of the rules that refused
  add column check_valid_until date,
  add column checked_at     timestamptz;
update driver set papers_version = version;
alter table driver
  alter column papers_version set not null,
  add constraint papers_are_of_a_version check (papers_version between 1 and version),
  add constraint check_is_whole check (
    (check_sequence = 0) = (check_outcome is null) and (check_outcome is null) = (checked_at is null)
    and (check_outcome is null) = (check_papers_of is null));
create index driver_by_status on driver (tenant, status, driver_id);

-- What was shown, as it was described: the file itself lies elsewhere. Number and reference are sealed by the service.
create table driver_document (
  document_id  uuid        primary key,
  driver_id    uuid        not null,
  tenant       text        not null,
  kind         text        not null check (kind in ('DRIVING_LICENCE', 'NATIONAL_ID', 'AUTHORISATION', 'INSURANCE', 'INSPECTION')),
  number       text        not null,
  valid_until  date,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  reference    text        not null,
  handed_in_at timestamptz not null default now(),
  constraint one_document_of_a_kind unique (driver_id, kind),
  foreign key (tenant, driver_id) references driver (tenant, driver_id)
);

alter table driver_shift
  drop constraint driver_shift_ended_because_check,
  add constraint driver_shift_ended_because_check check (
    ended_because in ('OFF_DUTY', 'SUSPENDED', 'TOO_LONG', 'NEW_PAPERS', 'REJECTED'));
