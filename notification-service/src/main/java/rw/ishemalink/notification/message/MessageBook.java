package rw.ishemalink.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.schemas.EventMetadata;

/** Writes messages down before anything is sent, and reads a person's own. */
@ApplicationScoped
public class MessageBook {

    private static final String INSERT = """
            insert into message (message_id, tenant, event_id, template, channel, person_id, booking_id,
                                 address, language, parameters, correlation_id, urgency, expires_at)
            select :messageId, :tenant, :eventId, :template, :channel, :personId, cast(:bookingId as uuid),
                   :address, :language, :parameters, :correlationId, :urgency, cast(:expiresAt as timestamptz)
             where not exists (select from erased_person where person_id = :personId)
            on conflict on constraint message_once do nothing""";

    private static final String SELECT = """
            select message_id, template, channel, status, booking_id, created_at, ended_at, reason
              from message where tenant = :tenant and person_id = :personId""";

    /** A message as its recipient may see it: no text, no address. */
    public record SentMessage(
            UUID messageId,
            Template template,
            Channel channel,
            MessageStatus status,
            @Nullable UUID bookingId,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable String reason) {}

    private final NotificationConfig config;
    private final MessageSeal seal;

    MessageBook(NotificationConfig config, MessageSeal seal) {
        this.config = config;
        this.seal = seal;
    }

    /** Adds what the event asks for; what it asked for before stays as it is. Who was forgotten gets nothing. */
    public void add(Tx tx, EventMetadata cause, @Nullable UUID bookingId, List<WantedMessage> wanted) {
        add(tx, Cause.of(cause), bookingId, wanted);
    }

    /** The same for what no event of another service caused. */
    public void add(Tx tx, Cause cause, @Nullable UUID bookingId, List<WantedMessage> wanted) {
        wanted.forEach(message -> add(tx.sql(), cause, bookingId, message));
    }

    /** The person's messages, newest first. */
    public List<SentMessage> listOf(Handle sql, String tenant, UUID personId, int limit) {
        return sql.createQuery(SELECT + " order by created_at desc, message_id desc limit :limit")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("limit", limit)
                .map(ConstructorMapper.of(SentMessage.class))
                .list();
    }

    /** The person's message of that id, if there is one. */
    public Optional<SentMessage> find(Handle sql, String tenant, UUID personId, UUID messageId) {
        return sql.createQuery(SELECT + " and message_id = :messageId")
                .bind("tenant", tenant)
                .bind("personId", personId)
                .bind("messageId", messageId)
                .map(ConstructorMapper.of(SentMessage.class))
                .findOne();
    }

    private void add(Handle sql, Cause cause, @Nullable UUID bookingId, WantedMessage message) {
        Template template = message.template();
        UUID messageId = TimeOrderedId.next();
        Duration lifetime = message.goodFor().orElse(config.lifetime());
        var insert = sql.createUpdate(INSERT)
                .bind("messageId", messageId)
                .bind("tenant", cause.tenant())
                .bind("eventId", cause.eventId())
                .bind("template", template.name())
                .bind("channel", template.channel().name())
                .bind("personId", message.recipient().personId())
                .bind("bookingId", bookingId)
                .bind("parameters", seal.parameters(messageId, message.parameters()))
                .bind("correlationId", Correlation.currentId())
                .bind("urgency", template.urgency().rank())
                .bind("expiresAt", cause.at().plus(lifetime));
        switch (message.recipient()) {
            case Recipient.Reachable reachable ->
                insert.bind("address", seal.address(messageId, reachable.address()))
                        .bind("language", reachable.language().name());
            case Recipient.Driver _ -> insert.bind("address", (String) null).bind("language", (String) null);
        }
        insert.execute();
    }
}
