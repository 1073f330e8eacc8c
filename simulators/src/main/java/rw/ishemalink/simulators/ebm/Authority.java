package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** A tax authority: how it numbers taxpayers, its rates and its hour. */
public enum Authority {
    /** Rwanda: TIN of 9 digits, classes A to D. */
    RRA("\\d{9}", "9 digits", "Africa/Kigali", 18),
    /** Kenya: PIN of 11 characters, classes A to E. */
    KRA("[A-Z]\\d{9}[A-Z]", "a letter, 9 digits and a letter", "Africa/Nairobi", 16);

    private final String taxpayerForm;
    private final String taxpayerWords;
    private final ZoneId zone;
    private final BigDecimal standardRate;

    Authority(String taxpayerForm, String taxpayerWords, String zone, int standardPercent) {
        this.taxpayerForm = taxpayerForm;
        this.taxpayerWords = taxpayerWords;
        this.zone = ZoneId.of(zone);
        this.standardRate = BigDecimal.valueOf(standardPercent);
    }

    ZoneId zone() {
        return zone;
    }

    boolean knowsForm(String taxpayer) {
        return taxpayer.matches(taxpayerForm);
    }

    String taxpayerWords() {
        return taxpayerWords;
    }

    List<TaxClass> classes() {
        return switch (this) {
            case RRA -> List.of(TaxClass.A, TaxClass.B, TaxClass.C, TaxClass.D);
            case KRA -> List.of(TaxClass.values());
        };
    }

    BigDecimal percent(TaxClass type) {
        return switch (type) {
            case B -> standardRate;
            case E -> BigDecimal.valueOf(8);
            case A, C, D -> BigDecimal.ZERO;
        };
    }
}
