package rw.ishemalink.tracking.history;

import java.util.List;
import rw.ishemalink.tracking.position.Position;

/**
 * Where a trip went. Pure.
 *
 * @param fixes at least one, in their order
 */
public record TripTrack(List<Position> fixes) {

    public TripTrack {
        fixes = List.copyOf(fixes);
    }

    /** Its figures. */
    public TrackSummary summary() {
        return TrackSummary.of(fixes);
    }

    /** The fixes that make its line, the others no further from it than that. */
    public List<Position> line(double toleranceMetres) {
        return Simplification.simplify(fixes, toleranceMetres);
    }
}
