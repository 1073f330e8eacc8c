# An image of ours with what its JVM learned in a training run (train.sh): classes loaded and linked.
ARG IMAGE
FROM ${IMAGE}
COPY app.aot /app/app.aot
