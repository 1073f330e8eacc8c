package rw.ishemalink.tracking.detect;

import rw.ishemalink.tracking.detect.TripMemory.Border;
import rw.ishemalink.tracking.position.Position;

/** Reaching the trip's own border post; once it is slow there, the arrival is proposed, once. Nothing here says it. */
final class BorderDetector implements Detector {

    /** As vehicles queue. */
    private static final double QUEUE_KMH = 10;

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        String fence = plan.borderPost().map(TripFences::border).orElse("");
        if (memory.border() == Border.PROPOSED || !memory.isIn(fence)) {
            return Step.of(memory);
        }
        if (plan.bonded() && memory.isSlow(QUEUE_KMH)) {
            return Step.of(
                    memory.with(Border.PROPOSED), new Finding.BorderArrivalProposed(Sighting.of(position), fence));
        }
        return Step.of(memory.with(Border.REACHED));
    }
}
