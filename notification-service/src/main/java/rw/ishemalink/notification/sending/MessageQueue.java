package rw.ishemalink.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.delivery.DeliveryReports;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.EndedMessage;
import rw.ishemalink.notification.message.MessageStatus;
import rw.ishemalink.schemas.notification.NotificationChange;

/**
 * The messages that are due, shared by all instances. A claim moves {@code due_at} to the end of the lease; whoever dies
 * with it loses nothing. Deadlines are by the database's clock.
 */
@ApplicationScoped
class MessageQueue {

    private static final String CLAIM = """
            with due as (
              select message_id from message
               where status = 'PENDING' and due_at <= now() and (address is not null or expires_at <= now())
               order by urgency, due_at
               limit :limit for update skip locked),
            claimed as (
              update message m set attempts = attempts + 1, due_at = now() + :leaseMillis * interval '1 millisecond'
                from due where m.message_id = due.message_id
              returning m.*)
            select c.message_id, c.tenant, c.event_id, c.template, c.person_id, c.booking_id, c.address, c.language,
                   c.parameters, c.correlation_id, c.attempts, c.expires_at <= now() as expired, p.way,
                   b.name, b.sender_id, b.mail_from, b.colour, b.support_phone
              from claimed c
              left join preference p on (p.tenant, p.person_id, p.urgency) = (c.tenant, c.person_id, c.urgency)
              left join tenant_brand b on b.tenant = c.tenant
             order by c.urgency, c.due_at""";

    /** A secret goes with the end of its message. */
    private static final String END = """
            update message set status = :status, ended_at = now(), reason = :reason, provider_reference = :reference,
                   parameters = case when :secret then null else parameters end, channel = :channel,
                   provider = :provider, parts = :parts, cost_hundredths = :cost, cost_currency = :currency
             where message_id = :messageId and attempts = :attempts and status = 'PENDING'
            returning %s""".formatted(EndedMessage.COLUMNS);

    private static final String POSTPONE = """
            update message set due_at = now() + :pauseMillis * interval '1 millisecond', reason = :reason
             where message_id = :messageId and attempts = :attempts and status = 'PENDING'""";

    /** What waits for the morning is as long worth sending afterwards; the attempt does not count. */
    private static final String HOLD = """
            update message
               set due_at = now() + :pauseMillis * interval '1 millisecond', reason = 'quiet hours',
                   expires_at = expires_at + :pauseMillis * interval '1 millisecond', attempts = attempts - 1
             where message_id = :messageId and attempts = :attempts and status = 'PENDING'""";

    private final UnitOfWork unitOfWork;
    private final MessageRows rows;
    private final DeliveryReports reports;
    private final Duration lease;

    MessageQueue(UnitOfWork unitOfWork, MessageRows rows, DeliveryReports reports, NotificationConfig config) {
        this.unitOfWork = unitOfWork;
        this.rows = rows;
        this.reports = reports;
        this.lease = config.sending().lease();
    }

    /** Takes up to that many; the most pressing first, and of these the oldest. */
    List<ClaimedMessage> claim(int limit) {
        return unitOfWork.call(tx -> {
            rows.learnAddresses(tx.sql());
            return claim(tx.sql(), limit);
        });
    }

    List<ClaimedMessage> claim(Handle sql, int limit) {
        return sql.createQuery(CLAIM)
                .bind("limit", limit)
                .bind("leaseMillis", lease.toMillis())
                .map((row, context) -> rows.claimed(row))
                .list();
    }

    /** A report of it may have come before this. */
    void sent(ClaimedMessage message, Channel channel, SendOutcome.Sent sent) {
        unitOfWork.run(tx -> {
            reports.lock(tx.sql(), sent.provider(), sent.reference());
            Optional<EndedMessage> ended = end(tx, message, new End(MessageStatus.SENT, channel, null, sent));
            ended.ifPresent(it -> {
                it.publish(tx, NotificationChange.SENT, 1);
                reports.applyEarly(tx, sent.provider(), sent.reference());
            });
        });
    }

    void failed(ClaimedMessage message, String reason) {
        endWithoutSending(message, MessageStatus.FAILED, NotificationChange.FAILED, reason);
    }

    void withheld(ClaimedMessage message, String reason) {
        endWithoutSending(message, MessageStatus.WITHHELD, NotificationChange.WITHHELD, reason);
    }

    /** It is due again after the pause, as if it had not been looked at. */
    void hold(ClaimedMessage message, Duration pause) {
        unitOfWork.run(tx -> tx.sql()
                .createUpdate(HOLD)
                .bind("messageId", message.messageId())
                .bind("attempts", message.attempts())
                .bind("pauseMillis", pause.toMillis())
                .execute());
    }

    void postpone(ClaimedMessage message, Duration pause, String reason) {
        unitOfWork.run(tx -> tx.sql()
                .createUpdate(POSTPONE)
                .bind("messageId", message.messageId())
                .bind("attempts", message.attempts())
                .bind("pauseMillis", pause.toMillis())
                .bind("reason", reason)
                .execute());
    }

    private void endWithoutSending(
            ClaimedMessage message, MessageStatus status, NotificationChange change, String reason) {
        Channel channel = message.template().channel();
        unitOfWork.run(tx -> end(tx, message, new End(status, channel, reason, null))
                .ifPresent(ended -> ended.publish(tx, change, 1)));
    }

    private record End(
            MessageStatus status, Channel channel, @Nullable String reason, SendOutcome.@Nullable Sent sent) {}

    private static Optional<EndedMessage> end(Tx tx, ClaimedMessage message, End end) {
        Optional<SendOutcome.Sent> sent = Optional.ofNullable(end.sent());
        Optional<Cost> cost = sent.flatMap(SendOutcome.Sent::cost);
        return tx.sql()
                .createQuery(END)
                .bind("status", end.status().name())
                .bind("channel", end.channel().name())
                .bind("reason", end.reason())
                .bind("reference", sent.map(SendOutcome.Sent::reference).orElse(null))
                .bind("provider", sent.map(SendOutcome.Sent::provider).orElse(null))
                .bind("parts", sent.map(SendOutcome.Sent::parts).orElse(0))
                .bind("cost", cost.map(Cost::hundredths).orElse(null))
                .bind("currency", cost.map(Cost::currency).orElse(null))
                .bind("secret", message.template().secret())
                .bind("messageId", message.messageId())
                .bind("attempts", message.attempts())
                .map(ConstructorMapper.of(EndedMessage.class))
                .findOne();
    }
}
