package rw.ishemalink.notification.policies;

import java.util.List;
import rw.ishemalink.notification.message.WantedMessage;

/** Decides who hears what about one moment of a booking. Pure. */
@FunctionalInterface
public interface NotificationPolicy {

    /** The messages that this policy wants sent; empty when it has nothing to say. */
    List<WantedMessage> messagesFor(BookingNews news);
}
