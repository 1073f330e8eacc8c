package rw.ishemalink.tracking.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** All ways between the places of a {@link MultiDrop}: 0 is the start, then the stops, then the end if there is one. */
final class LegTable {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final List<List<RoadLeg>> legs;

    private LegTable(List<List<RoadLeg>> legs) {
        this.legs = legs;
    }

    static LegTable of(MultiDrop drop, RoadNetwork roads) {
        List<GeoPoint> places = new ArrayList<>();
        places.add(drop.start());
        drop.stops().forEach(stop -> places.add(stop.place()));
        drop.end().ifPresent(places::add);
        return new LegTable(places.stream()
                .map(from -> places.stream()
                        .map(to -> wholeSeconds(roads.leg(from, to)))
                        .toList())
                .toList());
    }

    /** Rounded up, so that sums are exact wherever they are made. */
    private static RoadLeg wholeSeconds(RoadLeg leg) {
        return new RoadLeg(
                leg.metres(),
                Duration.ofSeconds(leg.time().plusNanos(NANOS_PER_SECOND - 1).toSeconds()));
    }

    static int placeOf(int stop) {
        return stop + 1;
    }

    int places() {
        return legs.size();
    }

    int end() {
        return legs.size() - 1;
    }

    RoadLeg leg(int from, int to) {
        return legs.get(from).get(to);
    }
}
