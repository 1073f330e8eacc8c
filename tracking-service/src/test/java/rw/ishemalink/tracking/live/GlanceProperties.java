package rw.ishemalink.tracking.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.schemas.wire.UnreadableEventException;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** A glance sees what reading all of it does. */
class GlanceProperties {

    @Property
    void a_glance_sees_what_was_written(
            @ForAll @StringLength(min = 1, max = 200) String tenant,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude,
            @ForAll @DoubleRange(min = 0, max = 250) double speedKmh,
            @ForAll @LongRange(min = 0, max = 7) long left,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long recordedAtMicros,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long receivedAtMicros) {
        Instant recordedAt = Glance.instant(recordedAtMicros);
        TrackingPosition event = TrackingPosition.newBuilder()
                .setTenant(tenant)
                .setVehicleId(UUID.randomUUID())
                .setDriverId(UUID.randomUUID())
                .setLatitude(latitude)
                .setLongitude(longitude)
                .setSpeedKmh(unless(left, 1, speedKmh))
                .setBearingDegrees(unless(left, 2, 90.0))
                .setAccuracyMetres(unless(left, 4, 10.0))
                .setRecordedAt(recordedAt)
                .setReceivedAt(Glance.instant(receivedAtMicros))
                .setSealNumber("S-1")
                .build();
        byte[] bytes = EventWriter.write(Topics.TRACKING_POSITIONS, event);

        assertThat(Glance.times(bytes)).isEqualTo(new Glance.Times(recordedAtMicros, receivedAtMicros));
        assertThat(Glance.of(bytes))
                .isEqualTo(
                        new Glance(tenant, new GeoPoint(latitude, longitude), unless(left, 1, speedKmh), recordedAt));
    }

    @Property
    void whatever_else_it_is_given_it_says_that_it_cannot_read_it(@ForAll byte[] bytes) {
        try {
            assertThat(Glance.times(bytes)).isNotNull();
            assertThat(Glance.of(bytes)).isNotNull();
        } catch (UnreadableEventException e) {
            assertThat(e).hasMessageContaining("not a position");
        }
    }

    private static @Nullable Double unless(long left, long bit, double value) {
        return (left & bit) == 0 ? (Double) value : null;
    }
}
