-- What phones did without network, stored as it arrives and worked off at the pace the database can bear.
create table sync_action (
  tenant          text        not null,
  person_id       uuid        not null,
  sync_id         uuid        not null,
  place           bigint      not null generated always as identity,   -- in the order of arrival
  device          text        not null,
  type            text        not null check (type in ('CREATE', 'CONFIRM', 'ACCEPT_MANIFEST', 'PICKUP', 'DELIVER',
                                                       'CANCEL', 'POSITIONS')),
  client_time     timestamptz not null,           -- by the phone's clock: the order of one person's actions
  booking_id      uuid,                           -- what it is about, as soon as that is known
  booking_sync_id uuid,                           -- or the CREATE of the same person that makes it
  fingerprint     text        not null,
  request         jsonb,                          -- both only until it is done or refused: they hold personal
  caller          jsonb,                          -- data, and the receiver's code
  state           text        not null default 'QUEUED' check (state in ('QUEUED', 'WAITING', 'DONE', 'REFUSED')),
  result          jsonb,
  received_at     timestamptz not null default now(),
  next_try_at     timestamptz not null default now(),
  attempts        int         not null default 0,
  finished_at     timestamptz,

  -- the same action, sent again or twice at once, is done once
  constraint sync_action_once primary key (tenant, person_id, sync_id),
  constraint open_actions_can_be_done check (
    (state in ('QUEUED', 'WAITING')) = (request is not null and caller is not null and finished_at is null)),
  constraint finished_actions_have_a_result check (state in ('QUEUED', 'WAITING') or result is not null)
);

create index sync_action_due on sync_action (next_try_at, place) where state in ('QUEUED', 'WAITING');
create index sync_action_queued on sync_action (place) where state = 'QUEUED';
create index sync_action_open on sync_action (tenant, person_id, client_time, place)
  where state in ('QUEUED', 'WAITING');
create index sync_action_waiting on sync_action (booking_id) where state = 'WAITING';

-- One row per person, locked while one of their actions is done: that keeps them in order.
create table sync_line (
  tenant    text not null,
  person_id uuid not null,
  primary key (tenant, person_id)
);

-- How many actions may be done now; one row per cell, shared by all instances.
create table sync_drain (
  cell        text        primary key,
  tokens      float8      not null check (tokens >= 0),
  refilled_at timestamptz not null
);

-- Whatever moves a booking, a payment or a person on line, wakes what waits for it. An action that is tried at this
-- moment is passed over: it waits for the booking's row and then sees the change.
create function wake_waiting_sync_actions() returns trigger language plpgsql as $$
begin
  update sync_action set next_try_at = now()
   where (tenant, person_id, sync_id) in (
           select tenant, person_id, sync_id from sync_action
            where booking_id = new.booking_id and state = 'WAITING' and next_try_at > now()
              for update skip locked);
  return null;
end $$;

create trigger a_change_wakes_what_waits after update of status on booking
  for each row when (old.status <> new.status) execute function wake_waiting_sync_actions();
