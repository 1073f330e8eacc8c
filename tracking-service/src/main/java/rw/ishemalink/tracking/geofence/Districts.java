package rw.ishemalink.tracking.geofence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The 30 districts as circles of their area around their middle: good enough to say that a trip has come near. Source:
 * sector polygons of the National Institute of Statistics of Rwanda (2012).
 */
public final class Districts {

    /** A district's middle and the radius of a circle of its area. */
    public record Circle(GeoPoint centre, double radiusMetres) {

        /** A degree of latitude; so near the equator a degree of longitude is as long, to a thousandth. */
        private static final double METRES_PER_DEGREE = 111_195;

        /** How many radii the point is from the middle. */
        private double radiiTo(GeoPoint point) {
            return Math.hypot(point.latitude() - centre.latitude(), point.longitude() - centre.longitude())
                    * METRES_PER_DEGREE
                    / radiusMetres;
        }
    }

    /** A district: its code (11…57) and its name, which is the same in every language. */
    public record District(String code, String name, Circle circle) {}

    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1_000_000;

    private static final List<District> ALL = List.of(
            district("11", "Nyarugenge", -1.9918, 30.0289, 133),
            district("12", "Gasabo", -1.8915, 30.1422, 432),
            district("13", "Kicukiro", -2.0089, 30.1437, 168),
            district("21", "Nyanza", -2.3359, 29.7935, 676),
            district("22", "Gisagara", -2.6181, 29.8436, 685),
            district("23", "Nyaruguru", -2.6949, 29.5169, 1018),
            district("24", "Huye", -2.5246, 29.7088, 585),
            district("25", "Nyamagabe", -2.4114, 29.4699, 1099),
            district("26", "Ruhango", -2.1936, 29.7718, 630),
            district("27", "Muhanga", -1.9549, 29.7227, 651),
            district("28", "Kamonyi", -2.0095, 29.9024, 664),
            district("31", "Karongi", -2.1568, 29.4314, 794),
            district("32", "Rutsiro", -1.9038, 29.3992, 665),
            district("33", "Rubavu", -1.6540, 29.3427, 341),
            district("34", "Nyabihu", -1.6474, 29.5105, 541),
            district("35", "Ngororero", -1.8778, 29.5695, 681),
            district("36", "Rusizi", -2.5655, 29.0875, 925),
            district("37", "Nyamasheke", -2.3736, 29.1662, 955),
            district("41", "Rulindo", -1.7393, 29.9873, 571),
            district("42", "Gakenke", -1.6985, 29.7842, 709),
            district("43", "Musanze", -1.4985, 29.6066, 531),
            district("44", "Burera", -1.4663, 29.8266, 650),
            district("45", "Gicumbi", -1.6216, 30.1139, 834),
            district("51", "Rwamagana", -1.9755, 30.3547, 685),
            district("52", "Nyagatare", -1.3382, 30.3799, 1931),
            district("53", "Gatsibo", -1.6191, 30.4454, 1595),
            district("54", "Kayonza", -1.8451, 30.6420, 1945),
            district("55", "Kirehe", -2.2344, 30.7104, 1196),
            district("56", "Ngoma", -2.1830, 30.4572, 875),
            district("57", "Bugesera", -2.2397, 30.1502, 1302));

    private static final Map<String, District> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(District::code, Function.identity()));

    /** Beyond so many radii of the nearest circle a place is abroad: districts are not round. */
    private static final double FARTHEST = 1.7;

    private Districts() {}

    /** All of them, by code. */
    public static List<District> listAll() {
        return ALL;
    }

    /** The circle of the district of that code (11…57), if there is one. */
    public static Optional<Circle> find(String code) {
        return findDistrict(code).map(District::circle);
    }

    /** The district of that code (11…57), if there is one. */
    public static Optional<District> findDistrict(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The district that the point most likely is in; empty abroad. At borders of districts it may be the neighbour. */
    public static Optional<District> findAround(GeoPoint point) {
        District nearest = ALL.getFirst();
        double least = Double.MAX_VALUE;
        for (District district : ALL) {
            double radii = district.circle().radiiTo(point);
            if (radii < least) {
                least = radii;
                nearest = district;
            }
        }
        return least > FARTHEST ? Optional.empty() : Optional.of(nearest);
    }

    private static District district(
            String code, String name, double latitude, double longitude, int squareKilometres) {
        double radiusMetres = Math.sqrt(squareKilometres * SQUARE_METRES_PER_SQUARE_KILOMETRE / Math.PI);
        return new District(code, name, new Circle(new GeoPoint(latitude, longitude), radiusMetres));
    }
}
