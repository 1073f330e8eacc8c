package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.tracking.TrackingChange;

/** What was told of a booking, oldest first, each once. What is put together in another order or twice is the same. */
final class Timeline {

    /** Of more entries the oldest of tracking are left out, but for the first promise of an arrival. */
    static final int MOST = 200;

    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing(TimelineEntry::getAt)
            .thenComparing(TimelineEntry::getSource)
            .thenComparingLong(TimelineEntry::getSequence)
            .thenComparing(TimelineEntry::getMessageId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Timeline() {}

    /** An entry; of messages with which one it is. */
    static TimelineEntry entry(FactSource source, String change, long sequence, @Nullable UUID messageId, Instant at) {
        return new TimelineEntry(source, change, sequence, messageId, at);
    }

    /** Whether the entry is known. */
    static boolean knows(List<TimelineEntry> timeline, TimelineEntry entry) {
        for (TimelineEntry known : timeline) {
            if (known.getSequence() == entry.getSequence()
                    && known.getSource() == entry.getSource()
                    && Objects.equals(known.getMessageId(), entry.getMessageId())) {
                return true;
            }
        }
        return false;
    }

    /** With an entry that is not known yet. */
    static List<TimelineEntry> with(List<TimelineEntry> timeline, TimelineEntry entry) {
        int place = timeline.size();
        while (place > 0 && ORDER.compare(timeline.get(place - 1), entry) > 0) {
            place--;
        }
        List<TimelineEntry> more = new ArrayList<>(timeline.size() + 1);
        more.addAll(timeline);
        more.add(place, entry);
        return capped(more);
    }

    /** Both together. */
    static List<TimelineEntry> union(List<TimelineEntry> one, List<TimelineEntry> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        List<TimelineEntry> all = new ArrayList<>(one);
        for (TimelineEntry entry : other) {
            if (!knows(one, entry)) {
                all.add(entry);
            }
        }
        all.sort(ORDER);
        return capped(all);
    }

    /** Which event of tracking promised an arrival first, if it is known. */
    static OptionalLong findFirstPromise(List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(Timeline::isPromise)
                .mapToLong(TimelineEntry::getSequence)
                .min();
    }

    /** How many entries there are of that kind. */
    static int count(List<TimelineEntry> timeline, FactSource source, String change) {
        int count = 0;
        for (TimelineEntry entry : timeline) {
            if (entry.getSource() == source && entry.getChange().equals(change)) {
                count++;
            }
        }
        return count;
    }

    private static List<TimelineEntry> capped(List<TimelineEntry> all) {
        if (all.size() <= MOST) {
            return Collections.unmodifiableList(all);
        }
        long promise = findFirstPromise(all).orElse(-1);
        int ofTracking = (int) all.stream().filter(Timeline::isOfTracking).count();
        int tooMany = all.size() - MOST;
        int tooManyOfTracking = Math.min(tooMany, ofTracking - (promise < 0 ? 0 : 1));
        int tooManyOthers = tooMany - tooManyOfTracking;
        List<TimelineEntry> kept = new ArrayList<>(MOST);
        for (TimelineEntry entry : all) {
            if (isPromise(entry) && entry.getSequence() == promise) {
                kept.add(entry);
            } else if (isOfTracking(entry)) {
                if (tooManyOfTracking-- <= 0) {
                    kept.add(entry);
                }
            } else if (tooManyOthers-- <= 0) {
                kept.add(entry);
            }
        }
        return Collections.unmodifiableList(kept);
    }

    private static boolean isOfTracking(TimelineEntry entry) {
        return entry.getSource() == FactSource.TRACKING;
    }

    private static boolean isPromise(TimelineEntry entry) {
        return isOfTracking(entry) && entry.getChange().equals(TrackingChange.ARRIVAL_ESTIMATED.name());
    }
}
