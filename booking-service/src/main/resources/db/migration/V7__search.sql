-- A booking may be made without a quote: its terms are the proof of the price.
alter table booking alter column quote_id drop not null;

-- What lists are narrowed by, taken from the terms, so that they cannot differ from them; null for rides.
alter table booking
  add column origin_district      text generated always as (terms -> 'origin' ->> 'district') stored,
  add column destination_district text generated always as (terms -> 'destination' ->> 'district') stored,
  add column commodity            text generated always as (terms -> 'cargo' ->> 'commodity') stored;

-- Pages run from the newest to the oldest by id. Rides pay for none of these.
create index booking_by_origin on booking (tenant, origin_district, booking_id) where origin_district is not null;
create index booking_by_destination on booking (tenant, destination_district, booking_id)
  where destination_district is not null;
create index booking_by_commodity on booking (tenant, commodity, booking_id) where commodity is not null;
create index booking_by_schedule on booking (tenant, scheduled_for) where scheduled_for is not null;

-- The same rule as before, but bookings without a sync id no longer pay for it.
alter table booking drop constraint booking_once_per_sync_id;
create unique index booking_once_per_sync_id on booking (tenant, sender_id, sync_id) where sync_id is not null;
