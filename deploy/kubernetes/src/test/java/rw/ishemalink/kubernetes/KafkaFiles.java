package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import rw.ishemalink.local.parts.TopicSpec;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

/** Strimzi's topics and users, written from what the suite declares. */
final class KafkaFiles {

    private static final String WRITTEN = "# Written by KafkaFilesTest (-Dfreeze), checked at every build: %s\n";

    private KafkaFiles() {}

    static String topics() {
        return WRITTEN.formatted("every topic of Topics and its dead letters.")
                + TopicSpec.listAll().stream().map(KafkaFiles::topic).collect(joining("---\n"));
    }

    private static String topic(TopicSpec spec) {
        return """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaTopic
                metadata:
                  name: %s
                  labels: { strimzi.io/cluster: kafka }
                spec:
                  partitions: %d
                  replicas: 3
                  config:
                %s""".formatted(
                        spec.name(),
                        spec.partitions(),
                        new TreeMap<>(spec.config())
                                .entrySet().stream()
                                        .map(one -> "    %s: %s\n".formatted(one.getKey(), one.getValue()))
                                        .collect(joining()));
    }

    static String users() {
        return WRITTEN.formatted("one account a service, which may do what the service does.")
                + Stream.concat(KafkaRights.list().stream().map(KafkaFiles::user), Stream.of(scaler(), summaries()))
                        .collect(joining("---\n"));
    }

    static String agencies() {
        return WRITTEN.formatted("the state's agencies, each its own topics (Agency).")
                + Arrays.stream(Agency.values()).map(KafkaFiles::agency).collect(joining("---\n"));
    }

    private static String user(KafkaRights rights) {
        StringBuilder acls = new StringBuilder();
        rights.reads().forEach(topic -> acls.append(acl("topic", topic.topicName(), "literal", "Read, Describe")));
        rights.writes().forEach(topic -> acls.append(acl("topic", topic.topicName(), "literal", "Write, Describe")));
        // What it cannot read or handle it puts aside; what lies there of its own topics it counts.
        rights.reads()
                .forEach(topic -> acls.append(acl("topic", topic.deadLetterTopicName(), "literal", "Write, Describe")));
        rights.owns()
                .forEach(topic -> acls.append(acl("topic", topic.deadLetterTopicName(), "literal", "Read, Describe")));
        acls.append(acl("group", "dead-letters-replayed", "literal", "Describe"));
        acls.append(acl("group", rights.service(), "prefix", "Read, Describe"));
        rights.streams().forEach(application -> acls.append(streams(application)));
        return account(rights.service(), acls.toString());
    }

    /** A Kafka Streams application makes the topics of its stores, and writes in transactions. */
    private static String streams(String application) {
        return acl("group", application, "prefix", "Read, Describe")
                + acl(
                        "topic",
                        application,
                        "prefix",
                        "Read, Write, Describe, Create, Delete, DescribeConfigs, AlterConfigs")
                + acl("transactionalId", application, "prefix", "Write, Describe");
    }

    /** KEDA: offsets, nothing else. */
    private static String scaler() {
        return account("keda", acl("topic", "*", "literal", "Describe") + acl("group", "*", "literal", "Describe"));
    }

    /** What copies other countries' sums to here, under their names. */
    private static String summaries() {
        String topic = Topics.ANALYTICS_SUMMARY.topicName();
        String all = "Read, Write, Describe, Create, DescribeConfigs, AlterConfigs";
        return account(
                "summaries",
                acl("topic", "summaries-mirror", "prefix", all)
                        + acl("topic", "mm2-offset-syncs", "prefix", all)
                        + acl("topic", "neighbour." + topic, "literal", all)
                        + acl("group", "summaries-mirror", "prefix", "Read, Describe"));
    }

    private static String agency(Agency agency) {
        return account(
                agency.account(),
                agency.topics().stream()
                                .map(topic -> acl("topic", topic.topicName(), "literal", "Read, Describe"))
                                .collect(joining())
                        + acl("group", agency.groupPrefix(), "prefix", "Read, Describe"));
    }

    private static String account(String name, String acls) {
        return """
                apiVersion: kafka.strimzi.io/v1
                kind: KafkaUser
                metadata:
                  name: %s
                  labels: { strimzi.io/cluster: kafka }
                spec:
                  authentication: { type: scram-sha-512 }
                  authorization:
                    type: simple
                    acls:
                %s""".formatted(name, acls);
    }

    private static String acl(String type, String name, String pattern, String operations) {
        return "      - { operations: [%s], resource: { type: %s, name: \"%s\", patternType: %s } }\n"
                .formatted(operations, type, name, pattern);
    }

    /** Each file of {@code components/kafka} that is written, and its text. */
    static Map<String, String> all() {
        return Map.of("topics.yaml", topics(), "users.yaml", users(), "agencies.yaml", agencies());
    }

    /** Names of {@link #all()}, in a fixed order. */
    static List<String> names() {
        return Set.copyOf(all().keySet()).stream().sorted().toList();
    }
}
