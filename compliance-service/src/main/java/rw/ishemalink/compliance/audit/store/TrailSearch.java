package rw.ishemalink.compliance.audit.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * What is looked for on a tenant's trail.
 *
 * @param person who did it, or whose matter it is
 * @param type topic and change: {@code booking.events/PAID}
 * @param from not before
 * @param to before
 * @param after goes on after that entry
 * @param topics the only ones that the caller may see; empty: all
 */
public record TrailSearch(
        String tenant,
        Optional<UUID> booking,
        Optional<UUID> person,
        Optional<UUID> driver,
        Optional<UUID> vehicle,
        Optional<String> topic,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<After> after,
        Set<String> topics) {

    public TrailSearch {
        topics = Set.copyOf(topics);
    }

    /** The last entry of a page. */
    public record After(Instant occurredAt, long sequence) {}

    /** Everything of the tenant. */
    public static TrailSearch all(String tenant) {
        return new TrailSearch(
                tenant,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** Everything of a booking. */
    public static TrailSearch ofBooking(String tenant, UUID bookingId, Set<String> topics) {
        TrailSearch all = all(tenant);
        return new TrailSearch(
                tenant,
                Optional.of(bookingId),
                all.person(),
                all.driver(),
                all.vehicle(),
                all.topic(),
                all.type(),
                all.from(),
                all.to(),
                all.after(),
                topics);
    }

    /** Everything that is so, but for the person. */
    public String conditions() {
        StringBuilder text = new StringBuilder("tenant = :tenant");
        booking.ifPresent(_ -> text.append(" and booking_id = :booking"));
        driver.ifPresent(_ -> text.append(" and driver_id = :driver"));
        vehicle.ifPresent(_ -> text.append(" and vehicle_id = :vehicle"));
        topic.ifPresent(_ -> text.append(" and topic = :topic"));
        type.ifPresent(_ -> text.append(" and type = :type"));
        from.ifPresent(_ -> text.append(" and occurred_at >= :from"));
        to.ifPresent(_ -> text.append(" and occurred_at < :to"));
        after.ifPresent(_ -> text.append(" and (occurred_at, sequence) > (:afterTime, :afterSequence)"));
        if (!topics.isEmpty()) {
            text.append(" and topic = any(:topics)");
        }
        return text.toString();
    }

    /** The same with the person. */
    public String allConditions() {
        return person.isEmpty() ? conditions() : conditions() + " and (subject_id = :person or actor_id = :person)";
    }

    /** Binds what the conditions name. */
    public Query bindTo(Query query) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tenant", tenant);
        booking.ifPresent(id -> values.put("booking", id));
        person.ifPresent(id -> values.put("person", id));
        driver.ifPresent(id -> values.put("driver", id));
        vehicle.ifPresent(id -> values.put("vehicle", id));
        topic.ifPresent(name -> values.put("topic", name));
        type.ifPresent(name -> values.put("type", name));
        from.ifPresent(time -> values.put("from", time));
        to.ifPresent(time -> values.put("to", time));
        after.ifPresent(place -> {
            values.put("afterTime", place.occurredAt());
            values.put("afterSequence", place.sequence());
        });
        query.bindMap(values);
        return topics.isEmpty() ? query : query.bindArray("topics", String.class, topics);
    }
}
