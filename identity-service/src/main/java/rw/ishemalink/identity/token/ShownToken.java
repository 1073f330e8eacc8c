package rw.ishemalink.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a token of ours says that somebody shows to us.
 *
 * @param subjectId the person, or the client that acts for itself
 * @param tenant empty in ID tokens
 * @param sessionId the login that it comes from
 */
public record ShownToken(
        String tokenId,
        UUID subjectId,
        Optional<String> tenant,
        Optional<UUID> sessionId,
        Optional<String> clientId,
        Set<String> scopes,
        List<String> audience,
        Instant issuedAt,
        Instant expiresAt) {

    public ShownToken {
        scopes = Set.copyOf(scopes);
        audience = List.copyOf(audience);
    }
}
