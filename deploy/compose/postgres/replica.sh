#!/bin/bash
# A replica: takes a copy of the primary once, then follows it.
set -euo pipefail

export PGPASSFILE=/tmp/pgpass
printf 'postgres:5432:*:replicator:%s\n' "$(</run/secrets/REPLICATION_PASSWORD)" >"$PGPASSFILE"
chmod 600 "$PGPASSFILE"

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # A copy that was interrupted is no copy.
  rm -rf "$PGDATA"
  pg_basebackup --pgdata="$PGDATA" --wal-method=stream --write-recovery-conf \
    --dbname="host=postgres user=replicator passfile=$PGPASSFILE application_name=$HOSTNAME"
  chmod 700 "$PGDATA"
fi
exec postgres -c hot_standby=on -c max_connections=300 -c shared_buffers=256MB -c timezone=UTC
