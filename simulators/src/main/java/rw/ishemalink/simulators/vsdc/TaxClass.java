package rw.ishemalink.simulators.vsdc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Tax types: A exempt, B 18 %, C zero rated, D no VAT. */
enum TaxClass {
    A(0),
    B(18),
    C(0),
    D(0);

    /** The header's columns of one tax type. */
    record Columns(
            @Nullable BigDecimal rate,
            @Nullable BigDecimal taxable,
            @Nullable BigDecimal tax) {}

    private final BigDecimal percent;

    TaxClass(int percent) {
        this.percent = BigDecimal.valueOf(percent);
    }

    BigDecimal percent() {
        return percent;
    }

    /** The tax inside an amount: amount × rate / (100 + rate), half-up to two decimals. */
    BigDecimal taxIn(BigDecimal amount) {
        return amount.multiply(percent).divide(percent.add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP);
    }

    Columns columns(SalesRequest sale) {
        return switch (this) {
            case A -> new Columns(sale.taxRtA(), sale.taxblAmtA(), sale.taxAmtA());
            case B -> new Columns(sale.taxRtB(), sale.taxblAmtB(), sale.taxAmtB());
            case C -> new Columns(sale.taxRtC(), sale.taxblAmtC(), sale.taxAmtC());
            case D -> new Columns(sale.taxRtD(), sale.taxblAmtD(), sale.taxAmtD());
        };
    }
}
