package rw.ishemalink.notification.ussd;

import java.util.List;
import rw.ishemalink.notification.message.WantedMessage;

/**
 * What a turn came to.
 *
 * @param messages for others, whatever becomes of the screen
 * @param late what tells the one who dials by SMS if the screen came too late
 */
record Played(Session session, List<WantedMessage> messages, List<WantedMessage> late) {

    Played {
        messages = List.copyOf(messages);
        late = List.copyOf(late);
    }
}
