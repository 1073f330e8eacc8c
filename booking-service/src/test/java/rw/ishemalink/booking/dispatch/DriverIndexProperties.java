package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import rw.ishemalink.booking.quote.GeoPoint;

/** The index answers what going through everybody would. */
class DriverIndexProperties {

    private static final H3Core GRID = grid();
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Property(tries = 300)
    void it_finds_whom_a_scan_finds_in_the_same_order(
            @ForAll("anywhere") GeoPoint from,
            @ForAll("offsets") List<GeoPoint> offsets,
            @ForAll @LongRange(min = 0, max = 15_000) long radiusMetres,
            @ForAll @IntRange(min = 0, max = 50) int limit) {
        DriverIndex index = new DriverIndex();
        List<Nearby> everybody = new ArrayList<>();
        for (GeoPoint offset : offsets) {
            Somebody driver = Somebody.onMoto();
            Fix fix = driver.at(
                    new GeoPoint(from.latitude() + offset.latitude(), from.longitude() + offset.longitude()), NOON);
            index.keep(driver.driver());
            index.keep(fix);
            everybody.add(new Nearby(driver.driver(), fix, from.metresTo(fix.point())));
        }
        List<UUID> scanned = everybody.stream()
                .filter(near -> near.metres() <= radiusMetres)
                .sorted(Nearby.ORDER)
                .limit(limit)
                .map(Nearby::driverId)
                .toList();

        assertThat(index.nearest(from, radiusMetres).limit(limit).map(Nearby::driverId))
                .isEqualTo(scanned);
    }

    /** What the order of the answers rests on: nothing in a ring is nearer than the index takes it to be. */
    @Property(tries = 2_000)
    void no_place_is_nearer_than_its_ring_allows(@ForAll("anywhere") GeoPoint from, @ForAll long seed) {
        DriverIndex index = new DriverIndex();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            GeoPoint place = new GeoPoint(
                    from.latitude() + random.nextDouble(-0.1, 0.1), from.longitude() + random.nextDouble(-0.1, 0.1));
            int ring = (int) GRID.gridDistance(cell(from), cell(place));
            assertThat(from.metresTo(place)).isGreaterThanOrEqualTo(index.metresToRing(ring));
        }
    }

    private static long cell(GeoPoint point) {
        return GRID.latLngToCell(point.latitude(), point.longitude(), DriverIndex.RESOLUTION);
    }

    private static H3Core grid() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The driver moves about, and what is told comes in any order: the newest fix is where they are. */
    @Property(tries = 100)
    void after_any_moves_everybody_is_where_the_newest_fix_says_and_nowhere_else(
            @ForAll("anywhere") GeoPoint from, @ForAll("moves") List<Move> moves) {
        DriverIndex index = new DriverIndex();
        List<Somebody> drivers = List.of(Somebody.onMoto(), Somebody.onMoto(), Somebody.onMoto());
        drivers.forEach(driver -> index.keep(driver.driver()));
        Map<UUID, Fix> newest = new HashMap<>();
        for (Move move : moves) {
            Fix fix = drivers.get(move.who())
                    .at(
                            new GeoPoint(
                                    from.latitude() + move.offset().latitude(),
                                    from.longitude() + move.offset().longitude()),
                            NOON.plusSeconds(move.second()));
            index.keep(fix);
            newest.merge(
                    fix.driverId(),
                    fix,
                    (known, told) -> told.recordedAt().isBefore(known.recordedAt()) ? known : told);
        }
        assertThat(index.nearest(from, 30_000).map(Nearby::fix)).containsExactlyInAnyOrderElementsOf(newest.values());
        assertThat(index.size()).isEqualTo(newest.size());

        index.forgetBefore(NOON.plusSeconds(50));
        newest.values().removeIf(fix -> fix.recordedAt().isBefore(NOON.plusSeconds(50)));
        assertThat(index.nearest(from, 30_000).map(Nearby::fix)).containsExactlyInAnyOrderElementsOf(newest.values());
    }

    /** One move of one of three drivers. */
    record Move(int who, GeoPoint offset, int second) {}

    /** Rwanda and its neighbours, where the bound on rings was measured. */
    @Provide
    Arbitrary<GeoPoint> anywhere() {
        return points(-12, 5, 28, 42);
    }

    /** Up to 13 km to each side, often the same place twice. */
    @Provide
    Arbitrary<List<GeoPoint>> offsets() {
        return Arbitraries.oneOf(points(-0.12, 0.12, -0.12, 0.12), Arbitraries.of(new GeoPoint(0.01, 0.01)))
                .list()
                .ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        points(-0.03, 0.03, -0.03, 0.03),
                        Arbitraries.integers().between(0, 100))
                .as(Move::new)
                .list()
                .ofMaxSize(60);
    }

    private static Arbitrary<GeoPoint> points(double south, double north, double west, double east) {
        return Combinators.combine(
                        Arbitraries.doubles().between(south, north),
                        Arbitraries.doubles().between(west, east))
                .as(GeoPoint::new);
    }
}
