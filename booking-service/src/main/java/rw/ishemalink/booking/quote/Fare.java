package rw.ishemalink.booking.quote;

import java.util.ArrayList;
import java.util.List;

/**
 * What a tariff asks for a journey, VAT inside. The lines add up to the total to the franc.
 *
 * @param tariffVersion which tariff, e.g. CARGO-2026-1
 * @param distanceMetres the length that was priced
 */
public record Fare(String tariffVersion, long distanceMetres, List<FareLine> lines) {

    /** One part of the fare, before rounding, in the tariff's own fraction of a franc. */
    record Part(String name, long amount) {}

    public Fare {
        lines = List.copyOf(lines);
    }

    /** Rounds the total once, half-up; each line is what its part adds to the rounded sum so far. */
    static Fare rounded(String tariffVersion, long distanceMetres, long unitsPerFranc, List<Part> parts) {
        List<FareLine> lines = new ArrayList<>(parts.size());
        long exact = 0;
        long rounded = 0;
        for (Part part : parts) {
            exact = Math.addExact(exact, part.amount());
            long sum = Math.floorDiv(Math.addExact(exact, unitsPerFranc / 2), unitsPerFranc);
            lines.add(new FareLine(part.name(), sum - rounded));
            rounded = sum;
        }
        return new Fare(tariffVersion, distanceMetres, lines);
    }

    /** Whole francs. */
    public long totalRwf() {
        long total = 0;
        for (FareLine line : lines) {
            total = Math.addExact(total, line.amountRwf());
        }
        return total;
    }
}
