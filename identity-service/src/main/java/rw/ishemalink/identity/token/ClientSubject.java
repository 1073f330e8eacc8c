package rw.ishemalink.identity.token;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.kit.caller.Role;

/**
 * What a token says of a client that acts for itself.
 *
 * @param subjectId its {@code sub}
 * @param role SERVICE or GOVERNMENT
 * @param agency whom a client of the state serves
 * @param scopes what it may do
 */
public record ClientSubject(
        UUID subjectId, String clientId, String tenant, Role role, Optional<String> agency, Set<String> scopes) {

    public ClientSubject {
        scopes = Set.copyOf(scopes);
    }
}
