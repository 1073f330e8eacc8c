package rw.ishemalink.identity.oidc;

import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which client asks: by the header (client_secret_basic), by the form (client_secret_post), or by its id alone. */
@Singleton
public class ClientAuthentication {

    private static final String BASIC = "Basic ";

    private final OAuthClients clients;

    ClientAuthentication(OAuthClients clients) {
        this.clients = clients;
    }

    private record Shown(String clientId, Optional<String> secret) {}

    /**
     * The client.
     *
     * @throws OAuthException invalid_client when it is unknown, has ended, or showed another secret than its own
     */
    public OAuthClient get(@Nullable String authorization, RequestParameters form) {
        Shown shown = authorization == null ? ofForm(form) : ofHeader(authorization, form);
        return clients.authenticate(shown.clientId(), shown.secret()).orElseThrow(OAuthException::invalidClient);
    }

    private static Shown ofForm(RequestParameters form) {
        String clientId = form.find("client_id").orElseThrow(OAuthException::invalidClient);
        return new Shown(clientId, form.find("client_secret"));
    }

    private static Shown ofHeader(String authorization, RequestParameters form) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            throw OAuthException.invalidClient();
        }
        if (form.find("client_secret").isPresent()) {
            throw OAuthException.invalidRequest("show the secret in the header or in the form, not in both");
        }
        Shown shown = decode(authorization.substring(BASIC.length()).strip());
        if (form.find("client_id").filter(id -> !id.equals(shown.clientId())).isPresent()) {
            throw OAuthException.invalidClient();
        }
        return shown;
    }

    /** Id and secret are form-encoded before they are joined (RFC 6749 § 2.3.1). */
    private static Shown decode(String base64) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).split(":", 2);
            if (parts.length == 2) {
                return new Shown(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        Optional.of(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
            }
        } catch (IllegalArgumentException e) {
            throw OAuthException.invalidClient();
        }
        throw OAuthException.invalidClient();
    }
}
