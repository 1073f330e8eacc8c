package rw.ishemalink.analytics.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What a table takes from an aggregate. Where one is made of several, each measure is taken from one of them only, or it
 * would count twice.
 *
 * @param measures empty for all
 */
record Source(Aggregate aggregate, Set<Measure> measures) {

    Source {
        measures = Set.copyOf(measures);
    }

    static Source all(Aggregate aggregate) {
        return new Source(aggregate, Set.of());
    }

    static Source of(Aggregate aggregate, Measure... measures) {
        return new Source(aggregate, Set.of(measures));
    }

    Sums take(Sums sums) {
        if (measures.isEmpty()) {
            return sums;
        }
        Map<Measure, Long> taken = new EnumMap<>(Measure.class);
        measures.forEach(measure -> taken.put(measure, sums.get(measure)));
        return Sums.of(taken);
    }
}
