package rw.ishemalink.analytics.traffic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/**
 * What traffic needs of a position; neither who drove nor with which device.
 *
 * @param tenant of the driver
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param speedKmh null where the phone did not say
 * @param accuracyMetres radius of 68 % confidence; null where the phone did not say
 * @param atMillis when the phone took it, epoch milliseconds
 * @param receivedMillis when it reached us, likewise
 */
record Fix(
        String tenant,
        double latitude,
        double longitude,
        @Nullable Double speedKmh,
        @Nullable Double accuracyMetres,
        long atMillis,
        long receivedMillis) {

    /** Whoever was seen where is remembered as long, see {@link Sightings}; a phone that comes back later tells of no jam of today. */
    static final Duration LATEST = Duration.ofHours(24);

    private static final Duration CLOCK_AHEAD = Duration.ofHours(1);
    private static final double NO_VEHICLE_KMH = 250;
    /** Less than half of the edge of a cell (531 m on average at H3's resolution 8): the cell is likely to be the right one. */
    private static final double WORST_ACCURACY_METRES = 200;

    private static final double POLE = 90;
    private static final double DATE_LINE = 180;
    private static final double METRES_OF_A_DEGREE = 111_195;

    static Fix of(TrackingPosition position) {
        return new Fix(
                position.getTenant(),
                position.getLatitude(),
                position.getLongitude(),
                position.getSpeedKmh(),
                position.getAccuracyMetres(),
                position.getRecordedAt().toEpochMilli(),
                position.getReceivedAt().toEpochMilli());
    }

    /** Whether it says how fast a vehicle was, where and when, and can be true. A number that is none is never within. */
    boolean tellsOfTraffic() {
        return speedKmh != null
                && speedKmh >= 0
                && speedKmh <= NO_VEHICLE_KMH
                && Math.abs(latitude) <= POLE
                && Math.abs(longitude) <= DATE_LINE
                && (accuracyMetres == null || accuracyMetres <= WORST_ACCURACY_METRES)
                && atMillis <= receivedMillis + CLOCK_AHEAD.toMillis()
                && atMillis >= receivedMillis - LATEST.toMillis();
    }

    /** Kilometres an hour; only of one that tells of traffic. */
    double speed() {
        return speedKmh == null ? Double.NaN : speedKmh;
    }

    /** How far apart the two are; good for short ways. */
    double metresTo(Fix other) {
        double north = other.latitude - latitude;
        double east = (other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
        return METRES_OF_A_DEGREE * Math.hypot(north, east);
    }
}
