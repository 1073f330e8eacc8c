package rw.ishemalink.local.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.Generation;

/** What a generation leaves at the broker: its consumer group and its internal topics. */
final class Leftovers implements AutoCloseable {

    /** The broker takes a member that has left out of the group at once, one that was killed after its session. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ANSWER_SECONDS = 30;
    private static final int POLL_MILLIS = 500;

    private final Admin admin;

    Leftovers(String bootstrapServers) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The generation's own topics. */
    List<String> topics(Generation generation) {
        return get(admin.listTopics().names()).stream()
                .filter(generation::owns)
                .sorted()
                .toList();
    }

    /**
     * Removes them. Nobody may be in the group any more.
     *
     * @throws PartFailedException when the broker refuses
     */
    void remove(Generation generation) {
        removeGroup(generation.applicationId());
        get(admin.deleteTopics(topics(generation)).all());
    }

    private void removeGroup(String group) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                get(admin.deleteConsumerGroups(List.of(group)).all());
                return;
            } catch (PartFailedException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                if (!(e.getCause() instanceof GroupNotEmptyException) || System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while waiting", e);
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PartFailedException("kafka: " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new PartFailedException("kafka: no answer within " + ANSWER_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
