package rw.ishemalink.tracking.geofence;

import java.util.Map;
import java.util.Optional;

/**
 * The 30 districts as circles of their area around their middle: good enough to say that a trip has come near. Source:
 * sector polygons of the National Institute of Statistics of Rwanda (2012).
 */
public final class Districts {

    /** A district's middle and the radius of a circle of its area. */
    public record Circle(GeoPoint centre, double radiusMetres) {}

    private static final double SQUARE_METRES_PER_SQUARE_KILOMETRE = 1_000_000;

    private static final Map<String, Circle> BY_CODE = Map.ofEntries(
            district("11", -1.9918, 30.0289, 133), // Nyarugenge
            district("12", -1.8915, 30.1422, 432), // Gasabo
            district("13", -2.0089, 30.1437, 168), // Kicukiro
            district("21", -2.3359, 29.7935, 676), // Nyanza
            district("22", -2.6181, 29.8436, 685), // Gisagara
            district("23", -2.6949, 29.5169, 1018), // Nyaruguru
            district("24", -2.5246, 29.7088, 585), // Huye
            district("25", -2.4114, 29.4699, 1099), // Nyamagabe
            district("26", -2.1936, 29.7718, 630), // Ruhango
            district("27", -1.9549, 29.7227, 651), // Muhanga
            district("28", -2.0095, 29.9024, 664), // Kamonyi
            district("31", -2.1568, 29.4314, 794), // Karongi
            district("32", -1.9038, 29.3992, 665), // Rutsiro
            district("33", -1.6540, 29.3427, 341), // Rubavu
            district("34", -1.6474, 29.5105, 541), // Nyabihu
            district("35", -1.8778, 29.5695, 681), // Ngororero
            district("36", -2.5655, 29.0875, 925), // Rusizi
            district("37", -2.3736, 29.1662, 955), // Nyamasheke
            district("41", -1.7393, 29.9873, 571), // Rulindo
            district("42", -1.6985, 29.7842, 709), // Gakenke
            district("43", -1.4985, 29.6066, 531), // Musanze
            district("44", -1.4663, 29.8266, 650), // Burera
            district("45", -1.6216, 30.1139, 834), // Gicumbi
            district("51", -1.9755, 30.3547, 685), // Rwamagana
            district("52", -1.3382, 30.3799, 1931), // Nyagatare
            district("53", -1.6191, 30.4454, 1595), // Gatsibo
            district("54", -1.8451, 30.6420, 1945), // Kayonza
            district("55", -2.2344, 30.7104, 1196), // Kirehe
            district("56", -2.1830, 30.4572, 875), // Ngoma
            district("57", -2.2397, 30.1502, 1302)); // Bugesera

    private Districts() {}

    /** The district of that code (11…57), if there is one. */
    public static Optional<Circle> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map.Entry<String, Circle> district(
            String code, double latitude, double longitude, int squareKilometres) {
        double radiusMetres = Math.sqrt(squareKilometres * SQUARE_METRES_PER_SQUARE_KILOMETRE / Math.PI);
        return Map.entry(code, new Circle(new GeoPoint(latitude, longitude), radiusMetres));
    }
}
