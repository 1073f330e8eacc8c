package rw.ishemalink.local.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** Compares what tracking.events tells of journeys with what happened on them. Pure. */
final class LateCheck {

    private static final String DESTINATION = "destination";

    /** A trip, and when it was. */
    private record Known(LoadTrip trip, Instant from, Instant until) {}

    private record What(UUID bookingId, TrackingChange change, String geofence, Instant recordedAt) {}

    /**
     * What was compared.
     *
     * @param events of those trips
     * @param late those of them that came late
     * @param astray of a time at which that trip was not under way, or of another vehicle or driver
     * @param twice told more than once
     * @param missing trips whose arrival was not told
     */
    record Compared(long events, long late, long astray, long twice, long missing) {

        boolean isRight() {
            return astray == 0 && twice == 0 && missing == 0;
        }
    }

    private final Map<UUID, Known> known = new HashMap<>();
    private final Set<What> told = new HashSet<>();
    private final Set<UUID> arrived = new HashSet<>();
    private long events;
    private long late;
    private long astray;
    private long twice;

    LateCheck(List<LateJourney> journeys) {
        for (LateJourney journey : journeys) {
            LoadTrip first = journey.first();
            LoadTrip second = journey.second();
            known.put(first.bookingId(), new Known(first, journey.firstBegins(), journey.firstEnds()));
            known.put(second.bookingId(), new Known(second, journey.secondBegins(), Instant.MAX));
        }
    }

    void heard(TrackingEvent event) {
        Known trip = known.get(event.getBookingId());
        Instant recordedAt = event.getRecordedAt();
        if (trip == null) {
            return;
        }
        events++;
        late += event.getLate() ? 1 : 0;
        if (recordedAt == null || !isOf(trip, event, recordedAt)) {
            astray++;
            return;
        }
        String geofence = String.valueOf(event.getGeofence());
        twice += told.add(new What(event.getBookingId(), event.getChange(), geofence, recordedAt)) ? 0 : 1;
        if (event.getChange() == TrackingChange.GEOFENCE_ENTERED && geofence.equals(DESTINATION)) {
            arrived.add(event.getBookingId());
        }
    }

    private static boolean isOf(Known known, TrackingEvent event, Instant recordedAt) {
        return event.getVehicleId().equals(PositionFleet.vehicleId(known.trip().vehicle()))
                && PositionFleet.driverId(known.trip().driver()).equals(event.getDriverId())
                && !recordedAt.isBefore(known.from())
                && !recordedAt.isAfter(known.until());
    }

    Compared compare() {
        return new Compared(events, late, astray, twice, known.size() - arrived.size());
    }
}
