package rw.ishemalink.notification.policies;

import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.schemas.Language;

/**
 * What happened to a booking, as the policies need it.
 *
 * @param origin where it starts, as people call it
 * @param destination where it ends, as people call it
 * @param borderPost the border post of an export
 * @param assignment who moves it, from ASSIGNED on
 * @param reason why, in words, where one was given
 */
public record BookingNews(
        BookingMoment moment,
        BookingSort sort,
        String trackingCode,
        Sender sender,
        String origin,
        String destination,
        Optional<String> borderPost,
        Optional<Assignment> assignment,
        Optional<String> reason) {

    /** Who booked. Personal data. */
    public record Sender(UUID personId, String phone, Optional<String> email, Language language) {

        /** The sender by SMS. */
        Recipient byPhone() {
            return new Recipient.Reachable(personId, phone, language);
        }

        /** Never phone or e-mail: this text reaches logs. */
        @Override
        public String toString() {
            return "Sender[" + personId + "]";
        }
    }

    /** Who moves it with which vehicle. */
    public record Assignment(UUID driverId, String plate) {}

    /** The plate of the vehicle; a dash before there is one. */
    String plate() {
        return assignment.map(Assignment::plate).orElse("-");
    }

    /** Why; a dash where nobody said. */
    String why() {
        return reason.orElse("-");
    }

    /** The border post; a dash where the journey has none. */
    String border() {
        return borderPost.orElse("-");
    }
}
