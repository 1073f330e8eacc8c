package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.position.Position;

class SegmentCodecTest {

    @Property
    void what_is_read_is_what_was_written_times_exactly_and_places_to_11_cm(
            @ForAll("fixesOfOneDriver") List<Position> fixes) {
        byte[] points = SegmentCodec.encode(fixes);
        assertThat(SegmentCodec.decode("ishemalink", Drives.VEHICLE, Drives.DRIVER, points))
                .isEqualTo(fixes.stream().map(Drives::kept).toList());
    }

    @Test
    void an_hour_of_a_truck_takes_about_ten_bytes_a_fix() {
        List<Position> hour = Drives.truck(Drives.VEHICLE, Drives.DRIVER, Drives.START, 360, 1);
        assertThat(SegmentCodec.encode(hour).length / (double) hour.size()).isLessThan(12);
    }

    @Test
    void a_full_segment_stays_below_what_postgresql_would_put_elsewhere() {
        List<Position> fixes = Drives.truck(Drives.VEHICLE, Drives.DRIVER, Drives.START, Segments.MOST_FIXES, 2);
        assertThat(SegmentCodec.encode(fixes)).hasSizeLessThan(1_900);
    }

    @Provide
    Arbitrary<List<Position>> fixesOfOneDriver() {
        return Drives.anyFix()
                .map(fix -> new Position(
                        fix.tenant(),
                        fix.vehicleId(),
                        Drives.DRIVER,
                        fix.point(),
                        fix.speedKmh(),
                        fix.bearingDegrees(),
                        fix.accuracyMetres(),
                        fix.altitudeMetres(),
                        fix.deviceId(),
                        fix.batteryPercent(),
                        fix.sealState(),
                        fix.sealNumber(),
                        fix.recordedAt(),
                        fix.receivedAt()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
