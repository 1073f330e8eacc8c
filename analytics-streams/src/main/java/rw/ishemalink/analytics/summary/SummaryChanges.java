package rw.ishemalink.analytics.summary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;

/**
 * What must be published, so that the topic says what is so now.
 *
 * @param told records that are new or say something else than before
 * @param takenBack of groups that have become too few: nothing is told of them any more
 */
record SummaryChanges(Map<UUID, AnalyticsSummary> told, Set<UUID> takenBack) {

    SummaryChanges {
        told = Map.copyOf(told);
        takenBack = Set.copyOf(takenBack);
    }

    /**
     * From what is on the topic to what is so now.
     *
     * @param window of which periods it is known what is so now; what is on the topic of others stays
     */
    static SummaryChanges of(Map<UUID, AnalyticsSummary> before, Map<UUID, AnalyticsSummary> now, Window window) {
        Map<UUID, AnalyticsSummary> told = new HashMap<>(now);
        told.entrySet().removeIf(entry -> saysTheSame(before.get(entry.getKey()), entry.getValue()));
        Set<UUID> takenBack = new HashSet<>();
        before.forEach((key, summary) -> {
            if (!now.containsKey(key) && window.has(summary)) {
                takenBack.add(key);
            }
        });
        return new SummaryChanges(told, takenBack);
    }

    private static boolean saysTheSame(@Nullable AnalyticsSummary before, AnalyticsSummary now) {
        return before != null
                && AnalyticsSummary.newBuilder(before)
                        .setAsOf(now.getAsOf())
                        .build()
                        .equals(now);
    }

    /** From which day and month on it is asked what is so now: bookings of before change no more. */
    record Window(LocalDate firstDay, LocalDate firstMonth) {

        boolean has(AnalyticsSummary summary) {
            LocalDate first = summary.getPeriod().equals(Period.DAY.name()) ? firstDay : firstMonth;
            return !summary.getSince().isBefore(first);
        }
    }
}
