package rw.ishemalink.booking.testing;

import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.arc.Arc;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;

/** Publishes as another service would, and waits until ours has heard it: then its effect is committed. */
final class Inboxes {

    private Inboxes() {}

    static void hear(Topics topic, UUID key, EventMetadata metadata, SpecificRecord event) {
        EventSource.publish(topic, key, event);
        UnitOfWork unitOfWork = Arc.container().select(UnitOfWork.class).get();
        await("event " + metadata.getEventId())
                .atMost(Patience.LIMIT)
                .until(() -> unitOfWork.read(
                        sql -> sql.createQuery("select exists(select 1 from inbox where event_id = :id)")
                                .bind("id", metadata.getEventId())
                                .mapTo(Boolean.class)
                                .one()));
    }
}
