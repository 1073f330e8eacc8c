package rw.ishemalink.tracking.history.api;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;

/** A track as GPX 1.1, for maps and hand-held receivers. */
final class TrackGpx {

    private TrackGpx() {}

    static byte[] write(Trip trip, List<Position> line) {
        GPX gpx = GPX.builder(GPX.Version.V11, "IshemaLink")
                .addTrack(track -> track.name(trip.bookingId().toString()).addSegment(segment(line)))
                .build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            GPX.Writer.DEFAULT.write(gpx, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static TrackSegment segment(List<Position> line) {
        return TrackSegment.of(line.stream().map(TrackGpx::point).toList());
    }

    private static WayPoint point(Position fix) {
        WayPoint.Builder point = WayPoint.builder()
                .lat(fix.point().latitude())
                .lon(fix.point().longitude())
                .time(fix.recordedAt());
        Double altitude = fix.altitudeMetres();
        return altitude == null ? point.build() : point.ele(altitude).build();
    }
}
