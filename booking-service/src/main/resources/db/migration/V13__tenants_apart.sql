-- A large tenant's bookings, and their history, can have tables of their own (docs/scaling.md, "Large tenants"). This
-- changes nothing until somebody asks for it: select give_own_part('lagos-buses'), and back: select join_the_rest(...).

create function bookings_are_parted() returns boolean language sql stable as $$
  select exists (select from pg_partitioned_table where partrelid = to_regclass('booking'))
$$;

create function part_of(the_table text, the_tenant text) returns text language sql immutable as $$
  select the_table || '_of_' || replace(the_tenant, '-', '_')
$$;

create function refuse_what_is_no_tenant(the_tenant text) returns void language plpgsql as $$
begin
  if the_tenant is null or the_tenant !~ '^[a-z][a-z0-9-]{1,39}$' then
    raise exception 'no tenant''s code: %', the_tenant;
  end if;
end $$;

-- Nobody reads or writes bookings until the end of the transaction. Who has one table may be waiting for the next: so we
-- wait for less than PostgreSQL looks on (deadlock_timeout, 1 s), let go of what we have, and try again; now and then for
-- longer, for then an autovacuum makes room.
create function take_all_bookings() returns void language plpgsql as $$
declare
  ours   text := (select string_agg(distinct conrelid::regclass::text, ', ') from pg_constraint
                   where contype = 'f' and conparentid = 0 and confrelid = to_regclass('booking'));
  theirs text := (select string_agg(distinct confrelid::regclass::text, ', ') from pg_constraint
                   where contype = 'f' and conparentid = 0 and conrelid = to_regclass('booking'));
  most   text := current_setting('lock_timeout');
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'what others book while we wait would not be seen: read committed is needed';
  end if;
  perform pg_advisory_xact_lock(418497262196 /* "apart" */);
  for attempt in 1..200 loop
    perform set_config('lock_timeout', case when attempt % 10 = 0 then '1500ms' else '300ms' end, true);
    begin
      execute format('lock table booking, %s in access exclusive mode', ours);
      execute format('lock table %s in share row exclusive mode', theirs);
      perform set_config('lock_timeout', most, true);
      return;
    exception when lock_not_available or deadlock_detected then
      perform pg_sleep(random() / 2);
    end;
  end loop;
  raise exception 'bookings were in use all the time' using
    errcode = 'lock_not_available', hint = 'Try again when fewer people book.';
end $$;

-- What refers to a booking does not while rows move; answers with how it does so again.
create function untie_from_bookings() returns text[] language plpgsql as $$
declare
  tie  record;
  ties text[] := '{}';
begin
  for tie in select conrelid::regclass::text as name, conname from pg_constraint
              where contype = 'f' and conparentid = 0 and confrelid = to_regclass('booking') order by 1, 2 loop
    execute format('alter table %s drop constraint %I', tie.name, tie.conname);
    ties := ties || format('alter table %s add constraint %I foreign key (booking_id, tenant) references booking',
                           tie.name, tie.conname);
  end loop;
  return ties;
end $$;

-- The table becomes one that is parted by tenant, with all rows that are there in its part for the rest. Its indexes stay
-- as they are, but for the primary key.
create function part_by_tenant(the_table text, key text) returns void language plpgsql as $$
declare
  whole   oid  := to_regclass(the_table);
  rest    text := the_table || '_rest';
  again   text[];
  one     record;
  command text;
