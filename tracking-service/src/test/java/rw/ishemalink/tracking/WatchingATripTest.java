package rw.ishemalink.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class WatchingATripTest {

    @Inject
    Jdbi jdbi;

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);

    @BeforeEach
    void an_export_is_assigned() {
        journey.assign();
    }

    @Test
    void the_coffee_starts_crosses_at_gatuna_and_arrives_each_told_once_and_in_order() {
        journey.drive(-2.52, 29.71);
        journey.booking(BookingChange.PICKED_UP);
        awaitPickedUp(journey.bookingId);
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            journey.drive(-2.52, 29.71);
            awaitChange(tap, TrackingChange.TRIP_STARTED);
            journey.drive(-1.4235, 30.0115);
            journey.drive(-1.4236, 30.0116);
            awaitChange(tap, TrackingChange.GEOFENCE_ENTERED);
            journey.drive(-1.2, 30.1);
            awaitChange(tap, TrackingChange.GEOFENCE_LEFT);
            journey.booking(BookingChange.DELIVERED);
            awaitChange(tap, TrackingChange.TRIP_ENDED);

            assertThat(tap.listFor(journey.bookingId, TrackingEvent.class))
                    .extracting(TrackingEvent::getChange, TrackingEvent::getGeofence, e -> e.getMetadata()
                            .getSequence())
                    .containsExactly(
                            tuple(TrackingChange.TRIP_STARTED, null, 1L),
                            tuple(TrackingChange.GEOFENCE_ENTERED, "border:Gatuna", 2L),
                            tuple(TrackingChange.GEOFENCE_LEFT, "border:Gatuna", 3L),
                            tuple(TrackingChange.TRIP_ENDED, null, 4L));
        }
    }

    @Test
    void a_trip_that_no_position_was_seen_of_shows_no_end() {
        journey.booking(BookingChange.PICKED_UP);
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> countEnded(journey.bookingId) == 1);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        sql -> sql.createQuery("select count(*) from outbox where key = :id")
                                .bind("id", journey.bookingId)
                                .mapTo(Long.class)
                                .one()))
                .isZero();
    }

    private void awaitChange(EventTap tap, TrackingChange change) {
        tap.awaitOne(TrackingEvent.class, e -> e.getBookingId().equals(journey.bookingId) && e.getChange() == change);
    }

    private void awaitPickedUp(UUID bookingId) {
        await().until(() ->
                count("select count(*) from trip where booking_id = :id and picked_up_at is not null", bookingId) == 1);
    }

    private long countEnded(UUID bookingId) {
        return count("select count(*) from trip where booking_id = :id and ended_at is not null", bookingId);
    }

    private long count(String query, UUID bookingId) {
        return jdbi.<Long, RuntimeException>withHandle(sql ->
                sql.createQuery(query).bind("id", bookingId).mapTo(Long.class).one());
    }
}
