package rw.ishemalink.local.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import rw.ishemalink.local.parts.PartFailedException;

/**
 * Lets the services of a restored database hear again what they heard since: the broker believes that it is done, and the
 * database may not know. What it does know its inbox recognises, so hearing too much does no harm; an inbox remembers eight
 * days.
 */
public final class OffsetRewind {

    /** More than any event is under way between broker and database. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final int ANSWER_SECONDS = 30;

    private final String bootstrapServers;

    public OffsetRewind(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Rewinds the groups of these services; none of them may run.
     *
     * @param restoredTo the moment of which the databases are
     * @return how many records will be heard again
     */
    public long run(Set<String> services, Instant restoredTo) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            long again = 0;
            for (String group : groups(admin, services)) {
                again += rewind(admin, group, restoredTo.minus(MARGIN));
            }
            return again;
        }
    }

    /** A service's own group, and those of its parts: compliance-service-trail. */
    private static Set<String> groups(Admin admin, Set<String> services) {
        return get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(group ->
                        services.stream().anyMatch(service -> group.equals(service) || group.startsWith(service + "-")))
                .collect(Collectors.toSet());
    }

    private static long rewind(Admin admin, String group, Instant moment) {
        // One that was killed counts as a member until its session ends.
        boolean occupied = get(admin.describeConsumerGroups(Set.of(group)).all()).values().stream()
                .anyMatch(described -> !described.members().isEmpty());
        if (occupied) {
            get(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all());
        }
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> asked = committed.keySet().stream()
                .collect(Collectors.toMap(one -> one, _ -> OffsetSpec.forTimestamp(moment.toEpochMilli())));
        Map<TopicPartition, ListOffsetsResultInfo> then =
                get(admin.listOffsets(asked).all());
        Map<TopicPartition, OffsetAndMetadata> earlier = new HashMap<>();
        long again = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> one : committed.entrySet()) {
            ListOffsetsResultInfo found = then.get(one.getKey());
            // Negative: nothing was written since.
            if (found != null
                    && found.offset() >= 0
                    && found.offset() < one.getValue().offset()) {
                earlier.put(one.getKey(), new OffsetAndMetadata(found.offset()));
                again += one.getValue().offset() - found.offset();
            }
        }
        get(admin.alterConsumerGroupOffsets(group, earlier).all());
        return again;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new PartFailedException("kafka: the groups cannot be rewound: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while groups were rewound", e);
        }
    }
}
