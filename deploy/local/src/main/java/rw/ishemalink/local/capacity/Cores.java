package rw.ishemalink.local.capacity;

/**
 * Cores that are busy at the peak.
 *
 * @param rides booking-, payment- and compliance-service
 * @param tracking positions
 * @param questions the door and who answers
 * @param analytics its streams
 */
public record Cores(
        double rides, double tracking, double questions, double analytics, double database, double brokers) {

    /** Measured with one broker; whoever keeps a copy has at most as much to do as who takes the record. */
    private static final int COPIES = 3;

    private static final double MILLIS = 1e3;
    private static final double MICROS = 1e6;

    /** What that demand costs. */
    public static Cores of(Demand demand, Costs costs) {
        double events = demand.bookingsPerSecond() * Costs.EVENTS_COUNTED;
        return new Cores(
                demand.bookingsPerSecond() * costs.rideMillis().value() / MILLIS,
                demand.fixesPerSecond() * costs.fixMicros().value() / MICROS,
                demand.questionsPerSecond() * costs.questionMicros().value() / MICROS,
                events * costs.countMicros().value() / MICROS,
                demand.bookingsPerSecond() * costs.databaseMillis().value() / MILLIS,
                COPIES
                        * (demand.bookingsPerSecond() * costs.brokerMillis().value() / MILLIS
                                + demand.fixesPerSecond()
                                        * costs.fixBrokerMicros().value()
                                        / MICROS
                                + events * costs.countBrokerMicros().value() / MICROS));
    }

    /** Of all services. */
    public double services() {
        return rides + tracking + questions + analytics;
    }
}
