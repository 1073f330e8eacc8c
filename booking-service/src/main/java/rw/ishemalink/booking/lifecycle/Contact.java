package rw.ishemalink.booking.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sender and how to reach them. Personal data: never in a log.
 *
 * @param phone +2507XXXXXXXX
 * @param language en, rw or fr
 */
public record Contact(UUID personId, String phone, @Nullable String email, String language) {

    @Override
    public String toString() {
        return "Contact[" + personId + "]";
    }
}
