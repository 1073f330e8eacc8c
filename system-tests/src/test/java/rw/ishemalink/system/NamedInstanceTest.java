package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.ServicePart;

/** An instance of a stream with a name of its own, as a pod of a StatefulSet has it. */
class NamedInstanceTest {

    private static final String GROUP = "analytics-streams";
    private static final String NAME = "analytics-streams-1";

    /** Kafka Streams adds the number of the thread. */
    private static final String MEMBER = NAME + "-1";

    private final Admin admin =
            Admin.create(Map.of("bootstrap.servers", Suite.get().stack().kafka().bootstrapServers()));

    @AfterAll
    static void its_partitions_are_dealt_anew() {
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", Suite.get().stack().kafka().bootstrapServers()))) {
            await().atMost(Suite.PATIENCE).until(() -> partitions(admin).isEmpty());
        }
    }

    @Test
    void its_partitions_wait_for_it_while_it_is_restarted() {
        ServicePart named = start();
        await().atMost(Suite.PATIENCE).until(() -> !partitions(admin).isEmpty());
        Set<TopicPartition> before = partitions(admin);

        named.stop();
        assertThat(partitions(admin)).isEqualTo(before);

        start().stop();
        assertThat(partitions(admin)).isEqualTo(before);
        admin.close();
    }

    private static ServicePart start() {
        return Suite.get()
                .stack()
                .startAnother(GROUP, Map.of("ISHEMA_INSTANCE", NAME, "ISHEMA_SESSION_MILLIS", "60000"));
    }

    private static Set<TopicPartition> partitions(Admin admin) {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member ->
                            member.groupInstanceId().filter(MEMBER::equals).isPresent())
                    .map(MemberDescription::assignment)
                    .flatMap(assignment -> assignment.topicPartitions().stream())
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
