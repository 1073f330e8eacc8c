package rw.ishemalink.tracking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.trip.TripEvent;
import rw.ishemalink.tracking.trip.TripEvents;

/** Keeps what the watch has told, for those who ask later. */
@ApplicationScoped
class TrackingListener implements InboxListener<TrackingEvent> {

    private final TripEvents events;

    TrackingListener(TripEvents events) {
        this.events = events;
    }

    @Override
    public Class<TrackingEvent> eventType() {
        return TrackingEvent.class;
    }

    @Override
    public void handle(Tx tx, TrackingEvent event) {
        EventMetadata metadata = event.getMetadata();
        events.keep(
                tx.sql(),
                new TripEvent(
                        metadata.getEventId(),
                        event.getBookingId(),
                        metadata.getSequence(),
                        metadata.getTenant(),
                        event.getChange().name(),
                        Objects.requireNonNullElse(event.getRecordedAt(), metadata.getOccurredAt()),
                        event.getLate(),
                        event.getVehicleId(),
                        event.getDriverId(),
                        event.getLatitude(),
                        event.getLongitude(),
                        event.getGeofence(),
                        event.getSpeedKmh(),
                        event.getLimitKmh(),
                        event.getOffCorridorMetres(),
                        event.getSealNumber(),
                        event.getSince(),
                        event.getArrivalAt(),
                        event.getRemainingMetres()));
    }
}
