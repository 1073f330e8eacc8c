package rw.ishemalink.notification.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.notification.message.Cause;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.schemas.Language;

/** Answers who sent us a text, once for each text and template. */
@ApplicationScoped
public class Answers {

    private final UnitOfWork unitOfWork;
    private final MessageBook messages;

    Answers(UnitOfWork unitOfWork, MessageBook messages) {
        this.unitOfWork = unitOfWork;
        this.messages = messages;
    }

    /** Writes the answer down; it is sent as any message is. We know the sender by phone only. */
    public void answer(InboundSms sms, String tenant, Language language, Template template, String... parameters) {
        WantedMessage message =
                WantedMessage.of(template, new Recipient.Reachable(sms.eventId(), sms.from(), language), parameters);
        Cause cause = new Cause(sms.eventId(), tenant, Instant.now());
        unitOfWork.run(tx -> messages.add(tx, cause, null, List.of(message)));
    }
}
