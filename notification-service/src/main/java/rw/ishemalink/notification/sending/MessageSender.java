package rw.ishemalink.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.brand.Brand;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.consent.Consent;
import rw.ishemalink.notification.consent.Consent.Verdict;
import rw.ishemalink.notification.consent.StoppedPhones;
import rw.ishemalink.notification.consent.Way;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.text.MailPage;
import rw.ishemalink.notification.text.Texts;
import rw.ishemalink.schemas.Language;

/** Sends one claimed message, outside of any transaction, and writes down what came of it. */
@ApplicationScoped
class MessageSender {

    private static final Logger LOG = Logger.getLogger(MessageSender.class);

    /** The app shows it by itself. */
    private static final SendOutcome.Sent IN_THE_APP = new SendOutcome.Sent("APP", "-", 0, Optional.empty());

    private final MessageQueue queue;
    private final SmsCarrier sms;
    private final MailProvider mail;
    private final StoppedPhones stopped;
    private final Night night;
    private final String usualSender;
    private final RetryPause retryPause;
    private final MeterRegistry meters;

    MessageSender(
            MessageQueue queue,
            SmsCarrier sms,
            MailProvider mail,
            StoppedPhones stopped,
            Night night,
            NotificationConfig config,
            MeterRegistry meters) {
        this.queue = queue;
        this.sms = sms;
        this.mail = mail;
        this.stopped = stopped;
        this.night = night;
        this.usualSender = config.sms().senderId();
        this.retryPause =
                new RetryPause(config.sending().firstPause(), config.sending().longestPause());
        this.meters = meters;
    }

    /** What the text of a message needs, once it is all there. */
    private record Ready(String address, Language language, List<String> parameters) {}

    void send(ClaimedMessage message) {
        String address = message.address();
        Language language = message.language();
        List<String> parameters = message.parameters();
        if (message.expired() || address == null || language == null || parameters == null) {
            queue.failed(message, "expired");
            count(message.template().channel(), "expired");
            return;
        }
        switch (verdict(message.template(), message.way(), address)) {
            case Verdict.Send(Channel channel) -> send(message, channel, new Ready(address, language, parameters));
            case Verdict.Hold(var pause) -> {
                queue.hold(message, pause);
                count(message.template().channel(), "held");
            }
            case Verdict.Withhold(String reason) -> {
                queue.withheld(message, reason);
                count(message.template().channel(), "withheld");
            }
        }
    }

    private Verdict verdict(Template template, Way way, String address) {
        boolean mayBeStopped =
                template.channel() == Channel.SMS && !template.urgency().always() && !template.answers();
        return Consent.verdict(template, way, mayBeStopped && stopped.contains(address), night.findPause());
    }

    private void send(ClaimedMessage message, Channel channel, Ready ready) {
        try {
            switch (carry(message, channel, ready)) {
                case SendOutcome.Sent sent -> {
                    queue.sent(message, channel, sent);
                    count(channel, "sent");
                }
                case SendOutcome.Refused refused -> {
                    queue.failed(message, refused.reason());
                    count(message.template().channel(), "refused");
                }
            }
        } catch (ProviderUnavailableException | CircuitBreakerOpenException e) {
            postpone(message, e);
        }
    }

    private SendOutcome carry(ClaimedMessage message, Channel channel, Ready ready) {
        return switch (channel) {
            case SMS -> {
                String text = Texts.text(message.template(), ready.language(), message.brand(), ready.parameters());
                String from = message.brand().senderId().orElse(usualSender);
                yield sms.send(message.tenant(), new Sms(ready.address(), text, from));
            }
            case EMAIL -> mail.send(email(message.template(), message.brand(), ready));
            case PUSH -> IN_THE_APP;
        };
    }

    private static Email email(Template template, Brand brand, Ready ready) {
        String subject = Texts.subject(template, ready.language(), brand, ready.parameters());
        String text = Texts.text(template, ready.language(), brand, ready.parameters());
        return new Email(ready.address(), brand.mailFrom(), subject, text, MailPage.of(brand, subject, text));
    }

    private void postpone(ClaimedMessage message, RuntimeException e) {
        String reason = e instanceof CircuitBreakerOpenException ? "provider is down" : String.valueOf(e.getMessage());
        queue.postpone(
                message,
                retryPause.after(message.attempts(), ThreadLocalRandom.current().nextDouble()),
                reason);
        count(message.template().channel(), "postponed");
        LOG.warnf("message %s was not taken at attempt %d: %s", message.messageId(), message.attempts(), reason);
    }

    private void count(Channel channel, String outcome) {
        meters.counter("ishema.notification.messages", "channel", channel.name(), "outcome", outcome)
                .increment();
    }
}
