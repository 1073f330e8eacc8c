package rw.ishemalink.tracking.watch.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.config.WatchConfig;
import rw.ishemalink.tracking.detect.Detection;
import rw.ishemalink.tracking.detect.Thresholds;
import rw.ishemalink.tracking.route.RoadNetwork;
import rw.ishemalink.tracking.watch.Watch;
import rw.ishemalink.tracking.watch.WatchRules;

/** Hands the topology to the Kafka Streams extension. */
final class WatchEngine {

    @Produces
    @Singleton
    Topology topology(
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String applicationId,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            WatchConfig config,
            TrackingConfig tracking,
            RoadNetwork roads) {
        StreamsConfig naming = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true));
        WatchRules rules = new WatchRules(
                config.grace(),
                config.patience(),
                config.gap(),
                config.lastEvery(),
                config.lookEvery(),
                config.memory());
        Watch watch = new Watch(new Detection(Thresholds.of(tracking), roads), rules);
        EventReader reader = new EventReader(new RegistryVersions(registry));
        return WatchTopology.build(naming, reader, watch, rules, config.objectsPerTask());
    }
}
