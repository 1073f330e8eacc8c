package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;

/** An exporter gets an SMS at every step of the journey across the border. */
final class ExporterPolicy implements NotificationPolicy {

    @Override
    public List<WantedMessage> messagesFor(BookingNews news) {
        if (news.sort() != BookingSort.EXPORT) {
            return List.of();
        }
        return switch (news.moment()) {
            case ASSIGNED -> sms(Template.EXPORT_ASSIGNED, news, news.plate(), news.destination());
            case PICKED_UP -> sms(Template.EXPORT_PICKED_UP, news, news.plate(), news.destination());
            case ARRIVED_AT_BORDER -> sms(Template.EXPORT_AT_BORDER, news, news.border());
            case HELD_AT_BORDER -> sms(Template.EXPORT_HELD, news, news.border(), news.why());
            case LEFT_BORDER -> sms(Template.EXPORT_LEFT_BORDER, news, news.border(), news.destination());
            case DELIVERED -> sms(Template.EXPORT_DELIVERED, news, news.destination());
            case FAILED -> List.of();
        };
    }

    private static List<WantedMessage> sms(Template template, BookingNews news, String... more) {
        String[] parameters = new String[more.length + 1];
        parameters[0] = news.trackingCode();
        System.arraycopy(more, 0, parameters, 1, more.length);
        return List.of(WantedMessage.of(template, news.sender().byPhone(), parameters));
    }
}
