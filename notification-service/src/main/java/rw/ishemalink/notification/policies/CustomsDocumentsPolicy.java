package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** Once it is known who carries an export, the exporter is asked for the customs documents, if an e-mail is known. */
final class CustomsDocumentsPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        if (news.sort() != BookingSort.EXPORT || news.moment() != BookingMoment.ASSIGNED) {
            return List.of();
        }
        return news.sender().email().stream()
                .map(email -> WantedMessage.of(
                        Template.CUSTOMS_DOCUMENTS,
                        new Recipient.Reachable(
                                news.sender().personId(), email, news.sender().language()),
                        news.trackingCode(),
                        news.plate(),
                        news.destination(),
                        news.border()))
                .toList();
    }
}
