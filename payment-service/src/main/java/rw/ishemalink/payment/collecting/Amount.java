package rw.ishemalink.payment.collecting;

/**
 * What a payment is about.
 *
 * @param total what the payer pays, in whole units of the currency (francs)
 * @param vat the value added tax inside the total
 * @param currency ISO 4217 code
 */
public record Amount(long total, long vat, String currency) {

    public Amount {
        if (total <= 0 || vat < 0 || vat >= total) {
            throw new IllegalArgumentException("the total is positive and holds the VAT");
        }
    }

    /** The total without VAT. */
    public long net() {
        return total - vat;
    }
}
