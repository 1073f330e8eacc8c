package rw.ishemalink.notification.sending;

import java.util.Optional;

/**
 * One e-mail to one address, in both forms.
 *
 * @param from empty: the platform's
 */
public record Email(String address, Optional<String> from, String subject, String text, String html) {

    /** Neither address nor text: this reaches logs. */
    @Override
    public String toString() {
        return "Email[]";
    }
}
