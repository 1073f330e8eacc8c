package rw.ishemalink.tracking.detect;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.RoadLeg;
import rw.ishemalink.tracking.route.RoadNetwork;

/** A trip under way, position by position, and all that they showed. Minutes count from the pick-up. */
final class Drive {

    static final Thresholds THRESHOLDS = Thresholds.of(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(TrackingConfig.class)
            .build()
            .getConfigMapping(TrackingConfig.class));

    /** As the crow flies, at 40 km/h. */
    static final RoadNetwork ROADS = (from, to) -> {
        long metres = Math.round(from.distanceMetresTo(to));
        return new RoadLeg(metres, Duration.ofSeconds(metres * 9 / 100));
    };

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int SECONDS_PER_MINUTE = 60;

    final Detection detection;
    final List<Finding> findings = new ArrayList<>();
    private final TripPlan plan;
    TripMemory memory = TripMemory.NEW;

    Drive(TripPlan plan) {
        this(plan, ROADS);
    }

    Drive(TripPlan plan, RoadNetwork roads) {
        this.plan = plan;
        this.detection = new Detection(THRESHOLDS, roads);
    }

    static Instant minute(double minute) {
        return Plans.PICKED_UP.plusSeconds(Math.round(minute * SECONDS_PER_MINUTE));
    }

    static GeoPoint north(GeoPoint from, double metres) {
        return new GeoPoint(from.latitude() + metres / METRES_PER_DEGREE, from.longitude());
    }

    Drive at(double minute, GeoPoint point) {
        return look(position(minute, point, null, null));
    }

    Drive at(double minute, GeoPoint point, double kmh) {
        return look(position(minute, point, kmh, null));
    }

    Drive look(Position position) {
        Step step = detection.detect(plan, memory, position);
        memory = step.memory();
        findings.addAll(step.findings());
        return this;
    }

    Drive tick(double minute) {
        Step step = detection.tick(plan, memory, minute(minute));
        memory = step.memory();
        findings.addAll(step.findings());
        return this;
    }

    /** What was told, with the geofence where one is concerned; only changes whose name begins so. */
    List<String> story(String... beginnings) {
        return findings.stream()
                .map(finding -> tell(plan, finding))
                .filter(told -> List.of(beginnings).stream().anyMatch(told::startsWith))
                .toList();
    }

    List<String> story() {
        return story("");
    }

    <F extends Finding> F only(Class<F> kind) {
        List<F> found =
                findings.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.toString());
        }
        return found.getFirst();
    }

    static String tell(TripPlan plan, Finding finding) {
        TrackingEvent.Builder event = FindingEvents.toEvent(plan, finding, false);
        return (event.getChange() + " " + Objects.requireNonNullElse(event.getGeofence(), "")).trim();
    }

    static Position position(double minute, GeoPoint point, @Nullable Double kmh, @Nullable Double accuracy) {
        return position(minute(minute), point, kmh, accuracy, null, null);
    }

    static Position position(
            Instant at,
            GeoPoint point,
            @Nullable Double kmh,
            @Nullable Double accuracy,
            @Nullable SealState seal,
            @Nullable String number) {
        return new Position(
                "ishemalink",
                new UUID(1, 3),
                new UUID(1, 2),
                point,
                kmh,
                null,
                accuracy,
                null,
                null,
                null,
                seal,
                number,
                at,
                at);
    }
}
