package rw.ishemalink.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Counts trips started per booking and tells of it; chokes on a trip's end. */
@ApplicationScoped
public class SampleListener implements InboxListener<TrackingEvent> {

    @Override
    public Class<TrackingEvent> eventType() {
        return TrackingEvent.class;
    }

    @Override
    public void handle(Tx tx, TrackingEvent event) {
        if (event.getChange() == TrackingChange.TRIP_ENDED) {
            throw new IllegalStateException("the sample cannot handle the end of a trip");
        }
        tx.sql()
                .createUpdate("insert into effect (key, value) values (:key, 1) "
                        + "on conflict (key) do update set value = effect.value + 1")
                .bind("key", event.getBookingId())
                .execute();
        tx.publish(Topics.NOTIFICATION_EVENTS, event.getBookingId(), SampleEvents.sent(tx, event));
    }
}
