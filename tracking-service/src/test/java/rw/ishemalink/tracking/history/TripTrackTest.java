package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

class TripTrackTest {

    @Test
    void a_straight_drive_is_as_long_as_its_ends_are_apart_and_needs_two_fixes() {
        List<Position> north = new ArrayList<>();
        for (int i = 0; i <= 100; i++) {
            north.add(fix(10 * i, -2.5 + i * 0.001));
        }
        TripTrack track = new TripTrack(north);
        double metres =
                north.getFirst().point().distanceMetresTo(north.getLast().point());
        assertThat(track.summary().distanceMetres()).isCloseTo(Math.round(metres), within(2L));
        assertThat(track.summary().movingSeconds()).isEqualTo(1_000);
        assertThat(track.summary().meanSpeedKmh()).isCloseTo(metres / 1_000 * 3.6, within(0.2));
        assertThat(track.line(5)).hasSize(2);
        assertThat(track.line(0)).hasSize(101);
    }

    @Test
    void a_truck_that_stands_goes_nowhere_however_its_fixes_wander() {
        SplittableRandom random = new SplittableRandom(7);
        List<Position> yard = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            yard.add(fix(10 * i, -2.5 + random.nextDouble(-0.00004, 0.00004)));
        }
        TrackSummary summary = new TripTrack(yard).summary();
        assertThat(summary.distanceMetres()).isZero();
        assertThat(summary.movingSeconds()).isZero();
        assertThat(summary.meanSpeedKmh()).isNull();
    }

    @Test
    void one_fix_is_a_track_of_no_length() {
        TripTrack track = new TripTrack(List.of(fix(0, -2)));
        assertThat(track.summary()).isEqualTo(new TrackSummary(0, 0, null, null));
        assertThat(track.line(10)).hasSize(1);
    }

    @Property(tries = 100)
    void no_fix_that_is_left_out_is_further_from_the_line_than_allowed(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int fixes,
            @ForAll @IntRange(max = 500) int metres) {
        List<Position> drive = Drives.truck(Drives.VEHICLE, Drives.DRIVER, Drives.START, fixes, seed);
        List<Position> line = new TripTrack(drive).line(metres);
        assertThat(line).isSubsetOf(drive).startsWith(drive.getFirst()).endsWith(drive.getLast());
        assertThat(line).extracting(Position::recordedAt).isSorted();
        int next = 1;
        for (Position fix : drive) {
            while (next < line.size() - 1 && line.get(next).recordedAt().isBefore(fix.recordedAt())) {
                next++;
            }
            if (line.size() > 1) {
                assertThat(metresFrom(line.get(next - 1).point(), line.get(next).point(), fix.point()))
                        .isLessThanOrEqualTo(metres + 1.0);
            }
        }
    }

    @Test
    void a_replay_keeps_the_rhythm_of_the_drive_but_for_long_pauses() {
        ReplayPace pace = new ReplayPace(10);
        assertThat(pace.next(at(0))).isEqualTo(Duration.ZERO);
        assertThat(pace.next(at(10))).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.next(at(8 * 3_600))).isEqualTo(ReplayPace.LONGEST);
    }

    /** By trying points along the stretch. */
    private static double metresFrom(GeoPoint from, GeoPoint to, GeoPoint point) {
        double nearest = Double.MAX_VALUE;
        for (int step = 0; step <= 400; step++) {
            double part = step / 400.0;
            nearest = Math.min(
                    nearest,
                    new GeoPoint(
                                    from.latitude() + part * (to.latitude() - from.latitude()),
                                    from.longitude() + part * (to.longitude() - from.longitude()))
                            .distanceMetresTo(point));
        }
        double grain = from.distanceMetresTo(to) / 800;
        return nearest - grain;
    }

    private static Position fix(int second, double latitude) {
        return Drives.fix(Drives.VEHICLE, Drives.DRIVER, at(second), latitude, 30);
    }

    private static Instant at(int second) {
        return Drives.START.plusSeconds(second);
    }
}
