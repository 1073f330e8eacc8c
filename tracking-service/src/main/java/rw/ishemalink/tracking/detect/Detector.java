package rw.ishemalink.tracking.detect;

import rw.ishemalink.tracking.position.Position;

/** Finds one kind of thing. Pure: (plan, memory, position) → (memory, findings); it changes its own slice only. */
@FunctionalInterface
interface Detector {

    /** Looks at one position, newer than all before. */
    Step detect(TripPlan plan, TripMemory memory, Position position);
}
