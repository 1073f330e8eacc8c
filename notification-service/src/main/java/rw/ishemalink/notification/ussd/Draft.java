package rw.ishemalink.notification.ussd;

import org.jspecify.annotations.Nullable;

/**
 * A journey as far as it has been told.
 *
 * @param payer whom an agent books for, +2507XXXXXXXX; null: for the one who dials
 * @param origin code of a district
 * @param destination code of a district
 */
public record Draft(
        @Nullable String payer,
        @Nullable String origin,
        @Nullable String destination,
        @Nullable String commodity,
        long weightKg) {

    static Draft empty() {
        return new Draft(null, null, null, null, 0);
    }

    Draft paidBy(String phone) {
        return new Draft(phone, origin, destination, commodity, weightKg);
    }

    Draft at(Side side, String district) {
        return switch (side) {
            case ORIGIN -> new Draft(payer, district, destination, commodity, weightKg);
            case DESTINATION -> new Draft(payer, origin, district, commodity, weightKg);
        };
    }

    Draft of(String goods) {
        return new Draft(payer, origin, destination, goods, weightKg);
    }

    Draft weighing(long kilograms) {
        return new Draft(payer, origin, destination, commodity, kilograms);
    }

    /** Never the phone: this text could reach logs. */
    @Override
    public String toString() {
        return "Draft[" + origin + ", " + destination + ", " + commodity + ", " + weightKg + "]";
    }
}
