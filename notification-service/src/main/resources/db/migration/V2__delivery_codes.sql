-- The code that goods are handed over against is a secret too.
alter table message
  drop constraint message_secret_erased,
  add constraint message_secret_erased check (
    template not in ('ONE_TIME_CODE', 'DELIVERY_CODE') or status = 'PENDING' or parameters is null);
