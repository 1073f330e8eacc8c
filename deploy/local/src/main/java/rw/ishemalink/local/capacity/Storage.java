package rw.ishemalink.local.capacity;

/**
 * Bytes of positions in PostgreSQL, all copies counted. What a booking leaves there and on topics was not measured.
 *
 * @param history of all days that are kept
 */
public record Storage(double history) {

    /** What so many fixes leave. */
    public static Storage of(Demand demand, Costs costs, Keeping keeping) {
        return new Storage(keeping.copiesOfTables()
                * demand.fixesPerDay()
                * costs.fixBytes().value()
                * keeping.positions());
    }
}
