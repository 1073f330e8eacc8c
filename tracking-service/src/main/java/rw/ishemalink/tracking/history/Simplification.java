package rw.ishemalink.tracking.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/**
 * Leaves out fixes that a line may do without: no fix that is left out lies further from the line than allowed
 * (Ramer–Douglas–Peucker). First and last stay. Pure.
 */
final class Simplification {

    /** Part of a line: its ends stay, what lies between is looked at. */
    private record Part(int from, int to) {}

    private Simplification() {}

    static List<Position> simplify(List<Position> fixes, double toleranceMetres) {
        if (toleranceMetres <= 0 || fixes.size() <= 2) {
            return fixes;
        }
        BitSet kept = new BitSet(fixes.size());
        kept.set(0);
        kept.set(fixes.size() - 1);
        Deque<Part> open = new ArrayDeque<>();
        open.push(new Part(0, fixes.size() - 1));
        while (!open.isEmpty()) {
            split(fixes, toleranceMetres, open.pop(), kept, open);
        }
        List<Position> line = new ArrayList<>(kept.cardinality());
        kept.stream().forEach(i -> line.add(fixes.get(i)));
        return line;
    }

    private static void split(List<Position> fixes, double tolerance, Part part, BitSet kept, Deque<Part> open) {
        Plane plane = new Plane(fixes.get(part.from()).point());
        GeoPoint end = fixes.get(part.to()).point();
        double furthest = tolerance;
        int split = -1;
        for (int i = part.from() + 1; i < part.to(); i++) {
            double metres = plane.metresFromLineTo(end, fixes.get(i).point());
            if (metres > furthest) {
                furthest = metres;
                split = i;
            }
        }
        if (split >= 0) {
            kept.set(split);
            open.push(new Part(part.from(), split));
            open.push(new Part(split, part.to()));
        }
    }

    /** The world flat around a point: over the length of Rwanda that is good to some metres in a hundred kilometres. */
    private record Plane(GeoPoint origin) {

        private static final double METRES_A_DEGREE = 111_195;

        /** How far the point is from the stretch between the origin and the end. */
        double metresFromLineTo(GeoPoint end, GeoPoint point) {
            double endEast = east(end);
            double endNorth = north(end);
            double east = east(point);
            double north = north(point);
            double square = endEast * endEast + endNorth * endNorth;
            double along = square == 0 ? 0 : Math.clamp((east * endEast + north * endNorth) / square, 0.0, 1.0);
            return Math.hypot(east - along * endEast, north - along * endNorth);
        }

        private double east(GeoPoint point) {
            return (point.longitude() - origin.longitude())
                    * METRES_A_DEGREE
                    * Math.cos(Math.toRadians(origin.latitude()));
        }

        private double north(GeoPoint point) {
            return (point.latitude() - origin.latitude()) * METRES_A_DEGREE;
        }
    }
}
