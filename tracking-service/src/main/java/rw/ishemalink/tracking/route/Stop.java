package rw.ishemalink.tracking.route;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * Where something is to be dropped.
 *
 * @param service how long it takes there
 * @param window when it may begin; at any time if there is none
 */
public record Stop(GeoPoint place, Duration service, Optional<Window> window, int weightKg) {

    /** From then until then, both included; in whole seconds, parts are cut off. */
    public record Window(Instant from, Instant until) {

        public Window {
            from = from.truncatedTo(ChronoUnit.SECONDS);
            until = until.truncatedTo(ChronoUnit.SECONDS);
        }
    }
}
