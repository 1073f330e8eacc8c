package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.booking.quote.Fare.Part;
import rw.ishemalink.booking.terms.Cargo;

/**
 * Cargo: base = rate per kg of the road between the two places × kg, with a minimum. Levies are percentages of the base
 * and are added, never compounded (mission, Cargo tariff).
 *
 * @param rwfPerTonneKm francs for a tonne over a kilometre of road; the rate per kg follows from it
 * @param minimumMetres the road that is priced within one district
 * @param minimumRwf the least base
 */
public record CargoTariff(
        String version,
        String source,
        LocalDate effectiveFrom,
        long rwfPerTonneKm,
        RoadFactor roadFactor,
        long minimumMetres,
        long minimumRwf,
        int internationalPercent,
        int perishablePercent)
        implements Tariff {

    /** Francs per tonne-kilometre × metres × kilograms. */
    private static final long UNITS_PER_FRANC = 1_000_000;

    private static final long PERCENT = 100;

    private static final int MOST_PARTS = 3;

    Fare fare(GeoPoint from, GeoPoint to, Cargo cargo, boolean international) {
        return fare(roadFactor.roadMetres(from, to), cargo, international);
    }

    Fare fare(long roadMetres, Cargo cargo, boolean international) {
        long metres = Math.max(minimumMetres, roadMetres);
        long rate = Math.multiplyExact(rwfPerTonneKm, metres);
        long base = Math.max(minimumRwf * UNITS_PER_FRANC, Math.multiplyExact(rate, cargo.weightKg()));
        List<Part> parts = new ArrayList<>(MOST_PARTS);
        parts.add(new Part("base", Math.multiplyExact(base, PERCENT)));
        if (international) {
            parts.add(new Part("international", Math.multiplyExact(base, internationalPercent)));
        }
        if (cargo.perishable()) {
            parts.add(new Part("perishable", Math.multiplyExact(base, perishablePercent)));
        }
        return Fare.rounded(version, metres, UNITS_PER_FRANC * PERCENT, parts);
    }
}
