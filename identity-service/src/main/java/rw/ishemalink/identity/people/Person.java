package rw.ishemalink.identity.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.caller.Role;

/**
 * A person of one tenant.
 *
 * @param name as the person gave it; empty until then
 * @param operatorId whose fleet the person runs or drives for
 * @param registered whether the person has ever logged in
 */
public record Person(
        UUID personId,
        String tenant,
        Phone phone,
        Optional<String> name,
        Optional<String> email,
        Language language,
        Optional<UUID> operatorId,
        boolean registered,
        Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** What a token says of the person. */
    public TokenSubject toSubject() {
        return new TokenSubject(personId, tenant, roles, phone.value(), email, language.code(), operatorId);
    }

    /** Never name, phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "Person[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
