package rw.ishemalink.local.parts;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three brokers that are also the controllers: each record is on all of them, and one may be lost without anybody noticing. */
public final class KafkaCluster implements AutoCloseable {

    private static final int NODES = 3;

    private final List<KafkaPart> brokers;

    /** Brokers that are not started yet. */
    public KafkaCluster(PartOptions options) {
        List<KafkaNode> nodes =
                IntStream.rangeClosed(1, NODES).mapToObj(KafkaNode::onFreePorts).toList();
        this.brokers =
                nodes.stream().map(node -> new KafkaPart(options, node, nodes)).toList();
    }

    /** Starts all, for none answers before most of them are there, and waits until each does. */
    public void start() {
        brokers.forEach(KafkaPart::launch);
        brokers.forEach(KafkaPart::awaitReady);
    }

    /** The value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return brokers.stream().map(KafkaPart::bootstrapServers).collect(Collectors.joining(","));
    }

    /** To kill and start one. */
    public List<KafkaPart> brokers() {
        return brokers;
    }

    /** Ends all at once: who is stopped in good order alone would wait for the others. */
    @Override
    public void close() {
        brokers.forEach(KafkaPart::kill);
    }
}
