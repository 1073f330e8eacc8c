package rw.ishemalink.compliance.mds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of MDS answers: the version, how fresh they are where MDS asks for it, and what was asked for. */
final class Payloads {

    /** The release of the specification that the answers keep to. */
    static final String VERSION = "2.0.2";

    /** Milliseconds after which asking again makes sense. */
    private static final long TTL = 60_000;

    private Payloads() {}

    /** Vehicles; {@code links} only where there can be further pages. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Vehicles(
            String version,
            long lastUpdated,
            long ttl,
            List<MdsVehicle> vehicles,
            @Nullable Links links) {
        static Vehicles of(long now, List<MdsVehicle> vehicles, @Nullable Links links) {
            return new Vehicles(VERSION, now, TTL, vehicles, links);
        }
    }

    /** The latest of one vehicle. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Status(UUID deviceId, UUID providerId, MdsEvent lastEvent, MdsTelemetry lastTelemetry) {}

    /** The latest of the vehicles. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Statuses(
            String version,
            long lastUpdated,
            long ttl,
            List<Status> vehiclesStatus,
            @Nullable Links links) {
        static Statuses of(long now, List<Status> statuses, @Nullable Links links) {
            return new Statuses(VERSION, now, TTL, statuses, links);
        }
    }

    /** The trips of an hour. */
    record Trips(String version, List<MdsTrip> trips) {}

    /** The positions of an hour. */
    record Telemetry(String version, List<MdsTelemetry> telemetry) {}

    /** Changes of state of an hour, or a page of recent ones. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Events(
            String version, List<MdsEvent> events, @Nullable Links links) {}

    /** Where the other pages are (JSON:API); null where there is none. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Links(
            @Nullable String first,
            @Nullable String prev,
            @Nullable String next) {}
}
