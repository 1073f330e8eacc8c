package rw.ishemalink.kit.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import rw.ishemalink.schemas.EventMetadata;

/** Parts of events that another service would have made. */
public final class Events {

    private Events() {}

    /** Metadata of a new event of that tenant, now. */
    public static EventMetadata metadata(String tenant, long sequence) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(tenant)
                .setCorrelationId(UUID.randomUUID().toString())
                .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setSequence(sequence)
                .build();
    }
}
