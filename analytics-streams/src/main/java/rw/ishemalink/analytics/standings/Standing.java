package rw.ishemalink.analytics.standings;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An entry of a board and its tally. */
public record Standing(String id, Tally tally) {

    private static final Comparator<Standing> BEST_FIRST =
            Comparator.comparing(Standing::tally, Tally.BEST_FIRST).thenComparing(Standing::id);

    /** The best of all. */
    public static List<Standing> top(Stream<Standing> standings, int limit) {
        return standings.sorted(BEST_FIRST).limit(limit).toList();
    }
}
