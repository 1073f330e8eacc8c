package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Tax types: A exempt, B standard, C zero rated, D no VAT; E is Kenya's reduced rate. */
enum TaxClass {
    A,
    B,
    C,
    D,
    E;

    /** The header's columns of one tax type. */
    record Columns(
            @Nullable BigDecimal rate,
            @Nullable BigDecimal taxable,
            @Nullable BigDecimal tax) {}

    /** The tax inside an amount: amount × rate / (100 + rate), half-up to two decimals. */
    static BigDecimal taxIn(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).divide(percent.add(BigDecimal.valueOf(100)), 2, RoundingMode.HALF_UP);
    }

    Columns columns(SalesRequest sale) {
        return switch (this) {
            case A -> new Columns(sale.taxRtA(), sale.taxblAmtA(), sale.taxAmtA());
            case B -> new Columns(sale.taxRtB(), sale.taxblAmtB(), sale.taxAmtB());
            case C -> new Columns(sale.taxRtC(), sale.taxblAmtC(), sale.taxAmtC());
            case D -> new Columns(sale.taxRtD(), sale.taxblAmtD(), sale.taxAmtD());
            case E -> new Columns(sale.taxRtE(), sale.taxblAmtE(), sale.taxAmtE());
        };
    }
}
