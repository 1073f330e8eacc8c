#!/usr/bin/env bash
# train.sh TAG: lets the images play the story in the dev stack with recording JVMs, and puts what each JVM learned into its
# image. A JVM takes it only in the same image: same JDK, same jars. Called by ./ishema images --train.
set -euo pipefail

images="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$images/../.." && pwd)"
export ISHEMA_TAG="$1"
services="$(sed -n 's/^  \([a-z-]*\): \*recording$/\1/p' "$root/deploy/compose/compose.train.yaml")"
work="$(mktemp -d)"

cd "$root/deploy/compose"
./secrets.sh >/dev/null
# A project of its own: the volumes of a dev stack stay as they are.
compose() {
  local docker_compose="docker compose"
  docker compose version >/dev/null 2>&1 || docker_compose=docker-compose
  COMPOSE_PROJECT_NAME=ishemalink-training COMPOSE_FILE=compose.yaml:compose.dev.yaml:compose.train.yaml \
    $docker_compose --env-file dev.env "$@"
}
finish() {
  compose down --volumes --timeout 10 >/dev/null 2>&1
  rm -rf "$work"
}
trap finish EXIT

echo "training: starting the stack"
compose up -d >"$work/up.log" 2>&1 || { tail -n 20 "$work/up.log" >&2; exit 1; }
"$images/await.sh" ishemalink-training 300
"$root/ishema" story --patience 180 >"$work/story.log" || { tail -n 20 "$work/story.log" >&2; exit 1; }
echo "training: the story was played; the JVMs write down what they learned"
for service in $services; do
  # One after the other: each takes a second JVM's memory while it writes.
  docker stop --time 120 "ishemalink-training_${service}_1" >/dev/null 2>&1 \
    || docker stop --time 120 "ishemalink-training-$service-1" >/dev/null
done
for service in $services; do
  container="$(docker ps --all --quiet --filter "label=com.docker.compose.project=ishemalink-training" \
    --filter "label=com.docker.compose.service=$service")"
  mkdir "$work/$service"
  docker cp "$container:/state/app.aot" "$work/$service/app.aot" >/dev/null
  cp "$images/trained.Dockerfile" "$work/$service/Dockerfile"
  # What learned before is trained anew from the image below it.
  docker build --quiet --tag "ishemalink/$service:$ISHEMA_TAG" --build-arg "IMAGE=ishemalink/$service:$ISHEMA_TAG" \
    "$work/$service" >/dev/null 2>"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
  echo "  ishemalink/$service:$ISHEMA_TAG  $(($(docker image inspect --format '{{.Size}}' "ishemalink/$service:$ISHEMA_TAG") / 1000000)) MB," \
    "of it learned $(($(stat -c %s "$work/$service/app.aot") / 1000000)) MB"
done
