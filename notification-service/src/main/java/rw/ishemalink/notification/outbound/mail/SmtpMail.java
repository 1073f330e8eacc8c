package rw.ishemalink.notification.outbound.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.sending.Email;
import rw.ishemalink.notification.sending.MailProvider;
import rw.ishemalink.notification.sending.ProviderUnavailableException;
import rw.ishemalink.notification.sending.SendOutcome;

/** E-mail by SMTP (RFC 5321): a 5xx answer is for good, everything else may pass later. */
@ApplicationScoped
public class SmtpMail implements MailProvider {

    private static final String NAME = "SMTP";
    private static final String NO_REFERENCE = "-";

    private final ReactiveMailer mailer;
    private final NotificationConfig.Mail config;

    SmtpMail(ReactiveMailer mailer, NotificationConfig config) {
        this.mailer = mailer;
        this.config = config.mail();
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 10, delay = 2_000, failOn = ProviderUnavailableException.class)
    public SendOutcome send(Email email) {
        try {
            mailer.send(mail(email)).await().atMost(config.timeout());
            return new SendOutcome.Sent(NAME, NO_REFERENCE, 0, Optional.empty());
        } catch (TimeoutException e) {
            throw new ProviderUnavailableException("timeout", e);
        } catch (RuntimeException e) {
            Optional<SMTPException> refusal = findSmtpAnswer(e).filter(SMTPException::isPermanent);
            if (refusal.isPresent()) {
                return new SendOutcome.Refused("SMTP " + refusal.get().getReplyCode());
            }
            throw new ProviderUnavailableException(e.getClass().getSimpleName(), e);
        }
    }

    private static Mail mail(Email email) {
        Mail mail =
                Mail.withText(email.address(), email.subject(), email.text()).setHtml(email.html());
        email.from().ifPresent(mail::setFrom);
        return mail;
    }

    private static Optional<SMTPException> findSmtpAnswer(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                return Optional.of(smtp);
            }
        }
        return Optional.empty();
    }
}
