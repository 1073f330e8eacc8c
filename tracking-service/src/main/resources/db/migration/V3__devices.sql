-- Devices that report positions with a key of their own: phone apps (Traccar Client) and tracker boxes.
create table device (
  device_id     uuid        primary key,
  tenant        text        not null,
  name          text        not null check (length(name) <= 60),
  key_hash      text        not null unique check (key_hash ~ '^[0-9a-f]{64}$'), -- SHA-256; the key itself is nowhere
  driver_id     uuid,                                 -- whose it is: it reports for what that driver drives
  vehicle_id    uuid,                                 -- what it is built into: it reports for whoever drives that
  registered_by uuid        not null,
  registered_at timestamptz not null default now(),
  revoked_at    timestamptz,
  changed       xid8        not null default pg_current_xact_id(),
  check ((driver_id is null) <> (vehicle_id is null))
);
create index device_of_driver on device (driver_id) where driver_id is not null;
create index device_of_vehicle on device (vehicle_id) where vehicle_id is not null;
create index device_revoked on device (revoked_at) where revoked_at is not null;
create index device_changed on device (changed);

-- Whose fleet the vehicle is of.
alter table driver_vehicle add column operator_id uuid;
create index driver_vehicle_of_vehicle on driver_vehicle (vehicle_id);
create index driver_vehicle_of_operator on driver_vehicle (operator_id) where operator_id is not null;

-- Each instance remembers both tables and reads what changed: the transaction that wrote a row last tells, since a
-- snapshot says below which number all transactions are over, whatever order they commit in.
alter table driver_vehicle add column changed xid8 not null default pg_current_xact_id();
create index driver_vehicle_changed on driver_vehicle (changed);

create function stamp_change() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;
create trigger device_is_stamped before update on device for each row execute function stamp_change();
create trigger driver_vehicle_is_stamped before update on driver_vehicle for each row execute function stamp_change();
