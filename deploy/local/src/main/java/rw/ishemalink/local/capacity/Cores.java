package rw.ishemalink.local.capacity;

/**
 * Cores that are busy at the peak.
 *
 * @param tracking positions
 * @param questions the door and who answers
 * @param analytics its streams
 */
public record Cores(
        double booking,
        double payment,
        double compliance,
        double tracking,
        double questions,
        double analytics,
        double database,
        double brokers) {

    /** What was measured with one broker: whoever keeps a copy has at most as much to do as who takes the record. */
    private static final int COPIES = 3;

    private static final double MILLIS = 1e3;
    private static final double MICROS = 1e6;

    /** What that demand costs. */
    public static Cores of(Demand demand, Costs costs) {
        double events = demand.bookingsPerSecond() * Costs.EVENTS_COUNTED;
        return new Cores(
                demand.bookingsPerSecond() * costs.bookingMillis().value() / MILLIS,
                demand.bookingsPerSecond() * costs.paymentMillis().value() / MILLIS,
                demand.bookingsPerSecond() * costs.complianceMillis().value() / MILLIS,
                demand.fixesPerSecond() * costs.fixMicros().value() / MICROS,
                demand.questionsPerSecond() * costs.questionMicros().value() / MICROS,
                events * costs.countMicros().value() / MICROS,
                demand.bookingsPerSecond() * costs.databaseMillis().value() / MILLIS,
                demand.bookingsPerSecond() * costs.brokerMillis().value() / MILLIS
                        + COPIES
                                * (demand.fixesPerSecond()
                                                * costs.fixBrokerMicros().value()
                                        + events * costs.countBrokerMicros().value())
                                / MICROS);
    }

    /** Of all services. */
    public double services() {
        return booking + payment + compliance + tracking + questions + analytics;
    }
}
