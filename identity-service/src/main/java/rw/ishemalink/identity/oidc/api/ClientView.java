package rw.ishemalink.identity.oidc.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.GrantType;
import rw.ishemalink.identity.oidc.OAuthClient;
import rw.ishemalink.kit.caller.Role;

/**
 * A client, without its secret.
 *
 * @param subjectId the {@code sub} of its own tokens
 * @param endedAt since when it gets no tokens any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClientView(
        String clientId,
        UUID subjectId,
        String name,
        String tenant,
        boolean confidential,
        List<GrantType> grants,
        List<String> redirectUris,
        List<String> afterLogoutUris,
        List<String> scopes,
        @Nullable Role role,
        @Nullable String agency,
        boolean trusted,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public ClientView {
        grants = List.copyOf(grants);
        redirectUris = List.copyOf(redirectUris);
        afterLogoutUris = List.copyOf(afterLogoutUris);
        scopes = List.copyOf(scopes);
    }

    static ClientView of(OAuthClient client) {
        return new ClientView(
                client.clientId(),
                client.subjectId(),
                client.name(),
                client.tenant(),
                client.confidential(),
                client.grants().stream().sorted().toList(),
                client.redirectUris(),
                client.afterLogoutUris(),
                client.scopes().stream().sorted().toList(),
                client.role().orElse(null),
                client.agency().orElse(null),
                client.trusted(),
                client.createdAt(),
                client.endedAt().orElse(null));
    }
}
