-- What identity-service tells of drivers, as far as booking needs it: no names, no phones.
create table driver (
  driver_id     uuid    primary key,
  tenant        text    not null,
  active        boolean not null,
  vehicle_id    uuid    not null,
  vehicle_plate text    not null,
  operator_id   uuid,
  sequence      bigint  not null                -- of the newest change seen; an older one changes nothing
);
