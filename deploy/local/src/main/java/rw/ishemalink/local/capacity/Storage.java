package rw.ishemalink.local.capacity;

/**
 * Bytes, all copies counted.
 *
 * @param topics on brokers
 * @param perYear of tables that stay, more with each year
 * @param standing of tables that end after days: history of positions, outboxes, inboxes
 * @param logPerDay of PostgreSQL's log, once: what a replica or the archive is sent
 */
public record Storage(double topics, double perYear, double standing, double logPerDay) {

    private static final double DAYS_PER_YEAR = 365;

    /** What so many bookings and fixes leave. */
    public static Storage of(Demand demand, Costs costs, Keeping keeping) {
        double bookings = demand.bookingsPerDay();
        double fixes = demand.fixesPerDay();
        return new Storage(
                keeping.copiesOnTopics()
                        * (bookings * costs.bookingTopicBytes().value() * keeping.events()
                                + fixes * costs.fixTopicBytes().value() * keeping.positionsOnTopic()),
                keeping.copiesOfTables() * bookings * costs.bookingBytes().value() * DAYS_PER_YEAR,
                keeping.copiesOfTables()
                        * (fixes * costs.fixBytes().value() * keeping.positions()
                                + bookings * costs.bookingPassingBytes().value() * keeping.passing()),
                bookings * costs.bookingLogBytes().value());
    }
}
