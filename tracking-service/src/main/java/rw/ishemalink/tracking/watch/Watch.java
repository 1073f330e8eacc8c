package rw.ishemalink.tracking.watch;

import java.time.Instant;
import java.util.List;
import rw.ishemalink.tracking.detect.Detection;
import rw.ishemalink.tracking.position.Position;

/** The watch over one vehicle. Pure; one turn for each thing that is heard of it, and for the time that passes. */
public final class Watch {

    private final Detection detection;
    private final TripLook look;
    private final WatchRules rules;

    public Watch(Detection detection, WatchRules rules) {
        this.detection = detection;
        this.look = new TripLook(detection, rules.gap());
        this.rules = rules;
    }

    /** The watch after a turn, and what is to be told. */
    public record Turned(VehicleWatch watch, List<Told> told) {

        public Turned {
            told = List.copyOf(told);
        }
    }

    /** A position has come. */
    public Turned hear(VehicleWatch before, Position position, Instant wall) {
        Turn turn = new Turn(before, look, rules, wall);
        turn.heard();
        turn.take(position);
        return turn.end();
    }

    /** Something became of one of its trips. */
    public Turned learn(VehicleWatch before, TripNews news, Instant wall) {
        Turn turn = new Turn(before, look, rules, wall);
        turn.heard();
        turn.learn(news, detection);
        return turn.end();
    }

    /**
     * Time passes.
     *
     * @param now up to when all that has come has been heard
     * @param wall our clock
     */
    public Turned pass(VehicleWatch before, Instant now, Instant wall) {
        Turn turn = new Turn(before, look, rules, wall);
        turn.releaseImpatient();
        turn.tick(detection, now);
        turn.tellLast();
        turn.forget(now);
        return turn.end();
    }

    /** When to let time pass for the vehicle the next time, by our clock. */
    public Instant dueAt(VehicleWatch watch, Instant wall) {
        if (!watch.waiting().isEmpty()) {
            return heardFirst(watch.waiting()).plus(rules.patience());
        }
        Position last = watch.trust().believed();
        if (last != null && last.recordedAt().isAfter(watch.toldUntil())) {
            return watch.toldAt().plus(rules.lastEvery());
        }
        return wall.plus(
                hasTripUnderWay(watch) ? rules.lookEvery() : rules.memory().dividedBy(2));
    }

    /** Whether there is nothing left to remember. */
    public boolean isOver(VehicleWatch watch, Instant wall) {
        return watch.trips().isEmpty()
                && watch.waiting().isEmpty()
                && watch.heardAt().isBefore(wall.minus(rules.memory()));
    }

    private static Instant heardFirst(List<VehicleWatch.Waiting> waiting) {
        Instant first = waiting.getFirst().heardAt();
        for (VehicleWatch.Waiting one : waiting) {
            if (one.heardAt().isBefore(first)) {
                first = one.heardAt();
            }
        }
        return first;
    }

    private static boolean hasTripUnderWay(VehicleWatch watch) {
        return watch.trips().stream().anyMatch(trip -> !trip.ended());
    }
}
