-- Shared by all instances of the door. Lost, nothing is lost but a few minutes' counting: buckets need no log.
create unlogged table bucket (
    key bytea primary key check (length(key) = 16),
    requests double precision not null,
    granted double precision not null check (granted >= 0),
    filled_at timestamptz not null,
    full_at timestamptz not null
);
create index bucket_full on bucket (full_at);

-- What is in maintenance by somebody's word; '*' is the whole suite.
create table maintenance (
    scope text primary key,
    reason text not null check (length(reason) between 1 and 500),
    ends_at timestamptz,
    begun_by uuid not null,
    begun_at timestamptz not null
);
