package rw.ishemalink.local.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import rw.ishemalink.local.load.Told;
import rw.ishemalink.local.story.Cast;
import rw.ishemalink.local.story.Patience;
import rw.ishemalink.local.story.Person;
import rw.ishemalink.local.story.RefusedException;

/** Senders who book and pay at the door, one load after the other, whatever happens, and remember what they were told. */
final class Crowd implements AutoCloseable {

    private static final String BOOKINGS = "/api/bookings";
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(200);
    private static final Duration LONGEST_END = Duration.ofMinutes(1);
    private static final Map<String, ?> POTATOES = Map.of(
            "kind",
            "CARGO_DOMESTIC",
            "origin",
            Map.of("district", "Nyamagabe"),
            "destination",
            Map.of("district", "Nyarugenge"),
            "commodity",
            "irish-potatoes",
            "weightKg",
            1_200,
            "packages",
            10);

    private final Told told = new Told();
    private final List<Person> senders;
    private final AtomicLong refused = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean more = true;

    /** So many senders, who wait for a word. */
    Crowd(Cast cast, int size) {
        this.senders = IntStream.rangeClosed(1, size)
                .mapToObj(number -> cast.sender("Sender " + number))
                .toList();
    }

    Told told() {
        return told;
    }

    /** What was asked for and not granted. */
    long countRefused() {
        return refused.get();
    }

    /** They begin. */
    void begin() {
        senders.forEach(sender -> threads.execute(() -> {
            while (more) {
                book(sender);
            }
        }));
    }

    /** Waits until they were told that much more. */
    void awaitTold(long answers, Duration patience) {
        long enough = told.count() + answers;
        new Patience(patience).await("answers", () -> Optional.of(told.count()).filter(now -> now >= enough));
    }

    private void book(Person sender) {
        try {
            JsonNode booked = sender.phone()
                    .post(
                            BOOKINGS,
                            Map.of(
                                    "journey",
                                    POTATOES,
                                    "receiver",
                                    Map.of("name", "Uwase", "phone", "+250788123456"),
                                    "syncId",
                                    UUID.randomUUID().toString()));
            told.granted(BOOKINGS, booked.toString());
            String confirm = BOOKINGS + "/" + booked.path("bookingId").asText() + "/confirm";
            told.granted(confirm, sender.phone().post(confirm, Map.of()).toString());
        } catch (RefusedException e) {
            refused.incrementAndGet();
            LockSupport.parkNanos(BEFORE_ASKING_AGAIN.toNanos());
        }
    }

    /** They end, each with what is under way; who gets no answer gives up. */
    @Override
    public void close() {
        more = false;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
