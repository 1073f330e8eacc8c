package rw.ishemalink.payment.reconciling;

/**
 * How a provider's statement and our books differ about a movement.
 *
 * @param amountRwf by how much the provider holds more for us than our books say, fees taken off; negative: less
 * @param ofFeesRwf what of that comes from fees
 */
public record Difference(Kind kind, long amountRwf, long ofFeesRwf) {

    /** In which way. */
    public enum Kind {
        /** The provider moved it; we know nothing of it, or hold it failed or undecided. */
        MISSING_HERE,
        /** We hold it moved; no statement names it. */
        MISSING_THERE,
        /** Both moved it, but not as much, or not for the same fee. */
        AMOUNT_DIFFERS,
        /** We hold it moved; the provider says that it failed. */
        STATUS_DIFFERS
    }

    /** What does not come from fees. */
    public long ofMoneyRwf() {
        return amountRwf - ofFeesRwf;
    }

    public boolean none() {
        return amountRwf == 0;
    }
}
