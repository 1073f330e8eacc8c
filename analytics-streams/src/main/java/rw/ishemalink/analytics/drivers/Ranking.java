package rw.ishemalink.analytics.drivers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Sums;

/**
 * The drivers of one board. Ranks by deliveries are looked up; those by anything else are counted, one look at each
 * driver. Not safe for several threads.
 */
final class Ranking {

    private final Map<UUID, Standing> standings = new HashMap<>();
    private final InOrder<Standing> byDeliveries = new InOrder<>(By.DELIVERIES.order());

    /** What the driver did is more, or less, by that; the driver leaves the board when nothing is left. */
    void add(UUID driver, Sums more) {
        Standing before = standings.get(driver);
        set(before, (before == null ? Standing.none(driver) : before).plus(more));
    }

    /** What the driver did elsewhere counts here as well. */
    void add(Standing more) {
        Standing before = standings.get(more.driver());
        set(before, before == null ? more : before.plus(more));
    }

    private void set(@Nullable Standing before, Standing after) {
        if (before != null) {
            byDeliveries.remove(before);
        }
        if (after.hasNothing()) {
            standings.remove(after.driver());
        } else {
            standings.put(after.driver(), after);
            byDeliveries.add(after);
        }
    }

    /** The best, the first first. */
    List<Standing> top(By by, int limit) {
        return by == By.DELIVERIES
                ? byDeliveries.stream().limit(limit).toList()
                : by.top(standings.values().stream(), limit);
    }

    /** What the driver did, if the driver is on the board. */
    Optional<Standing> find(UUID driver) {
        return Optional.ofNullable(standings.get(driver));
    }

    /** How many come before that one, who may be of another partition. */
    long before(By by, Standing standing) {
        return by == By.DELIVERIES
                ? byDeliveries.before(standing)
                : standings.values().stream()
                        .filter(by::ranks)
                        .filter(other -> by.order().compare(other, standing) < 0)
                        .count();
    }

    /** How many are ranked. */
    long ranked(By by) {
        return by == By.DELIVERIES || by == By.REVENUE
                ? standings.size()
                : standings.values().stream().filter(by::ranks).count();
    }

    /** How many drivers are on the board. */
    int size() {
        return standings.size();
    }

    /** All of them, in no order. */
    Stream<Standing> stream() {
        return standings.values().stream();
    }
}
