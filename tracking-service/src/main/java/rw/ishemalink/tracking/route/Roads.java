package rw.ishemalink.tracking.route;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * The roads that this instance knows: those of an OpenStreetMap extract once it is loaded, and guesses before, beyond it
 * and without one. Positions and arrivals never wait for a map.
 */
@ApplicationScoped
public class Roads implements RoadNetwork {

    private static final Logger LOG = Logger.getLogger(Roads.class);

    private final Optional<Path> extract;
    private final RoadGraphFiles files;
    private volatile @Nullable RoadGraph graph;
    private volatile MapState state = MapState.NONE;

    Roads(TrackingConfig config) {
        this.extract = config.osmExtract();
        this.files = new RoadGraphFiles(config.roadGraphs(), config.leastRoadNetwork());
    }

    /** How far the map is. */
    enum MapState {
        /** No extract is set. */
        NONE,
        LOADING,
        READY,
        /** It could not be read; the log says why. */
        FAILED
    }

    MapState mapState() {
        return state;
    }

    void start(@Observes StartupEvent event) {
        extract.ifPresent(file -> {
            state = MapState.LOADING;
            Thread.ofPlatform().daemon().name("road-map").start(() -> load(file));
        });
    }

    /** The way as a truck goes. */
    @Override
    public RoadLeg leg(GeoPoint from, GeoPoint to) {
        return leg(from, to, RoadProfile.TRUCK);
    }

    public RoadLeg leg(GeoPoint from, GeoPoint to, RoadProfile profile) {
        return route(from, to, profile, false).leg();
    }

    /** The way, and how it was found. */
    public Route route(GeoPoint from, GeoPoint to, RoadProfile profile, boolean withPoints) {
        RoadGraph known = graph;
        return Optional.ofNullable(known)
                .flatMap(roads -> roads.find(from, to, profile, withPoints))
                .orElseGet(() -> new Route(RoadFactors.leg(from, to, profile), RoadSource.ROAD_FACTOR, List.of()));
    }

    /** A map that cannot be read costs precision, not the service. */
    private void load(Path file) {
        try {
            graph = files.open(file);
            state = MapState.READY;
            LOG.infof("the map %s is loaded", file.getFileName());
        } catch (RuntimeException | LinkageError e) {
            state = MapState.FAILED;
            LOG.errorf(e, "the map %s cannot be read; roads are guessed", file.getFileName());
        }
    }
}
