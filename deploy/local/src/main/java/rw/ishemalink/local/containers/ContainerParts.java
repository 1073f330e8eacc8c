package rw.ishemalink.local.containers;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.RunningParts;

/** The parts as containers, thrown away at the end. The registry keeps its contracts in memory. */
final class ContainerParts implements RunningParts {

    private static final int REGISTRY_PORT = 8080;
    private final PostgresContainer postgres = new PostgresContainer();
    private final KafkaContainer kafka = new KafkaContainer();
    private final Optional<LoopbackContainer> registry;

    private ContainerParts(boolean withRegistry) {
        this.registry = withRegistry ? Optional.of(registryContainer()) : Optional.empty();
    }

    /** Starts the containers side by side. */
    static ContainerParts start(boolean withRegistry) {
        ContainerParts parts;
        try {
            parts = new ContainerParts(withRegistry);
        } catch (IllegalStateException e) {
            throw new PartFailedException("containers: no Docker engine answers: " + e.getMessage(), e);
        }
        try {
            Startables.deepStart(parts.containers()).join();
            return parts;
        } catch (CompletionException e) {
            parts.close();
            throw new PartFailedException("containers: one cannot be started: " + reason(e), e);
        }
    }

    private static LoopbackContainer registryContainer() {
        return new LoopbackContainer(ContainerImage.REGISTRY, REGISTRY_PORT)
                .waitingFor(Wait.forHttp("/apis/registry/v3/groups?limit=1").forStatusCode(200));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private Stream<LoopbackContainer> containers() {
        return Stream.concat(Stream.of(postgres.container(), kafka.container()), registry.stream());
    }

    @Override
    public JdbcAccess createDatabaseIfAbsent(String name) {
        return postgres.server().createDatabaseIfAbsent(name);
    }

    @Override
    public String bootstrapServers() {
        return kafka.container().address();
    }

    @Override
    public URI registryUrl() {
        return URI.create("http://"
                + registry.orElseThrow(() -> new IllegalStateException("no registry was asked for"))
                        .address());
    }

    @Override
    public void close() {
        containers().forEach(LoopbackContainer::stop);
    }
}
