package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.BookingFacts;

/** Puts what a topic tells of a booking into its facts, once. Pure. */
final class Gathering {

    private Gathering() {}

    /**
     * The facts with what the event tells; empty when a later one of its topic, or itself, is in them already.
     *
     * @param put writes what the event tells
     */
    static Optional<BookingFacts> after(
            @Nullable BookingFacts before,
            UUID bookingId,
            Topics topic,
            EventMetadata metadata,
            Consumer<BookingFacts.Builder> put) {
        Map<String, Long> heard = before == null ? Map.of() : before.getHeard();
        if (metadata.getSequence() <= heard.getOrDefault(topic.topicName(), 0L)) {
            return Optional.empty();
        }
        Map<String, Long> heardNow = new HashMap<>(heard);
        heardNow.put(topic.topicName(), metadata.getSequence());
        BookingFacts.Builder facts = before == null
                ? BookingFacts.newBuilder().setBookingId(bookingId).setTenant(metadata.getTenant())
                : BookingFacts.newBuilder(before);
        put.accept(facts);
        return Optional.of(facts.setHeard(heardNow)
                .setAsOf(later(before == null ? null : before.getAsOf(), metadata.getOccurredAt()))
                .build());
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
