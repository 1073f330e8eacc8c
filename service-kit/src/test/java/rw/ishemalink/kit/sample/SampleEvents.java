package rw.ishemalink.kit.sample;

import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.notification.Channel;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** The events of the sample. */
public final class SampleEvents {

    private SampleEvents() {}

    public static TrackingEvent tracking(UUID bookingId, TrackingChange change) {
        return TrackingEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", 1))
                .setChange(change)
                .setBookingId(bookingId)
                .setVehicleId(UUID.randomUUID())
                .setLatitude(-1.94)
                .setLongitude(30.06)
                .build();
    }

    static NotificationEvent sent(Tx tx, TrackingEvent cause) {
        return NotificationEvent.newBuilder()
                .setMetadata(tx.metadata(cause.getMetadata().getTenant(), 1))
                .setChange(NotificationChange.SENT)
                .setMessageId(UUID.randomUUID())
                .setChannel(Channel.SMS)
                .setTemplate("TRIP_STARTED")
                .setPersonId(cause.getVehicleId())
                .setBookingId(cause.getBookingId())
                .build();
    }
}
