package rw.ishemalink.booking.desk.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.quote.store.TermsJson;
import rw.ishemalink.booking.saga.Step;
import rw.ishemalink.kit.outbox.Columns;

/**
 * Writes new bookings, with their first row of history and their first event: any number in one statement. Most of what a
 * statement costs PostgreSQL is its start, where it reads the tables' checks and indexes anew, and its commit.
 */
public final class Creations {

    private static final Columns<Creation> ROWS = new Columns<Creation>()
            .with("booking_id", "uuid", one -> one.order().bookingId())
            .with("tenant", "text", one -> one.order().tenant())
            .with("tracking_code", "text", one -> one.order().trackingCode())
            .with("kind", "text", one -> one.order().kind())
            .with("sender_id", "uuid", one -> one.order().sender().personId())
            .with("sender_phone", "text", one -> one.order().sender().phone())
            .with("sender_email", "text", one -> one.order().sender().email())
            .with("sender_language", "text", one -> one.order().sender().language())
            .with("payer_phone", "text", one -> one.order().payerPhone())
            .with("quote_id", "uuid", Creation::quoteId)
            .with("terms", "jsonb", one -> TermsJson.write(one.order().terms()))
            .with("consignee_name", "text", one -> of(one.order().consignee(), Consignee::name))
            .with("consignee_address", "text", one -> of(one.order().consignee(), Consignee::address))
            .with("declared_value_rwf", "bigint", one -> one.order().declaredValueRwf())
            .with("receiver_name", "text", one -> of(one.order().receiver(), Receiver::name))
            .with("receiver_phone", "text", one -> of(one.order().receiver(), Receiver::phone))
            .with("buyer_tin", "text", one -> of(one.order().buyer(), Buyer::tin))
            .with("buyer_name", "text", one -> of(one.order().buyer(), Buyer::name))
            .with("buyer_purchase_code", "text", one -> of(one.order().buyer(), Buyer::purchaseCode))
            .with("scheduled_for", "timestamptz", one -> one.order().scheduledFor())
            .with("sync_id", "uuid", one -> one.order().syncId())
            .with("sync_fingerprint", "text", Creation::fingerprint)
            .with("offline_created", "boolean", one -> one.order().offlineCreated())
            .with("created_at", "timestamptz", one -> one.order().createdAt())
            .with("status", "text", one -> one.draft().status())
            .with("version", "bigint", one -> one.draft().version())
            .with("step", "text", one -> Step.of(one.draft()));

    private static final Columns<Creation> TOLD = new Columns<Creation>()
            .with("created_id", "uuid", one -> one.order().bookingId())
            .with("change", "text", one -> one.created().change())
            .with("actor_id", "uuid", one -> one.created().actorId())
            .with("actor_role", "text", one -> one.created().actorRole())
            .with("topic", "text", one -> one.told().topic())
            .with("event_id", "uuid", one -> one.told().eventId())
            .with("headers", "text", one -> one.told().headers())
            .with("payload", "bytea", one -> one.told().payload());

    private static final String INSERT =
            """
            with written as (
              insert into booking (%1$s) select %1$s from %2$s
              on conflict do nothing
              returning booking_id, tenant, status, version, created_at),
            told as (select * from %3$s join written on booking_id = created_id),
            remembered as (
              insert into booking_transition (booking_id, sequence, tenant, change, to_status, actor_id, actor_role, occurred_at)
              select booking_id, version, tenant, change, status, actor_id, actor_role, created_at from told),
            published as (
              insert into outbox (topic, key, event_id, headers, payload)
              select topic, booking_id, event_id, headers, payload from told)
            select booking_id from written""".formatted(ROWS.names(), ROWS.relation("new_booking"), TOLD.relation("creation"));

    private Creations() {}

    /**
     * Inserts the bookings.
     *
     * @return for each, in order, whether it was inserted; false if its sync id or tracking code is taken
     */
    public static List<Boolean> insert(Handle sql, List<Creation> creations) {
        // Two statements that insert the same sync ids in opposite orders would wait for each other.
        List<Creation> ordered = creations.stream()
                .sorted(comparing(one -> one.order().syncId(), nullsFirst(naturalOrder())))
                .toList();
        Set<UUID> written = TOLD.bindTo(ROWS.bindTo(sql.createQuery(INSERT), ordered), ordered)
                .mapTo(UUID.class)
                .set();
        return creations.stream()
                .map(one -> written.contains(one.order().bookingId()))
                .toList();
    }

    private static <T> @Nullable String of(@Nullable T part, Function<T, String> field) {
        return Optional.ofNullable(part).map(field).orElse(null);
    }
}
