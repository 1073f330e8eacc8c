package rw.ishemalink.local.parts;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;
import rw.ishemalink.schemas.Topics;

/** A topic as the broker must hold it. */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

    /** Long enough to find, mend and replay a record that nobody looked at over a holiday. */
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    /** Every topic of the suite and its dead-letter topic. */
    public static List<TopicSpec> listAll() {
        return Arrays.stream(Topics.values())
                .flatMap(topic -> Stream.of(declared(topic), deadLetters(topic)))
                .toList();
    }

    private static TopicSpec declared(Topics topic) {
        String millis = Long.toString(topic.retention().toMillis());
        Map<String, String> config =
                switch (topic.cleanup()) {
                    case DELETE ->
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                millis);
                    case COMPACT ->
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_COMPACT,
                                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                                millis);
                };
        return new TopicSpec(topic.topicName(), topic.partitions(), config);
    }

    private static TopicSpec deadLetters(Topics topic) {
        return new TopicSpec(
                topic.deadLetterTopicName(),
                1,
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(DEAD_LETTER_RETENTION.toMillis())));
    }
}
