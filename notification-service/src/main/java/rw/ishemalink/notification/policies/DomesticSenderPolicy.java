package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** The sender of domestic cargo gets one SMS, at pick-up: each costs a farmer's margin. */
final class DomesticSenderPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        return news.sort() == BookingSort.DOMESTIC_CARGO && news.moment() == BookingMoment.PICKED_UP
                ? List.of(WantedMessage.of(
                        Template.GOODS_PICKED_UP,
                        news.sender().byPhone(),
                        news.trackingCode(),
                        news.plate(),
                        news.destination()))
                : List.of();
    }
}
