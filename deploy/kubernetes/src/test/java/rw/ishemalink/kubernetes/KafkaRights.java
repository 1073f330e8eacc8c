package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rw.ishemalink.schemas.Topics;

/**
 * What a service does at the broker: declared here, held against what its sources read (KafkaFilesTest).
 *
 * @param reads topics of others and its own
 * @param commands topics of others to which it may write: those that carry commands to their owner
 * @param streams application ids of its Kafka Streams applications, which make topics of their own
 */
record KafkaRights(String service, Set<Topics> reads, Set<Topics> commands, List<String> streams) {

    static List<KafkaRights> list() {
        return List.of(
                of("gateway", EnumSet.of(Topics.TOKEN_REVOCATIONS)),
                of(
                                "identity-service",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.BOOKING_EVENTS,
                                        Topics.DRIVER_CHECKS,
                                        Topics.PRIVACY_ANSWERS,
                                        Topics.PRIVACY_REQUESTS))
                        .commanding(Topics.NOTIFICATION_REQUESTS, Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS),
                of(
                                "booking-service",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.PAYMENT_EVENTS,
                                        Topics.COMPLIANCE_EVENTS,
                                        Topics.LICENCE_EVENTS,
                                        Topics.FLEET_EVENTS,
                                        Topics.TRACKING_POSITIONS,
                                        Topics.PRIVACY_REQUESTS))
                        .commanding(Topics.NOTIFICATION_REQUESTS, Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS),
                of(
                                "payment-service",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.BOOKING_EVENTS,
                                        Topics.FLEET_EVENTS,
                                        Topics.PRIVACY_REQUESTS))
                        .commanding(Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS),
                // It keeps the trail: of everything.
                of("compliance-service", EnumSet.allOf(Topics.class))
                        .commanding(Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS),
                of(
                                "tracking-service",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.BOOKING_EVENTS,
                                        Topics.FLEET_EVENTS,
                                        Topics.TRACKING_POSITIONS,
                                        Topics.TRACKING_EVENTS,
                                        Topics.TRACKING_LAST,
                                        Topics.TRACKING_REFUSALS,
                                        Topics.PRIVACY_REQUESTS))
                        .commanding(Topics.ACCESS_RECORDS, Topics.PRIVACY_ANSWERS)
                        .streaming("tracking-watch"),
                of(
                                "notification-service",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.NOTIFICATION_REQUESTS,
                                        Topics.BOOKING_EVENTS,
                                        Topics.FLEET_EVENTS,
                                        Topics.LICENCE_EVENTS,
                                        Topics.TENANT_EVENTS,
                                        Topics.PRIVACY_REQUESTS))
                        .commanding(Topics.PRIVACY_ANSWERS),
                of(
                                "analytics-streams",
                                EnumSet.of(
                                        Topics.TOKEN_REVOCATIONS,
                                        Topics.BOOKING_EVENTS,
                                        Topics.PAYMENT_EVENTS,
                                        Topics.COMPLIANCE_EVENTS,
                                        Topics.TRACKING_EVENTS,
                                        Topics.TRACKING_POSITIONS,
                                        Topics.BOOKING_FACTS,
                                        Topics.NOTIFICATION_EVENTS,
                                        Topics.PRIVACY_REQUESTS,
                                        Topics.ANALYTICS_SUMMARY))
                        .streaming("analytics-streams"));
    }

    /** What it may publish: what it owns, and commands. */
    Set<Topics> writes() {
        Set<Topics> writes = owns();
        writes.addAll(commands);
        return writes;
    }

    Set<Topics> owns() {
        return Arrays.stream(Topics.values())
                .filter(topic -> topic.owner().equals(service))
                .collect(toCollection(() -> EnumSet.noneOf(Topics.class)));
    }

    private static KafkaRights of(String service, Set<Topics> reads) {
        return new KafkaRights(service, reads, EnumSet.noneOf(Topics.class), List.of());
    }

    private KafkaRights commanding(Topics... commands) {
        return new KafkaRights(
                service, reads, Stream.of(commands).collect(toCollection(() -> EnumSet.noneOf(Topics.class))), streams);
    }

    private KafkaRights streaming(String application) {
        return new KafkaRights(service, reads, commands, List.of(application));
    }
}
