package rw.ishemalink.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.sample.SampleEvents;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class InboxTest {

    @Inject
    Jdbi jdbi;

    private final UUID bookingId = UUID.randomUUID();

    @Test
    void a_repeated_event_has_its_effect_once() {
        TrackingEvent started = SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED);
        publish(started);
        publish(started);
        publish(SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED));
        publish(started);
        TrackingEvent last = SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED);
        publish(last);

        awaitHandled(last);
        assertThat(effectOf(bookingId)).isEqualTo(3);
    }

    @Test
    void what_an_event_causes_names_it_and_keeps_its_correlation() {
        TrackingEvent started = SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED);
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            publish(started);
            NotificationEvent sent = tap.awaitOne(NotificationEvent.class, e -> bookingId.equals(e.getBookingId()));
            assertThat(sent.getMetadata().getCausationId())
                    .isEqualTo(started.getMetadata().getEventId());
            assertThat(sent.getMetadata().getCorrelationId())
                    .isEqualTo(started.getMetadata().getCorrelationId());
        }
    }

    @Test
    void an_event_that_never_passes_goes_to_the_dead_letters_and_does_not_hold_up_the_next() {
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.TRACKING_EVENTS)) {
            publish(SampleEvents.tracking(bookingId, TrackingChange.TRIP_ENDED));
            publish(SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED));

            var letter = dead.awaitRecord(record -> bookingId.toString().equals(record.key()));
            assertThat(new String(
                            letter.headers().lastHeader("dead-letter-cause").value(), UTF_8))
                    .contains("IllegalStateException")
                    .doesNotContain("the sample cannot");
            awaitEffect(bookingId, 1);
        }
    }

    @Test
    void several_that_never_pass_go_to_the_dead_letters_once_each() {
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.TRACKING_EVENTS)) {
            EventSource.publishGarbage(Topics.TRACKING_EVENTS, bookingId.toString());
            for (int i = 0; i < 3; i++) {
                publish(SampleEvents.tracking(bookingId, TrackingChange.TRIP_ENDED));
            }
            TrackingEvent good = SampleEvents.tracking(bookingId, TrackingChange.TRIP_STARTED);
            publish(good);
            awaitHandled(good);

            UUID last = UUID.randomUUID();
            EventSource.publishGarbage(Topics.TRACKING_EVENTS, last.toString());
            dead.awaitRecord(record -> last.toString().equals(record.key()));
            await().until(() -> dead.countFor(bookingId) >= 4);
            assertThat(dead.countFor(bookingId)).isEqualTo(4);
        }
    }

    @Test
    void bytes_that_nobody_can_read_go_to_the_dead_letters() {
        String key = UUID.randomUUID().toString();
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.TRACKING_EVENTS)) {
            EventSource.publishGarbage(Topics.TRACKING_EVENTS, key);
            var letter = dead.awaitRecord(record -> key.equals(record.key()));
            assertThat(letter.headers().lastHeader("dead-letter-consumer").value())
                    .isEqualTo("kit-sample".getBytes(UTF_8));
        }
    }

    private void publish(TrackingEvent event) {
        EventSource.publish(Topics.TRACKING_EVENTS, event.getBookingId(), event);
    }

    /** Events of one key are handled in their order: whatever came before it is handled then, too. */
    private static void awaitHandled(TrackingEvent event) {
        UUID eventId = event.getMetadata().getEventId();
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            tap.awaitOne(
                    NotificationEvent.class,
                    caused -> eventId.equals(caused.getMetadata().getCausationId()));
        }
    }

    private void awaitEffect(UUID key, long value) {
        await().untilAsserted(() -> assertThat(effectOf(key)).isEqualTo(value));
    }

    private long effectOf(UUID key) {
        return jdbi.withHandle(sql -> sql.createQuery("select coalesce(max(value), 0) from effect where key = :key")
                .bind("key", key)
                .mapTo(Long.class)
                .one());
    }
}
