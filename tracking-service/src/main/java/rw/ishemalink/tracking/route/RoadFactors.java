package rw.ishemalink.tracking.route;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * Roads where none is known: the great circle times a factor of the districts at both ends, at speeds that grow with the
 * distance. No way is shorter than the great circle, and a longer one never takes less time. How near it comes to
 * published lengths: {@code docs/tracking.md}.
 */
public final class RoadFactors {

    /** In Kigali and across the border: the factors of booking's moto tariff and of Kigali–Kampala ({@code docs/tariffs.md}). */
    private static final double TOWN_OR_ABROAD = 1.3;

    /** As far as a district can reach beyond the circle of its area: a place farther from every middle is abroad. */
    private static final double DISTRICT_METRES = 45_000;

    private static final int FIRST_CODE = 11;
    private static final int LAST_CODE = 57;

    /** Within a town, then up to the next, then the open road. */
    private static final double TOWN_METRES = 5_000;

    private static final double NEAR_METRES = 50_000;

    private static final List<Middle> MIDDLES = IntStream.rangeClosed(FIRST_CODE, LAST_CODE)
            .mapToObj(Integer::toString)
            .flatMap(code -> Districts.find(code).stream().map(one -> new Middle(one.centre(), factor(code))))
            .toList();

    /** A district's middle and how much longer than the great circle its roads are. */
    private record Middle(GeoPoint place, double factor) {}

    /** Mean speeds of one kind of vehicle in km/h. */
    private record Speeds(double town, double near, double far) {

        double seconds(double metres) {
            double inTown = Math.min(metres, TOWN_METRES);
            double near = Math.clamp(metres - TOWN_METRES, 0, NEAR_METRES - TOWN_METRES);
            double far = Math.max(0, metres - NEAR_METRES);
            return (inTown / town + near / this.near + far / this.far) * SECONDS_PER_HOUR / METRES_PER_KILOMETRE;
        }

        private static final double SECONDS_PER_HOUR = 3_600;
        private static final double METRES_PER_KILOMETRE = 1_000;
    }

    /** Kigali–Nyagatare, about 140 km, takes three hours (opening of Rukomo–Nyagatare, MININFRA). */
    private static final Speeds CAR = new Speeds(25, 42, 50);

    /**
     * What carries goods or pays passengers is kept at 60 km/h by its governor (Presidential Order of 25 February 2015);
     * such a bus takes an hour and a half from Kigali to Muhanga, 48 km (New Times, 2018).
     */
    private static final Speeds TRUCK = new Speeds(20, 35, 45);

    private RoadFactors() {}

    /** The way between two places, as well as it can be guessed. */
    public static RoadLeg leg(GeoPoint from, GeoPoint to, RoadProfile profile) {
        double metres = from.distanceMetresTo(to) * factor(from, to);
        double seconds = speeds(profile).seconds(metres);
        return new RoadLeg(Math.round(metres), Duration.ofSeconds(Math.round(seconds)));
    }

    private static Speeds speeds(RoadProfile profile) {
        return switch (profile) {
            case CAR -> CAR;
            case TRUCK -> TRUCK;
        };
    }

    /** The hills of either end are in the way. */
    private static double factor(GeoPoint from, GeoPoint to) {
        double start = factorAt(from);
        double end = factorAt(to);
        return start == 0 || end == 0 ? TOWN_OR_ABROAD : Math.max(start, end);
    }

    /** 0 outside Rwanda. */
    private static double factorAt(GeoPoint point) {
        double factor = 0;
        double nearest = DISTRICT_METRES;
        for (Middle middle : MIDDLES) {
            double metres = middle.place().distanceMetresTo(point);
            if (metres <= nearest) {
                nearest = metres;
                factor = middle.factor();
            }
        }
        return factor;
    }

    /** By province, the code's first digit. */
    private static double factor(String code) {
        return switch (code.charAt(0)) {
            case '1' -> TOWN_OR_ABROAD; // Kigali
            case '2', '3' -> 1.6; // South, West: Kigali–Huye 135 km, 80 km as the crow flies
            default ->
                1.4; // North, East: Kagitumba–Kayonza–Rusumo 208 km, 155 km; and the mean of booking's cargo tariff
        };
    }
}
