-- A taxpayer may buy, for a receipt that it can deduct (RRA VSDC: custTin, custNm, prcOrdCd).
alter table booking
  add column buyer_tin           text,
  add column buyer_name          text,
  add column buyer_purchase_code text,
  add constraint buyer_is_whole check (
    (buyer_tin is null) = (buyer_name is null) and (buyer_tin is null) = (buyer_purchase_code is null)),
  -- of an export: carnet, seals and holds as they stand; null: nothing yet
  add column customs    jsonb,
  add column open_holds int not null default 0 check (open_holds >= 0),
  add constraint only_exports_are_sealed check (open_holds = 0 or kind = 'CARGO_INTERNATIONAL'),
  -- the law, whatever the code does: what customs hold does not go on
  add constraint what_is_held_stands_at_the_border check (open_holds = 0 or status = 'AT_BORDER');

-- Every seal that was put on, and how it was broken.
create table booking_seal (
  booking_id  uuid        not null references booking,
  number      text        not null,
  act         text        not null check (act in ('PLACED', 'BROKEN')),
  tenant      text        not null,
  kind        text        not null check (kind in ('CUSTOMS', 'CARRIER', 'RECTS')),
  actor_id    uuid        not null,
  actor_role  text        not null,
  reason      text,
  replaced_by text,
  occurred_at timestamptz not null,
  primary key (booking_id, number, act),
  constraint broken_with_a_reason check ((act = 'BROKEN') = (reason is not null))
);

create trigger seals_are_only_added_to before update or delete on booking_seal
  for each row execute function refuse_the_change('seals are only added to');

-- Every hold at the border, and how it was lifted.
create table border_hold (
  hold_id     uuid        not null,
  act         text        not null check (act in ('HELD', 'RELEASED')),
  booking_id  uuid        not null references booking,
  tenant      text        not null,
  actor_id    uuid        not null,
  actor_role  text        not null,
  reason      text        not null,
  occurred_at timestamptz not null,
  primary key (hold_id, act)
);
create index border_hold_of_booking on border_hold (booking_id);

create trigger holds_are_only_added_to before update or delete on border_hold
  for each row execute function refuse_the_change('holds are only added to');
