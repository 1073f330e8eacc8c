package rw.ishemalink.notification.brand;

import java.util.Optional;

/**
 * How a tenant shows itself in messages.
 *
 * @param name as people read it
 * @param senderId whom SMS come from: at most 11 letters and digits; empty: the platform's
 * @param mailFrom whom e-mails come from; empty: the platform's
 * @param colour #RRGGBB
 * @param supportPhone where people turn for help; empty: the platform's
 */
public record Brand(
        String name,
        Optional<String> senderId,
        Optional<String> mailFrom,
        String colour,
        Optional<String> supportPhone) {

    /** As long as an alphanumeric sender may be (GSM 03.40). */
    private static final int SHORT = 11;

    /** The platform's own colour. */
    public static final String USUAL_COLOUR = "#0B6E4F";

    /** The platform itself, for tenants that have told of no brand. */
    public static final Brand PLATFORM =
            new Brand("IshemaLink", Optional.empty(), Optional.empty(), USUAL_COLOUR, Optional.empty());

    /** As an SMS has room for it: like a sender id, at most 11 characters, whole words where that is possible. */
    public String shortName() {
        if (name.length() <= SHORT) {
            return name;
        }
        String cut = name.substring(0, SHORT + 1);
        int space = cut.lastIndexOf(' ');
        return space > 0 ? cut.substring(0, space) : cut.substring(0, SHORT);
    }
}
