package rw.ishemalink.identity.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.identity.token.TokenSubject;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * A person of one tenant.
 *
 * @param name as the person gave it; empty until then
 * @param operatorId whose fleet the person runs or drives for
 * @param registered whether the person has ever logged in
 * @param blocked whether the person may not log in
 * @param tenantOpen whether anybody of the tenant may
 * @param kyc how well the person is identified
 * @param agency whom an official serves
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
        boolean blocked,
        boolean tenantOpen,
        Set<Role> roles,
        KycLevel kyc,
        Optional<String> agency) {

    public Person {
        roles = Set.copyOf(roles);
    }

    /** Why the person gets no token: the code of a problem; empty when nothing is in the way. */
    public Optional<String> findBar() {
        if (!tenantOpen) {
            return Optional.of("tenant-closed");
        }
        return blocked ? Optional.of("person-blocked") : Optional.empty();
    }

    /** What a token says of the person. */
    public TokenSubject toSubject() {
        return new TokenSubject(
                personId, tenant, roles, name, phone.value(), email, language.code(), operatorId, kyc, agency);
    }

    /** Never name, phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "Person[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
