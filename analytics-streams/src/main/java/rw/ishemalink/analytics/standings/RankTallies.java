package rw.ishemalink.analytics.standings;

import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.store.CountedUpTo;

/**
 * Adds changes to the tallies and keeps the index beside them. The index is in memory and not logged: it is made anew
 * from the tallies whenever the task starts.
 */
final class RankTallies implements Processor<String, Tally, Void, Void> {

    private @Nullable KeyValueStore<String, Tally> tallies;
    private @Nullable KeyValueStore<Bytes, Tally> index;
    private @Nullable CountedUpTo upTo;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        tallies = context.getStateStore(StandingsStream.TALLIES);
        index = context.getStateStore(StandingsStream.INDEX);
        upTo = CountedUpTo.of(context, StandingsStream.COUNTED_UP_TO);
        rebuildIndex();
    }

    @Override
    public void process(Record<String, Tally> change) {
        var all = Objects.requireNonNull(tallies);
        Tally before = Optional.ofNullable(all.get(change.key())).orElse(Tally.ZERO);
        Tally after = before.plus(change.value());
        all.put(change.key(), kept(after));
        rank(StandingKey.parse(change.key()), before, after);
        Objects.requireNonNull(upTo).advance(change.timestamp());
    }

    private void rank(StandingKey key, Tally before, Tally after) {
        var ranks = Objects.requireNonNull(index);
        ranks.delete(RankKey.of(key, before));
        if (!after.equals(Tally.ZERO)) {
            ranks.put(RankKey.of(key, after), after);
        }
    }

    /** An entry that has lost everything is deleted. */
    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private static Tally kept(Tally tally) {
        return tally.equals(Tally.ZERO) ? null : tally;
    }

    private void rebuildIndex() {
        var ranks = Objects.requireNonNull(index);
        try (KeyValueIterator<Bytes, Tally> old = ranks.all()) {
            old.forEachRemaining(entry -> ranks.delete(entry.key));
        }
        try (KeyValueIterator<String, Tally> all =
                Objects.requireNonNull(tallies).all()) {
            while (all.hasNext()) {
                KeyValue<String, Tally> entry = all.next();
                ranks.put(RankKey.of(StandingKey.parse(entry.key), entry.value), entry.value);
            }
        }
    }
}
