package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.tracking.position.Position;

/** With two tenants whose rows have tables of their own. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(TenantsApartTest.Apart.class)
class TenantsApartTest {

    /** Large tenants of two cities. */
    public static final class Apart implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ishema.tracking.history.tenants-apart", "lagos-buses,abuja");
        }
    }

    @Inject
    TrackStore store;

    @Inject
    TrackPartitions partitions;

    @Inject
    TrackUpkeep upkeep;

    @Inject
    Jdbi jdbi;

    private final UUID vehicle = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final Instant morning = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(14, ChronoUnit.HOURS);
    private final String day = "track_segment_"
            + LocalDate.ofInstant(morning, ZoneOffset.UTC).toString().replace("-", "");

    @Test
    void each_has_the_rows_of_its_day_and_all_others_share_a_table() {
        store.write(drive("lagos-buses"));
        store.write(drive("abuja"));
        store.write(drive("ishemalink"));

        assertThat(tables()).containsExactlyInAnyOrder(day + "_lagos_buses", day + "_abuja", day + "_rest");
    }

    @Test
    void tracks_are_written_merged_and_read_as_ever() {
        List<Position> hour = Drives.truck(vehicle, driver, morning, 100, 7).stream()
                .map(fix -> of("lagos-buses", fix))
                .toList();
        hour.forEach(fix -> store.write(Segments.cut(List.of(fix))));
        List<Position> before = store.find(vehicle, morning, Instant.now(), 1_000);

        upkeep.mergeUntil(morning.plus(1, ChronoUnit.HOURS));

        assertThat(before).hasSize(100);
        assertThat(store.find(vehicle, morning, Instant.now(), 1_000)).isEqualTo(before);
        assertThat(tables()).containsExactly(day + "_lagos_buses");
    }

    @Test
    void a_day_goes_with_all_its_tables() {
        Instant oldest = Instant.now().minus(30, ChronoUnit.DAYS);
        store.write(Segments.cut(List.of(of("abuja", Drives.fix(vehicle, driver, oldest, -2, 30)))));
        assertThat(tables()).hasSize(1);

        partitions.drop(LocalDate.ofInstant(oldest, ZoneOffset.UTC).plusDays(1));

        assertThat(tables()).isEmpty();
        store.write(Segments.cut(List.of(of("abuja", Drives.fix(vehicle, driver, oldest, -2, 30)))));
        assertThat(tables()).hasSize(1);
    }

    private List<Segment> drive(String tenant) {
        return Segments.cut(Drives.truck(vehicle, driver, morning, 10, 3).stream()
                .map(fix -> of(tenant, fix))
                .toList());
    }

    private static Position of(String tenant, Position fix) {
        return new Position(
                tenant,
                fix.vehicleId(),
                fix.driverId(),
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
                fix.receivedAt());
    }

    private List<String> tables() {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select distinct tableoid::regclass::text from track_segment where vehicle_id = :id")
                .bind("id", vehicle)
                .mapTo(String.class)
                .list());
    }
}
