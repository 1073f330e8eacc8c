package rw.ishemalink.compliance.casefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;

/** The tax law that a seller is under: its rates of VAT, which prices include, and its hour. */
public enum Jurisdiction {
    /** Law 049/2023: 18 %. */
    RWANDA("RW", "Africa/Kigali", 18),
    /** VAT Act 2013: 16 %; class E, 8 %, is sold by nobody here. */
    KENYA("KE", "Africa/Nairobi", 16);

    private static final int HUNDRED = 100;

    private final String country;
    private final ZoneId zone;
    private final int standardPercent;

    Jurisdiction(String country, String zone, int standardPercent) {
        this.country = country;
        this.zone = ZoneId.of(zone);
        this.standardPercent = standardPercent;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }

    public ZoneId zone() {
        return zone;
    }

    public int percent(TaxClass taxClass) {
        return switch (taxClass) {
            case B -> standardPercent;
            case A, C, D -> 0;
        };
    }

    /** The VAT inside an amount, to the cent: amount × rate / (100 + rate), half-up. */
    public BigDecimal taxIn(TaxClass taxClass, BigDecimal amount) {
        return taxIn(taxClass, amount, 2);
    }

    /** The VAT inside a whole amount, in whole units, rounded once. */
    public long wholeTaxIn(TaxClass taxClass, long amount) {
        return taxIn(taxClass, BigDecimal.valueOf(amount), 0).longValueExact();
    }

    private BigDecimal taxIn(TaxClass taxClass, BigDecimal amount, int decimals) {
        int percent = percent(taxClass);
        return amount.multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(HUNDRED + percent), decimals, RoundingMode.HALF_UP);
    }
}
