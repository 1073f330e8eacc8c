package rw.ishemalink.analytics.report;

/** In what a column is told. */
public enum Unit {
    /** Not a figure. */
    TEXT(""),
    COUNT("count"),
    /** Rwandan, whole. */
    FRANCS("RWF"),
    KILOGRAMS("kg"),
    PERCENT("%"),
    /** One to five. */
    STARS("stars"),
    MINUTES("min");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** As it stands in files; the same in all languages. */
    public String symbol() {
        return symbol;
    }
}
