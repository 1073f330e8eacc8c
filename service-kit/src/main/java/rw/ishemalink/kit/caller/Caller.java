package rw.ishemalink.kit.caller;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asking, as the verified token says.
 *
 * @param personId the token's {@code sub}
 * @param tenant the brand whose data the caller may see; nobody sees another's
 * @param roles what the caller may be
 * @param phone {@code phone_number}, +2507XXXXXXXX; empty for services
 * @param email {@code email}, if the person gave one
 * @param language {@code locale}: en, rw or fr
 * @param operatorId from the claim of that name without Id: whose fleet the caller runs or drives for
 */
public record Caller(
        UUID personId,
        String tenant,
        Set<Role> roles,
        Optional<String> phone,
        Optional<String> email,
        String language,
        Optional<UUID> operatorId) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has one of the roles. */
    public boolean isAny(Role... any) {
        for (Role role : any) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Never the phone or e-mail: this text reaches logs. */
    @Override
    public String toString() {
        return "Caller[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
