package rw.ishemalink.analytics.query;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import rw.ishemalink.analytics.AnalyticsTopology;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.analytics.config.AnalyticsConfig;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.wire.EventReader;

/** An instance whose partitions are all away: its streams have not been started. */
public final class Moving {

    private Moving() {}

    public static Cluster cluster() {
        StreamsConfig settings = new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "not-started",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedParts.bootstrapServers(),
                StreamsConfig.STATE_DIR_CONFIG,
                "target/streams-state/not-started"));
        Topology topology = AnalyticsTopology.build(
                settings, new EventReader((topic, version) -> Optional.empty()), TestNames.PSEUDONYMS);
        KafkaStreams streams = new KafkaStreams(topology, settings);
        AnalyticsConfig config = new Impatient(Duration.ofMillis(200));
        return new Cluster(streams, new LocalStores(streams, topology), new Peers(config), config, config.advertised());
    }

    /** Waits no longer than the test wants. */
    record Impatient(Duration patience) implements AnalyticsConfig {

        @Override
        public String advertised() {
            return "localhost:8087";
        }

        @Override
        public String customerKey() {
            return TestNames.KEY;
        }

        @Override
        public int generation() {
            return 1;
        }

        @Override
        public Duration peerTimeout() {
            return Duration.ofSeconds(1);
        }
    }
}
