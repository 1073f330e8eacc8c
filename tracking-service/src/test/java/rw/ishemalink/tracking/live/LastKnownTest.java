package rw.ishemalink.tracking.live;

import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.tracking.position.LiveDelay;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.Trips;

/** What an instance knows when it has just started, and what two of them know. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class LastKnownTest {

    @Inject
    Trips trips;

    @Inject
    LivePositions running;

    @Inject
    LiveDelay delay;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private final UUID truck = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final List<Another> started = new CopyOnWriteArrayList<>();

    /** A second instance of the feed, with a memory of its own. */
    private final class Another {

        private final LivePositions positions = Fixtures.positions(Map.of());
        private final Audience audience = new Audience(
                trips,
                Fixtures.reader(),
                new Missed(positions, (_, _, _, _) -> List.of(), Fixtures.config(Map.of())),
                Fixtures.config(Map.of()),
                new SimpleMeterRegistry());
        private final PositionFeed feed = new PositionFeed(
                positions,
                audience,
                Fixtures.reader(),
                Fixtures.config(Map.of("ishema.tracking.look-back", "1s")),
                delay,
                kafka);

        private Another() {
            started.add(this);
            feed.start(new StartupEvent());
            await().until(feed::isCaughtUp);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Another one : started) {
            one.feed.stop(new ShutdownEvent());
        }
    }

    @Test
    void after_a_start_the_last_position_is_known_of_vehicles_that_have_been_silent_for_long() {
        Instant yesterday = now.minus(1, ChronoUnit.DAYS);
        tell(Topics.TRACKING_LAST, yesterday);
        Another other = new Another();
        // What comes after a transaction of the watch that is open is heard once that is over.
        await().until(() -> isAt(other.positions, yesterday));
    }

    @Test
    void what_nobody_can_read_is_passed_over() {
        tell(Topics.TRACKING_LAST, now);
        Another other = new Another();
        await().until(() -> isAt(other.positions, now));
        EventSource.publishGarbage(Topics.TRACKING_POSITIONS, truck.toString());
        EventSource.publishGarbage(Topics.TRACKING_POSITIONS, "no-vehicle");
        tell(Topics.TRACKING_POSITIONS, now.plusSeconds(1));
        await().until(() -> isAt(other.positions, now.plusSeconds(1)));
    }

    @Test
    void two_instances_hear_the_same_and_each_serves_whoever_follows() {
        Another other = new Another();
        Ear ear = new Ear();
        other.audience.begin(ear, Optional.empty());
        tell(Topics.TRACKING_POSITIONS, now.plusSeconds(1));
        await().until(() -> ear.seen.size() == 1);
        await().until(() -> running.find(truck).isPresent());
        tell(Topics.TRACKING_LAST, now.plusSeconds(1));
        tell(Topics.TRACKING_LAST, now.plusSeconds(2));
        await().until(() -> ear.seen.size() == 2);
        await().until(() -> isAt(other.positions, now.plusSeconds(2)));
        await().until(() -> isAt(running, now.plusSeconds(2)));
    }

    private void tell(Topics topic, Instant at) {
        EventSource.publish(topic, truck, Fixtures.event(truck, at, at, null));
    }

    private boolean isAt(LivePositions positions, Instant time) {
        return positions
                .find(truck)
                .map(Position::recordedAt)
                .filter(time::equals)
                .isPresent();
    }

    /** Remembers what it is shown. */
    private final class Ear implements Follower {

        private final Trip trip = Fixtures.trip(truck);
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public Trip trip() {
            return trip;
        }

        @Override
        public void open(List<Shown> begin) {}

        @Override
        public void show(Shown shown) {
            seen.add(shown.id());
        }

        @Override
        public void beat() {}

        @Override
        public void end() {}
    }
}
