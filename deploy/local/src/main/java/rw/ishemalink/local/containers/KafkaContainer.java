package rw.ishemalink.local.containers;

import java.util.Map;
import java.util.TreeMap;
import rw.ishemalink.local.parts.KafkaServer;

/** Apache Kafka in KRaft mode, one broker that is its own controller, with the settings of the embedded one. */
final class KafkaContainer {

    private static final int PORT = 9092;
    private final LoopbackContainer container = new LoopbackContainer(ContainerImage.KAFKA, PORT);

    KafkaContainer() {
        container.withEnv(listeners(container.address()));
        container.withEnv(oneSmallBroker());
        container.waitingFor(new AnswerWait(() -> new KafkaServer(container.address()).answers()));
    }

    /** The image turns {@code KAFKA_NODE_ID} into {@code node.id}; its own defaults end with the first such variable. */
    private static Map<String, String> listeners(String address) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KAFKA_PROCESS_ROLES", "broker,controller");
        environment.put("KAFKA_NODE_ID", "1");
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093");
        environment.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        environment.put(
                "KAFKA_LISTENERS", "OUTSIDE://:" + PORT + ",CONTROLLER://localhost:9093,INSIDE://localhost:9094");
        environment.put("KAFKA_ADVERTISED_LISTENERS", "OUTSIDE://" + address + ",INSIDE://localhost:9094");
        environment.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "OUTSIDE:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT");
        environment.put("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE");
        return environment;
    }

    private static Map<String, String> oneSmallBroker() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KAFKA_HEAP_OPTS", "-Xms128m -Xmx512m");
        environment.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        environment.put("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        environment.put("KAFKA_DEFAULT_REPLICATION_FACTOR", "1");
        environment.put("KAFKA_MIN_INSYNC_REPLICAS", "1");
        environment.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
        environment.put("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
        environment.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1");
        environment.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1");
        environment.put("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_NUM_PARTITIONS", "1");
        environment.put("KAFKA_LOG_SEGMENT_BYTES", "67108864");
        environment.put("KAFKA_LOG_INDEX_SIZE_MAX_BYTES", "1048576");
        environment.put("KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "16777216");
        return environment;
    }

    LoopbackContainer container() {
        return container;
    }
}
