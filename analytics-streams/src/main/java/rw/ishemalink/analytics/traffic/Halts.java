package rw.ishemalink.analytics.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells a jam from a halt. Who waits in traffic goes on within minutes; who is parked, loads or has dinner does not. What
 * is told while a vehicle stands is therefore held back until it has left the place, and counts only if that was soon.
 * Kept in memory only: when a partition moves, what is held at that moment is not counted.
 */
final class Halts {

    /** Below a walk; phones that lie still report as much. */
    static final double STANDING_KMH = 3;
    /** Farther than a phone that lies still seems to wander. */
    static final double AWAY_METRES = 50;
    /** A red light is shorter, and who loads takes longer. */
    static final Duration LONGEST = Duration.ofMinutes(3);

    /** A fix a second for as long. */
    private static final int MOST_HELD = 180;

    private static final int MOST_VEHICLES = 50_000;
    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, Halt> halts = new LinkedHashMap<>(16, LOAD_FACTOR, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Halt> eldest) {
            return size() > MOST_VEHICLES;
        }
    };

    /** The readings that are known to be traffic now that the vehicle has sent this one. */
    List<Reading> after(String vehicle, Fix fix, Reading reading) {
        Halt halt = halts.get(vehicle);
        if (halt == null) {
            return begun(vehicle, fix, reading, List.of());
        }
        if (fix.atMillis() < halt.latestMillis) {
            // Told late: whatever the vehicle did since is known already.
            return isStanding(fix) ? List.of() : List.of(reading);
        }
        if (halt.begin.metresTo(fix) <= AWAY_METRES) {
            halt.hold(fix, reading);
            return List.of();
        }
        halts.remove(vehicle);
        return begun(vehicle, fix, reading, halt.isShortAt(fix) ? halt.held : List.of());
    }

    /** The vehicle is where it did not stand before. */
    private List<Reading> begun(String vehicle, Fix fix, Reading reading, List<Reading> traffic) {
        if (isStanding(fix)) {
            halts.put(vehicle, new Halt(fix, reading));
            return traffic;
        }
        if (traffic.isEmpty()) {
            return List.of(reading);
        }
        List<Reading> all = new ArrayList<>(traffic);
        all.add(reading);
        return all;
    }

    private static boolean isStanding(Fix fix) {
        return fix.speed() < STANDING_KMH;
    }

    /** Where a vehicle stands, since when, and what it told there. */
    private static final class Halt {

        private final Fix begin;
        private final List<Reading> held = new ArrayList<>(2);
        private long latestMillis;

        Halt(Fix begin, Reading reading) {
            this.begin = begin;
            this.latestMillis = begin.atMillis();
            held.add(reading);
        }

        void hold(Fix fix, Reading reading) {
            latestMillis = fix.atMillis();
            if (!isShortAt(fix)) {
                held.clear();
            } else if (held.size() < MOST_HELD) {
                held.add(reading);
            }
        }

        boolean isShortAt(Fix fix) {
            return fix.atMillis() - begin.atMillis() <= LONGEST.toMillis();
        }
    }
}
