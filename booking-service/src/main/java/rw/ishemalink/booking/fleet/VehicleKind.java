package rw.ishemalink.booking.fleet;

import java.util.Set;

/** Kinds of vehicle, and the driving categories that allow them (Rwanda: A motorcycles, B cars, C lorries, D buses). */
public enum VehicleKind {
    MOTORCYCLE,
    CAR,
    TRUCK,
    BUS,
    /** A kind that this build does not know. */
    UNKNOWN;

    /** Order 066/01 of 19/07/2024: the category of who drives automatic gears only. */
    private static final String AUTOMATIC = "AT";

    /** Whether one of the licence's categories, e.g. A, B or BAT, allows this kind. */
    public boolean mayBeDrivenWith(Set<String> held) {
        return held.stream().map(VehicleKind::plain).anyMatch(categories()::contains);
    }

    /** A1 and B1 are A and B on a vehicle adapted to a disability. */
    private Set<String> categories() {
        return switch (this) {
            case MOTORCYCLE -> Set.of("A", "A1");
            case CAR -> Set.of("B", "B1");
            case TRUCK -> Set.of("C");
            case BUS -> Set.of("D");
            case UNKNOWN -> Set.of();
        };
    }

    private static String plain(String category) {
        String letters = category.replace(" ", "");
        return letters.endsWith(AUTOMATIC) ? letters.substring(0, letters.length() - AUTOMATIC.length()) : letters;
    }
}
