package rw.ishemalink.local.capacity;

import java.util.List;

/**
 * What things cost. Times are of one core of the machine of docs/performance.md.
 *
 * @param bookingMillis of a ride from booking to delivery: booking-service
 * @param paymentMillis of the same: payment-service
 * @param complianceMillis of the same: compliance-service
 * @param databaseMillis of the same: PostgreSQL
 * @param brokerMillis of the same: three brokers together
 * @param bookingRecords it leaves on topics
 * @param bookingTopicBytes of each copy of these
 * @param bookingBytes of tables and indexes that stay
 * @param bookingPassingBytes of outboxes and inboxes, which end after days
 * @param bookingLogBytes of PostgreSQL's log, which replicas and the archive are sent
 * @param fixMicros of a position that comes alone, through tracking-service and PostgreSQL
 * @param fixBrokerMicros of the same: the broker
 * @param fixBytes in the history, merged
 * @param fixTopicBytes of one copy of its record
 * @param countMicros of a booking's event in analytics-streams
 * @param countBrokerMicros of the same: the broker
 * @param questionMicros of a question through the door
 * @param receiptsPerDevice a second, that one device of the revenue authority signs
 * @param viewerKilobytes of an open WebSocket at the door
 */
public record Costs(
        Measured bookingMillis,
        Measured paymentMillis,
        Measured complianceMillis,
        Measured databaseMillis,
        Measured brokerMillis,
        Measured bookingRecords,
        Measured bookingTopicBytes,
        Measured bookingBytes,
        Measured bookingPassingBytes,
        Measured bookingLogBytes,
        Measured fixMicros,
        Measured fixBrokerMicros,
        Measured fixBytes,
        Measured fixTopicBytes,
        Measured countMicros,
        Measured countBrokerMicros,
        Measured questionMicros,
        Measured receiptsPerDevice,
        Measured viewerKilobytes) {

    /** Changes of a booking that analytics counts: created, confirmed, paid, receipt, asked for, assigned, picked up, delivered. */
    static final int EVENTS_COUNTED = 8;

    private static final String SCALE = "`./ishema load scale` ([above](#more-instances))";
    private static final String POSITIONS = "`./ishema load positions` ([performance](performance.md#positions))";
    private static final String ANALYTICS =
            "`./ishema load analytics` ([performance](performance.md#analytics-beside-materialised-views))";

    /** As measured. */
    public static Costs measured() {
        return new Costs(
                new Measured("a ride from booking to delivery: booking-service", 63, "ms of a core", SCALE),
                new Measured("〃: payment-service", 47, "ms of a core", SCALE),
                new Measured("〃: compliance-service", 58, "ms of a core", SCALE),
                new Measured("〃: PostgreSQL", 56, "ms of a core", SCALE),
                new Measured("〃: three brokers together", 81, "ms of a core", SCALE),
                new Measured("〃: records on topics", 19.9, "records", SCALE),
                new Measured("〃: on topics, each copy", 18_836, "bytes", SCALE),
                new Measured("〃: tables and indexes that stay, at most", 43_492, "bytes", SCALE),
                new Measured("〃: outboxes and inboxes, at most", 24_056, "bytes", SCALE),
                new Measured("〃: PostgreSQL's log", 143_303, "bytes", SCALE),
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
                        "〃: on its topic, each copy", 250, "bytes", "[tracking](tracking.md), `most-recent-positions`"),
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
                bookingMillis,
                paymentMillis,
                complianceMillis,
                databaseMillis,
                brokerMillis,
                bookingRecords,
                bookingTopicBytes,
                bookingBytes,
                bookingPassingBytes,
                bookingLogBytes,
                fixMicros,
                fixBrokerMicros,
                fixBytes,
                fixTopicBytes,
                countMicros,
                countBrokerMicros,
                questionMicros,
                receiptsPerDevice,
                viewerKilobytes);
    }
}
