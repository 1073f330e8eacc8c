package rw.ishemalink.compliance.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** RRA's tax types (code class 04), with the VAT that their prices include (law 049/2023). */
public enum TaxClass {
    /** Exempt. */
    A(0),
    /** Standard rate. */
    B(18),
    /** Zero-rated or export. */
    C(0),
    /** Outside VAT. */
    D(0);

    private static final int HUNDRED = 100;

    private final int percent;

    TaxClass(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** The VAT inside an amount, to the cent: amount × rate / (100 + rate), half-up. */
    public BigDecimal taxIn(BigDecimal amount) {
        return taxIn(amount, 2);
    }

    /** The VAT inside an amount of whole francs, in whole francs, rounded once. */
    public long wholeTaxIn(long amountRwf) {
        return taxIn(BigDecimal.valueOf(amountRwf), 0).longValueExact();
    }

    private BigDecimal taxIn(BigDecimal amount, int decimals) {
        return amount.multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(HUNDRED + percent), decimals, RoundingMode.HALF_UP);
    }
}
