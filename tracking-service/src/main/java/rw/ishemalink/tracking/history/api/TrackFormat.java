package rw.ishemalink.tracking.history.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;

/** The forms in which a track is given. */
enum TrackFormat {
    /** RFC 7946. */
    GEOJSON(TrackFormat.GEO_JSON),
    /** GPX 1.1. */
    GPX(TrackFormat.GPX_XML);

    static final String GEO_JSON = "application/geo+json";
    static final String GPX_XML = "application/gpx+xml";

    private final String mediaType;

    TrackFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The one that is named; else the first that the client takes; GeoJSON where it takes any. */
    static TrackFormat of(@Nullable String named, List<MediaType> accepted) {
        if (named != null) {
            return switch (named.toLowerCase(Locale.ROOT)) {
                case "geojson" -> GEOJSON;
                case "gpx" -> GPX;
                default -> throw ProblemException.badRequest("unreadable-query");
            };
        }
        return GEOJSON.isAmong(accepted) || !GPX.isAmong(accepted) ? GEOJSON : GPX;
    }

    private boolean isAmong(List<MediaType> accepted) {
        MediaType own = MediaType.valueOf(mediaType);
        return accepted.stream().anyMatch(own::isCompatible);
    }
}
