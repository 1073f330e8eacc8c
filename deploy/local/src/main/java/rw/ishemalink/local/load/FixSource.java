package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import rw.ishemalink.local.load.FixText.PhoneFix;

/** Who brings which fixes next. */
@FunctionalInterface
interface FixSource {

    /**
     * What one phone brings in one request.
     *
     * @param driver whose phone it is, by number
     */
    record Brought(int vehicle, int driver, List<PhoneFix> fixes) {}

    /** Which of a vehicle's fixes are next: milliseconds since 1970, each later than all before of that vehicle. */
    @FunctionalInterface
    interface Times {
        List<Long> next(int vehicle, long dueMillis);
    }

    /** The next; empty: there is no more. */
    Optional<Brought> next(long dueMillis);

    /** So many vehicles of the fleet by turns. */
    static FixSource byTurns(int vehicles, Times times) {
        int[] turn = {0};
        return due -> {
            int vehicle = turn[0];
            turn[0] = (vehicle + 1) % vehicles;
            List<PhoneFix> fixes = new ArrayList<>();
            times.next(vehicle, due).forEach(millis -> fixes.add(PositionFleet.fix(vehicle, millis)));
            return Optional.of(new Brought(vehicle, vehicle, fixes));
        };
    }

    /** One fix, taken when it is due. */
    static Times now() {
        Map<Integer, Long> last = new HashMap<>();
        return (vehicle, due) -> List.of(last.merge(vehicle, due, (before, next) -> Math.max(before + 1, next)));
    }

    /** So many, that step apart, from that time on: of a phone that was out of reach. */
    static Times since(long beginMillis, int fixes, long stepMillis) {
        Map<Integer, Long> last = new HashMap<>();
        return (vehicle, _) -> {
            long begin = last.merge(vehicle, beginMillis, (before, _) -> before + fixes * stepMillis);
            return IntStream.range(0, fixes)
                    .mapToObj(number -> begin + number * stepMillis)
                    .toList();
        };
    }

    /** The same until nobody wants more. */
    default FixSource whilst(AtomicBoolean wanted) {
        return due -> wanted.get() ? next(due) : Optional.empty();
    }
}
