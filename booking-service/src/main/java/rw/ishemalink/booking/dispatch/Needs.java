package rw.ishemalink.booking.dispatch;

import rw.ishemalink.booking.fleet.VehicleKind;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Terms;

/**
 * What a booking asks of a vehicle.
 *
 * @param weightKg of the goods, whole kilograms; 0 for a ride
 */
public record Needs(BookingKind kind, long weightKg) {

    public static Needs of(Terms terms) {
        Cargo cargo = terms.cargo();
        return new Needs(terms.kind(), cargo == null ? 0 : cargo.weightKg());
    }

    /** People ride on motos and in cars; goods go on lorries, and on motos and in cars if they can bear them. */
    public boolean suits(VehicleKind vehicle) {
        return switch (vehicle) {
            case MOTORCYCLE, CAR -> true;
            case TRUCK -> kind != BookingKind.RIDE;
            case BUS, UNKNOWN -> false;
        };
    }

    /** Whether a vehicle of that capacity bears the goods. */
    public boolean fit(long capacityKg) {
        return weightKg <= capacityKg;
    }
}
