package rw.ishemalink.local.capacity;

/**
 * How long and how often positions are kept.
 *
 * @param copiesOfTables primary and replicas
 * @param positions in the history, days
 */
public record Keeping(int copiesOfTables, double positions) {

    /** As docs/tracking.md says; copies as a cell has them from phase 2 on. */
    public static Keeping declared() {
        return new Keeping(3, 30);
    }
}
