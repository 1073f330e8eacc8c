package rw.ishemalink.booking.terms;

/** Tax classes of RRA's fiscal devices (VSDC code class 04). */
public enum TaxClass {
    /** Exempt. */
    A,
    /** Standard rate, 18 % (law 049/2023). */
    B,
    /** Zero-rated. */
    C,
    /** Outside VAT. */
    D;

    /** The VAT inside a total, whole francs, half-up: total × 18/118 for class B, else none. */
    public long vatInside(long totalRwf) {
        return this == B ? Math.floorDiv(Math.addExact(Math.multiplyExact(totalRwf, 36L), 118L), 236L) : 0;
    }
}
