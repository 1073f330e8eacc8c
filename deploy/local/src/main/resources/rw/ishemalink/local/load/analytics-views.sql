-- The other way: materialised views over bookings as booking-service and payment-service keep them, put into one table so
-- that no view needs a join. What ./ishema load analytics compares with analytics-streams.
create table booking (
  booking_id     uuid        not null primary key,
  tenant         text        not null,
  tracking_code  text        not null,
  kind           text        not null,
  origin         text        not null,  -- RW-24, as analytics names districts
  destination    text        not null,  -- RW-24 or UG
  sender_id      uuid        not null,
  sender_phone   text        not null,
  terms          jsonb       not null,
  commodity      text,
  weight_kg      bigint      not null,
  gross          bigint      not null,
  vat            bigint      not null,
  commission     bigint,
  provider       text        not null,
  payment_status text        not null,
  status         text        not null,
  driver_id      uuid,
  operator_id    uuid,
  stars          int,
  created_at     timestamptz not null,
  paid_at        timestamptz,
  assigned_at    timestamptz,
  picked_up_at   timestamptz,
  delivered_at   timestamptz,
  ended_at       timestamptz
);
create index booking_by_tenant on booking (tenant, booking_id);
create index booking_by_status on booking (tenant, status, booking_id);
create index booking_by_sender on booking (tenant, sender_id, booking_id);
create index booking_by_driver on booking (tenant, driver_id, booking_id) where driver_id is not null;
create index booking_by_operator on booking (tenant, operator_id, booking_id) where operator_id is not null;

create function counts(status text, payment_status text) returns boolean immutable parallel safe language sql
  return status in ('PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER', 'DELIVERED')
         and payment_status not in ('REFUNDING', 'REFUNDED');

create materialized view routes as
  select tenant, origin, destination,
         count(*) filter (where counts(status, payment_status)) as bookings,
         coalesce(sum(gross) filter (where counts(status, payment_status)), 0)::bigint as gross,
         count(*) filter (where status = 'DELIVERED') as delivered,
         coalesce(sum(weight_kg) filter (where status = 'DELIVERED'), 0)::bigint as weight_kg
  from booking group by tenant, origin, destination;
create unique index routes_once on routes (tenant, origin, destination);

create materialized view revenue as
  select tenant, (paid_at at time zone 'Africa/Kigali')::date as day, kind, provider,
         count(*) as bookings, sum(gross)::bigint as gross, sum(vat)::bigint as vat,
         coalesce(sum(commission), 0)::bigint as commission
  from booking where counts(status, payment_status)
  group by tenant, (paid_at at time zone 'Africa/Kigali')::date, kind, provider;
create unique index revenue_once on revenue (tenant, day, kind, provider);

create materialized view commodities as
  select tenant, commodity,
         count(*) filter (where counts(status, payment_status)) as bookings,
         coalesce(sum(gross) filter (where counts(status, payment_status)), 0)::bigint as gross,
         count(*) filter (where status = 'DELIVERED') as delivered,
         coalesce(sum(weight_kg) filter (where status = 'DELIVERED'), 0)::bigint as weight_kg
  from booking where commodity is not null group by tenant, commodity;
create unique index commodities_once on commodities (tenant, commodity);

create materialized view heatmap as
  select tenant, origin, date_trunc('hour', paid_at at time zone 'Africa/Kigali') as hour,
         count(*) as bookings, sum(gross)::bigint as gross
  from booking where counts(status, payment_status)
  group by tenant, origin, date_trunc('hour', paid_at at time zone 'Africa/Kigali');
create unique index heatmap_once on heatmap (tenant, origin, hour);

create materialized view leaderboard as
  select tenant, driver_id, count(*) as delivered, sum(weight_kg)::bigint as weight_kg, sum(gross)::bigint as gross,
         count(stars) as rated, coalesce(sum(stars), 0)::bigint as stars
  from booking where status = 'DELIVERED' and driver_id is not null
  group by tenant, driver_id;
create unique index leaderboard_once on leaderboard (tenant, driver_id);
create index leaderboard_by_deliveries on leaderboard (tenant, delivered desc);

create materialized view patterns as
  select tenant,
         ((extract(isodow from created_at at time zone 'Africa/Kigali') - 1) * 24
           + extract(hour from created_at at time zone 'Africa/Kigali'))::int as hour_of_week,
         kind, count(*) as created
  from booking group by 1, 2, 3;
create unique index patterns_once on patterns (tenant, hour_of_week, kind);
