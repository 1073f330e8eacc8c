-- What the sender may ask for beyond the journey itself, and what shows that it was done.
alter table booking
  add column receiver_name        text,
  add column receiver_phone       text,
  add column scheduled_for        timestamptz,
  add column manifest_accepted_at timestamptz,
  add column stars                int check (stars between 1 and 5),
  -- the receiver's code is derived, not stored: from a key of the service, the booking and this number
  add column code_number          int not null default 1,
  add column code_failures        int not null default 0,
  add constraint receiver_is_whole check ((receiver_name is null) = (receiver_phone is null)),
  add constraint rides_have_neither_receiver_nor_manifest check (
    kind <> 'RIDE' or (receiver_name is null and manifest_accepted_at is null)),
  add constraint only_the_delivered_are_rated check (stars is null or status = 'DELIVERED');

-- One driver has one trip at a time, from the moment they are asked (mission, "a driver on two trips").
create unique index one_trip_per_driver on booking (driver_id)
  where driver_id is not null and status in ('CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER');

-- What changed hands, when by the driver's phone, and how it was proved.
create table booking_proof (
  booking_id   uuid        not null references booking,
  stage        text        not null check (stage in ('PICKED_UP', 'DELIVERED')),
  tenant       text        not null,
  recorded_at  timestamptz not null,
  received_at  timestamptz not null default now(),
  code_given   boolean     not null,
  photo_sha256 text        check (photo_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (booking_id, stage)
);

create trigger proof_is_only_added_to before update or delete on booking_proof
  for each row execute function refuse_the_change('proof is only added to');
