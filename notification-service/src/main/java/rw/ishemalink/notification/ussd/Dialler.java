package rw.ishemalink.notification.ussd;

import java.util.UUID;
import rw.ishemalink.schemas.Language;

/**
 * Who dials, as identity-service knows them.
 *
 * @param agent whether they may book for others
 * @param token with which the API is called as them
 */
public record Dialler(UUID personId, Language language, boolean agent, String token) {

    /** Never the token: this text could reach logs. */
    @Override
    public String toString() {
        return "Dialler[" + personId + "]";
    }
}
