package rw.ishemalink.tracking.route;

import com.graphhopper.GHRequest;
import com.graphhopper.GHResponse;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import com.graphhopper.util.Parameters;
import com.graphhopper.util.PointList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** The roads of an OpenStreetMap extract, in memory, so nothing is to be closed.
 * Any number of threads may ask; made by {@link RoadGraphFiles}. */
final class RoadGraph {

    /** Who is farther from a road of the map is told a guess: the map does not know this area. Our choice. */
    private static final double MOST_METRES_TO_ROAD = 5_000;

    private final GraphHopper hopper;

    RoadGraph(GraphHopper hopper) {
        this.hopper = hopper;
    }

    /** The quickest way along known roads, if both places are near one and there is one between them. */
    Optional<Route> find(GeoPoint from, GeoPoint to, RoadProfile profile, boolean withPoints) {
        GHRequest request = new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                .setProfile(name(profile))
                .putHint(Parameters.Routing.INSTRUCTIONS, false)
                .putHint(Parameters.Routing.CALC_POINTS, withPoints);
        GHResponse response = hopper.route(request);
        return response.hasErrors() ? Optional.empty() : findRoute(from, to, profile, response.getBest(), withPoints);
    }

    static String name(RoadProfile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    /** The way on the road, and those to and from it. */
    private static Optional<Route> findRoute(
            GeoPoint from, GeoPoint to, RoadProfile profile, ResponsePath path, boolean withPoints) {
        List<GeoPoint> ends = points(path.getWaypoints());
        GeoPoint first = ends.getFirst();
        GeoPoint last = ends.getLast();
        if (from.distanceMetresTo(first) + to.distanceMetresTo(last) > MOST_METRES_TO_ROAD) {
            return Optional.empty();
        }
        RoadLeg before = RoadFactors.leg(from, first, profile);
        RoadLeg after = RoadFactors.leg(last, to, profile);
        RoadLeg leg = new RoadLeg(
                Math.round(path.getDistance()) + before.metres() + after.metres(),
                Duration.ofMillis(path.getTime()).plus(before.time()).plus(after.time()));
        return Optional.of(new Route(leg, RoadSource.GRAPHHOPPER, withPoints ? points(path.getPoints()) : List.of()));
    }

    private static List<GeoPoint> points(PointList list) {
        List<GeoPoint> points = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            points.add(new GeoPoint(list.getLat(i), list.getLon(i)));
        }
        return points;
    }
}
