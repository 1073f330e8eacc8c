package rw.ishemalink.local.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import rw.ishemalink.local.load.FixText.PhoneFix;

/** What phones bring that come back: where they are, then what they have kept; of two drivers the second's comes first. */
final class LateBatches implements FixSource {

    private final Queue<Brought> rest = new ConcurrentLinkedQueue<>();

    LateBatches(List<LateJourney> journeys) {
        journeys.forEach(journey -> bring(journey.second(), List.of(journey.here())));
        for (LateJourney journey : journeys) {
            List<PhoneFix> earlier = new ArrayList<>(journey.ofFirst());
            earlier.addAll(journey.ofNone());
            if (journey.first().driver() == journey.second().driver()) {
                earlier.addAll(journey.ofSecond());
            } else {
                bring(journey.second(), journey.ofSecond());
            }
            bring(journey.first(), earlier);
        }
    }

    private void bring(LoadTrip trip, List<PhoneFix> fixes) {
        rest.add(new Brought(trip.vehicle(), trip.driver(), fixes));
    }

    @Override
    public Optional<Brought> next(long dueMillis) {
        return Optional.ofNullable(rest.poll());
    }
}
