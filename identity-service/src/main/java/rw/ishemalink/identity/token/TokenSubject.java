package rw.ishemalink.identity.token;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.schemas.identity.KycLevel;

/**
 * What a token says of a person.
 *
 * @param phone +2507XXXXXXXX
 * @param language en, rw or fr
 * @param operatorId whose fleet the person runs or drives for
 * @param kyc how well the person is identified
 * @param agency whom an official serves
 */
public record TokenSubject(
        UUID personId,
        String tenant,
        Set<Role> roles,
        Optional<String> name,
        String phone,
        Optional<String> email,
        String language,
        Optional<UUID> operatorId,
        KycLevel kyc,
        Optional<String> agency) {

    public TokenSubject {
        roles = Set.copyOf(roles);
    }

    /** The same with no more than those roles. */
    public TokenSubject withOnly(Set<Role> kept) {
        Set<Role> both = new HashSet<>(roles);
        both.retainAll(kept);
        return new TokenSubject(personId, tenant, both, name, phone, email, language, operatorId, kyc, agency);
    }

    /** Never the name, phone or e-mail: this text could reach logs. */
    @Override
    public String toString() {
        return "TokenSubject[" + personId + ", " + tenant + ", " + roles + "]";
    }
}
