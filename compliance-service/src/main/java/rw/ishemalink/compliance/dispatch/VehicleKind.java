package rw.ishemalink.compliance.dispatch;

import java.util.List;
import java.util.Locale;

/** Kinds of vehicle, with the driving categories that allow one; A1 and B1 are A and B for vehicles adapted to a disability. */
public enum VehicleKind {
    MOTORCYCLE,
    CAR,
    TRUCK,
    BUS,
    /** Not told, or not known to this version: nobody is known to be allowed. */
    UNKNOWN;

    private static final String AUTOMATIC = "AT";

    /** Whether one of the categories allows it; the suffix AT (automatic gear, order 066/01 of 19/07/2024) does not matter. */
    public boolean mayBeDrivenWith(List<String> held) {
        return held.stream().map(VehicleKind::withoutSuffix).anyMatch(categories()::contains);
    }

    private List<String> categories() {
        return switch (this) {
            case MOTORCYCLE -> List.of("A", "A1");
            case CAR -> List.of("B", "B1");
            case TRUCK -> List.of("C", "E");
            case BUS -> List.of("D", "D1");
            case UNKNOWN -> List.of();
        };
    }

    private static String withoutSuffix(String category) {
        String capitals = category.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return capitals.endsWith(AUTOMATIC) ? capitals.substring(0, capitals.length() - AUTOMATIC.length()) : capitals;
    }
}
