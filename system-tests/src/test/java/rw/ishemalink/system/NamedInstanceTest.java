package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterEach;
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

    @AfterEach
    void its_place_is_given_to_others_when_its_time_is_over() {
        await().atMost(Suite.PATIENCE).until(() -> !members().contains(MEMBER));
        admin.close();
    }

    @Test
    void its_place_is_kept_while_it_is_restarted() {
        ServicePart named = Suite.get()
                .stack()
                .startAnother(GROUP, Map.of("ISHEMA_INSTANCE", NAME, "ISHEMA_SESSION_MILLIS", "30000"));
        await().atMost(Suite.PATIENCE).until(() -> members().contains(MEMBER));

        named.stop();

        assertThat(members()).contains(MEMBER);
    }

    private Set<String> members() {
        try {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::groupInstanceId)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
