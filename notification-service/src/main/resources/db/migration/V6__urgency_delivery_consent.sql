-- How pressing a message is (0: first; Urgency), who carried it, in how many parts and at what price; and when it was written
-- down, in the order of transactions, so that apps are shown each one.
alter table message
  add column urgency        smallint not null default 4,
  add column provider       text,
  add column parts          integer  not null default 0,
  add column cost_hundredths bigint,
  add column cost_currency  text,
  add column told_in        xid8     not null default pg_current_xact_id(),
  add constraint message_cost check ((cost_hundredths is null) = (cost_currency is null)),
  drop constraint message_status_check,
  add constraint message_status_check
    check (status in ('PENDING', 'SENT', 'FAILED', 'DELIVERED', 'UNDELIVERED', 'WITHHELD')),
  drop constraint message_channel_check,
  add constraint message_channel_check check (channel in ('SMS', 'EMAIL', 'PUSH'));
update message set urgency = 0 where status = 'PENDING' and template in ('ONE_TIME_CODE', 'DELIVERY_CODE');
drop index message_due;
create index message_due on message (urgency, due_at) where status = 'PENDING';
create index message_by_reference on message (provider, provider_reference) where status = 'SENT';
create index message_told on message (told_in, message_id);
create index message_of_person_told on message (tenant, person_id, told_in, message_id);
create index message_costs on message (tenant, ended_at) where provider is not null;

-- A report that came before we had noted the sending.
create table early_report (
  provider    text        not null,
  reference   text        not null,
  delivered   boolean     not null,
  reason      text,
  received_at timestamptz not null default now(),
  primary key (provider, reference)
);
create index early_report_by_age on early_report (received_at);

-- What a person wants to hear, and how; what is not said is as usual. Codes, money and safety have no row.
create table preference (
  tenant     text        not null,
  person_id  uuid        not null,
  urgency    smallint    not null check (urgency > 2),           -- as in message
  way        text        not null check (way in ('APP', 'NONE')),
  changed_at timestamptz not null default now(),
  primary key (tenant, person_id, urgency)
);

-- Phones that sent STOP: by blind index only. A wish to be left alone outlives the person's data.
create table stopped_phone (
  phone_index bytea       primary key,
  since       timestamptz not null default now()
);

-- Texts that came in: an id that comes again has no effect.
create table inbound_sms (
  provider    text        not null,
  inbound_id  text        not null,
  received_at timestamptz not null default now(),
  primary key (provider, inbound_id)
);
create index inbound_sms_by_age on inbound_sms (received_at);

-- Tenants as tenant.events last told of them.
create table tenant_brand (
  tenant        text   primary key,
  name          text   not null,
  sender_id     text,
  mail_from     text,
  colour        text,
  support_phone text,
  sequence      bigint not null
);
