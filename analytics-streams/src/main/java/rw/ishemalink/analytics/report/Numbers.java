package rw.ishemalink.analytics.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them: thousands apart by a blank, which all our languages know. */
final class Numbers {

    private Numbers() {}

    static String written(Object value) {
        return switch (value) {
            case Long number -> format("#,##0").format(number);
            case BigDecimal number ->
                format("#,##0." + "0".repeat(number.scale())).format(number);
            default -> value.toString();
        };
    }

    /** For the side of a chart: 1.2M. */
    static String brief(double value) {
        if (value >= 1e9) {
            return format("0.#").format(value / 1e9) + "G";
        }
        if (value >= 1e6) {
            return format("0.#").format(value / 1e6) + "M";
        }
        if (value >= 1e4) {
            return format("0.#").format(value / 1e3) + "k";
        }
        return format("0.##").format(value);
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat(pattern, symbols);
    }
}
