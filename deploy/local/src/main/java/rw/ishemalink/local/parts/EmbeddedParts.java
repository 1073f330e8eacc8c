package rw.ishemalink.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import rw.ishemalink.local.child.Folders;

/** The parts as child processes on free ports. They die with this JVM, also when it is killed (see Lifetime). */
public final class EmbeddedParts implements RunningParts {

    private static final String REGISTRY_DATABASE = "registry";
    private final Path home;
    private final boolean temporary;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private Optional<RegistryPart> registry = Optional.empty();

    private EmbeddedParts(Path home, boolean temporary) {
        PartOptions options = PartOptions.forTests(home);
        this.home = home;
        this.temporary = temporary;
        this.postgres = new PostgresPart(options, 0);
        this.kafka = new KafkaPart(options, 0);
    }

    /** Starts the parts side by side. */
    static EmbeddedParts start(PartsRequest request) {
        EmbeddedParts parts = new EmbeddedParts(
                request.home().orElseGet(EmbeddedParts::temporaryHome),
                request.home().isEmpty());
        CompletableFuture<Void> broker = inBackground(parts.kafka::start);
        CompletableFuture<Void> database = inBackground(() -> parts.startDatabase(request.registry()));
        try {
            CompletableFuture.allOf(broker, database).join();
            return parts;
        } catch (CompletionException e) {
            parts.close();
            throw e.getCause() instanceof PartFailedException failure
                    ? failure
                    : new PartFailedException("the parts cannot be started: " + e.getCause(), e);
        }
    }

    private void startDatabase(boolean withRegistry) {
        postgres.start();
        if (withRegistry) {
            JdbcAccess access = postgres.server().createDatabaseIfAbsent(REGISTRY_DATABASE);
            RegistryPart part = new RegistryPart(PartOptions.forTests(home), 0, () -> Optional.of(access));
            registry = Optional.of(part);
            part.start();
        }
    }

    private static CompletableFuture<Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(
                work, task -> Thread.ofVirtual().name("start-part").start(task));
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("ishema-parts-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary folder", e);
        }
    }

    /** To kill and restart it. */
    public PostgresPart postgres() {
        return postgres;
    }

    /** To kill and restart it. */
    public KafkaPart kafka() {
        return kafka;
    }

    /** To kill and restart it; empty when none was asked for. */
    public Optional<RegistryPart> findRegistry() {
        return registry;
    }

    @Override
    public JdbcAccess createDatabaseIfAbsent(String name) {
        return postgres.server().createDatabaseIfAbsent(name);
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public URI registryUrl() {
        return registry.orElseThrow(() -> new IllegalStateException("no registry was asked for"))
                .url();
    }

    /** Kills what nobody wants to find again, which is faster; stops the rest in good order. */
    @Override
    public void close() {
        Consumer<Part> end = temporary ? Part::kill : Part::stop;
        registry.ifPresent(end);
        List.of(kafka, postgres).forEach(end);
        if (temporary) {
            Folders.delete(home);
            postgres.deleteDataElsewhere();
        }
    }
}
