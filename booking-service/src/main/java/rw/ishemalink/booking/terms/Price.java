package rw.ishemalink.booking.terms;

/**
 * What it costs, whole Rwandan francs; VAT is inside the total.
 *
 * @param tariffVersion which tariff made it, e.g. CARGO-2026-1
 */
public record Price(long totalRwf, long vatRwf, TaxClass taxClass, String tariffVersion) {

    /** ISO 4217; the franc has no smaller unit. */
    public static final String CURRENCY = "RWF";
}
