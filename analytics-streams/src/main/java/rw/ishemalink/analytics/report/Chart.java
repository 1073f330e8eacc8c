package rw.ishemalink.analytics.report;

/**
 * The picture of a table: one of its columns of figures, row by row.
 *
 * @param shape how it is drawn
 * @param column whose figures
 */
public record Chart(Shape shape, String column) {

    /** How a chart is drawn. */
    public enum Shape {
        /** What is compared. */
        BARS,
        /** A course of time. */
        LINE
    }
}