begin
  for one in select conname from pg_constraint where conrelid = whole and contype = 'c' and not convalidated loop
    execute format('alter table %I validate constraint %I', the_table, one.conname);
  end loop;
  execute format('alter table %I drop constraint %I', the_table, the_table || '_pkey');
  for one in select indexrelid::regclass as name from pg_index
              where indrelid = whole and indisunique
                and not exists (select from pg_attribute
                                 where attrelid = whole and attname = 'tenant' and attnum = any(indkey::int2[])) loop
    raise exception '% would hold in each part only: it needs a table of its own, as booking_key', one.name;
  end loop;
  again := array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = whole order by indexrelid)
    || array(select format('alter table %I add constraint %I %s', the_table, conname, pg_get_constraintdef(oid))
               from pg_constraint where conrelid = whole and contype = 'f' order by conname)
    || array(select pg_get_triggerdef(oid) from pg_trigger where tgrelid = whole and not tgisinternal order by tgname);
  for one in select tgname from pg_trigger where tgrelid = whole and not tgisinternal loop
    execute format('drop trigger %I on %I', one.tgname, the_table);
  end loop;
  for one in select relname from pg_index join pg_class on oid = indexrelid where indrelid = whole loop
    execute format('alter index %I rename to %I', one.relname, left(rest || '_' || one.relname, 63));
  end loop;
  execute format('alter table %I rename to %I', the_table, rest);
  execute format('create table %I (like %I including all excluding indexes) partition by list (tenant)', the_table, rest);
  execute format('alter table %I attach partition %I default', the_table, rest);
  execute format('alter table %I add constraint %I primary key (%s)', the_table, the_table || '_pkey', key);
  foreach command in array again loop
    execute command;
  end loop;
end $$;

-- Rows that somebody may see in one of the parts only: what was checked when they were written is not checked again.
create function move_rows(from_table text, to_table text, the_tenant text) returns bigint language plpgsql as $$
declare
  columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                    where attrelid = to_regclass(from_table) and attnum > 0 and not attisdropped and attgenerated = '');
  moved bigint;
begin
  execute format('alter table %I disable trigger user', from_table);
  execute format('alter table %I disable trigger user', to_table);
  execute format('with moved as (delete from %I where tenant = %L returning %s) insert into %I (%3$s) select * from moved',
                 from_table, the_tenant, columns, to_table);
  get diagnostics moved = row_count;
  execute format('alter table %I enable trigger user', from_table);
  execute format('alter table %I enable trigger user', to_table);
  return moved;
end $$;

-- PostgreSQL keeps a rule unique over all parts only where the tenant is in it. Where it is not, a table that is not
-- parted keeps it: written by the same statement, so whoever comes second waits for the first and then fails.
create function keep_booking_key() returns trigger language plpgsql as $$
begin
  insert into booking_key (booking_id, tracking_code, tenant) values (new.booking_id, new.tracking_code, new.tenant);
  return null;
end $$;

-- Where "on conflict do nothing" does nothing while bookings are one table, nothing is done here: what is taken is passed
-- over. Of two that take the same code at the same moment, in different parts, the second fails.
create function pass_over_what_is_taken() returns trigger language plpgsql as $$
begin
  if exists (select from booking_key where booking_id = new.booking_id)
     or exists (select from booking_key where tracking_code = new.tracking_code) then
    return null;
  end if;
  return new;
end $$;

create function keep_trip_of_driver() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from trip_of_driver where driver_id = old.driver_id and booking_id = old.booking_id;
  end if;
  if new.driver_id is not null and new.status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER') then
    insert into trip_of_driver (driver_id, booking_id, tenant) values (new.driver_id, new.booking_id, new.tenant);
  end if;
  return null;
end $$;

