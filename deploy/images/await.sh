#!/usr/bin/env bash
# await.sh PROJECT SECONDS: until every container of that Compose project is healthy or has ended well.
set -euo pipefail

end=$((SECONDS + $2))
while true; do
  # One question for all: name, state, exit code, health.
  waiting="$(docker ps --all --quiet --filter "label=com.docker.compose.project=$1" \
    | xargs docker inspect --format '{{.Name}} {{.State.Status}} {{.State.ExitCode}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}}' \
    | awk '!($2 == "exited" && $3 == 0 || $2 == "running" && ($4 == "healthy" || $4 == "none")) { print $1, $2, $4 }')"
  [ -n "$waiting" ] || exit 0
  if [ "$SECONDS" -ge "$end" ]; then
    echo "not ready after $2 s:" >&2
    echo "$waiting" >&2
    exit 1
  fi
  sleep 0.2
done
