#!/bin/bash
# Runs once, when the cluster is made: a database for each service, owned by a role of its own that sees no other, the role
# that replicas come with, and the archive's way in.
set -euo pipefail

sql() {
  psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres "$@"
}

for file in /run/secrets/databases/*; do
  name="${file##*/}"
  sql --set name="$name" --set password="$(<"$file")" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke connect on database :"name" from public;
SQL
done

sql --set password="$(</run/secrets/REPLICATION_PASSWORD)" <<'SQL'
create role replicator login replication password :'password';
SQL
printf 'host replication %s all scram-sha-256\n' replicator "$POSTGRES_USER" >>"$PGDATA/pg_hba.conf"
