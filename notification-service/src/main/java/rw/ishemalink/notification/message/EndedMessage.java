package rw.ishemalink.notification.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;

/** A message that came to something, as the row says it: what {@code notification.events} tells of it. */
public record EndedMessage(
        UUID messageId,
        String tenant,
        UUID eventId,
        String template,
        Channel channel,
        UUID personId,
        @Nullable UUID bookingId,
        String correlationId,
        @Nullable String reason,
        @Nullable String provider,
        int parts,
        @Nullable Long costHundredths,
        @Nullable String costCurrency) {

    /** What a statement returns for this record. */
    public static final String COLUMNS = "message_id, tenant, event_id, template, channel, person_id, booking_id,"
            + " correlation_id, reason, provider, parts, cost_hundredths, cost_currency";

    /**
     * Tells of it, as an effect of what asked for the message.
     *
     * @param sequence 1 for the sending, 2 for what became of it later
     */
    public void publish(Tx tx, NotificationChange change, long sequence) {
        Correlation.begin(correlationId, eventId);
        try {
            tx.publish(Topics.NOTIFICATION_EVENTS, messageId, event(tx, change, sequence));
        } finally {
            Correlation.end();
        }
    }

    private NotificationEvent event(Tx tx, NotificationChange change, long sequence) {
        return NotificationEvent.newBuilder()
                .setMetadata(tx.metadata(tenant, sequence))
                .setChange(change)
                .setMessageId(messageId)
                .setChannel(wireChannel())
                .setTemplate(template)
                .setPersonId(personId)
                .setBookingId(bookingId)
                .setReason(reason)
                .setProvider(provider)
                .setParts(parts)
                .setCostHundredths(costHundredths)
                .setCostCurrency(costCurrency)
                .build();
    }

    private rw.ishemalink.schemas.notification.Channel wireChannel() {
        return switch (channel) {
            case SMS -> rw.ishemalink.schemas.notification.Channel.SMS;
            case EMAIL -> rw.ishemalink.schemas.notification.Channel.EMAIL;
            case PUSH -> rw.ishemalink.schemas.notification.Channel.PUSH;
        };
    }
}
