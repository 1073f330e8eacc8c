package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.WantedMessage;

/** All policies. Who is not named here hears nothing; a refused dispatch, for one, is seen by staff only. */
public final class NotificationPolicies {

    private static final List<NotificationPolicy> ALL = List.of(
            new UnpaidBookingPolicy(),
            new DomesticSenderPolicy(),
            new ExporterPolicy(),
            new CustomsDocumentsPolicy(),
            new RideCustomerPolicy(),
            new AssignedDriverPolicy());

    private NotificationPolicies() {}

    /** Everything to be sent because of the news. */
    public static List<WantedMessage> messagesFor(BookingNews news) {
        return ALL.stream().flatMap(policy -> policy.messagesFor(news).stream()).toList();
    }
}
