package rw.ishemalink.identity.oidc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rw.ishemalink.identity.token.ClientSubject;
import rw.ishemalink.kit.caller.Role;

/**
 * A program that logs people in or acts for itself.
 *
 * @param subjectId the {@code sub} of its own tokens
 * @param confidential whether it has a secret; one that cannot keep any, as an app on a phone, has PKCE only
 * @param redirectUris where browsers are sent after a login: exactly these
 * @param afterLogoutUris where browsers are sent after a logout
 * @param scopes what it may ask for
 * @param role SERVICE or GOVERNMENT, if it acts for itself
 * @param agency whom a client of the state serves
 * @param trusted one of ours: people are not asked for their consent
 */
public record OAuthClient(
        String clientId,
        UUID subjectId,
        String tenant,
        String name,
        boolean confidential,
        Set<GrantType> grants,
        List<String> redirectUris,
        List<String> afterLogoutUris,
        Set<String> scopes,
        Optional<Role> role,
        Optional<String> agency,
        boolean trusted,
        Instant createdAt,
        Optional<Instant> endedAt) {

    public OAuthClient {
        grants = Set.copyOf(grants);
        redirectUris = List.copyOf(redirectUris);
        afterLogoutUris = List.copyOf(afterLogoutUris);
        scopes = Set.copyOf(scopes);
    }

    boolean mayUse(GrantType grant) {
        return grants.contains(grant);
    }

    /** What a token says of the client when it acts for itself with those scopes. */
    ClientSubject toSubject(Set<String> granted) {
        return new ClientSubject(subjectId, clientId, tenant, role.orElse(Role.SERVICE), agency, granted);
    }
}
