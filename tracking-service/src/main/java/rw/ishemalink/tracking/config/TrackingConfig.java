package rw.ishemalink.tracking.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How vehicles are followed. */
@ConfigMapping(prefix = "ishema.tracking")
public interface TrackingConfig {

    /** A position not older than this is called fresh. */
    @WithDefault("60s")
    Duration fresh();

    /** How far ahead of ours a phone's clock may be. */
    @WithDefault("5m")
    Duration clockTolerance();

    /** How far back all positions are read when an instance starts; the last of each vehicle are read anyway. */
    @WithDefault("2m")
    Duration lookBack();

    /** Pause between two looks at whether followed trips are over. */
    @WithDefault("1s")
    Duration endedTripsLook();

    /** Radius of a border post; their coordinates are good to 1–3 km. */
    @WithDefault("1000")
    double borderRadiusMetres();

    /** Radius of a destination that is known as a point. */
    @WithDefault("300")
    double pointRadiusMetres();

    /** What positions show. */
    DetectionConfig detection();

    /** Pause between two looks at which devices and drivers' vehicles have changed. */
    @WithDefault("1s")
    Duration memoryLook();

    /** A fix older than this is of nothing that is still open. */
    @WithDefault("48h")
    Duration oldestFix();

    /** How many fixes may be on their way to Kafka; about 300 bytes each. */
    @WithDefault("50000")
    int positionsInFlight();

    /** Where live positions take that long in an instance, fixes that are no longer fresh wait. */
    @WithDefault("250ms")
    Duration lateYield();

    /** How many devices a driver or a vehicle may have at once. */
    @WithDefault("5")
    int mostDevices();

    /** An OpenStreetMap extract (.osm.pbf or .osm); without one the length of roads is guessed. */
    Optional<Path> osmExtract();

    /** Where the graphs made of extracts are kept; local, each instance may have its own. */
    @WithDefault("${java.io.tmpdir}/ishemalink-roads")
    Path roadGraphs();

    /** Roads of the extract that hang together with fewer edges than this are left out. */
    @WithDefault("200")
    int leastRoadNetwork();

    /** How many orders of stops an instance seeks at once; each takes a core. */
    @WithDefault("2")
    int stopPlans();

    /** How long an order of stops is sought at most. */
    @WithDefault("2s")
    Duration stopPlanLimit();

    /** Of how many vehicles the last position is known at most; beyond that those longest unheard of go. */
    @WithDefault("500000")
    int mostVehicles();

    /**
     * How many positions, of all vehicles together, an instance remembers for those who were away for a moment. It must
     * reach further back than the history is behind; one costs about 250 bytes.
     */
    @WithDefault("250000")
    int mostRecentPositions();

    /** How many missed positions a client is shown that comes back; the newest of them. */
    @WithDefault("1000")
    int mostMissed();

    /** Pause between two signs of life on a stream of events. */
    @WithDefault("15s")
    Duration heartbeat();

    /** Where people's browsers and devices reach us: the door. */
    @WithDefault("http://localhost:8080")
    URI publicUrl();

    /** How long a shared link outlives the trip. */
    @WithDefault("1h")
    Duration sharedAfterTheEnd();

    /** How many links to one trip may be open at once. */
    @WithDefault("10")
    int mostLinks();
}
