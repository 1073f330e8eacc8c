package rw.ishemalink.local.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The properties of a broker that is also a controller: alone, with nothing copied anywhere, or one of some that all have everything. */
final class KafkaSettings {

    private KafkaSettings() {}

    /** @param port by which the one meant is known in its cluster */
    static Map<String, String> of(int port, List<KafkaNode> cluster, Path data) {
        KafkaNode self = cluster.stream()
                .filter(node -> node.port() == port)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no broker of the cluster has port " + port));
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(self.id()));
        settings.put(
                "controller.quorum.voters",
                cluster.stream().map(KafkaNode::voter).collect(Collectors.joining(",")));
        String clients = "PLAINTEXT://127.0.0.1:" + port + ",AGENCIES://127.0.0.1:" + self.agenciesPort();
        settings.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + self.controllerPort());
        settings.put("advertised.listeners", clients);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.putAll(whoMayDoWhat());
        settings.putAll(copies(cluster.size()));
        settings.putAll(quickReturn());
        settings.putAll(smallMachine());
        return settings;
    }

    /**
     * Agencies log in with SCRAM at a listener of their own and may do only what an ACL allows. The suite itself comes to
     * the inner listener, which gives it no name and listens on the loopback address only: hence ANONYMOUS is super user.
     */
    private static Map<String, String> whoMayDoWhat() {
        return Map.of(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,AGENCIES:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listener.name.agencies.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.agencies.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found",
                "false",
                "super.users",
                "User:ANONYMOUS");
    }

    /** Everything is on all brokers; what is acknowledged is on all but one, so that one may be lost. */
    private static Map<String, String> copies(int brokers) {
        String all = Integer.toString(brokers);
        String enough = Integer.toString(Math.max(1, brokers - 1));
        return Map.of(
                "default.replication.factor", all,
                "offsets.topic.replication.factor", all,
                "transaction.state.log.replication.factor", all,
                "transaction.state.log.min.isr", enough,
                "share.coordinator.state.topic.replication.factor", all,
                "share.coordinator.state.topic.min.isr", enough,
                "min.insync.replicas", enough);
    }

    /**
     * A killed broker may register again only when its old session is over; nobody else waits for its death here. Before it
     * leads groups it reads all that they committed, which is compacted but for the newest segment, 100 MB by default.
     */
    private static Map<String, String> quickReturn() {
        return Map.of(
                "broker.session.timeout.ms", "3000",
                "broker.heartbeat.interval.ms", "500",
                "offsets.topic.segment.bytes", "1048576");
    }

    private static Map<String, String> smallMachine() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                // 50 partitions each by default: start-up time and memory for nothing on one machine.
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                "log.segment.bytes", "67108864",
                "log.index.size.max.bytes", "1048576",
                "log.cleaner.dedupe.buffer.size", "16777216");
    }
}
