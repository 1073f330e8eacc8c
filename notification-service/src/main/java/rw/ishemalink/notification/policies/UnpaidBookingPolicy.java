package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** Whoever booked anything and did not pay in time is told to try again. A booking fails for no other reason. */
final class UnpaidBookingPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        return news.moment() == BookingMoment.FAILED
                ? List.of(WantedMessage.of(
                        Template.PAYMENT_TIMED_OUT, news.sender().byPhone(), news.trackingCode()))
                : List.of();
    }
}
