package rw.ishemalink.tracking.live.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.live.EventId;
import rw.ishemalink.tracking.live.Shown;
import rw.ishemalink.tracking.live.View;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;

/** A stream sends what its reader takes, and to a slow one the newest. */
class LiveStreamTest {

    private static final Instant EIGHT = Instant.parse("2026-05-04T08:00:00Z");
    private static final UUID TRUCK = new UUID(0, 9);

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger gone = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final Trip trip = new Trip(
            new UUID(0, 1),
            "ishemalink",
            TripKind.RIDE,
            new UUID(0, 2),
            new UUID(0, 3),
            TRUCK,
            null,
            null,
            null,
            null,
            EIGHT,
            null,
            null);
    private final View view = this::write;
    private final LiveStream stream =
            new LiveStream(trip, view, 1_000, new SseImpl(), over::get, _ -> gone.incrementAndGet());
    private final Reader reader = new Reader();

    @Test
    void a_slow_reader_gets_fewer_and_always_the_newest() {
        stream.open(List.of());
        stream.subscribe(reader);
        reader.take(1);
        for (int second = 1; second <= 100; second++) {
            stream.show(shown(second));
        }
        assertThat(reader.ids()).containsExactly(id(1));
        reader.take(1);
        assertThat(reader.ids()).containsExactly(id(1), id(100));
        assertThat(written).as("what nobody was shown was never written").hasValue(2);
    }

    @Test
    void nothing_is_sent_before_it_is_known_what_was_missed() {
        stream.subscribe(reader);
        reader.take(10);
        stream.show(shown(3));
        assertThat(reader.events).isEmpty();
        stream.open(List.of(shown(1), shown(2)));
        assertThat(reader.ids()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void it_says_now_and_then_that_it_lives_and_only_where_somebody_listens() {
        stream.open(List.of());
        stream.subscribe(reader);
        stream.beat();
        stream.beat();
        assertThat(reader.events).isEmpty();
        reader.take(5);
        assertThat(reader.events).singleElement().satisfies(event -> assertThat(event.getComment())
                .isEqualTo("still here"));
    }

    @Test
    void it_ends_with_what_opened_it() {
        stream.open(List.of());
        stream.subscribe(reader);
        over.set(true);
        stream.beat();
        assertThat(reader.completed).isTrue();
        assertThat(gone).hasValue(1);
    }

    @Test
    void a_reader_who_leaves_is_shown_nothing_more() {
        stream.open(List.of());
        stream.subscribe(reader);
        reader.take(5);
        Objects.requireNonNull(reader.subscription).cancel();
        stream.show(shown(1));
        assertThat(reader.events).isEmpty();
        assertThat(gone).hasValue(1);
    }

    @Test
    void a_position_is_written_once_for_all_who_follow() {
        Shown shown = shown(1);
        for (int i = 0; i < 5; i++) {
            Reader another = new Reader();
            LiveStream one = new LiveStream(trip, view, 1_000, new SseImpl(), over::get, _ -> {});
            one.open(List.of());
            one.subscribe(another);
            another.take(1);
            one.show(shown);
            assertThat(another.events).hasSize(1);
        }
        assertThat(written).hasValue(1);
    }

    private String write(Trip of, Position position) {
        written.incrementAndGet();
        return of.bookingId() + " " + position.recordedAt();
    }

    private Shown shown(int second) {
        return new Shown(trip, position(second));
    }

    private static String id(int second) {
        return EventId.of(position(second));
    }

    private static Position position(int second) {
        Instant at = EIGHT.plusSeconds(second);
        return new Position(
                "ishemalink",
                TRUCK,
                new UUID(0, 3),
                new GeoPoint(-1.95, 30.06),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at,
                at);
    }

    /** Takes only what it asked for. */
    private static final class Reader implements Flow.Subscriber<OutboundSseEvent> {

        private final List<OutboundSseEvent> events = new ArrayList<>();
        private Flow.@Nullable Subscription subscription;
        private boolean completed;

        private void take(int more) {
            Objects.requireNonNull(subscription).request(more);
        }

        private List<String> ids() {
            return events.stream().map(OutboundSseEvent::getId).toList();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(OutboundSseEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable e) {
            throw new AssertionError(e);
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }
}
