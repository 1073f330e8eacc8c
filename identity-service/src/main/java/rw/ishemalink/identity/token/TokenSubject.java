package rw.ishemalink.identity.token;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;

/**
 * What a token says of a person.
 *
 * @param phone +2507XXXXXXXX
 * @param language en, rw or fr
 * @param operatorId whose fleet the person runs or drives for
 */
public record TokenSubject(
        UUID personId,
        String tenant,
        Set<Role> roles,
        String phone,
        Optional<String> email,
        String language,
        Optional<UUID> operatorId) {

    public TokenSubject {
        roles = Set.copyOf(roles);
    }

    /** Never the phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "TokenSubject[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
