package rw.ishemalink.tracking.history.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.history.TrackSummary;
import rw.ishemalink.tracking.history.TripTrack;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** A track as a GeoJSON feature (RFC 7946): a line, or a point where there is one fix only. */
public record TrackFeature(String type, Geometry geometry, Properties properties) {

    /** Coordinates are longitude, latitude and, where it is known of all, metres of altitude. */
    public record Geometry(String type, Object coordinates) {}

    /**
     * What the track shows.
     *
     * @param fixes how many were taken; fewer are shown if the line was simplified
     * @param distanceMetres travelled
     * @param movingSeconds for which it moved
     * @param maxSpeedKmh null where nobody can say
     * @param meanSpeedKmh while it moved
     * @param times of the coordinates, in their order
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Properties(
            UUID bookingId,
            UUID vehicleId,
            Instant from,
            Instant until,
            int fixes,
            long distanceMetres,
            long movingSeconds,
            @Nullable Double maxSpeedKmh,
            @Nullable Double meanSpeedKmh,
            List<Instant> times) {}

    static TrackFeature of(Trip trip, TripTrack track, List<Position> line) {
        TrackSummary summary = track.summary();
        return new TrackFeature(
                "Feature",
                geometry(line),
                new Properties(
                        trip.bookingId(),
                        trip.vehicleId(),
                        line.getFirst().recordedAt(),
                        line.getLast().recordedAt(),
                        track.fixes().size(),
                        summary.distanceMetres(),
                        summary.movingSeconds(),
                        summary.maxSpeedKmh(),
                        summary.meanSpeedKmh(),
                        line.stream().map(Position::recordedAt).toList()));
    }

    private static Geometry geometry(List<Position> line) {
        boolean high = line.stream().allMatch(fix -> fix.altitudeMetres() != null);
        List<List<Double>> coordinates =
                line.stream().map(fix -> coordinates(fix, high)).toList();
        return coordinates.size() == 1
                ? new Geometry("Point", coordinates.getFirst())
                : new Geometry("LineString", coordinates);
    }

    private static List<Double> coordinates(Position fix, boolean high) {
        Double altitude = fix.altitudeMetres();
        return high && altitude != null
                ? List.of(fix.point().longitude(), fix.point().latitude(), altitude)
                : List.of(fix.point().longitude(), fix.point().latitude());
    }
}
