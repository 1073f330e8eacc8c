package rw.ishemalink.local.capacity;

import java.util.List;

/**
 * What things cost. Times are of one core of the machine of docs/performance.md.
 *
 * @param rideMillis of a ride from booking to delivery: booking-, payment- and compliance-service, at most
 * @param databaseMillis of the same: PostgreSQL, at most
 * @param brokerMillis of the same: one broker, at most
 * @param fixMicros of a position that comes alone, through tracking-service and PostgreSQL
 * @param fixBrokerMicros of the same: the broker
 * @param fixBytes in the history, merged
 * @param countMicros of a booking's event in analytics-streams
 * @param countBrokerMicros of the same: the broker
 * @param questionMicros of a question through the door
 * @param receiptsPerDevice a second, that one device of the revenue authority signs
 * @param viewerKilobytes of an open WebSocket at the door
 */
public record Costs(
        Measured rideMillis,
        Measured databaseMillis,
        Measured brokerMillis,
        Measured fixMicros,
        Measured fixBrokerMicros,
        Measured fixBytes,
        Measured countMicros,
        Measured countBrokerMicros,
        Measured questionMicros,
        Measured receiptsPerDevice,
        Measured viewerKilobytes) {

    /** Changes of a booking that analytics counts: created, confirmed, paid, receipt, asked for, assigned, picked up, delivered. */
    static final int EVENTS_COUNTED = 8;

    private static final String SAGAS = "`./ishema load sagas` ([performance](performance.md#where-a-sagas-time-goes))";
    private static final String POSITIONS = "`./ishema load positions` ([performance](performance.md#positions))";
    private static final String ANALYTICS =
            "`./ishema load analytics` ([performance](performance.md#analytics-beside-materialised-views))";

    /** As measured. */
    public static Costs measured() {
        return new Costs(
                // Both cores busy with 9.8 a second: 204 ms, those who ask and the outside world included. Of these
                // PostgreSQL
                // had 27 to 40 %, the broker 5 to 10 %: of each the most, so that none is reckoned too cheap.
                new Measured("a ride from booking to delivery: services, at most", 139, "ms of a core", SAGAS),
                new Measured("〃: PostgreSQL, at most", 82, "ms of a core", SAGAS),
                new Measured("〃: the broker, at most", 20, "ms of a core", SAGAS),
                // 113 less what the load itself (17) and the broker (11) took.
                new Measured(
                        "a position that comes alone: tracking-service, PostgreSQL", 85, "µs of a core", POSITIONS),
                new Measured("〃: the broker", 11, "µs of a core", POSITIONS),
                new Measured(
                        "〃: in the history",
                        14.7,
                        "bytes",
                        "`HistoryBenchmark` ([performance](performance.md), [tracking](tracking.md))"),
                new Measured(
                        "a change of a booking in analytics, with what payment, compliance or tracking tell of it",
                        219,
                        "µs of a core",
                        ANALYTICS),
                new Measured("〃: the broker", 23, "µs of a core", ANALYTICS),
                // Both cores busy with 2,145 a second, those who ask on them too: the dearest of the common questions.
                new Measured("a question through the door, at most", 932, "µs of a core", ANALYTICS),
                new Measured(
                        "fiscal receipts of one device",
                        112,
                        "a second",
                        "`./ishema load receipts` ([performance](performance.md))"),
                new Measured(
                        "an open WebSocket at the door",
                        64,
                        "KB",
                        "`./ishema load door` ([performance](performance.md))"));
    }

    /** All of them, in this order. */
    public List<Measured> list() {
        return List.of(
                rideMillis,
                databaseMillis,
                brokerMillis,
                fixMicros,
                fixBrokerMicros,
                fixBytes,
                countMicros,
                countBrokerMicros,
                questionMicros,
                receiptsPerDevice,
                viewerKilobytes);
    }
}
