-- An invitation to a role that carries power over others: one proposes, another approves, the invited accepts.
create table invitation (
  invitation_id uuid        primary key,
  tenant        text        not null,
  person_id     uuid        not null,
  role          text        not null check (role in (
    'OPERATOR', 'DISPATCHER', 'CUSTOMS_INSPECTOR', 'GOVERNMENT', 'AUDITOR', 'TENANT_ADMIN', 'PLATFORM_ADMIN')),
  operator_id   uuid,
  agency        text        check (agency in ('RRA', 'RURA', 'BNR', 'MINICOM', 'CUSTOMS')),
  state         text        not null default 'PROPOSED' check (state in (
    'PROPOSED', 'APPROVED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  invited_by    uuid        not null,
  approved_by   uuid,
  created_at    timestamptz not null default now(),
  expires_at    timestamptz not null check (expires_at > created_at),
  closed_at     timestamptz,
  foreign key (tenant, person_id) references person (tenant, person_id),
  foreign key (tenant, operator_id) references operator (tenant, operator_id),
  constraint invitation_by_another check (invited_by <> person_id),
  constraint invitation_by_four_eyes check (approved_by <> invited_by and approved_by <> person_id),
  constraint invitation_approved_first check (state not in ('APPROVED', 'ACCEPTED') or approved_by is not null),
  check ((role = 'GOVERNMENT') = (agency is not null)),
  check (role <> 'OPERATOR' or operator_id is not null),
  check (operator_id is null or role in ('OPERATOR', 'DISPATCHER')),
  check ((closed_at is null) = (state in ('PROPOSED', 'APPROVED')))
);
create unique index one_open_invitation on invitation (person_id, role) where closed_at is null;
create index invitation_by_tenant on invitation (tenant, invitation_id);
create index invitation_due on invitation (expires_at) where closed_at is null;
create index invitation_over on invitation (closed_at) where closed_at is not null;

-- Whatever writes roles: these come by an accepted invitation only, the platform's first administrators by configuration.
create function role_by_invitation() returns trigger language plpgsql as $$
begin
  if new.role in ('OPERATOR', 'DISPATCHER', 'CUSTOMS_INSPECTOR', 'GOVERNMENT', 'AUDITOR', 'TENANT_ADMIN', 'PLATFORM_ADMIN')
     and not (new.role = 'PLATFORM_ADMIN' and new.granted_by is null)
     and not exists (
       select 1 from invitation
       where person_id = new.person_id and tenant = new.tenant and role = new.role and state = 'ACCEPTED') then
    raise exception 'role % needs an accepted invitation', new.role
      using errcode = 'check_violation', constraint = 'person_role_by_invitation';
  end if;
  return new;
end $$;
create trigger person_role_by_invitation before insert on person_role for each row execute function role_by_invitation();

-- Who is blocked does not log in.
alter table person
  add column blocked_at      timestamptz,
  add column blocked_by      uuid,
  add column blocked_because text check (blocked_because in ('FRAUD', 'ABUSE', 'STOLEN_PHONE', 'LEFT', 'OTHER')),
  add constraint person_not_blocked_by_self check (blocked_by <> person_id),
  add constraint person_blocked_with_reason check (
    (blocked_at is null) = (blocked_by is null) and (blocked_at is null) = (blocked_because is null));

-- A brand and its terms. Empty: as the platform has it.
alter table tenant
  add column tenant_id          uuid    not null default gen_random_uuid() unique,
  add column version            bigint  not null default 1 check (version > 0),
  add column open               boolean not null default true,
  add column languages          text[]  not null default array['EN', 'RW', 'FR']
    check (cardinality(languages) > 0 and languages <@ array['EN', 'RW', 'FR']),
  add column commission_percent integer check (commission_percent between 0 and 100),
  add column tariff_set         text,
  add column sender_id          text    check (sender_id ~ '^[A-Za-z0-9]{3,11}$'),
  add column mail_from          text,
  add column colour             text    check (colour ~ '^#[0-9A-Fa-f]{6}$'),
  add column support_phone      text    check (support_phone ~ '^\+2507[2389][0-9]{7}$'),
  add column told_at            timestamptz,                     -- null: tenant.events has not heard of it yet
  add constraint platform_stays_open check (open or tenant <> 'ishemalink');

create index person_by_operator on person (tenant, operator_id, person_id) where operator_id is not null;

-- Whom to call at an operator, sealed; and whether it works on the platform.
alter table operator
  add column phone  text,
  add column email  text,
  add column status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED'));

-- The identity document that a person named, and who saw it.
create table identity_document (
  person_id    uuid        primary key,
  tenant       text        not null,
  kind         text        not null check (kind in ('NATIONAL_ID', 'PASSPORT', 'REFUGEE_ID', 'FOREIGNER_ID')),
  number       text        not null,
  number_index bytea,
  valid_until  date        not null,
  given_at     timestamptz not null default now(),
  seen_by      uuid,
  seen_at      timestamptz,
  confirmed_by uuid,
  confirmed_at timestamptz,
  foreign key (tenant, person_id) references person (tenant, person_id),
  constraint document_seen_by_another check (seen_by <> person_id and confirmed_by <> person_id),
  constraint document_confirmed_by_a_third check (confirmed_by <> seen_by),
  check ((seen_by is null) = (seen_at is null)),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (confirmed_by is null or seen_by is not null)
);

create index identity_document_by_end on identity_document (valid_until);

-- The way back to an account whose SIM is lost: the number moves only after staff saw the person and the old phone had its time.
create table recovery (
  recovery_id uuid        primary key,
  tenant      text        not null,
  person_id   uuid        not null,
  phone       text,                                             -- the new one; null: over, or erased
  state       text        not null default 'ASKED' check (state in ('ASKED', 'APPROVED', 'DONE', 'REFUSED', 'EXPIRED')),
  asked_at    timestamptz not null default now(),
  moves_after timestamptz not null check (moves_after > asked_at),
  expires_at  timestamptz not null check (expires_at > moves_after),
  approved_by uuid,
  approved_at timestamptz,
  closed_by   uuid,
  closed_at   timestamptz,
  foreign key (tenant, person_id) references person (tenant, person_id),
  constraint recovery_approved_by_another check (approved_by <> person_id),
  constraint recovery_approved_first check (state not in ('APPROVED', 'DONE') or approved_by is not null),
  constraint recovery_waits check (state <> 'DONE' or closed_at >= moves_after),
  check ((approved_by is null) = (approved_at is null)),
  check ((closed_at is null) = (state in ('ASKED', 'APPROVED'))),
  check (closed_at is not null or phone is not null)
);
create unique index one_open_recovery on recovery (person_id) where closed_at is null;
create index recovery_to_move on recovery (moves_after) where state = 'APPROVED';
create index recovery_to_expire on recovery (expires_at) where closed_at is null;
create index recovery_by_tenant on recovery (tenant, recovery_id) where closed_at is null;
create index recovery_over on recovery (closed_at) where closed_at is not null;

-- Tries to name a person's document within a day of the first: guessing is hopeless.
alter table person
  add column recovery_tries smallint not null default 0,
  add column recovery_since timestamptz;
