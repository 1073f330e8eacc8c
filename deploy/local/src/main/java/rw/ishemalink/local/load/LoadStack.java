package rw.ishemalink.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.KafkaCluster;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.PortPlan;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;

/**
 * A stack of some services with PostgreSQL, Kafka and registry, on free ports and fresh data, compiled for speed; PostgreSQL
 * waits for the disk. It ends with this JVM.
 */
final class LoadStack implements AutoCloseable {

    static final String BOOKING = "booking-service";
    static final String PAYMENT = "payment-service";
    static final String COMPLIANCE = "compliance-service";
    static final String TRACKING = "tracking-service";
    static final String SIMULATORS = "simulators";

    private static final String ISSUER = "https://load.ishemalink.rw";
    private static final int HEAP_MEGABYTES = 768;

    /** What several instances on one machine may have each. */
    private static final int SMALL_HEAP_MEGABYTES = 320;

    private final Path home;
    private final LocalStack stack;
    private final TokenMint mint = new TokenMint(ISSUER);
    private final KeyServer keys = new KeyServer(mint);
    private final Optional<KafkaCluster> cluster;

    /**
     * Starts it.
     *
     * @param services by name, with what each is told beside the usual
     */
    LoadStack(Path checkout, Map<String, Map<String, String>> services) {
        this(checkout, services, Optional.empty());
    }

    /** The same with those brokers, which run and have the topics, in the place of its own. */
    LoadStack(Path checkout, Map<String, Map<String, String>> services, KafkaCluster cluster) {
        this(checkout, services, Optional.of(cluster));
        stack.kill("kafka");
    }

    private LoadStack(Path checkout, Map<String, Map<String, String>> services, Optional<KafkaCluster> cluster) {
        this.cluster = cluster;
        try {
            this.home = Files.createTempDirectory("ishemalink-load");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PartOptions quick = PartOptions.forTests(home);
        PartOptions durable = new PartOptions(quick.home(), quick.cache(), Lifetime.WITH_PARENT, true, true);
        Map<String, Map<String, String>> environment = new HashMap<>();
        services.forEach((service, more) -> environment.put(service, withKeys(more)));
        StackOptions options =
                new StackOptions(checkout, durable, PortPlan.free(), specs(services.keySet(), cluster), environment);
        this.stack = LocalStack.startForTests(options);
    }

    private Map<String, String> withKeys(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(keys.environment());
        cluster.ifPresent(brokers -> all.put("KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrapServers()));
        return Map.copyOf(all);
    }

    private static List<ServiceSpec> specs(Set<String> names, Optional<KafkaCluster> cluster) {
        int heap = cluster.isPresent() ? SMALL_HEAP_MEGABYTES : HEAP_MEGABYTES;
        List<ServiceSpec> specs = Services.list().stream()
                .filter(spec -> names.contains(spec.name()))
                .map(spec -> spec.atFullSpeed(heap))
                .toList();
        if (specs.size() < names.size()) {
            throw new IllegalArgumentException("not all of these are services: " + names);
        }
        return specs;
    }

    LocalStack stack() {
        return stack;
    }

    /** Where its files are until it is closed. */
    Path home() {
        return home;
    }

    TokenMint mint() {
        return mint;
    }

    URI url(String service) {
        return stack.url(service);
    }

    String bootstrapServers() {
        return cluster.map(KafkaCluster::bootstrapServers)
                .orElseGet(() -> stack.kafka().bootstrapServers());
    }

    JdbcAccess database(String service) {
        return stack.database(service);
    }

    /** Kills a part with SIGKILL and starts it again on what it left. */
    void killAndRestart(String part) {
        stack.kill(part);
        stack.start(part);
    }

    @Override
    public void close() {
        stack.killAll();
        keys.close();
        Folders.delete(home);
    }
}
