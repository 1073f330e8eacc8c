package rw.ishemalink.tracking.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.route.RoadNetwork;

/** The whole pipeline: every position passes every detector, in this order. */
public final class Detection {

    private final List<Detector> beforePickUp;
    private final List<Detector> underWay;
    private final List<Detector> late;
    private final Absence absence;

    public Detection(Thresholds thresholds, RoadNetwork roads) {
        Detector motion = new MotionDetector(thresholds);
        Detector silence = new SilenceDetector();
        Detector start = new StartDetector(thresholds);
        Detector geofences = new GeofenceDetector(thresholds);
        Detector seal = new SealDetector();
        Detector stop = new StopDetector(thresholds);
        Detector speeding = new SpeedingDetector(thresholds);
        Detector border = new BorderDetector();
        Detector corridor = new CorridorDetector(thresholds);
        Detector direction = new DirectionDetector(thresholds);
        Detector arrival = new ArrivalDetector(thresholds, roads);
        this.beforePickUp = List.of(motion, geofences);
        this.underWay =
                List.of(motion, silence, start, geofences, seal, stop, speeding, border, corridor, direction, arrival);
        this.late = List.of(motion, start, geofences, seal, stop, speeding, border, corridor);
        this.absence = new Absence(thresholds);
    }

    /** Looks at a position of this trip. One that is not newer than what has been looked at shows nothing. */
    public Step detect(TripPlan plan, TripMemory before, Position position) {
        return run(plan.isPickedUp(position.recordedAt()) ? underWay : beforePickUp, plan, before, position);
    }

    /**
     * Looks at a position that came after later ones. Tells of geofences, stops, speed, corridor and seal only: what else
     * it could show is over.
     *
     * @param beforeGap what was remembered of the trip before that time, or what the last late position left
     */
    public Step detectLate(TripPlan plan, TripMemory beforeGap, Position position) {
        Step step = run(plan.isPickedUp(position.recordedAt()) ? late : beforePickUp, plan, beforeGap, position);
        return new Step(
                step.memory(),
                step.findings().stream().filter(Detection::isToldLate).toList());
    }

    /** Looks at what no position shows: that nothing is heard, that nothing moves. */
    public Step tick(TripPlan plan, TripMemory before, Instant now) {
        return absence.tick(plan, before, now);
    }

    /** The end of the trip, where it was last seen. One that never started shows no end either. */
    public Step end(TripMemory before) {
        return before.start().started()
                ? before.findLast()
                        .map(last -> Step.of(before, new Finding.TripEnded(last)))
                        .orElseGet(() -> Step.of(before))
                : Step.of(before);
    }

    private static Step run(List<Detector> detectors, TripPlan plan, TripMemory before, Position position) {
        if (!position.recordedAt().isAfter(before.settledUntil())) {
            return Step.of(before);
        }
        TripMemory memory = before.settled(position.recordedAt());
        List<Finding> findings = new ArrayList<>();
        for (Detector detector : detectors) {
            Step step = detector.detect(plan, memory, position);
            memory = step.memory();
            findings.addAll(step.findings());
        }
        return new Step(memory, findings);
    }

    private static boolean isToldLate(Finding finding) {
        return switch (finding) {
            case Finding.GeofenceEntered _,
                    Finding.GeofenceDwelled _,
                    Finding.GeofenceLeft _,
                    Finding.StopStarted _,
                    Finding.StopEnded _,
                    Finding.OverspeedStarted _,
                    Finding.OverspeedEnded _,
                    Finding.CorridorLeft _,
                    Finding.CorridorRejoined _,
                    Finding.SealOpened _,
                    Finding.SealClosed _,
                    Finding.SealTampered _ -> true;
            case Finding.TripStarted _,
                    Finding.TripNotStarted _,
                    Finding.TripEnded _,
                    Finding.WrongDirection _,
                    Finding.CommsLost _,
                    Finding.CommsRestored _,
                    Finding.BorderArrivalProposed _,
                    Finding.ArrivalEstimated _ -> false;
        };
    }
}
