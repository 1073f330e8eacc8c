package rw.ishemalink.analytics.drivers;

import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds the {@link RankIndex} of each task. It has neither a cache nor a log of Kafka's, whatever is asked of it.
 *
 * @param mostEntries how many entries each task keeps, all boards together
 * @param clock tells which days are the last ones; a wrong one costs time, as cells are read, and no answer
 */
record RankIndexBuilder(String name, long mostEntries, InstantSource clock) implements StoreBuilder<RankIndex> {

    @Override
    public RankIndex build() {
        return new RankIndex(name, mostEntries, clock);
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
