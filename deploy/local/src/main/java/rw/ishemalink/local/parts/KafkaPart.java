package rw.ishemalink.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.child.Programs;

/** A broker of Apache Kafka in KRaft mode that is also a controller. Its storage is formatted on the first start. */
public final class KafkaPart extends Part {

    private final PartOptions options;
    private final int agenciesPort;
    private final Supplier<List<KafkaNode>> cluster;

    /**
     * A broker that is not started yet.
     *
     * @param port 0 picks a free one
     */
    public KafkaPart(PartOptions options, int port) {
        this(options, port, 0);
    }

    /**
     * A broker that is not started yet.
     *
     * @param port of the suite's own listener; 0 picks a free one
     * @param agenciesPort of the listener where agencies log in; 0 picks a free one
     */
    public KafkaPart(PartOptions options, int port, int agenciesPort) {
        super("kafka", port, options.log("kafka"), options.lifetime());
        this.options = options;
        this.agenciesPort = agenciesPort == 0 ? Ports.pickFree() : agenciesPort;
        this.cluster = this::alone;
    }

    /** One of several brokers, not started yet. */
    KafkaPart(PartOptions options, KafkaNode node, List<KafkaNode> nodes) {
        super("kafka-" + node.id(), node.port(), options.log("kafka-" + node.id()), options.lifetime());
        this.options = options;
        this.agenciesPort = node.agenciesPort();
        this.cluster = () -> nodes;
    }

    /** Nobody else looks for its controller, so that may be elsewhere after each start. */
    private List<KafkaNode> alone() {
        return List.of(new KafkaNode(1, port(), agenciesPort, Ports.pickFree()));
    }

    /** Starts a broker and waits until it answers. */
    public static KafkaPart start(PartOptions options, int port) {
        KafkaPart part = new KafkaPart(options, port);
        part.start();
        return part;
    }

    /** The value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    /** The value of {@code bootstrap.servers} for an agency, which must log in there. */
    public String agenciesBootstrapServers() {
        return "127.0.0.1:" + agenciesPort;
    }

    @Override
    protected boolean answers() {
        return new KafkaServer(bootstrapServers()).answers();
    }

    @Override
    protected void prepare() {
        Folders.create(data());
        Map<String, String> settings = KafkaSettings.of(port(), cluster.get(), data());
        write(
                properties(),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
        if (!Files.exists(clusterId())) {
            write(clusterId(), Uuid.randomUuid().toString());
        }
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = List.of(
                Programs.java(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                options.atFullSpeed() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=classpath:rw/ishemalink/local/parts/broker-log4j2.properties",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                PartFiles.brokerClasspath(),
                KafkaBroker.class.getName(),
                properties().toString(),
                read(clusterId()));
        return ChildSpec.of(command, Map.of(), options.home(), log());
    }

    private Path properties() {
        return options.data(name() + ".properties");
    }

    private Path data() {
        return options.data(name());
    }

    private Path clusterId() {
        return options.data("kafka.cluster-id");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
