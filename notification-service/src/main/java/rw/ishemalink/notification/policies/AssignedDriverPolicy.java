package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** The driver learns of a job once it is cleared; before that there is nothing to drive for. */
final class AssignedDriverPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        if (news.moment() != BookingMoment.ASSIGNED) {
            return List.of();
        }
        return news.assignment().stream()
                .map(assignment -> WantedMessage.of(
                        Template.JOB_ASSIGNED,
                        new Recipient.Driver(assignment.driverId()),
                        news.trackingCode(),
                        news.origin(),
                        news.destination(),
                        assignment.plate()))
                .toList();
    }
}
