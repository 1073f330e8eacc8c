package rw.ishemalink.local.parts;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The properties of a broker that is a whole cluster: broker and controller in one, nothing copied anywhere. */
final class KafkaSettings {

    private KafkaSettings() {}

    static Map<String, String> of(int port, int agenciesPort, int controllerPort, Path data) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        String clients = "PLAINTEXT://127.0.0.1:" + port + ",AGENCIES://127.0.0.1:" + agenciesPort;
        settings.put("listeners", clients + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", clients);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("log.dirs", data.toString());
        settings.putAll(whoMayDoWhat());
        settings.putAll(oneBroker());
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

    private static Map<String, String> oneBroker() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "min.insync.replicas", "1");
    }

    /** A killed broker may register again only when its old session is over; nobody else waits for its death here. */
    private static Map<String, String> quickReturn() {
        return Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500");
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
