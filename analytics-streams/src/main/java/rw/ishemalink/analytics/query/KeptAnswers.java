package rw.ishemalink.analytics.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jboss.logging.Logger;

/**
 * Answers to what is being asked, for a moment: whoever asks the same gets the same, and what is asked every few seconds
 * is made anew before it is too old, so that nobody who asks again and again waits for cells to be added up.
 */
@ApplicationScoped
public class KeptAnswers {

    private static final Logger LOG = Logger.getLogger(KeptAnswers.class);

    /** Moves on with every event of anybody, though the figures stay what they are. */
    private static final List<String> OF_THE_MOMENT = List.of("asOf", "lagMillis");

    private static final int MOST = 1_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);
    private static final long STILL_ASKED_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int LOOK_EVERY_MILLIS = 20;

    private final ObjectMapper json;
    private final Cache<Object, Asked<?>> kept = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kept-answers").daemon().factory());

    KeptAnswers(ObjectMapper json) {
        this.json = json;
    }

    /** A question and how it was answered for the last who asked. */
    private static final class Asked<T> {
        private final Flight<T> flight = new Flight<>();
        private volatile Supplier<KeptAnswer<T>> make;

        Asked(Supplier<KeptAnswer<T>> make) {
            this.make = make;
        }

        KeptAnswer<T> answer(Supplier<KeptAnswer<T>> next) {
            make = next;
            return flight.answer(next);
        }

        void renew() {
            if (flight.isAskedEvery(STILL_ASKED_NANOS)) {
                flight.renew(make);
            }
        }
    }

    void start(@Observes StartupEvent event) {
        var unused =
                timer.scheduleWithFixedDelay(this::renew, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /**
     * The answer that is kept, else a new one.
     *
     * @param question equal questions have equal answers, of the same type
     * @param asking for whom it is made, now and once more if it is asked again; it knows no request
     */
    @SuppressWarnings("unchecked") // Equal questions come from one place, so their answers are of one type.
    public <T> KeptAnswer<T> answer(Object question, Asking asking, Function<Asking, T> make) {
        Supplier<KeptAnswer<T>> tagged = () -> tagged(make.apply(asking));
        Asked<T> asked = (Asked<T>) kept.get(question, _ -> new Asked<>(tagged));
        return asked.answer(tagged);
    }

    private <T> KeptAnswer<T> tagged(T answer) {
        JsonNode figures = json.valueToTree(answer);
        if (figures instanceof ObjectNode whole) {
            whole.remove(OF_THE_MOMENT);
        }
        CRC32C sum = new CRC32C();
        byte[] bytes = figures.toString().getBytes(UTF_8);
        sum.update(bytes);
        return new KeptAnswer<>(answer, Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(bytes.length));
    }

    private void renew() {
        for (Asked<?> asked : kept.asMap().values()) {
            try {
                asked.renew();
            } catch (RuntimeException e) {
                LOG.debugf("an answer could not be renewed, who asks next tries again: %s", e);
            }
        }
    }
}
