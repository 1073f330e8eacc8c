package rw.ishemalink.compliance.audit;

import java.time.Instant;
import java.util.UUID;

/** Entries as a booking's events make them. */
final class Entries {

    static final Instant NOON = Instant.parse("2026-11-21T10:00:00.123456Z");

    private Entries() {}

    static TrailEntry paid(String tenant, UUID bookingId, int number) {
        return new TrailEntry(
                tenant,
                UUID.randomUUID(),
                "booking.events",
                "booking.events/PAID",
                NOON.plusSeconds(number),
                (long) number,
                bookingId,
                bookingId,
                new UUID(1, number % 100),
                new UUID(2, number % 100),
                "SENDER",
                new UUID(3, number % 100),
                new UUID(4, number % 100),
                "CONFIRMED",
                "PAID",
                "payment-confirmed",
                new UUID(5, number).toString(),
                new UUID(6, number),
                number % 6,
                (long) number,
                "%064x".formatted(number));
    }
}
