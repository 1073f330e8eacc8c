-- Links by which a trip is followed without a login. Of the secret in a link only the hash is kept.
create table share_link (
  link_id    uuid        primary key,
  booking_id uuid        not null references trip (booking_id) on delete cascade,
  tenant     text        not null,
  token_hash bytea       not null unique check (octet_length(token_hash) = 32),
  made_by    uuid        not null,                               -- person
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_at  timestamptz,                                        -- when it was last noted that somebody looked
  check (expires_at > made_at and expires_at <= made_at + interval '72 hours')
);
create index share_link_of_trip on share_link (booking_id);
create index share_link_by_end on share_link (expires_at);
create index share_link_by_maker on share_link (tenant, made_by);