-- Answers with what ties the tables that it makes to bookings, once all rows are where they belong.
create function part_bookings() returns text[] language plpgsql as $$
begin
  alter table booking drop constraint booking_tracking_code_key;
  drop index one_trip_per_driver;
  -- the id first: who knows nothing else looks once into each part
  perform part_by_tenant('booking', 'booking_id, tenant');
  perform part_by_tenant('booking_transition', 'booking_id, sequence, tenant');
  create unique index booking_by_tracking_code on booking (tenant, tracking_code);
  create index booking_by_trip on booking (tenant, driver_id)
    where driver_id is not null and status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER');

  create table booking_key (booking_id uuid not null, tracking_code text not null, tenant text not null);
  insert into booking_key select booking_id, tracking_code, tenant from booking;
  alter table booking_key
    add constraint one_booking_per_id primary key (booking_id),
    add constraint one_booking_per_tracking_code unique (tracking_code);
  create table trip_of_driver (
    driver_id  uuid not null constraint one_trip_per_driver primary key,
    booking_id uuid not null,
    tenant     text not null);
  insert into trip_of_driver select driver_id, booking_id, tenant from booking
    where driver_id is not null and status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER');

  create trigger what_is_taken_is_passed_over before insert on booking
    for each row execute function pass_over_what_is_taken();
  create trigger the_key_is_kept after insert on booking for each row execute function keep_booking_key();
  create trigger the_key_is_for_ever before update of booking_id, tracking_code, tenant on booking for each row
    when ((old.booking_id, old.tracking_code, old.tenant) is distinct from (new.booking_id, new.tracking_code, new.tenant))
    execute function refuse_the_change('a booking keeps its id, its tracking code and its tenant');
  create trigger a_trip_is_kept after insert on booking for each row
    when (new.driver_id is not null and new.status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER'))
    execute function keep_trip_of_driver();
  create trigger a_trip_is_kept_or_over after update of driver_id, status on booking for each row
    when (case when old.status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER') then old.driver_id end
          is distinct from
          case when new.status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER') then new.driver_id end)
    execute function keep_trip_of_driver();
  return array['booking_key', 'trip_of_driver'];
end $$;

-- The tenant's bookings and their history in tables of their own; the first time, all others' in those of the rest.
-- Answers with how many bookings moved; null where there was nothing to do. Whoever asks (at night somebody with all rights),
-- the tables are the service's.
create function give_own_part(the_tenant text) returns bigint language plpgsql
  security definer set search_path from current as $$
declare
  ties  text[] := '{}';
  tie   text;
  name  text;
  moved bigint;
begin
  perform refuse_what_is_no_tenant(the_tenant);
  if to_regclass(part_of('booking', the_tenant)) is not null then
    return null;
  end if;
  perform take_all_bookings();
  if to_regclass(part_of('booking', the_tenant)) is not null then
    return null;
  end if;
  -- where no row moves nothing has to let go of it, and to check all that refers to bookings again takes long
  if not bookings_are_parted() or exists (select from booking where tenant = the_tenant) then
    ties := untie_from_bookings();
  end if;
  if not bookings_are_parted() then
    foreach name in array part_bookings() loop
      ties := ties || format('alter table %I add constraint %I foreign key (booking_id, tenant) references booking',
                             name, name || '_of_booking');
    end loop;
  end if;
  foreach name in array array['booking_transition', 'booking'] loop
    execute format('create table %I (like %I including all excluding indexes)', part_of(name, the_tenant), name);
    moved := move_rows(name || '_rest', part_of(name, the_tenant), the_tenant);
    execute format('alter table %I attach partition %I for values in (%L)', name, part_of(name, the_tenant), the_tenant);
  end loop;
  foreach tie in array ties loop
    execute tie;
  end loop;
  analyze booking, booking_transition, booking_key, trip_of_driver;
  return moved;
end $$;

-- The way back: the tenant's rows are with the rest's again.
create function join_the_rest(the_tenant text) returns bigint language plpgsql
  security definer set search_path from current as $$
declare
  ties  text[];
  tie   text;
  name  text;
  moved bigint;
begin
  perform refuse_what_is_no_tenant(the_tenant);
  if to_regclass(part_of('booking', the_tenant)) is null then
    return null;
  end if;
  perform take_all_bookings();
  if to_regclass(part_of('booking', the_tenant)) is null then
    return null;
  end if;
  ties := untie_from_bookings();
  foreach name in array array['booking_transition', 'booking'] loop
    execute format('alter table %I detach partition %I', name, part_of(name, the_tenant));
    moved := move_rows(part_of(name, the_tenant), name || '_rest', the_tenant);
    execute format('drop table %I', part_of(name, the_tenant));
  end loop;
  foreach tie in array ties loop
    execute tie;
  end loop;
  analyze booking, booking_transition;
  return moved;
end $$;

revoke execute on function give_own_part(text), join_the_rest(text) from public;
