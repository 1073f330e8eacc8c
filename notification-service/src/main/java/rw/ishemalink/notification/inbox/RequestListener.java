package rw.ishemalink.notification.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.notification.message.MessageBook;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.schemas.notification.NotificationRequest;

/** Messages that another service asks for. */
@ApplicationScoped
class RequestListener implements InboxListener<NotificationRequest> {

    private final MessageBook messages;

    RequestListener(MessageBook messages) {
        this.messages = messages;
    }

    @Override
    public Class<NotificationRequest> eventType() {
        return NotificationRequest.class;
    }

    @Override
    public void handle(Tx tx, NotificationRequest request) {
        switch (request.getTemplate()) {
            case ONE_TIME_CODE ->
                messages.add(tx, request.getMetadata(), null, List.of(wanted(Template.ONE_TIME_CODE, request)));
            case DELIVERY_CODE, RIDE_OFFER, CARGO_OFFER, UNKNOWN -> {}
        }
    }

    private static WantedMessage wanted(Template template, NotificationRequest request) {
        Map<String, String> given = request.getParameters();
        return new WantedMessage(
                template,
                new Recipient.Reachable(request.getPersonId(), request.getPhone(), request.getLanguage()),
                template.parameters().stream()
                        .map(name -> getParameter(given, name))
                        .toList());
    }

    private static String getParameter(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the request lacks parameter " + name);
        }
        return value;
    }
}
