package rw.ishemalink.analytics.report;

/**
 * A column of a table.
 *
 * @param name in small letters with underscores; its words are {@code column.<name>}
 */
public record Column(String name, Unit unit) {

    boolean isText() {
        return unit == Unit.TEXT;
    }
}
