create type mood as enum ('calm', 'it''s "odd"');
create sequence apart start 5 increment 5;
select setval('apart', 500, false);
create function refuse() returns trigger language plpgsql as $f$
begin
  raise exception 'nobody changes this; not even -- "so"';
end $f$;
revoke execute on function refuse() from public;

create table odd (
  id       bigint generated always as identity primary key,
  said     text collate "C",
  raw      bytea,
  json     jsonb,
  at       timestamptz,
  day      date,
  amount   numeric(20, 4),
  ratio    double precision,
  tags     text[],
  feeling  mood default 'calm',
  gap      interval,
  constraint amount_is_none_or_more check (amount >= 0)
) with (fillfactor = 70);
alter table odd add column gone int;
alter table odd add column "Shouted ""name""" text generated always as (upper(said)) stored;
alter table odd drop column gone;
alter table odd alter column raw set storage external;
create unique index one_saying on odd (lower(said)) where id < 50;
insert into odd (said, raw, json, at, day, amount, ratio, tags, feeling, gap) values
  (null, null, null, null, null, null, null, null, null, null),
  ('', '', '{}', 'infinity', '-infinity', 0, 'NaN', '{}', 'calm', '0'),
  (E'tab\there, line\nbreak, \\N, \\., "quotes", ''single''\r', '\x00ff0a09', '{"a": "\\n\\t\" ?", "b": [null, 1e400]}',
   '0044-03-15 12:00:00+00 BC', '2026-02-28', 1234567890123456.7891, '-Infinity',
   array['{', null, 'NULL', '', E'a\nb', '"'], 'it''s "odd"', '1 year -3 days 04:05:06.789'),
  ('Amakuru y''imodoka: ibijumba 🚚 ᚠ', decode(repeat('00ff5c0a', 300000), 'hex'), '[]', '2026-11-23 00:00:00.123456+02',
   '2026-11-23', 0.0001, 1.0000000000000002, array['x'], 'calm', null);
create trigger nobody_changes before update on odd for each row execute function refuse();

create table child (id int, odd_id bigint constraint child_of_odd references odd deferrable initially deferred);
create view a_view as select id, said from odd where said = '';

-- Parts that were made at run time: by list, one of them parted again by day, and a part whose table was there before.
create table parted (tenant text not null, id int not null, what text, primary key (id, tenant)) partition by list (tenant);
create table parted_rw partition of parted for values in ('rw');
create table parted_ke partition of parted for values in ('ke') partition by range (id);
create table parted_ke_1 partition of parted_ke for values from (0) to (10);
create table parted_rest (what text, id int not null, tenant text not null);
alter table parted attach partition parted_rest default;
create index parted_by_what on parted (what);
insert into parted values ('rw', 1, 'here'), ('ke', 2, 'deep'), ('tz', 3, null);

create table plain_serial (id serial primary key, what text);
insert into plain_serial (id, what) values (42, 'last');
select setval('plain_serial_id_seq', 42);

create table outbox (id bigint generated always as identity, xid xid8 not null default pg_current_xact_id(),
                     seen pg_snapshot default pg_current_snapshot()) partition by range (id);
create table outbox_1 partition of outbox for values from (1) to (100);
