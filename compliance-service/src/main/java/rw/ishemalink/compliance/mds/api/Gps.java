package rw.ishemalink.compliance.mds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.Fix;
import rw.ishemalink.compliance.mds.Point;

/**
 * A location (MDS 2.0, GPS data).
 *
 * @param heading degrees clockwise from north
 * @param speed metres a second
 * @param horizontalAccuracy metres
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Gps(
        double lat,
        double lng,
        @Nullable Double heading,
        @Nullable Double speed,
        @Nullable Double horizontalAccuracy) {

    static Gps of(Point point) {
        return new Gps(point.latitude(), point.longitude(), null, null, null);
    }

    static Gps of(Fix fix) {
        return new Gps(
                fix.place().latitude(),
                fix.place().longitude(),
                fix.headingDegrees(),
                fix.speedMps(),
                fix.accuracyMetres());
    }
}
