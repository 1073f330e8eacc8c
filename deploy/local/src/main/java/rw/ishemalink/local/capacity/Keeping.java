package rw.ishemalink.local.capacity;

import java.time.Duration;
import rw.ishemalink.schemas.Topics;

/**
 * How long and how often things are kept, as declared and deployed.
 *
 * @param copiesOnTopics brokers that have each record
 * @param copiesOfTables primary and replicas
 * @param events on topics, days
 * @param positionsOnTopic days
 * @param positions in the history, days
 * @param passing outboxes and inboxes, days: the longer of the two
 */
public record Keeping(
        int copiesOnTopics,
        int copiesOfTables,
        double events,
        double positionsOnTopic,
        double positions,
        double passing) {

    /** As declared in {@link Topics}, in docs/tracking.md, and in the outbox's and inbox's housekeeping. */
    public static Keeping declared() {
        return new Keeping(
                3, 3, days(Topics.BOOKING_EVENTS.retention()), days(Topics.TRACKING_POSITIONS.retention()), 30, 8);
    }

    private static double days(Duration time) {
        return time.toHours() / 24.0;
    }
}
