package rw.ishemalink.analytics.engine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rw.ishemalink.analytics.AnalyticsTopology;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.analytics.facts.Pseudonyms;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.RegistryVersions;

/** Hands the topology to the Kafka Streams extension. */
final class TopologyOfAnalytics {

    @Produces
    @Singleton
    Topology topology(
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String applicationId,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "ishema.registry.url") URI registry,
            AnalyticsConfig config) {
        StreamsConfig naming = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                applicationId,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true));
        return AnalyticsTopology.build(
                naming, new EventReader(new RegistryVersions(registry)), new Pseudonyms(config.customerKey()));
    }
}
