package rw.ishemalink.tracking.watch;

import rw.ishemalink.tracking.detect.Finding;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.position.Position;

/** Something that the watch tells. */
public sealed interface Told {

    /**
     * What a trip's positions show.
     *
     * @param late whether later positions of the trip had been looked at before
     */
    record Shown(TripPlan plan, String correlationId, Finding finding, boolean late) implements Told {}

    /** A position that is not believed, and the speed that it would need. */
    record Refused(Position position, double neededKmh) implements Told {}

    /** Where the vehicle is. */
    record Last(Position position) implements Told {}
}
