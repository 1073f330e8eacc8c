package rw.ishemalink.analytics.standings;

import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.analytics.booking.Correction;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.analytics.store.JsonSerde;

/** Corrections to boards: each entry's changes meet in one partition, so that a top-N is merged from exact parts. */
public final class StandingsStream {

    /** Store: entry of a board → {@link Tally}. */
    public static final String TALLIES = "standings";

    /** Store: {@link RankKey} → {@link Tally}. */
    public static final String INDEX = "standings-index";

    /** Store: until when the boards have been counted. */
    public static final String COUNTED_UP_TO = "standings-counted-up-to";

    /** Internal topic of changes, by entry. */
    public static final String CHANGES = "standings-changes";

    /** Few, because each is a task to restore; enough for as many instances. */
    public static final int PARTITIONS = 3;

    private StandingsStream() {}

    /** Adds the boards to the topology. */
    public static void rank(KStream<String, Correction> corrections) {
        corrections
                .flatMap(
                        (bookingId, correction) -> StandingChanges.of(correction).entrySet().stream()
                                .map(change -> KeyValue.pair(change.getKey().text(), change.getValue()))
                                .toList(),
                        Named.as("changes-of-standings"))
                .repartition(Repartitioned.<String, Tally>as(CHANGES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Tally.class))
                        .withNumberOfPartitions(PARTITIONS))
                .process(new RanksTallies(), Named.as("rank-tallies"));
    }

    private static final class RanksTallies implements ProcessorSupplier<String, Tally, Void, Void> {

        @Override
        public Processor<String, Tally, Void, Void> get() {
            return new RankTallies();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                                    Stores.persistentKeyValueStore(TALLIES), Serdes.String(), JsonSerde.of(Tally.class))
                            .withCachingEnabled(),
                    Stores.keyValueStoreBuilder(
                                    Stores.inMemoryKeyValueStore(INDEX), Serdes.Bytes(), JsonSerde.of(Tally.class))
                            .withLoggingDisabled(),
                    CountedUpTo.store(COUNTED_UP_TO));
        }
    }
}
