package rw.ishemalink.tracking.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.trip.TripKind;

/** What positions have shown of trips, as columns of the trip; an event and the state that knows of it commit together. */
@ApplicationScoped
public class WatchedTrips {

    private static final String COLUMNS = """
            select booking_id, tenant, kind, vehicle_id, destination_district, destination_latitude,
                   destination_longitude, picked_up_at, started, inside, shown_until, shown_latitude, shown_longitude,
                   sequence
              from trip where picked_up_at is not null and ended_at is null""";

    private static final String SAVE = """
            update trip set started = :started, inside = :inside, shown_until = :shownUntil, sequence = :sequence,
                   shown_latitude = :latitude, shown_longitude = :longitude
             where booking_id = :bookingId""";

    /** A trip under way with its state, its row locked. */
    public record WatchedTrip(
            UUID bookingId,
            String tenant,
            TripKind kind,
            UUID vehicleId,
            @Nullable String destinationDistrict,
            @Nullable Double destinationLatitude,
            @Nullable Double destinationLongitude,
            Instant pickedUpAt,
            boolean started,
            Set<String> inside,
            @Nullable Instant shownUntil,
            @Nullable Double shownLatitude,
            @Nullable Double shownLongitude,
            long sequence) {

        TripState state() {
            return shownUntil == null ? TripState.NEW : new TripState(started, inside, shownUntil);
        }

        Optional<GeoPoint> findDestination() {
            return point(destinationLatitude, destinationLongitude);
        }

        /** Where it was when something was last shown. */
        public Optional<GeoPoint> findShown() {
            return point(shownLatitude, shownLongitude);
        }

        private static Optional<GeoPoint> point(@Nullable Double latitude, @Nullable Double longitude) {
            return latitude == null || longitude == null
                    ? Optional.empty()
                    : Optional.of(new GeoPoint(latitude, longitude));
        }
    }

    /** The vehicles' trips that have been picked up and are not over; always locked in the same order. */
    List<WatchedTrip> lock(Handle sql, Collection<UUID> vehicleIds) {
        return sql.createQuery(COLUMNS + " and vehicle_id = any(:vehicles) order by booking_id for update")
                .bindArray("vehicles", UUID.class, vehicleIds)
                .map(ConstructorMapper.of(WatchedTrip.class))
                .list();
    }

    /** The booking's trip, if it has been picked up and is not over. */
    public Optional<WatchedTrip> lock(Handle sql, UUID bookingId) {
        return sql.createQuery(COLUMNS + " and booking_id = :bookingId for update")
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(WatchedTrip.class))
                .findOne();
    }

    /** Writes down what was found and publishes it. */
    void save(Tx tx, WatchedTrip trip, TripState state, List<Finding> findings) {
        long sequence = trip.sequence();
        for (Finding finding : findings) {
            publish(tx, trip, ++sequence, finding);
        }
        GeoPoint point = findings.getLast().position().point();
        tx.sql()
                .createUpdate(SAVE)
                .bind("started", state.started())
                .bindArray("inside", String.class, state.inside())
                .bind("shownUntil", state.shownUntil())
                .bind("sequence", sequence)
                .bind("latitude", point.latitude())
                .bind("longitude", point.longitude())
                .bind("bookingId", trip.bookingId())
                .execute();
    }

    /** Publishes the end of a trip. */
    public void ended(Tx tx, WatchedTrip trip, GeoPoint point) {
        publish(tx, trip, trip.sequence() + 1, TrackingChange.TRIP_ENDED, point, null);
    }

    private static void publish(Tx tx, WatchedTrip trip, long sequence, Finding finding) {
        GeoPoint point = finding.position().point();
        switch (finding) {
            case Finding.TripStarted _ -> publish(tx, trip, sequence, TrackingChange.TRIP_STARTED, point, null);
            case Finding.GeofenceEntered entered ->
                publish(tx, trip, sequence, TrackingChange.GEOFENCE_ENTERED, point, entered.geofence());
            case Finding.GeofenceLeft left ->
                publish(tx, trip, sequence, TrackingChange.GEOFENCE_LEFT, point, left.geofence());
        }
    }

    private static void publish(
            Tx tx, WatchedTrip trip, long sequence, TrackingChange change, GeoPoint point, @Nullable String geofence) {
        tx.publish(
                Topics.TRACKING_EVENTS,
                trip.bookingId(),
                TrackingEvent.newBuilder()
                        .setMetadata(tx.metadata(trip.tenant(), sequence))
                        .setChange(change)
                        .setBookingId(trip.bookingId())
                        .setVehicleId(trip.vehicleId())
                        .setLatitude(point.latitude())
                        .setLongitude(point.longitude())
                        .setGeofence(geofence)
                        .build());
    }
}
