package rw.ishemalink.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.text.Texts;
import rw.ishemalink.schemas.Language;

/** Sends one claimed message, outside of any transaction, and writes down what came of it. */
@ApplicationScoped
class MessageSender {

    private static final Logger LOG = Logger.getLogger(MessageSender.class);

    private final MessageQueue queue;
    private final SmsProvider sms;
    private final MailProvider mail;
    private final RetryPause retryPause;
    private final MeterRegistry meters;

    MessageSender(
            MessageQueue queue, SmsProvider sms, MailProvider mail, NotificationConfig config, MeterRegistry meters) {
        this.queue = queue;
        this.sms = sms;
        this.mail = mail;
        this.retryPause =
                new RetryPause(config.sending().firstPause(), config.sending().longestPause());
        this.meters = meters;
    }

    void send(ClaimedMessage message) {
        String address = message.address();
        Language language = message.language();
        List<String> parameters = message.parameters();
        if (message.expired() || address == null || language == null || parameters == null) {
            queue.failed(message, "expired");
            count(message, "expired");
            return;
        }
        try {
            switch (carry(message.template(), address, language, parameters)) {
                case SendOutcome.Sent sent -> {
                    queue.sent(message, sent.providerReference());
                    count(message, "sent");
                }
                case SendOutcome.Refused refused -> {
                    queue.failed(message, refused.reason());
                    count(message, "refused");
                }
            }
        } catch (ProviderUnavailableException | CircuitBreakerOpenException e) {
            postpone(message, e);
        }
    }

    private SendOutcome carry(Template template, String address, Language language, List<String> parameters) {
        String text = Texts.text(template, language, parameters);
        return switch (template.channel()) {
            case SMS -> sms.send(address, text);
            case EMAIL -> mail.send(address, Texts.subject(template, language, parameters), text);
        };
    }

    private void postpone(ClaimedMessage message, RuntimeException e) {
        String reason = e instanceof CircuitBreakerOpenException ? "provider is down" : String.valueOf(e.getMessage());
        queue.postpone(
                message,
                retryPause.after(message.attempts(), ThreadLocalRandom.current().nextDouble()),
                reason);
        count(message, "postponed");
        LOG.warnf("message %s was not taken at attempt %d: %s", message.messageId(), message.attempts(), reason);
    }

    private void count(ClaimedMessage message, String outcome) {
        meters.counter(
                        "ishema.notification.messages",
                        "channel",
                        message.template().channel().name(),
                        "outcome",
                        outcome)
                .increment();
    }
}
