package rw.ishemalink.notification.sending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.MessageStatus;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;

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
               order by (template in ('ONE_TIME_CODE', 'RIDE_OFFER', 'CARGO_OFFER')) desc, due_at
               limit :limit for update skip locked)
            update message m set attempts = attempts + 1, due_at = now() + :leaseMillis * interval '1 millisecond'
              from due where m.message_id = due.message_id
            returning m.message_id, m.tenant, m.event_id, m.template, m.person_id, m.booking_id, m.address, m.language,
                      m.parameters, m.correlation_id, m.attempts, m.expires_at <= now() as expired""";

    /** A secret goes with the end of its message. */
    private static final String END = """
            update message set status = :status, ended_at = now(), reason = :reason, provider_reference = :reference,
                   parameters = case when :secret then null else parameters end
             where message_id = :messageId and attempts = :attempts and status = 'PENDING'""";

    private static final String POSTPONE = """
            update message set due_at = now() + :pauseMillis * interval '1 millisecond', reason = :reason
             where message_id = :messageId and attempts = :attempts and status = 'PENDING'""";

    private final UnitOfWork unitOfWork;
    private final MessageRows rows;
    private final Duration lease;

    MessageQueue(UnitOfWork unitOfWork, MessageRows rows, NotificationConfig config) {
        this.unitOfWork = unitOfWork;
        this.rows = rows;
        this.lease = config.sending().lease();
    }

    /** Takes up to that many; first what soon is worth nothing: codes of people who log in, offers to drivers. */
    List<ClaimedMessage> claim(int limit) {
        return unitOfWork.call(tx -> {
            rows.learnAddresses(tx.sql());
            return tx.sql()
                    .createQuery(CLAIM)
                    .bind("limit", limit)
                    .bind("leaseMillis", lease.toMillis())
                    .map((row, context) -> rows.claimed(row))
                    .list();
        });
    }

    void sent(ClaimedMessage message, String providerReference) {
        end(message, MessageStatus.SENT, NotificationChange.SENT, null, providerReference);
    }

    void failed(ClaimedMessage message, String reason) {
        end(message, MessageStatus.FAILED, NotificationChange.FAILED, reason, null);
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

    private void end(
            ClaimedMessage message,
            MessageStatus status,
            NotificationChange change,
            @Nullable String reason,
            @Nullable String reference) {
        Correlation.begin(message.correlationId(), message.eventId());
        try {
            unitOfWork.run(tx -> {
                int ended = tx.sql()
                        .createUpdate(END)
                        .bind("status", status.name())
                        .bind("reason", reason)
                        .bind("reference", reference)
                        .bind("secret", message.template().secret())
                        .bind("messageId", message.messageId())
                        .bind("attempts", message.attempts())
                        .execute();
                if (ended == 1) {
                    tx.publish(Topics.NOTIFICATION_EVENTS, message.messageId(), event(tx, message, change, reason));
                }
            });
        } finally {
            Correlation.end();
        }
    }

    /** The only event of a message, so its sequence is 1. */
    private static NotificationEvent event(
            Tx tx, ClaimedMessage message, NotificationChange change, @Nullable String reason) {
        return NotificationEvent.newBuilder()
                .setMetadata(tx.metadata(message.tenant(), 1))
                .setChange(change)
                .setMessageId(message.messageId())
                .setChannel(wireChannel(message.template().channel()))
                .setTemplate(message.template().name())
                .setPersonId(message.personId())
                .setBookingId(message.bookingId())
                .setReason(reason)
                .build();
    }

    private static rw.ishemalink.schemas.notification.Channel wireChannel(Channel channel) {
        return switch (channel) {
            case SMS -> rw.ishemalink.schemas.notification.Channel.SMS;
            case EMAIL -> rw.ishemalink.schemas.notification.Channel.EMAIL;
        };
    }
}
