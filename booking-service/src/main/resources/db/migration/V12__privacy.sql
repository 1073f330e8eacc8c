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

-- Who is forgotten leaves an order without people: null where a phone, a name or an address was.
alter table booking
  add column erased_at timestamptz,
  alter column sender_phone drop not null,
  alter column payer_phone drop not null,
  drop constraint exports_have_a_consignee,
  add constraint exports_have_a_consignee check (
    (consignee_name is null) = (consignee_address is null)
    and ((kind = 'CARGO_INTERNATIONAL') = (consignee_name is not null) or erased_at is not null)),
  add constraint only_the_erased_lack_a_phone check (
    (sender_phone is not null and payer_phone is not null) or erased_at is not null);

-- Where people were: a degree's tenth (11 km) is enough for what stays.
create function coarse_place(place jsonb) returns jsonb language sql immutable as $$
  select place
    || jsonb_build_object('label', coalesce(place ->> 'district', place ->> 'country', ''))
    || case when place ->> 'latitude' is null then '{}' else jsonb_build_object(
         'latitude', round((place ->> 'latitude')::numeric, 1), 'longitude', round((place ->> 'longitude')::numeric, 1)) end
$$;
create function coarse_terms(terms jsonb) returns jsonb language sql immutable as $$
  select terms || jsonb_build_object('origin', coarse_place(terms -> 'origin'),
                                     'destination', coarse_place(terms -> 'destination'))
$$;
alter table quote add column coarse boolean not null default false;
alter table dispatch_search add column coarse boolean not null default false;

-- Tokens outlive the person they were made for by a day.
create function refuse_the_forgotten() returns trigger language plpgsql as $$
begin
  if exists (select from erased_person where person_id = new.sender_id) then
    raise exception 'the sender was forgotten'
      using errcode = 'integrity_constraint_violation', constraint = 'the_forgotten_book_nothing';
  end if;
  return new;
end $$;
create trigger the_forgotten_book_nothing before insert on booking
  for each row execute function refuse_the_forgotten();

-- What retention looks for.
create index sync_action_by_end on sync_action (finished_at) where finished_at is not null;
create index dispatch_search_by_end on dispatch_search (closed_at) where closed_at is not null and not coarse;
create index dispatch_consideration_by_age on dispatch_consideration (considered_at);
create index quote_by_end on quote (valid_until) where not coarse;
