package rw.ishemalink.compliance.report;

/**
 * A column of a table.
 *
 * @param name in small letters with underscores; units in the name
 */
public record Column(String name, Type type) {

    /** What stands in it. */
    public enum Type {
        TEXT,
        /** A whole number that is not added up. */
        NUMBER,
        /** A whole number whose sum stands under the table. */
        SUMMED
    }

    public static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    public static Column summed(String name) {
        return new Column(name, Type.SUMMED);
    }

    public static Column number(String name) {
        return new Column(name, Type.NUMBER);
    }
}
