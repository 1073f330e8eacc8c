package rw.ishemalink.analytics.drivers;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds the {@link RankIndex} of each task. It has neither a cache nor a log of Kafka's, whatever is asked of it.
 *
 * @param mostEntries how many entries each task keeps, all boards together
 */
record RankIndexBuilder(String name, long mostEntries) implements StoreBuilder<RankIndex> {

    @Override
    public RankIndex build() {
        return new RankIndex(name, mostEntries);
    }

    @Override
    public RankIndexBuilder withCachingEnabled() {
        return this;
    }

    @Override
    public RankIndexBuilder withCachingDisabled() {
        return this;
    }

    @Override
    public RankIndexBuilder withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public RankIndexBuilder withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }
}
