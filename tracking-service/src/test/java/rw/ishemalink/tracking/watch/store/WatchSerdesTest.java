package rw.ishemalink.tracking.watch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.RoutedTrip;
import rw.ishemalink.tracking.watch.TripNews;
import rw.ishemalink.tracking.watch.Trips;
import rw.ishemalink.tracking.watch.VehicleWatch;
import rw.ishemalink.tracking.watch.Watch;

/** What is written is read as it was, whatever has been heard. */
class WatchSerdesTest {

    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00.123456Z");

    private final Watch watch = new Watch(Trips.detection(), Trips.RULES);

    @Property(tries = 200)
    void a_watch_is_read_as_it_was_written(@ForAll Random random) {
        UUID driver = UUID.randomUUID();
        UUID vehicle = UUID.randomUUID();
        VehicleWatch known = VehicleWatch.NEW;
        for (int trip = 0; trip < random.nextInt(3); trip++) {
            TripNews news = new TripNews(
                    new Trips().plan(driver, vehicle, TEN, random.nextBoolean() ? TEN : null, null),
                    TripNews.Reason.GOES_ON,
                    "story");
            known = watch.learn(known, news, TEN).watch();
        }
        for (int i = 0; i < random.nextInt(40); i++) {
            known = watch.hear(known, position(random, driver, vehicle), TEN.plusSeconds(i))
                    .watch();
        }
        byte[] bytes = WatchSerdes.WATCH.serializer().serialize("store", known);
        assertThat(WatchSerdes.WATCH.deserializer().deserialize("store", bytes)).isEqualTo(known);
    }

    @Property(tries = 20)
    void news_and_routes_are_read_as_they_were_written(@ForAll boolean ended) {
        var plan = new Trips().plan(UUID.randomUUID(), UUID.randomUUID(), TEN, TEN, ended ? TEN : null);
        TripNews news = new TripNews(plan, TripNews.Reason.TAKEN_OFF, "story");
        RoutedTrip routed = new RoutedTrip(plan, 7);
        assertThat(WatchSerdes.NEWS
                        .deserializer()
                        .deserialize("topic", WatchSerdes.NEWS.serializer().serialize("topic", news)))
                .isEqualTo(news);
        assertThat(WatchSerdes.ROUTED
                        .deserializer()
                        .deserialize("store", WatchSerdes.ROUTED.serializer().serialize("store", routed)))
                .isEqualTo(routed);
    }

    private static Position position(Random random, UUID driver, UUID vehicle) {
        Position full = Trips.at(
                TEN.plusSeconds(random.nextInt(20_000)),
                driver,
                vehicle,
                random.nextBoolean() ? SealState.OPEN : SealState.TAMPERED,
                new GeoPoint(-1.9 - random.nextDouble() / 10, 30));
        return random.nextBoolean() ? full : bare(full);
    }

    private static Position bare(Position full) {
        return new Position(
                full.tenant(),
                full.vehicleId(),
                full.driverId(),
                full.point(),
                42.5,
                180.0,
                null,
                1_500.0,
                UUID.randomUUID(),
                77,
                null,
                null,
                full.recordedAt(),
                full.receivedAt());
    }
}
