package rw.ishemalink.tracking.geofence;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The shortest ways along roads that join places (Dijkstra). */
final class ShortestWays {

    private final Map<String, GeoPoint> places;
    private final Map<String, Set<String>> neighbours = new HashMap<>();

    /** Roads are names of places in order. */
    ShortestWays(Map<String, GeoPoint> places, List<List<String>> roads) {
        this.places = Map.copyOf(places);
        for (List<String> road : roads) {
            for (int i = 1; i < road.size(); i++) {
                join(road.get(i - 1), road.get(i));
                join(road.get(i), road.get(i - 1));
            }
        }
    }

    private record Reached(String place, double metres) {}

    /** For every place from which the target can be reached, the next one on the shortest way to it. */
    Map<String, String> listNextTo(String target) {
        Map<String, String> next = new HashMap<>();
        Map<String, Double> metres = new HashMap<>(Map.of(target, 0.0));
        PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparingDouble(Reached::metres));
        open.add(new Reached(target, 0));
        for (Reached at = open.poll(); at != null; at = open.poll()) {
            for (String neighbour : neighbours.getOrDefault(at.place(), Set.of())) {
                double further = at.metres() + point(at.place()).distanceMetresTo(point(neighbour));
                if (further < metres.getOrDefault(neighbour, Double.POSITIVE_INFINITY)) {
                    metres.put(neighbour, further);
                    next.put(neighbour, at.place());
                    open.add(new Reached(neighbour, further));
                }
            }
        }
        return next;
    }

    /** The places from one to where no next one is. */
    static List<String> follow(String from, Map<String, String> next) {
        return Stream.iterate(from, Objects::nonNull, next::get).toList();
    }

    private GeoPoint point(String place) {
        return Objects.requireNonNull(places.get(place), place);
    }

    private void join(String one, String other) {
        neighbours.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
    }
}
