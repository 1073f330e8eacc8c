#!/usr/bin/env bash
# figures.sh start|memory|kills: what the dev stack takes on this machine. Everything it prints was measured just now.
#   start   stops the stack, starts it again with its data (warm), and times it until the last container is healthy
#   memory  resident megabytes of each container's processes, and what the engine counts against its limit
#   kills   kills each container in turn and times it until it is healthy again
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")"
project="$(sed -n 's/^COMPOSE_PROJECT_NAME=//p' dev.env)"
await="../images/await.sh"

compose() {
  if docker compose version >/dev/null 2>&1; then
    docker compose --env-file dev.env "$@"
  else
    docker-compose --env-file dev.env "$@"
  fi
}

now() {
  date +%s%N
}

# Seconds since the nanoseconds given.
since() {
  awk -v from="$1" -v to="$(now)" 'BEGIN { printf "%.1f", (to - from) / 1e9 }'
}

# Every running container of the project: id and service.
containers() {
  docker ps --filter "label=com.docker.compose.project=$project" \
    --format '{{.ID}} {{.Label "com.docker.compose.service"}}' | sort -k 2
}

start() {
  local begin id service
  compose stop --timeout 60 >/dev/null 2>&1
  begin="$(now)"
  compose up -d >/dev/null 2>&1
  echo "containers were started after $(since "$begin") s"
  "$await" "$project" 300
  echo "the last one was healthy after $(since "$begin") s"
  containers | while read -r id service; do
    printf '  %-22s %s\n' "$service" \
      "$(docker logs --since "$(docker inspect --format '{{.State.StartedAt}}' "$id")" "$id" 2>&1 | grep -oE 'started in [0-9.]+s' | tail -n 1 || true)"
  done
}

# Kilobytes that the container's processes hold in memory; of pages shared by several, to each its part.
resident() {
  local sum=0 pid kilobytes
  for pid in $(docker top "$1" -eo pid | tail -n +2); do
    kilobytes="$(sed -n 's/^Pss:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$pid/smaps_rollup" 2>/dev/null || echo 0)"
    sum=$((sum + ${kilobytes:-0}))
  done
  echo "$sum"
}

memory() {
  local id service
  printf '  %-22s %12s %s\n' container 'resident MB' 'counted / limit'
  containers | while read -r id service; do
    printf '  %-22s %12s %s\n' "$service" "$(($(resident "$id") / 1024))" \
      "$(docker stats --no-stream --format '{{.MemUsage}}' "$id")"
  done
}

kills() {
  local id service begin old
  containers | while read -r id service; do
    old="$(docker inspect --format '{{.State.StartedAt}}' "$id")"
    begin="$(now)"
    # By its process: what docker kill ends was ended by somebody who wants it so, and is not started again.
    kill -9 "$(docker inspect --format '{{.State.Pid}}' "$id")"
    while [ "$(docker inspect --format '{{.State.StartedAt}}' "$id")" = "$old" ]; do sleep 0.1; done
    "$await" "$project" 120
    printf '  %-22s healthy again after %s s\n' "$service" "$(since "$begin")"
  done
}

case "${1:-}" in
  start | memory | kills) "$1" ;;
  *) sed -n '2,5s/^# //p' "$0" >&2; exit 2 ;;
esac
