package rw.ishemalink.booking.terms;

import static java.util.Comparator.comparingLong;

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

    public Cargo {
        parcels = List.copyOf(parcels);
    }

    /**
     * Adds the parcels up.
     *
     * @throws IllegalArgumentException when there is none
     * @throws ArithmeticException when they are more than a long can weigh
     */
    public static Cargo of(List<Parcel> parcels) {
        Parcel heaviest = parcels.stream()
                .max(comparingLong(Parcel::weightKg))
                .orElseThrow(() -> new IllegalArgumentException("no parcel"));
        return new Cargo(
                heaviest.commodity(),
                heaviest.hsCode(),
                parcels.stream().anyMatch(Parcel::perishable),
                parcels.stream().mapToLong(Parcel::weightKg).reduce(0, Math::addExact),
                parcels.stream().mapToInt(Parcel::packages).reduce(0, Math::addExact),
                parcels);
    }

    /** One commodity. */
    public static Cargo of(Parcel parcel) {
        return of(List.of(parcel));
    }
}
