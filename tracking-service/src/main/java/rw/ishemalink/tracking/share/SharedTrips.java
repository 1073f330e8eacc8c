package rw.ishemalink.tracking.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.Trips;

/**
 * Opens links. That somebody looks is on record for driver and sender before anything is shown: nobody knows who, so the
 * link itself is named as the viewer; once an hour for each link, however often it is looked through.
 */
@ApplicationScoped
public class SharedTrips {

    private static final Duration BETWEEN_NOTES = Duration.ofHours(1);

    private final ShareLinks links;
    private final Trips trips;
    private final AccessLog accesses;
    private final Duration afterTheEnd;

    SharedTrips(ShareLinks links, Trips trips, AccessLog accesses, TrackingConfig config) {
        this.links = links;
        this.trips = trips;
        this.accesses = accesses;
        this.afterTheEnd = config.sharedAfterTheEnd();
    }

    /** The trip behind the secret, if the link is open. */
    public Optional<SharedTrip> open(String token) {
        Instant now = Instant.now();
        Optional<SharedTrip> found = LinkToken.findHash(token)
                .flatMap(links::find)
                .flatMap(link -> trips.find(link.bookingId()).map(trip -> new SharedTrip(link, trip)))
                .filter(one -> one.link().state(one.trip(), now, afterTheEnd) == ShareLink.State.OPEN);
        found.ifPresent(one -> note(one, now));
        return found;
    }

    private void note(SharedTrip shared, Instant now) {
        Instant openedAt = shared.link().openedAt();
        if (openedAt != null && openedAt.plus(BETWEEN_NOTES).isAfter(now)) {
            return;
        }
        Trip trip = shared.trip();
        accesses.note(
                viewer(shared.link().linkId(), trip.tenant()),
                Seen.TRACK,
                List.of(new Sight(trip.driverId(), trip.bookingId()), new Sight(trip.senderId(), trip.bookingId())));
        links.opened(shared.link().linkId(), now);
    }

    private static Caller viewer(UUID linkId, String tenant) {
        return Caller.of(linkId, tenant, Set.of(), Optional.empty(), Optional.empty(), "en", Optional.empty());
    }
}
