package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.TripMemory.Arrival;
import rw.ishemalink.tracking.detect.TripMemory.Border;
import rw.ishemalink.tracking.detect.TripMemory.Heading;
import rw.ishemalink.tracking.detect.TripMemory.Motion;
import rw.ishemalink.tracking.detect.TripMemory.Seal;
import rw.ishemalink.tracking.detect.TripMemory.Speeding;
import rw.ishemalink.tracking.detect.TripMemory.Start;
import rw.ishemalink.tracking.detect.TripMemory.Stop;
import rw.ishemalink.tracking.detect.TripMemory.Straying;
import rw.ishemalink.tracking.detect.TripMemory.Visit;
import rw.ishemalink.tracking.geofence.GeoPoint;

class TripMemoryCodecTest {

    @Property(tries = 500)
    void what_was_written_is_read(@ForAll("memories") TripMemory memory) {
        assertThat(TripMemoryCodec.read(TripMemoryCodec.write(memory))).isEqualTo(memory);
    }

    @Example
    void a_new_memory_is_small_and_one_of_a_long_trip_not_large() {
        Drive drive = new Drive(Plans.export());
        for (int minute = -5; minute < 300; minute++) {
            drive.at(minute, Plans.GATUNA, 70).tick(minute);
        }
        assertThat(TripMemoryCodec.write(TripMemory.NEW)).hasSizeLessThan(40);
        assertThat(TripMemoryCodec.write(drive.memory)).hasSizeLessThan(400);
    }

    @Example
    void a_version_that_nobody_knows_is_not_guessed_at() {
        assertThatThrownBy(() -> TripMemoryCodec.read(new byte[] {2, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
    }

    @Provide
    Arbitrary<TripMemory> memories() {
        Arbitrary<Start> start =
                Combinators.combine(flags(), points().injectNull(0.3), flags()).as(Start::new);
        Arbitrary<Border> border = Arbitraries.of(Border.class);
        return Combinators.combine(
                        times(),
                        start,
                        motions().injectNull(0.3),
                        stops().injectNull(0.3),
                        visits().list().ofMaxSize(20),
                        speedings().injectNull(0.3),
                        strayings().injectNull(0.3),
                        border)
                .as((at, begun, motion, stop, in, speeding, straying, post) ->
                        new TripMemory(at, begun, motion, stop, in, speeding, straying, null, null, null, null, post))
                .flatMap(memory -> rest(memory));
    }

    private static Arbitrary<TripMemory> rest(TripMemory memory) {
        Arbitrary<Heading> heading = Combinators.combine(numbers(), times()).as(Heading::new);
        Arbitrary<Seal> seal = Combinators.combine(
                        Arbitraries.of(SealState.class),
                        Arbitraries.strings().ofMaxLength(40).injectNull(0.3))
                .as(Seal::new);
        Arbitrary<Arrival> arrival = Combinators.combine(times(), times()).as(Arrival::new);
        return Combinators.combine(
                        heading.injectNull(0.3), seal.injectNull(0.3), times().injectNull(0.3), arrival.injectNull(0.3))
                .as((to, lock, silent, expected) -> new TripMemory(
                        memory.settledUntil(),
                        memory.start(),
                        memory.motion(),
                        memory.stop(),
                        memory.visits(),
                        memory.speeding(),
                        memory.straying(),
                        to,
                        lock,
                        silent,
                        expected,
                        memory.border()));
    }

    private static Arbitrary<Motion> motions() {
        return Combinators.combine(
                        sightings(),
                        sightings(),
                        numbers().injectNull(0.3),
                        numbers(),
                        Arbitraries.longs().greaterOrEqual(0))
                .as(Motion::new);
    }

    private static Arbitrary<Stop> stops() {
        return Combinators.combine(points(), times(), flags()).as(Stop::new);
    }

    private static Arbitrary<Visit> visits() {
        return Combinators.combine(Arbitraries.strings().ofMaxLength(30), times(), flags())
                .as(Visit::new);
    }

    private static Arbitrary<Speeding> speedings() {
        return Combinators.combine(times(), times(), Arbitraries.integers(), numbers(), flags())
                .as(Speeding::new);
    }

    private static Arbitrary<Straying> strayings() {
        return Combinators.combine(times(), Arbitraries.integers(), numbers(), flags())
                .as(Straying::new);
    }

    private static Arbitrary<Sighting> sightings() {
        return Combinators.combine(points(), times()).as(Sighting::new);
    }

    private static Arbitrary<GeoPoint> points() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-90, 90),
                        Arbitraries.doubles().between(-180, 180))
                .as(GeoPoint::new);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.doubles().between(0, 1e9);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }
}
