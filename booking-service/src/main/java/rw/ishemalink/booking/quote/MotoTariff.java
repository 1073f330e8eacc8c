package rw.ishemalink.booking.quote;

import java.time.LocalDate;
import java.util.List;
import rw.ishemalink.booking.quote.Fare.Part;

/**
 * Moto rides: a start that covers the first metres, a rate per kilometre after, a higher one far out (RURA, August 2022).
 *
 * @param startRwf covers the first {@code startMetres}
 * @param rwfPerKm from there on
 * @param farRwfPerKm beyond {@code farMetres}
 */
public record MotoTariff(
        String version,
        String source,
        LocalDate effectiveFrom,
        RoadFactor roadFactor,
        long startRwf,
        long startMetres,
        long rwfPerKm,
        long farMetres,
        long farRwfPerKm)
        implements Tariff {

    /** Francs per kilometre × metres. */
    private static final long UNITS_PER_FRANC = 1_000;

    Fare fare(GeoPoint from, GeoPoint to) {
        return fare(roadFactor.roadMetres(from, to));
    }

    Fare fare(long roadMetres) {
        long near = Math.max(0, Math.min(roadMetres, farMetres) - startMetres);
        long far = Math.max(0, roadMetres - farMetres);
        return Fare.rounded(
                version,
                roadMetres,
                UNITS_PER_FRANC,
                List.of(
                        new Part("start", Math.multiplyExact(startRwf, UNITS_PER_FRANC)),
                        new Part("distance", Math.multiplyExact(near, rwfPerKm)),
                        new Part("long-distance", Math.multiplyExact(far, farRwfPerKm))));
    }
}
