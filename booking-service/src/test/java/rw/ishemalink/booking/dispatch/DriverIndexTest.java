package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.quote.GeoPoint;

class DriverIndexTest {

    private static final GeoPoint KIGALI = new GeoPoint(-1.95, 30.06);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DriverIndex index = new DriverIndex();

    @Test
    void a_position_of_somebody_nobody_told_of_counts_once_they_are_known() {
        Somebody driver = Somebody.onMoto();
        index.keep(driver.at(KIGALI, NOON));
        assertThat(index.nearest(KIGALI, 10_000)).isEmpty();
        index.keep(driver.driver());
        assertThat(index.nearest(KIGALI, 10_000)).hasSize(1);
    }

    @Test
    void a_position_under_another_tenants_token_is_not_the_drivers() {
        Somebody driver = Somebody.onMoto();
        index.keep(driver.driver());
        index.keep(new Fix(driver.driverId(), "geo-connect", KIGALI, NOON));
        assertThat(index.nearest(KIGALI, 10_000)).isEmpty();
    }

    @Test
    void it_is_ready_when_both_drivers_and_positions_of_before_the_start_are_known() {
        assertThat(index.isReady()).isFalse();
        index.driversAreKnown();
        assertThat(index.isReady()).isFalse();
        index.positionsAreKnown();
        assertThat(index.isReady()).isTrue();
    }

    /** Drivers hop to and fro between two cells; whoever looks meanwhile finds each of them once at most. */
    @Test
    void who_looks_while_drivers_move_meets_nobody_twice() throws Exception {
        List<Somebody> drivers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Somebody driver = Somebody.onMoto();
            drivers.add(driver);
            index.keep(driver.driver());
        }
        AtomicBoolean moving = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> mover = threads.submit(() -> move(drivers, moving));
            for (int look = 0; look < 2_000; look++) {
                assertThat(index.nearest(KIGALI, 10_000).map(Nearby::driverId)).doesNotHaveDuplicates();
            }
            moving.set(false);
            mover.get();
        }
        assertThat(index.nearest(KIGALI, 10_000)).hasSize(50);
    }

    private void move(List<Somebody> drivers, AtomicBoolean moving) {
        for (int step = 0; moving.get() || step == 0; step++) {
            GeoPoint place = new GeoPoint(KIGALI.latitude(), KIGALI.longitude() + (step % 2) * 0.03);
            Instant time = NOON.plusMillis(step);
            drivers.forEach(driver -> index.keep(driver.at(place, time)));
        }
    }
}
