package rw.ishemalink.compliance.inbox.mds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.mds.EventType;
import rw.ishemalink.compliance.mds.Point;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.compliance.mds.Standing;
import rw.ishemalink.compliance.mds.VehicleEvent;
import rw.ishemalink.compliance.mds.store.MdsWriter;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** What each event means for the regulator's view. */
@ApplicationScoped
class MdsIntake {

    private final MdsWriter store;

    MdsIntake(MdsWriter store) {
        this.store = store;
    }

    /** Takes in one event; positions are only collected. */
    void take(Handle sql, SpecificRecord event, MdsWriter.Positions positions) {
        switch (event) {
            case BookingEvent booking when booking.getBooking().getKind() == BookingKind.RIDE -> ride(sql, booking);
            case FleetEvent fleet ->
                MdsReading.findVehicle(fleet.getDriver().getVehicle())
                        .ifPresent(vehicle -> vehicle(sql, fleet, vehicle));
            case TrackingEvent tracking -> mark(sql, tracking);
            case TrackingPosition position -> positions.add(position.getTenant(), MdsReading.fix(position));
            default -> {
                // Goods and tickets are no rides.
            }
        }
    }

    private void ride(Handle sql, BookingEvent event) {
        switch (event.getChange()) {
            case ASSIGNED -> keep(sql, event, EventType.RESERVATION_START);
            case PICKED_UP -> keep(sql, event, EventType.TRIP_START);
            case DELIVERED -> keep(sql, event, EventType.TRIP_END);
            case CANCELLED, FAILED ->
                store.addCancellation(
                        sql,
                        event.getMetadata().getEventId(),
                        event.getBooking().getBookingId(),
                        EventType.cancelledBy(event.getActor().getRole()),
                        event.getMetadata().getOccurredAt());
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    HELD_AT_BORDER,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    UNKNOWN -> {
                // No vehicle changes its state.
            }
        }
    }

    private void keep(Handle sql, BookingEvent event, EventType type) {
        EventMetadata metadata = event.getMetadata();
        MdsReading.findRide(event).ifPresent(ride -> {
            store.save(sql, metadata.getTenant(), ride, metadata.getSequence());
            VehicleEvent told = new VehicleEvent(
                    metadata.getEventId(),
                    ride.vehicleId(),
                    type,
                    ride.timeOf(type),
                    metadata.getOccurredAt(),
                    ride.tripId(),
                    ride.placeOf(type));
            store.addEvent(sql, metadata.getTenant(), told);
        });
    }

    private void vehicle(Handle sql, FleetEvent event, RideVehicle vehicle) {
        EventMetadata metadata = event.getMetadata();
        Instant at = metadata.getOccurredAt();
        UUID vehicleId = vehicle.vehicleId();
        Standing after = new Standing(
                event.getDriver().getStatus() == DriverStatus.ACTIVE,
                event.getDriver().getOnDuty());
        Standing before = store.standingBefore(sql, vehicleId, at);
        if (store.save(sql, metadata.getTenant(), vehicle, after, at)) {
            before.changeTo(after)
                    .ifPresent(type -> store.addEvent(
                            sql,
                            metadata.getTenant(),
                            new VehicleEvent(metadata.getEventId(), vehicleId, type, at, at, null, null)));
        }
    }

    private void mark(Handle sql, TrackingEvent event) {
        Point place = new Point(event.getLatitude(), event.getLongitude());
        switch (event.getChange()) {
            case TRIP_STARTED -> store.mark(sql, event.getBookingId(), "STARTED", place);
            case TRIP_ENDED -> store.mark(sql, event.getBookingId(), "ENDED", place);
            case GEOFENCE_ENTERED,
                    GEOFENCE_LEFT,
                    GEOFENCE_DWELLED,
                    STOP_STARTED,
                    STOP_ENDED,
                    CORRIDOR_LEFT,
                    CORRIDOR_REJOINED,
                    OVERSPEED_STARTED,
                    OVERSPEED_ENDED,
                    WRONG_DIRECTION,
                    TRIP_NOT_STARTED,
                    COMMS_LOST,
                    COMMS_RESTORED,
                    SEAL_OPENED,
                    SEAL_CLOSED,
                    SEAL_TAMPERED,
                    BORDER_ARRIVAL_PROPOSED,
                    ARRIVAL_ESTIMATED,
                    UNKNOWN -> {
                // No ride begins or ends there.
            }
        }
    }
}
