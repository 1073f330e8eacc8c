package rw.ishemalink.booking.terms;

import java.util.List;

/**
 * The goods as a whole, and the parcels that they consist of.
 *
 * @param commodity our name of it, e.g. irish-potatoes; of several, the heaviest
 * @param hsCode Harmonized System code as printed, e.g. 0701.90; of several commodities, the heaviest's
 * @param perishable whether any of it needs the cold chain: then the whole load travels cold
 * @param packages number of sacks or boxes
 * @param parcels at least one
 */
public record Cargo(
        String commodity, String hsCode, boolean perishable, long weightKg, int packages, List<Parcel> parcels) {

    /** Terms that were agreed on before parcels were told apart have none: they are one. */
    public Cargo {
        parcels = parcels == null
                ? List.of(new Parcel(commodity, hsCode, perishable, weightKg, packages))
                : List.copyOf(parcels);
    }

    /**
     * Adds the parcels up.
     *
     * @throws IllegalArgumentException when there is none
     * @throws ArithmeticException when they are more than a long can weigh
     */
    public static Cargo of(List<Parcel> parcels) {
        if (parcels.isEmpty()) {
            throw new IllegalArgumentException("no parcel");
        }
        Parcel heaviest = parcels.getFirst();
        boolean perishable = false;
        long weightKg = 0;
        int packages = 0;
        for (Parcel parcel : parcels) {
            heaviest = parcel.weightKg() > heaviest.weightKg() ? parcel : heaviest;
            perishable |= parcel.perishable();
            weightKg = Math.addExact(weightKg, parcel.weightKg());
            packages = Math.addExact(packages, parcel.packages());
        }
        return new Cargo(heaviest.commodity(), heaviest.hsCode(), perishable, weightKg, packages, parcels);
    }

    /** One commodity. */
    public static Cargo of(Parcel parcel) {
        return of(List.of(parcel));
    }
}
