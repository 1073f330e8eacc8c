package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.config.NotificationConfig;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.schemas.notification.NotificationRequest;

/** Messages that another service asks for. */
@ApplicationScoped
class RequestListener implements InboxListener<NotificationRequest> {

    private final MessageBook messages;
    private final Duration codeLifetime;

    RequestListener(MessageBook messages, NotificationConfig config) {
        this.messages = messages;
        this.codeLifetime = config.codeLifetime();
    }

    @Override
    public Class<NotificationRequest> eventType() {
        return NotificationRequest.class;
    }

    @Override
    public void handle(Tx tx, NotificationRequest request) {
        findWanted(request).ifPresent(message -> messages.add(tx, request.getMetadata(), null, List.of(message)));
    }

    private Optional<WantedMessage> findWanted(NotificationRequest request) {
        return switch (request.getTemplate()) {
            case ONE_TIME_CODE -> Optional.of(wanted(Template.ONE_TIME_CODE, request, Optional.of(codeLifetime)));
            case DELIVERY_CODE -> Optional.of(wanted(Template.DELIVERY_CODE, request, Optional.empty()));
            case RIDE_OFFER -> Optional.of(wanted(Template.RIDE_OFFER, request, Optional.of(offerLife(request))));
            case CARGO_OFFER -> Optional.of(wanted(Template.CARGO_OFFER, request, Optional.of(offerLife(request))));
            case INVITATION -> Optional.of(wanted(Template.INVITATION, request, Optional.empty()));
            case RECOVERY_BEGUN -> Optional.of(wanted(Template.RECOVERY_BEGUN, request, Optional.empty()));
            case RECOVERED -> Optional.of(wanted(Template.RECOVERED, request, Optional.empty()));
            case DRIVER_ACTIVE -> Optional.of(wanted(Template.DRIVER_ACTIVE, request, Optional.empty()));
            case DRIVER_REJECTED -> Optional.of(wanted(Template.DRIVER_REJECTED, request, Optional.empty()));
            case USSD_BOOKED -> Optional.of(wanted(Template.USSD_BOOKED, request, Optional.empty()));
            case STATUS -> Optional.of(wanted(Template.STATUS, request, Optional.empty()));
            case NO_SUCH_BOOKING -> Optional.of(wanted(Template.NO_SUCH_BOOKING, request, Optional.empty()));
            case UNKNOWN -> Optional.empty();
        };
    }

    /** An offer that is over is not worth reading. */
    private static Duration offerLife(NotificationRequest request) {
        return Duration.ofSeconds(Long.parseLong(getParameter(request.getParameters(), "seconds")));
    }

    private static WantedMessage wanted(Template template, NotificationRequest request, Optional<Duration> goodFor) {
        Map<String, String> given = request.getParameters();
        return new WantedMessage(
                template,
                new Recipient.Reachable(request.getPersonId(), request.getPhone(), request.getLanguage()),
                template.parameters().stream()
                        .map(name -> getParameter(given, name))
                        .toList(),
                goodFor);
    }

    private static String getParameter(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the request lacks parameter " + name);
        }
        return value;
    }
}
