package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import rw.ishemalink.streams.ObjectStore;

/** Forgets dossiers of bookings that are over, so that the state holds what is under way and no more. */
final class ClosedDossiers {

    /** Longer than any topic keeps a record, so nothing that is forgotten can come again. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final String FORMAT = "%013d|%s";
    private static final int MILLIS_DIGITS = 13;

    private final KeyValueStore<String, Long> reviews;
    private final ObjectStore<String, Dossier> dossiers;

    ClosedDossiers(KeyValueStore<String, Long> reviews, ObjectStore<String, Dossier> dossiers) {
        this.reviews = reviews;
        this.dossiers = dossiers;
    }

    /** The dossier was opened, or looked at and still needed. */
    void reviewLater(String bookingId, long nowMillis) {
        long due = nowMillis + KEPT.toMillis();
        reviews.put(FORMAT.formatted(due, bookingId), due);
    }

    /** Forgets what is due and over; looks at the rest again later. */
    void forget(Instant readUpTo) {
        long now = readUpTo.toEpochMilli();
        Map<String, Long> due = new HashMap<>();
        try (KeyValueIterator<String, Long> all = reviews.range(FORMAT.formatted(0, ""), FORMAT.formatted(now, ""))) {
            all.forEachRemaining(entry -> due.put(entry.key, entry.value));
        }
        due.keySet().forEach(key -> review(key, now));
    }

    private void review(String key, long now) {
        String bookingId = key.substring(MILLIS_DIGITS + 1);
        Dossier dossier = dossiers.find(bookingId).orElse(null);
        reviews.delete(key);
        if (dossier != null && dossier.isClosed()) {
            dossiers.delete(bookingId);
        } else if (dossier != null) {
            reviewLater(bookingId, now);
        }
    }
}
