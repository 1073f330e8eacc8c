package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** Who booked a ride is told which plate to look for: getting on the wrong moto is the danger. */
final class RideCustomerPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        return news.sort() == BookingSort.RIDE && news.moment() == BookingMoment.ASSIGNED
                ? List.of(WantedMessage.of(
                        Template.RIDE_ASSIGNED, news.sender().byPhone(), news.trackingCode(), news.plate()))
                : List.of();
    }
}
