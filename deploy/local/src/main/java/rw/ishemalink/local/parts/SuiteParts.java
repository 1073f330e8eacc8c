package rw.ishemalink.local.parts;

import java.net.URI;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The parts for a test run, from the provider that {@code -Dishema.parts} names ({@code embedded} by default), with all
 * topics made and, if a registry was asked for, all contracts registered. They end with this JVM.
 */
public final class SuiteParts implements RunningParts {

    private static final String DEFAULT_PROVIDER = "embedded";
    private final RunningParts parts;
    private final Thread atExit;

    private SuiteParts(RunningParts parts) {
        this.parts = parts;
        this.atExit = Thread.ofPlatform().name("stop-parts").unstarted(parts::close);
    }

    /**
     * Starts the parts.
     *
     * @throws PartFailedException when one cannot be started or no provider has the name
     */
    public static SuiteParts start(PartsRequest request) {
        SuiteParts suite = new SuiteParts(provider().start(request));
        try {
            Runtime.getRuntime().addShutdownHook(suite.atExit);
            Contracts.createTopics(suite.bootstrapServers());
            if (request.registry()) {
                Contracts.register(suite.registryUrl());
            }
            return suite;
        } catch (PartFailedException e) {
            suite.close();
            throw e;
        }
    }

    private static PartsProvider provider() {
        String wanted = System.getProperty("ishema.parts", DEFAULT_PROVIDER);
        ServiceLoader<PartsProvider> providers =
                ServiceLoader.load(PartsProvider.class, PartsProvider.class.getClassLoader());
        return providers.stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new PartFailedException("no provider of parts is named " + wanted + "; there are: "
                        + providers.stream().map(found -> found.get().name()).collect(Collectors.joining(", "))));
    }

    /** The parts as their provider gives them, e.g. {@link EmbeddedParts} to kill one. */
    public RunningParts parts() {
        return parts;
    }

    @Override
    public JdbcAccess createDatabaseIfAbsent(String name) {
        return parts.createDatabaseIfAbsent(name);
    }

    @Override
    public String bootstrapServers() {
        return parts.bootstrapServers();
    }

    @Override
    public URI registryUrl() {
        return parts.registryUrl();
    }

    @Override
    public void close() {
        parts.close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM ends already: the hook runs now or has run.
            return;
        }
    }
}
