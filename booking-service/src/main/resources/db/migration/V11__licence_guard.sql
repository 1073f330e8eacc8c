-- How long a clearance holds: compliance's decision that made the booking ASSIGNED. Of a booking cleared before this there
-- is none; for it only news of licences count.
create table clearance (
  decision_id uuid        primary key,
  booking_id  uuid        not null references booking,
  tenant      text        not null,
  decided_at  timestamptz not null,
  valid_until date                                       -- last day on which all that was checked is valid; null: it does not end
);
create index clearance_of_booking on clearance (booking_id);

-- The latest news of a holder's licences, without their numbers: good or not, and since when.
create table licence_news (
  holder_id    uuid        not null,                     -- driver, vehicle or operator
  licence_kind text        not null,
  tenant       text        not null,
  standing     text        not null check (standing in ('GOOD', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
  occurred_at  timestamptz not null,
  sequence     bigint      not null,                     -- of the newest news of the holder seen for this kind
  primary key (holder_id, licence_kind)
);
