package rw.ishemalink.identity.people;

import jakarta.inject.Singleton;
import java.util.Map;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** Asks notification-service to write to people. */
@Singleton
public class Messages {

    private final People people;

    Messages(People people) {
        this.people = people;
    }

    /** To the person's phone, in the person's language. */
    public void send(Tx tx, Person person, RequestedTemplate template, Map<String, String> parameters) {
        send(tx, person, person.phone(), person.language(), template, parameters);
    }

    /** The same to another phone or in another language. */
    public void send(
            Tx tx,
            Person person,
            Phone phone,
            Language language,
            RequestedTemplate template,
            Map<String, String> parameters) {
        tx.publish(
                Topics.NOTIFICATION_REQUESTS,
                person.personId(),
                NotificationRequest.newBuilder()
                        .setMetadata(tx.metadata(person.tenant(), people.nextMessageNumber(tx.sql(), person)))
                        .setPersonId(person.personId())
                        .setPhone(phone.value())
                        .setLanguage(language.toEvent())
                        .setTemplate(template)
                        .setParameters(parameters)
                        .build());
    }
}
