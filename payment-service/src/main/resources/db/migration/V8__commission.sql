-- What we keep of a payment's price, as payment.events tell it: whole francs; null until it is shared out, and when that is undone.
alter table payment add column commission bigint check (commission >= 0);

update payment p set commission = s.commission
  from share s where s.booking_id = p.booking_id and s.tenant = p.tenant and s.status = 'EARNED';
