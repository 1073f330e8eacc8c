package rw.ishemalink.analytics.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table of today, for those who watch. */
public enum Panel {
    REVENUE,
    PAYMENTS,
    ROUTES,
    COMMODITIES,
    DRIVERS,
    COMPLIANCE;

    private static final int MOST_ROWS = 10;

    /** As addresses name it. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The panel of that name. */
    public static Optional<Panel> find(String path) {
        return Arrays.stream(values())
                .filter(panel -> panel.path().equals(path))
                .findFirst();
    }

    /** All names. */
    public static List<String> listPaths() {
        return Arrays.stream(values()).map(Panel::path).toList();
    }

    Table table() {
        return switch (this) {
            case REVENUE -> Contents.revenueByKind();
            case PAYMENTS -> Contents.payments();
            case ROUTES -> Contents.routes(MOST_ROWS);
            case COMMODITIES -> Contents.commodities().bestFirst(Figure.WEIGHT, MOST_ROWS);
            case DRIVERS -> Contents.rankedDrivers(MOST_ROWS);
            case COMPLIANCE -> Contents.complianceByKind();
        };
    }
}
