-- How well a person is identified, and the agency that an official serves: both stand in tokens.
alter table person
  add column kyc text not null default 'PHONE' check (kyc in ('UNKNOWN', 'PHONE', 'DOCUMENT', 'CONFIRMED'));
alter table person_role
  add column agency text check (agency ~ '^[A-Z]{2,20}$');

-- 1, 2, 3 … per subject (a person, a client, the signing keys) and topic: the sequence of events about it.
create table subject_sequence (
  subject_id uuid   not null,
  topic      text   not null,
  last       bigint not null check (last > 0),
  primary key (subject_id, topic)
);

-- Programs that log people in or act for themselves (RFC 6749 § 2). The subject is what their own tokens name as sub.
create table oauth_client (
  client_id        text        primary key check (client_id ~ '^[a-z][a-z0-9-]{1,39}$'),
  subject_id       uuid        not null unique,
  tenant           text        not null references tenant,
  name             text        not null,
  secret_hash      bytea,                                        -- HMAC; null: a public client, which has PKCE only
  grants           text[]      not null check (
    cardinality(grants) > 0 and
    grants <@ array['authorization_code', 'refresh_token', 'client_credentials', 'token_exchange']),
  redirect_uris    text[]      not null default '{}',
  after_logout_uris text[]     not null default '{}',
  scopes           text[]      not null default '{}',
  role             text        check (role in ('SERVICE', 'GOVERNMENT')),
  agency           text        check (agency ~ '^[A-Z]{2,20}$'),
  trusted          boolean     not null default false,           -- one of ours: people are not asked for their consent
  created_at       timestamptz not null default now(),
  ended_at         timestamptz,
  check (role is not null or not 'client_credentials' = any (grants)),
  check (secret_hash is not null or not grants && array['client_credentials', 'token_exchange'])
);

-- A login may be a client's, for what the person let it do.
alter table refresh_family
  add column client_id    text        references oauth_client,
  add column scopes       text[]      not null default '{}',
  add column device_name  text        check (length(device_name) <= 80),
  add column last_used_at timestamptz not null default now(),
  drop constraint refresh_family_revoked_because_check,
  add constraint refresh_family_revoked_because_check check (
    revoked_because in ('LOGOUT', 'REUSE', 'ROLES_CHANGED', 'ERASED', 'REVOKED', 'BLOCKED', 'RECOVERED', 'CLIENT_ENDED'));
create index refresh_family_by_client on refresh_family (client_id) where client_id is not null and revoked_at is null;

-- Authorization codes: good once, for a minute. One that is shown again ends the login that came of it.
create table oauth_code (
  code_hash    bytea       primary key,
  client_id    text        not null references oauth_client,
  person_id    uuid        not null,
  tenant       text        not null,
  redirect_uri text        not null,
  scopes       text[]      not null,
  nonce        text,
  device_name  text        check (length(device_name) <= 80),
  challenge    text        not null,                             -- PKCE S256 (RFC 7636)
  logged_in_at timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  family_id    uuid        references refresh_family on delete set null,
  foreign key (tenant, person_id) references person (tenant, person_id)
);
create index oauth_code_by_age on oauth_code (expires_at);

create table oauth_consent (
  person_id  uuid        not null,
  tenant     text        not null,
  client_id  text        not null references oauth_client,
  scopes     text[]      not null,
  given_at   timestamptz not null default now(),
  primary key (person_id, client_id),
  foreign key (tenant, person_id) references person (tenant, person_id)
);

-- NEXT is published before it signs, ACTIVE signs, RETIRED is published until the last token that it signed has ended.
alter table signing_key
  add column state text check (state in ('NEXT', 'ACTIVE', 'RETIRED')),
  add column active_at timestamptz,
  add column retired_at timestamptz;
update signing_key set
  state = case when active then 'ACTIVE' else 'RETIRED' end,
  active_at = created_at,
  retired_at = case when active then null else now() end;
drop index one_active_signing_key;
alter table signing_key
  drop column active,
  alter column state set not null,
  add check ((state = 'NEXT') = (active_at is null)),
  add check ((state = 'RETIRED') = (retired_at is not null));
create unique index one_active_signing_key on signing_key (state) where state = 'ACTIVE';
create unique index one_next_signing_key on signing_key (state) where state = 'NEXT';
